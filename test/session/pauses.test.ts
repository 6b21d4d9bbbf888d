/** Pauses: what is taken off which time, and what is not. */
import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../src/session/minutes.ts';

/** The minutes that are left of every time that counts. */
const counted = (text: string): number[] => readMinutes(text).filter((d) => !d.aside && !d.within).map((d) => d.minutes);

describe('taken off', () => {
  test.each<[string, ...number[]]>([
    ['heel slides 8:30-9:05, minus a 5 minute bathroom break', 30],
    ['exercise from 10:05 until 10:40 less 6 minutes in the ladies room', 29],
    ['45 min of kneading, 5 of which she spent in the restroom', 40],
    ['hour-long session, minus 10 min in the changing room', 50],
    ['kneading 2:10 to 3:10, but the last ten of it she was on the phone', 50],
    ['In 2:10p, out 3:05p. First 10 of it intake talk, last 5 dressing.', 40],
    ['On the clock 2:10-2:55, but she took a phone call for 12 min in the middle', 33],
    ['gait 9:00-9:30 with a 4 min seated rest halfway', 26],
    ['exercise 30 minutes with two 3 minute rests in between', 24],
    ['manual 9:15 to 10:00. I was called away from 9:30 to 9:38.', 37],
    ['kneading 11:30 to 12:15. Fire drill between 11:50 and noon.', 35],
    ['Of the 50 minutes, 8 were spent in the restroom; all else was massage.', 42],
    ['10:05 to 10:50 less the 7 he spent on the phone, kneading', 38],
    ['Manual 2:00 to 2:40 with 5 min off in the middle for a cough fit', 35],
    ['Massage: 60 minutes. First fifteen were paperwork and talking.', 45],
  ])('%s', (text, ...left) => expect(counted(text)).toEqual(left));
});

describe('left alone', () => {
  test.each<[string, ...number[]]>([
    ['25 min of scar work. The loo trip of 4 min is already out of that.', 25],
    ['exercise 2:00-2:38, the clock was stopped for her 3 minute water break', 38],
    ['massage 30 min. We did not count the 5 minute bathroom break.', 30],
    ['balance 4:15 to 4:53. She used the restroom before we began, five minutes.', 38],
    ['exercise 9:00 to 9:23, a 7 minute rest, then 9:30 to 9:42 manual', 23, 12],
    ['gait training 20 min, 5 min seated rest, then balance 15 min', 20, 15],
    ['massage 30 min, the last ten of it on the neck', 30],
    ['massage 30 min. Extension minus 3, flexion 110.', 30],
  ])('%s', (text, ...left) => expect(counted(text)).toEqual(left));
});

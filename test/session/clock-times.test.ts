/** Times of day: how one is read, what two enclose side by side or sentences apart, and what is no time at all. */
import { describe, expect, test } from 'vitest';
import { clockOf } from '../../src/session/clock-tokens.ts';
import { readMinutes } from '../../src/session/minutes.ts';

type Case = [text: string, ...times: [minutes: number, role: 'part' | 'timed' | 'session' | 'aside'][]];

test.each([
  ['2:10p', 14 * 60 + 10], ['11.30a', 11 * 60 + 30], ['1405 hrs', 14 * 60 + 5], ['noon', 720], ['ten oh five', 605], ['ten twenty two', 622],
  ['quarter of 3', 165], ['twenty-five to ten', 575], ['half past one', 90], ['seven minutes past nine', 547], ['5 past 9', 545], ["three o'clock", 180],
])('"%s"', (said, at) => expect(clockOf(said, 0)?.at).toBe(at));

const sideBySide: Case[] = [
  ['gait from quarter past nine till twenty five to ten', [20, 'part']],
  ['2 to quarter of 3 kneading', [45, 'part']],
  ['TE 1405-1432', [27, 'part']],
  ['TE 2:10-25, gait 2:25-45', [15, 'part'], [20, 'part']],
  ['massage 3:15-4p', [45, 'part']],
  ['lymph drainage 11.30a-12.15p', [45, 'part']],
  ['exercise twenty past nine to twenty to ten', [20, 'part']],
  ['balance from ten past to half past two'],
  ['appt window 1:00 to 1:50', [50, 'session']],
];

const apart: Case[] = [
  ['Ultrasound to the elbow began at 4:02. Skin fine. Shut it off at 4:10.', [8, 'session']],
  ['started MFR 9:02a, quit 9:31a', [29, 'session']],
  ['0740 hrs hands on, 0803 hrs hands off', [23, 'timed']],
  ['At ten past two she did band rows with me till twenty-five past.', [15, 'part']],
  ['started at ten oh five stopped at ten twenty two resumed ten twenty seven to ten forty', [17, 'part'], [13, 'part']],
  ['Balance work 11:50a to 12:14p. Then gait with poles, finishing 12:30p.', [24, 'part'], [16, 'part']],
  ['Manual from ten past two. At two thirty we switched to bands and kept going until ten to three.', [20, 'part'], [20, 'part']],
  ['Slot was 3-3:30. Began on the dot, and the release ran on to 3:41.', [30, 'aside'], [41, 'part']],
  ['Checked in at 3:05. On the table at 3:15, off at 4:00, out the door 4:10.', [45, 'part'], [65, 'session']],
  ['Exercise 9:00 to 9:23. She sat with her water until 9:30.', [23, 'part'], [7, 'aside']],
  ['We did bands at 10:00, manual at 10:20, and finished at 10:35.', [20, 'part'], [15, 'part']],
  ['They told me quarter to one and I sat with a magazine until ten past. He kept at it up to half past one.', [20, 'part']],
];

const none: Case[] = [
  ['started at 15 lb and stopped at 25 lb'], ['pain at 7 until 9, BP 120'], ['5 to 10 reps, pain from 7 to 4'], ['girth 17.1 to 16.9'], ['Gone by noon, booked for 3:30.'], ['Start 10:15. Never wrote down when we quit.'],
];

describe.each([['side by side', sideBySide], ['apart', apart], ['none', none]])('%s', (_, cases) => {
  test.each(cases)('%s', (text, ...times) => {
    expect(readMinutes(text).map((d) => [d.minutes, d.aside ? 'aside' : d.total ? d.total_kind : 'part'])).toEqual(times);
  });
});

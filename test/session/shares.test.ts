import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/session/suggest.ts';
import { splitSession } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

/** The minutes that count, in the order of the text; the whole stands apart. */
function readIn(text: string): { parts: number[]; whole: number[]; away: number[] } {
  const { durations } = splitSession(testCatalog, text);
  const of = (list: typeof durations): number[] => list.map((d) => d.minutes);
  return { parts: of(durations.filter((d) => !d.total && !d.within && !d.aside)), whole: of(durations.filter((d) => d.total)), away: of(durations.filter((d) => d.aside)) };
}

describe('shares of a whole', () => {
  test.each<[string, number[]]>([
    ['Session 60 min, half of it kneading', [30]],
    ['60 min total: 40 min massage, the rest was stretching', [40, 20]],
    ['half kneading, half stretching, 60 min', [30, 30]],
    ['I had 45 minutes with Ana. A third of it was shoulder mobilization, the rest rotator cuff exercise.', [15, 30]],
    ['We had a full hour. Two thirds of it was gait training, and for the last third we did bridges.', [40, 20]],
    ['Total timed 50 min. Half the time manual therapy; of the other half, 60% went to balance training and the rest to gait.', [25, 15, 10]],
    ['Of the 40 timed minutes 7 were joint glides, the rest ex: heel raises, leg press.', [7, 33]],
    ['38 min one on one. Transfers took 16, dressing 12 of what was left, and the balance went to feeding.', [16, 12, 10]],
    ['Treated for 48 minutes and all but ten of them were strengthening. The ten were neck mobilizations.', [38, 10]],
    ['An hour and ten with me. Forty minutes of it were massage. Half an hour went into exercise.', [40, 30]],
    ['50 min: evaluation used 28, and what remained of the 50 went into bridges', [28, 22]],
  ])('%s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test('what took a share and is no treatment stands apart', () => {
    expect(readIn('pt here 70 min, treatment 24 min, the rest was interpretation')).toEqual({ parts: [24], whole: [70], away: [46] });
    expect(readIn('60 min slot. Client came 10 late, 5 went to intake talk, the rest was effleurage.').parts).toEqual([45]);
  });

  test.each<[string, number[]]>([
    ['massage 60 min, half of it on the neck', [60]],
    ['Exercise 25 min, a third of normal grip, half range.', [25]],
    ['Dressing practice 15 min: he did half of the buttons, the rest by hook.', [15]],
    ['Massage 30 min. 12 visits approved, 7 used, the rest expire in May.', [30]],
    ['Massage 30 min. What is left?', [30]],
    ['Exercise 20 min, twice the load of last week, half squats, quarter turns.', [20]],
  ])('no share: %s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });
});

describe('a time told by another', () => {
  test.each<[string, number[]]>([
    ['Ultrasound 8 min. Exercise lasted twice as long as the ultrasound.', [8, 16]],
    ['Manual therapy 12 min, then gait training for half as long.', [12, 6]],
    ['Manual 7 min. Ther ex 14 min longer than manual.', [7, 21]],
    ['Massage 20 minutes, exercise the same time.', [20, 20]],
    ['Gait 20 min, balance training 5 min less than gait.', [20, 15]],
  ])('%s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test.each<[string, number[]]>([
    ['Massage 20 minutes, 5 cm less than the first visit, knee bends twice as far.', [20]],
    ['Exercise 20 minutes as long as she keeps the elbow straight.', [20]],
    ['Exercise 15 minutes, 10 reps more than last time.', [15]],
  ])('no relation: %s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });
});

describe('even splits', () => {
  test.each<[string, number[]]>([
    ['30 minutes split evenly between gait training and therapeutic exercise', [15, 15]],
    ['45 mins one on one cut in equal thirds - leg press, stair practice, patellar mobilizations', [15, 15, 15]],
    ['40 min of manual therapy and exercise, half and half', [20, 20]],
    ['Total 45 min: manual therapy 15 min, the rest was divided equally between balance training and gait', [15, 15, 15]],
  ])('%s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test.each<[string, number[]]>([
    ['Massage 30 min; her balance she splits evenly over two cards.', [30]],
    ['Dressing 15 min, the clasp split into two steps', [15]],
    ['Exercise 20 min, split squats and half kneeling', [20]],
  ])('no split: %s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });
});

describe('numbers that make up a told whole', () => {
  test.each<[string, number[]]>([
    ['Scar mobilization 8; joint mobs 9; tendon glides + putty pinch 14. Timed = 31.', [8, 9, 14]],
    ['He got 15 with me, theraband rows; then 30 of bridges. 45 altogether.', [15, 30]],
    ['TE 16\nNMR 12\nMT 10\nTotal timed 38', [16, 12, 10]],
  ])('%s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test('numbers that do not make it up are no minutes', () => {
    expect(readIn('Exercise 20 min. Grip 15, pinch 9. Total 31 min.').parts).toEqual([20]);
  });
});

describe('lists added up', () => {
  test.each<[string, number[]]>([
    ['Bike 6, leg press 5, bridges 4 -> 15 ther ex. Exercise only, 1:1.', [15]],
    ['Tandem 5 + foam 6 + rocker board 4 = 15 neuro re-ed', [15]],
    ['MT 0 (held) / TE 20.', [20]],
    ['Obstacle steps, eyes closed: balance retraining x17.', [17]],
  ])('%s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test.each<[string, number[]]>([
    ['Exercise 20 min: 3 sets, 4 reps = 12 reps', [20]],
    ['Berg 20 + 24 = 44, gait 15 min', [15]],
    ['bridges x15.', []],
  ])('no sum: %s', (text, parts) => { expect(readIn(text).parts).toEqual(parts); });

  test('parts that are more than the timed total make no line', () => {
    const reply = suggest(testCatalog, { service: 'Total timed minutes 30. Therapeutic exercise 20 min, joint mobilization 18 min.' }, '2026-11-23');
    expect(reply.lines).toEqual([]);
    expect(reply.questions.map((q) => q.field)).toContain('minutes');
  });
});

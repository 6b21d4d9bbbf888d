/** The reading of sessions over the evaluation set, with floors that may only rise; the table is in test/search/eval.md. */
import { expect, it } from 'vitest';
import { scoreSessions } from '../search/run-eval.ts';
import { percent, tally } from '../search/score.ts';

/**
 * What the engine reaches now, in percent rounded down, or as a most for what should not happen. Raise them with the engine.
 * The goal on the held-out part: 96 % at 1, 99 % in 3, minutes and units right in 97 % of the texts of several services,
 * nothing sure where there is no code. In November 2026 the set grew from 400 texts to 1,336 and then to 1,880, the new
 * ones by writers who had not seen the engine; it read 58 % of the first of them before it was built anew, and 62 to 81 % of
 * the last. The floors are those of the larger set: many of its tuned part were written to be hard and never tuned on.
 */
const floors = {
  tuned: { top1: 91, top3: 91, units: 86, right: 86, confidentOutside: 5 },
  heldOut: { top1: 85, top3: 85, units: 71, right: 74, confidentOutside: 3 },
};

it.each([['tuned', false], ['heldOut', true]] as const)('sessions, %s part', (part, heldOut) => {
  const scores = scoreSessions().filter((s) => s.heldOut === heldOut);
  const t = tally(scores);
  const several = tally(scores.filter((s) => s.services! >= 2));
  expect(percent(t.top1, t.n), 'right at 1').toBeGreaterThanOrEqual(floors[part].top1);
  expect(percent(t.top3, t.n), 'right in 3').toBeGreaterThanOrEqual(floors[part].top3);
  expect(percent(several.units, several.withUnits), 'minutes and units in texts of several services').toBeGreaterThanOrEqual(floors[part].units);
  expect(percent(t.right, t.n), 'all of it').toBeGreaterThanOrEqual(floors[part].right);
  expect(t.confidentOutside, 'sure of a code where there is none').toBeLessThanOrEqual(floors[part].confidentOutside);
});

/** Of the first 400 texts, by the authors of the engine, alone: what was reached stays. */
const ofOtherWriters = /^(?:ma|ne|pa|ch|pt|co|lo|ev|r[a-d]|s[k-l]|x-r[efg]|x-s[a-j])-/;
it.each([['tuned', false, 97, 97], ['heldOut', true, 95, 95]] as const)('the first sessions, %s part', (_, heldOut, top1, top3) => {
  const t = tally(scoreSessions().filter((s) => s.heldOut === heldOut && !ofOtherWriters.test(s.id)));
  expect(t.n).toBe(heldOut ? 86 : 314);
  expect(percent(t.top1, t.n), 'right at 1').toBeGreaterThanOrEqual(top1);
  expect(percent(t.top3, t.n), 'right in 3').toBeGreaterThanOrEqual(top3);
});

/** Every minute from 0 to 127 by both methods, against the charts written out row by row: no formula of the product's is used here. */
import { describe, expect, it } from 'vitest';
import { calculateUnits } from '../../tools/calculate-units.ts';
import { checkClaim } from '../../tools/check-claim.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const core = { catalog: testCatalog, today: '2026-11-23' };
type Row = [from: number, to: number, units: number];

/** Medicare Claims Processing Manual (Pub. 100-04) ch. 5 s. 20.2: a single 15-minute service. */
const manual: Row[] = [[0, 7, 0], [8, 22, 1], [23, 37, 2], [38, 52, 3], [53, 67, 4], [68, 82, 5], [83, 97, 6], [98, 112, 7], [113, 127, 8]];

/** The mid-point rule by length of the unit: one is reached when more than half of it has passed. */
const midpoint: { code: string; unit: number; rows: Row[] }[] = [
  { code: '97124', unit: 15, rows: [[0, 7, 0], [8, 22, 1], [23, 37, 2], [38, 52, 3], [53, 67, 4], [68, 82, 5], [83, 97, 6], [98, 112, 7], [113, 127, 8]] },
  { code: '98981', unit: 20, rows: [[0, 10, 0], [11, 30, 1], [31, 50, 2], [51, 70, 3], [71, 90, 4], [91, 110, 5], [111, 127, 6]] },
  { code: '98960', unit: 30, rows: [[0, 15, 0], [16, 45, 1], [46, 75, 2], [76, 105, 3], [106, 127, 4]] },
  { code: '97546', unit: 60, rows: [[0, 30, 0], [31, 90, 1], [91, 127, 2]] },
];
/** First-unit codes: one unit from the mid-point on, however long. */
const first: { code: string; unit: number; rows: Row[] }[] = [
  { code: '97810', unit: 15, rows: [[0, 7, 0], [8, 127, 1]] },
  { code: '97129', unit: 15, rows: [[0, 7, 0], [8, 127, 1]] },
  { code: '98980', unit: 20, rows: [[0, 10, 0], [11, 127, 1]] },
  { code: '97550', unit: 30, rows: [[0, 15, 0], [16, 127, 1]] },
  { code: '97545', unit: 120, rows: [[0, 60, 0], [61, 127, 1]] },
];

function unitsIn(rows: readonly Row[], minutes: number): number {
  const hits = rows.filter(([from, to]) => minutes >= from && minutes <= to);
  expect(hits, `the table must have one row for ${minutes}`).toHaveLength(1);
  return hits[0]![2];
}
const minutesFrom0To127 = Array.from({ length: 128 }, (_, minutes) => minutes);
const unitsBy = (method: 'cms' | 'cpt_midpoint', services: { code: string; minutes: number }[]) => calculateUnits.run(calculateUnits.input.parse({ services, method }), core).results[0]!;

describe('a service alone', () => {
  it('97124 by cms', () => {
    for (const minutes of minutesFrom0To127) expect(unitsBy('cms', [{ code: '97124', minutes }]).total_units, `${minutes} minutes`).toBe(unitsIn(manual, minutes));
  });
  it.each([...midpoint, ...first])('$code ($unit minutes) by cpt_midpoint', ({ code, unit, rows }) => {
    expect(testCatalog.code.get(code)).toMatchObject({ timed: true, unit_minutes: unit });
    for (const minutes of minutesFrom0To127) expect(unitsBy('cpt_midpoint', [{ code, minutes }]).total_units, `${minutes} minutes`).toBe(unitsIn(rows, minutes));
  });
  it.each([...midpoint.filter((m) => m.unit !== 15), ...first])('$code stands outside the pool, so cms counts it the same', ({ code, rows }) => {
    for (const minutes of minutesFrom0To127) expect(unitsBy('cms', [{ code, minutes }]).total_units, `${minutes} minutes`).toBe(unitsIn(rows, minutes));
  });
});

describe('a claim of one service is judged by the same chart', () => {
  const found = (payer: string, minutes: number, units: number): string[] => checkClaim.run(checkClaim.input.parse({
    payer, provider_type: 'PT', date_of_service: '2024-08-15', diagnosis_codes: ['M54.2'], lines: [{ code: '97530', modifiers: ['GP'], minutes, units }],
  }), core).findings.map((f) => f.rule).filter((rule) => rule === 'units-exceed-minutes' || rule === 'units-below-minutes');
  it.each(['medicare', 'commercial'])('%s', (payer) => {
    for (const minutes of minutesFrom0To127) {
      const right = unitsIn(manual, minutes);
      expect(found(payer, minutes, right + 1), `${minutes} minutes, one unit too many`).toEqual(['units-exceed-minutes']);
      if (right > 0) expect(found(payer, minutes, right), `${minutes} minutes, ${right} units`).toEqual([]);
      if (right > 1) expect(found(payer, minutes, right - 1), `${minutes} minutes, one unit short`).toEqual(['units-below-minutes']);
    }
  });
});

/** Two services of any minutes: the day's total by the chart of the manual, each code at least its whole quarters, at most one more. */
it('every two services of 0 to 60 minutes share what the chart gives their sum', () => {
  const quarters: Row[] = [[0, 14, 0], [15, 29, 1], [30, 44, 2], [45, 59, 3], [60, 74, 4]];
  for (let a = 0; a <= 60; a++) {
    for (let b = 0; b <= 60; b++) {
      const result = unitsBy('cms', [{ code: '97110', minutes: a }, { code: '97140', minutes: b }]);
      expect(result.total_units, `${a} and ${b} minutes`).toBe(unitsIn(manual, a + b));
      result.lines.forEach((line, i) => {
        const whole = unitsIn(quarters, [a, b][i]!);
        expect([whole, whole + 1], `${a} and ${b} minutes, service ${i + 1}`).toContain(line.units);
      });
    }
  }
});

describe('combinations printed in the manual and by Medicare contractors', () => {
  it.each<[minutes: number[], cms: number[], midpoint: number[]]>([
    // 47 minutes are 3 units: both have a whole quarter, the larger remainder takes the third.
    [[24, 23], [2, 1], [2, 2]],
    // 40 minutes are 3 units; an even split leaves the third to either.
    [[20, 20], [2, 1], [1, 1]],
    // 7 minutes take the third unit, since 33 leave only 3 over.
    [[33, 7], [2, 1], [2, 0]],
    // 49 minutes are 3 units, and the shortest goes without.
    [[18, 13, 10, 8], [1, 1, 1, 0], [1, 1, 1, 1]],
    // 21 minutes are 1 unit, for the longest.
    [[7, 7, 7], [1, 0, 0], [0, 0, 0]],
    [[7, 6, 5], [1, 0, 0], [0, 0, 0]],
    // 20 minutes are 1 unit.
    [[10, 10], [1, 0], [1, 1]],
    // 7 minutes in all are none.
    [[4, 3], [0, 0], [0, 0]],
    [[4, 4], [1, 0], [0, 0]],
    // 35 minutes are 2 units, although each of three has more than 8.
    [[12, 12, 11], [1, 1, 0], [1, 1, 1]],
    // 53 minutes are 4 units; whole quarters first, then the remainders 14 and 9.
    [[29, 24], [2, 2], [2, 2]],
    [[15, 15, 15, 15], [1, 1, 1, 1], [1, 1, 1, 1]],
    [[22, 22, 22], [2, 1, 1], [1, 1, 1]],
    [[8, 8, 8, 8], [1, 1, 0, 0], [1, 1, 1, 1]],
    [[38, 22], [3, 1], [3, 1]],
    [[45, 1], [3, 0], [3, 0]],
    [[45, 8], [3, 1], [3, 1]],
    [[30, 7], [2, 0], [2, 0]],
    [[30, 7, 1], [2, 1, 0], [2, 0, 0]],
  ])('%j minutes are %j by cms and %j by the mid-point', (minutes, cms, mid) => {
    const services = minutes.map((m, i) => ({ code: ['97110', '97112', '97116', '97140'][i]!, minutes: m }));
    expect(unitsBy('cms', services).lines.map((l) => l.units)).toEqual(cms);
    expect(unitsBy('cpt_midpoint', services).lines.map((l) => l.units)).toEqual(mid);
    expect(unitsBy('cms', services).total_units).toBe(unitsIn(manual, minutes.reduce((a, b) => a + b, 0)));
  });
});

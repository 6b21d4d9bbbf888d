/** The CMS pool against the chart of the manual (Pub. 100-04 ch. 5 s. 20.2), written out rather than computed. */
import { describe, expect, it } from 'vitest';
import { poolUnits, unitsOfMinutes } from '../../src/units/pool.ts';

const chart: [from: number, to: number, units: number][] = [
  [0, 7, 0], [8, 22, 1], [23, 37, 2], [38, 52, 3], [53, 67, 4], [68, 82, 5], [83, 97, 6], [98, 112, 7], [113, 127, 8],
];

describe('units of pooled minutes', () => {
  it.each(chart)('%i to %i minutes make %i', (from, to, units) => {
    for (let minutes = from; minutes <= to; minutes++) expect(unitsOfMinutes(minutes), `${minutes} minutes`).toBe(units);
  });

  it.each([
    [[24, 23], [2, 1]], [[20, 20], [2, 1]], [[33, 7], [2, 1]], [[18, 13, 10, 8], [1, 1, 1, 0]], [[7, 7, 7], [1, 0, 0]], [[10, 10], [1, 0]], [[60], [4]], [[7], [0]],
  ])('shares %j as %j', (minutes, units) => {
    const lines = poolUnits(minutes.map((m, i) => ({ minutes: m, order: `9711${i}` })));
    expect(lines.map((l) => l.units)).toEqual(units);
  });
});

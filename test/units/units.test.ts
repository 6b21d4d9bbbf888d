/** Units by both methods: the manual's chart written out, published examples, and properties that no order or split may break. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeUnits, midpointOf, unitsByMethod, type TimedService, type UnitMethod } from '../../src/units/units.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const timed = ['97110', '97112', '97124', '97140', '97530'] as const;
const services = (minutes: readonly number[]): TimedService[] => minutes.map((m, i) => ({ code: timed[i]!, minutes: m }));
const unitsOf = (list: readonly TimedService[], method: UnitMethod): number[] => computeUnits(testCatalog, list, method).lines.map((l) => l.units);

/** Pub. 100-04 ch. 5 s. 20.2, transcribed. */
const chart: [from: number, to: number, units: number][] = [
  [0, 7, 0], [8, 22, 1], [23, 37, 2], [38, 52, 3], [53, 67, 4], [68, 82, 5], [83, 97, 6], [98, 112, 7], [113, 127, 8],
];

describe.each(['cms', 'cpt_midpoint'] as const)('one code alone by %s', (method) => {
  it.each(chart)('%i to %i minutes make %i', (from, to, units) => {
    for (let minutes = from; minutes <= to; minutes++) {
      expect(computeUnits(testCatalog, [{ code: '97124', minutes }], method).total_units, `${minutes} minutes`).toBe(units);
    }
  });
});

describe('several codes', () => {
  it.each<[minutes: number[], cms: number[], midpoint: number[]]>([
    [[24, 23], [2, 1], [2, 2]],
    [[20, 20], [2, 1], [1, 1]],
    [[33, 7], [2, 1], [2, 0]],
    [[18, 13, 10, 8], [1, 1, 1, 0], [1, 1, 1, 1]],
    [[7, 7, 7], [1, 0, 0], [0, 0, 0]],
    [[10, 10], [1, 0], [1, 1]],
    [[60], [4], [4]],
    [[7, 5], [1, 0], [0, 0]],
    [[5, 7], [0, 1], [0, 0]],
    [[0, 0], [0, 0], [0, 0]],
  ])('%j minutes: cms %j, mid-point %j', (minutes, cms, midpoint) => {
    expect(unitsOf(services(minutes), 'cms')).toEqual(cms);
    expect(unitsOf(services(minutes), 'cpt_midpoint')).toEqual(midpoint);
  });
});

describe('codes that stand apart', () => {
  it('gives an untimed code one unit and leaves its minutes out of the pool', () => {
    const result = computeUnits(testCatalog, [{ code: '97010', minutes: 15 }, { code: '97124', minutes: 22 }], 'cms');
    expect(result).toMatchObject({ total_units: 1, untimed_units: 1, pooled_minutes: 22 });
    expect(result.lines.map((l) => l.units)).toEqual([1, 1]);
  });
  it.each([['97810', 40, '97811'], ['97129', 50, '97130'], ['97545', 200, '97546']])('%s is one unit however long and names its add-on', (code, minutes, addOn) => {
    const [line] = computeUnits(testCatalog, [{ code, minutes }], 'cms').lines;
    expect(line!.units).toBe(1);
    expect(line!.why).toContain(addOn);
  });
  it('keeps codes of other lengths out of the pool', () => {
    expect(computeUnits(testCatalog, [{ code: '97546', minutes: 31 }, { code: '97110', minutes: 7 }], 'cms').lines.map((l) => l.units)).toEqual([1, 0]);
  });
  it.each([[15, 8], [20, 11], [30, 16], [60, 31], [120, 61]])('a unit of %i minutes needs %i', (unit, needed) => expect(midpointOf(unit)).toBe(needed));
  it('counts a code that is given twice together', () => {
    const twice = [{ code: '97124', minutes: 8 }, { code: '97124', minutes: 8 }];
    expect(unitsOf(twice, 'cpt_midpoint')).toEqual([0, 1]);
    expect(unitsOf(twice, 'cms')).toEqual([0, 1]);
  });
});

describe('a session total', () => {
  it('caps the pool and says so', () => {
    const result = computeUnits(testCatalog, services([30, 30]), 'cms', { total_timed_minutes: 45 });
    expect(result).toMatchObject({ total_units: 3, pooled_minutes: 45 });
    expect(result.explanation).toMatch(/60 .*45/);
  });
  it('never adds minutes', () => expect(computeUnits(testCatalog, services([20]), 'cms', { total_timed_minutes: 60 }).total_units).toBe(1));
  it('caps the mid-point method too', () => expect(computeUnits(testCatalog, services([20, 20]), 'cpt_midpoint', { total_timed_minutes: 20 }).total_units).toBe(1));
});

describe('payer limits', () => {
  it('caps the day', () => expect(computeUnits(testCatalog, services([45, 45]), 'cms', { max_timed_units_per_day: 4 }).total_units).toBe(4));
  it('wants the first unit whole', () => {
    expect(computeUnits(testCatalog, services([14]), 'cms', { first_unit_minutes: 15 }).total_units).toBe(0);
    expect(computeUnits(testCatalog, services([15]), 'cms', { first_unit_minutes: 15 }).total_units).toBe(1);
  });
});

describe('properties', () => {
  const day = fc.uniqueArray(fc.record({ code: fc.constantFrom(...timed), minutes: fc.nat({ max: 120 }) }), { minLength: 1, maxLength: 5, selector: (s) => s.code });
  const methods = fc.constantFrom<UnitMethod>('cms', 'cpt_midpoint');

  it('the order of the lines never matters', () => {
    fc.assert(fc.property(day, methods, (list, method) => {
      const forward = unitsByMethod(testCatalog, list)[method];
      expect(unitsByMethod(testCatalog, [...list].reverse())[method]).toEqual(forward);
    }));
  });
  it('lines stand in the order given and add up', () => {
    fc.assert(fc.property(day, methods, (list, method) => {
      const result = computeUnits(testCatalog, list, method);
      expect(result.lines.map((l) => [l.code, l.minutes])).toEqual(list.map((s) => [s.code, s.minutes]));
      expect(result.lines.reduce((n, l) => n + l.units, 0)).toBe(result.total_units + result.untimed_units);
    }));
  });
  it('the pool never gives more than its minutes hold, nor a code less than its whole units or more than one above', () => {
    fc.assert(fc.property(day, (list) => {
      const result = computeUnits(testCatalog, list, 'cms');
      const minutes = list.reduce((n, s) => n + s.minutes, 0);
      expect(result.total_units * 15 - 7).toBeLessThanOrEqual(minutes);
      for (const line of result.lines) {
        expect(line.units).toBeGreaterThanOrEqual(Math.floor(line.minutes / 15));
        expect(line.units).toBeLessThanOrEqual(Math.ceil(line.minutes / 15));
      }
    }));
  });
  it('one minute more never makes fewer units', () => {
    fc.assert(fc.property(day, methods, (list, method) => {
      const more = list.map((s, i) => (i === 0 ? { ...s, minutes: s.minutes + 1 } : s));
      expect(computeUnits(testCatalog, more, method).total_units).toBeGreaterThanOrEqual(computeUnits(testCatalog, list, method).total_units);
    }));
  });
  it('splitting a code over two lines changes no total', () => {
    fc.assert(fc.property(fc.nat({ max: 120 }), fc.nat({ max: 120 }), methods, (a, b, method) => {
      const split = computeUnits(testCatalog, [{ code: '97124', minutes: a }, { code: '97124', minutes: b }], method);
      expect(split.total_units).toBe(computeUnits(testCatalog, [{ code: '97124', minutes: a + b }], method).total_units);
    }));
  });
});

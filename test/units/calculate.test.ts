/** calculate_units: the reply around the numbers. */
import { describe, expect, it } from 'vitest';
import { calculateUnits } from '../../tools/calculate-units.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const core = { catalog: testCatalog, today: '2026-11-23' };
const run = (input: Record<string, unknown>) => calculateUnits.run(calculateUnits.input.parse(input), core);
const two = [{ code: '97110', minutes: 24 }, { code: '97112', minutes: 23 }];

describe('calculate_units', () => {
  it('gives both methods, cms first, and asks for the payer where they differ', () => {
    const reply = run({ services: two });
    expect(reply.payer).toBe('unknown');
    expect(reply.results.map((r) => [r.method, r.total_units])).toEqual([['cms', 3], ['cpt_midpoint', 4]]);
    expect(reply.results[0]!.lines.map((l) => l.units)).toEqual([2, 1]);
    expect(reply.recommended_method).toBeUndefined();
    expect(reply.summary).toMatch(/3 timed units.*4 timed units/);
    expect(reply.questions).toMatchObject([{ field: 'payer' }]);
    expect(reply.sources.map((s) => s.id)).toEqual(expect.arrayContaining(['claims-manual-ch5', 'cpt-timed-midpoint']));
    expect(reply.edition.catalog).toBeTruthy();
  });
  it('asks nothing where both methods agree', () => {
    const reply = run({ services: [{ code: '97124', minutes: 60 }] });
    expect(reply.results.map((r) => r.total_units)).toEqual([4, 4]);
    expect(reply.questions).toEqual([]);
  });
  it("names Medicare's method and why", () => {
    const reply = run({ services: two, payer: 'Medicare Part B' });
    expect(reply).toMatchObject({ payer: 'medicare', recommended_method: { method: 'cms' }, questions: [] });
    expect(reply.recommended_method!.because.length).toBeGreaterThan(5);
    expect(reply.summary).toMatch(/^3 timed units/);
  });
  it('gives one method when one is asked for', () => {
    const reply = run({ services: two, method: 'cpt_midpoint' });
    expect(reply.results.map((r) => r.method)).toEqual(['cpt_midpoint']);
    expect(reply.questions).toEqual([]);
  });
  it('asks who an unrecognised payer is', () => {
    const reply = run({ services: [{ code: '97124', minutes: 60 }], payer: 'Zyxwv Mutual' });
    expect(reply.payer).toBe('unknown');
    expect(reply.questions[0]!.question).toContain('Zyxwv Mutual');
  });
  it('keeps lines in order with those of 0 units, and counts untimed codes apart', () => {
    const [cms] = run({ services: [{ code: '97010', minutes: 10 }, { code: '97124', minutes: 30 }, { code: '97140', minutes: 5 }] }).results;
    expect(cms!.lines.map((l) => [l.code, l.units])).toEqual([['97010', 1], ['97124', 2], ['97140', 0]]);
    expect(cms).toMatchObject({ total_units: 2, untimed_units: 1 });
  });
  it('names what it cannot compute', () => {
    const reply = run({ services: [{ code: ' 97124 ', minutes: 15 }, { code: '12345', minutes: 15 }, { code: '97122', minutes: 15 }] });
    expect(reply.not_computed!.map((n) => n.code)).toEqual(['12345', '97122']);
    expect(reply.summary).toContain('12345');
    expect(reply.results[0]!.lines.map((l) => l.units)).toEqual([1, 0, 0]);
  });
  it('uses the smaller of the session and the sum, and says so', () => {
    const reply = run({ services: [{ code: '97110', minutes: 30 }, { code: '97124', minutes: 30 }], total_timed_minutes: 45, method: 'cms' });
    expect(reply.results[0]!.total_units).toBe(3);
    expect(reply.summary).toMatch(/60.*45/);
  });
  it('refuses unknown arguments and wrong sizes', () => {
    expect(calculateUnits.input.safeParse({ services: two, payor: 'medicare' }).success).toBe(false);
    expect(calculateUnits.input.safeParse({ services: [] }).success).toBe(false);
    expect(calculateUnits.input.safeParse({ services: [{ code: '97124', minutes: 1441 }] }).success).toBe(false);
  });
  it('renders the working', () => {
    const text = calculateUnits.render(run(calculateUnits.example));
    expect(text).toContain('CMS 8-minute rule');
    expect(text).toContain('24 minutes: 1 whole unit and 9 left over');
  });
  it('keeps to its published shape', () => expect(calculateUnits.output.safeParse(run({ services: two })).success).toBe(true));
});

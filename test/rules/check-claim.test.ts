/** check_claim: the whole claim at once, lines that speak to each other, and nothing said twice. */
import { describe, expect, it } from 'vitest';
import { checkClaim as tool } from '../../tools/check-claim.ts';
import { oneClaim } from '../claim-form/sample-837p.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const today = '2026-11-23';
const check = (args: Record<string, unknown>) => tool.run(tool.input.parse(args), { catalog: testCatalog, today });
const found = (args: Record<string, unknown>): string[] => check(args).findings.map((f) => `${f.line ?? 0}:${f.rule}`);
const claim = { payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15', place_of_service: '11' };
const gp = (code: string, units: number, minutes?: number, more: object = {}) => ({ code, modifiers: ['GP'], units, ...(minutes === undefined ? {} : { minutes }), ...more });

describe('a claim', () => {
  it('that is good draws nothing', () => {
    const reply = check({ ...claim, lines: [gp('97110', 2, 24), gp('97112', 1, 23)] });
    expect(reply.findings).toEqual([]);
    expect(reply.verdict).toBe('no_problem_found');
    expect(reply.lines.map((l) => l.verdict)).toEqual(['no_problem_found', 'no_problem_found']);
    expect(reply.units).toEqual({ cms: { total: 3, by_code: { 97110: 2, 97112: 1 } }, cpt_midpoint: { total: 4, by_code: { 97110: 2, 97112: 2 } } });
    expect(reply.summary).toContain('no promise');
  });
  it('pools the minutes of all lines', () => {
    expect(found({ ...claim, lines: [gp('97110', 2, 24), gp('97112', 2, 23)] })).toContain('2:units-exceed-minutes');
    expect(found({ ...claim, payer: 'commercial', lines: [gp('97110', 2, 24), gp('97112', 2, 23)] })).not.toContain('2:units-exceed-minutes');
  });
  it('reports a pair once, whatever the order of its lines', () => {
    const pair = [gp('97140', 2, 30), gp('97124', 2, 30)];
    expect(found({ ...claim, lines: pair }).filter((f) => f.endsWith('ptp-pair-never-allowed'))).toEqual(['2:ptp-pair-never-allowed']);
    expect(found({ ...claim, lines: [...pair].reverse() }).filter((f) => f.endsWith('ptp-pair-never-allowed'))).toEqual(['1:ptp-pair-never-allowed']);
  });
  it('sees no pair on different days', () => {
    expect(found({ ...claim, lines: [gp('97140', 2, 30), gp('97124', 2, 30, { date_of_service: '2024-08-16' })] }).filter((f) => f.includes('ptp'))).toEqual([]);
  });
  it('counts the units of the day against a day limit, once', () => {
    expect(found({ ...claim, lines: [gp('97124', 3, 45), gp('97110', 1, 15), gp('97124', 2, 30, { modifiers: ['GP', 'KX'] })] }).filter((f) => f.endsWith('mue'))).toEqual(['1:units-exceed-mue']);
  });
  it('says once, for the claim, what it could not check on any line', () => {
    const reply = check({ lines: [{ code: '97124', units: 2, minutes: 30 }, { code: '97110', units: 2, minutes: 30 }] });
    const payerRules = reply.not_checked.filter((n) => n.rule === 'provider-not-recognized-by-payer');
    expect(payerRules).toHaveLength(1);
    expect(payerRules[0]).not.toHaveProperty('line');
  });
  it('a line\'s own value goes before the claim\'s', () => {
    const reply = check({ ...claim, lines: [gp('97124', 2, 30, { provider_type: 'LMT' }), gp('97110', 1, 15)] });
    expect(reply.findings.map((f) => [f.line, f.rule])).toContainEqual([1, 'provider-not-recognized-by-payer']);
    expect(reply.findings.filter((f) => f.line === 2)).toEqual([]);
  });
});

describe('as text', () => {
  it('an 837P, with what it lacks filled by the arguments', () => {
    const reply = check({ text: oneClaim, provider_type: 'LMT' });
    expect(reply.payer).toBe('medicare');
    expect(reply.findings.map((f) => [f.line, f.rule])).toContainEqual([2, 'ptp-pair-never-allowed']);
    // The file names a physical therapist; the argument does not overrule it.
    expect(reply.findings.map((f) => f.rule)).not.toContain('provider-not-recognized-by-payer');
  });
  it('boxes', () => {
    expect(found({ text: '21: M54.2\n24A: 2024-08-15 | 24D: 97124 GP | 24E: A | 24G: 5', payer: 'medicare' })).toContain('1:units-exceed-mue');
  });
  it.each([[{}, /"lines".*or "text"/], [{ text: '24D: 97124', lines: [{ code: '97124' }] }, /two ways/]])('%j is refused in words', (args, message) => {
    expect(() => check(args)).toThrow(message);
  });
});

describe('what holds for every line', () => {
  const lines = ['97110', '97112', '97140'].map((code) => gp(code, 1, 15));
  it('is said once, without a line, and still counts for each line', () => {
    const reply = check({ ...claim, lines, diagnosis_codes: ['M54.5'] });
    expect(reply.findings.filter((f) => f.rule === 'diagnosis-not-billable')).toEqual([expect.not.objectContaining({ line: expect.anything() })]);
    expect(reply.lines.map((l) => l.verdict)).toEqual(Array(3).fill('fix_before_sending'));
  });
  it('stays with its line where only one has it', () => {
    const reply = check({ ...claim, lines: lines.map((l, i) => (i === 1 ? { ...l, modifiers: [] } : l)) });
    expect(reply.findings.filter((f) => f.rule === 'therapy-modifier-missing').map((f) => f.line)).toEqual([2]);
  });
});

describe('a therapist and an assistant on one claim', () => {
  const therapist = gp('97110', 2, 30);
  const assistant = { code: '97110', modifiers: ['GP', 'CQ'], units: 1, minutes: 15 };
  it.each(['PT', 'PTA'])('draws nothing when the claim names the %s', (provider_type) => {
    expect(found({ ...claim, provider_type, lines: [therapist, assistant] })).toEqual([]);
  });
  it('still draws the modifier of another discipline, and CQ on the only line of a therapist', () => {
    expect(found({ ...claim, lines: [therapist, { ...assistant, modifiers: ['GO', 'CO'] }] })).toContain('2:therapy-modifier-wrong-discipline');
    expect(found({ ...claim, lines: [assistant] })).toContain('1:therapy-modifier-wrong-discipline');
  });
  it('still misses CQ where no line of the code has it', () => {
    expect(found({ ...claim, provider_type: 'PTA', lines: [therapist, gp('97140', 1, 15, { modifiers: ['GP', 'CQ'] })] })).toContain('1:assistant-modifier-missing');
  });
});

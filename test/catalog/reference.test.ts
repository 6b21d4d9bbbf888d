/** lookup_reference: exact codes first, words after, and nothing given in place of what was asked for. */
import { describe, expect, it } from 'vitest';
import { isBillableOn } from '../../src/catalog/reference-diagnosis.ts';
import { referenceKinds } from '../../src/catalog/reference.ts';
import { ArgumentError } from '../../src/claim/argument-error.ts';
import { lookupReference } from '../../tools/lookup-reference.ts';
import { testCatalog } from './test-catalog.ts';

const core = { catalog: testCatalog, today: '2026-11-23' };
const run = (kind: string, query: string, more: Record<string, unknown> = {}) => lookupReference.run(lookupReference.input.parse({ kind, query, ...more }), core);

describe('exact codes', () => {
  it.each([
    ['modifier', '59', '59'], ['modifier', 'gp', 'GP'], ['modifier', '-59', '59'], ['modifier', 'modifier 59', '59'], ['modifier', '５９', '59'],
    ['place_of_service', '11', '11'], ['place_of_service', '1', '01'],
    ['diagnosis', 'm542', 'M54.2'], ['diagnosis', 'M54.2', 'M54.2'],
    ['denial_code', 'CO-97', '97'], ['denial_code', 'co97', '97'], ['denial_code', '97', '97'], ['denial_code', 'CO 97', '97'],
    ['remark_code', 'n390', 'N390'], ['provider_taxonomy', '225700000x', '225700000X'], ['payer', 'medicare', 'medicare'], ['edition', 'ncci_ptp', 'ncci_ptp'],
  ])('%s %j is %s', (kind, query, code) => {
    const reply = run(kind, query);
    expect(reply.found).toBe(true);
    expect(reply.matches[0]).toMatchObject({ code, match: { kind: 'code', confidence: 'strong' } });
    expect(reply.sources.length).toBeGreaterThan(0);
    expect(lookupReference.output.safeParse(reply).success).toBe(true);
    expect(lookupReference.render(reply)).toContain(code);
  });
  it('keeps the group that was written and gives the usual one', () => {
    expect(run('denial_code', 'CO-97').matches[0]).toMatchObject({ group: 'CO', usual_group: 'CO' });
  });
  it.each([['modifier', 'Q0X'], ['modifier', '??'], ['place_of_service', '48'], ['denial_code', '9999'], ['provider_taxonomy', '999999999X'], ['payer', 'zyxwvut'], ['edition', 'zyxwvut']])('%s %j is not found', (kind, query) => {
    const reply = run(kind, query);
    expect(reply.found).toBe(false);
    expect(reply.matches).toEqual([]);
    expect(reply.summary).toMatch(/not/);
  });
});

describe('diagnoses', () => {
  it('a category says what completes it', () => {
    const reply = run('diagnosis', 'M54.5');
    expect(reply.matches[0]).toMatchObject({ code: 'M54.5', billable: false, needs_seventh_character: false, more_specific: expect.arrayContaining(['M54.50', 'M54.59']) });
    expect(reply.matches.length).toBe(1);
  });
  it('was billable before it became a category', () => {
    expect(run('diagnosis', 'M54.5', { date_of_service: '2021-09-30' }).matches[0]).toMatchObject({ billable: true });
    expect(run('diagnosis', 'M54.5', { date_of_service: '2021-10-01' }).matches[0]).toMatchObject({ billable: false });
  });
  it('an injury code wants its seventh character', () => {
    expect(run('diagnosis', 'S13.4').matches[0]).toMatchObject({ billable: false, needs_seventh_character: true, more_specific: expect.arrayContaining(['S13.4XXD']) });
    expect(run('diagnosis', 's134xxd').matches[0]).toMatchObject({ code: 'S13.4XXD', billable: true, needs_seventh_character: false });
  });
  it('a code that is not on hand is not called invalid', () => {
    const reply = run('diagnosis', 'Q99.8');
    expect(reply).toMatchObject({ found: false, matches: [] });
    expect(reply.summary).toContain('not in the embedded');
    expect(reply.summary).toContain('does not make it invalid');
  });
  it('names the category above an unknown code', () => {
    const reply = run('diagnosis', 'M54.5Z');
    expect(reply.found).toBe(false);
    expect(reply.summary).toContain('M54.5');
    expect(reply.did_you_mean!.map((d) => d.code)).toContain('M54.5');
  });
  it('is found by words and in spite of a slip', () => {
    expect(run('diagnosis', 'neck pain').matches.map((m) => m.code)).toContain('M54.2');
    expect(run('diagnosis', 'sciatca').matches[0]).toMatchObject({ match: { kind: 'typo' } });
    expect(run('diagnosis', 'T12 pain').matches.every((m) => m.code !== 'T12.PAIN')).toBe(true);
  });
  it('half-open dates', () => {
    const row = testCatalog.diagnosis.get('M54.2')!;
    const from = { ...row, billable: true, needs_seventh_character: false, billable_from: '2024-10-01', billable_until: '2025-10-01' };
    expect(['2024-09-30', '2024-10-01', '2025-09-30', '2025-10-01'].map((d) => isBillableOn(from, d))).toEqual([false, true, true, false]);
    expect(isBillableOn({ ...row, billable: false, billable_until: undefined }, '2026-01-01')).toBe(false);
  });
});

describe('payers', () => {
  it.each([['Medicare Part B', 'medicare'], ['cash', 'self_pay']])('%s is %s', (query, code) => {
    expect(run('payer', query).matches[0]).toMatchObject({ code, origin: 'embedded' });
  });
  it('gives the facts of the profile', () => {
    const [hit] = run('payer', 'medicare').matches;
    expect(hit).toMatchObject({ kind: 'medicare', unit_method: { method: 'cms' }, ncci: expect.any(Object), recognises: expect.any(Object), timely_filing: expect.any(Object) });
  });
  it('offers no payer for words that name none', () => expect(run('payer', 'Zyxwvut Guild').found).toBe(false));
});

describe('editions', () => {
  it('lists every table with its dates, rows and age', () => {
    const reply = run('edition', 'all');
    expect(reply.matches.length).toBe(testCatalog.editions.length);
    for (const hit of reply.matches) {
      expect(hit).toMatchObject({ edition: expect.any(String), covers_from: expect.any(String), origin: 'embedded', out_of_date: expect.any(Boolean), refresh_from: expect.any(String) });
      expect(hit.rows, `rows of ${hit.code}`).toEqual(expect.any(Number));
    }
  });
  it.each([['hcpcs', '2024-09-01', false], ['hcpcs', '2026-11-23', true], ['modifiers', '2026-11-23', false]])('%s on %s is out of date: %s', (table, date, old) => {
    expect(run('edition', table, { date_of_service: date }).matches[0]).toMatchObject({ out_of_date: old });
  });
  it('an old table is out of date today and was not in its quarter', () => {
    expect(run('edition', 'ncci_ptp').matches[0]).toMatchObject({ out_of_date: true, in_force: false, rows: testCatalog.ptp_edits.length });
    expect(run('edition', 'ncci_ptp', { date_of_service: '2024-08-15' }).matches[0]).toMatchObject({ out_of_date: false, in_force: true });
  });
});

describe('lists', () => {
  it.each(['modifier', 'place_of_service', 'provider_taxonomy', 'payer'] as const)('all of %s', (kind) => {
    const reply = run(kind, 'all');
    expect(reply.total).toBe(reply.matches.length);
    expect(run(kind, 'all', { limit: 2 }).matches.length).toBe(2);
  });
  it('a modifier that is only known to exist is found by its code and by nothing else', () => {
    expect(run('modifier', 'all').matches.every((m) => m.modifier_kind !== 'listed')).toBe(true);
    const listed = testCatalog.modifiers.find((m) => m.kind === 'listed');
    if (listed) expect(run('modifier', listed.modifier)).toMatchObject({ found: true, matches: [{ code: listed.modifier }] });
  });
  it('at most 25 diagnoses', () => expect(run('diagnosis', 'all').matches.length).toBeLessThanOrEqual(25));
  it.each(referenceKinds)('%s answers the same twice', (kind) => expect(run(kind, 'pain service')).toEqual(run(kind, 'pain service')));
});

describe('refusals and marks', () => {
  it('a bad date is an argument error with an example', () => {
    expect(() => run('modifier', '59', { date_of_service: '2026-02-30' })).toThrow(ArgumentError);
    expect(() => run('modifier', '59', { date_of_service: '2026-02-30' })).toThrow(/2026-02-30.*YYYY-MM-DD.*Example/);
  });
  it('a letter of another alphabet is named', () => expect(run('modifier', 'GР').summary).toContain('another alphabet'));
  it('control characters are not quoted', () => expect(run('modifier', '\u001b[31mzyxwvut').summary).not.toContain('\u001b'));
  it('a denial code asked for as a remark code is pointed out', () => expect(run('denial_code', 'N390').summary).toContain('remark_code'));
});

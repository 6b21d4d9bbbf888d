/** Every kind of reference look-up: what it gives, on which day, in spite of which slips, and what it refuses to guess. */
import { describe, expect, it } from 'vitest';
import { referenceKinds, type ReferenceKind } from '../../src/catalog/reference.ts';
import { lookupReference } from '../../tools/lookup-reference.ts';
import { testCatalog } from './test-catalog.ts';

const run = (kind: ReferenceKind, query: string, date_of_service?: string) => lookupReference.run(lookupReference.input.parse({ kind, query, ...(date_of_service ? { date_of_service } : {}) }), { catalog: testCatalog, today: '2026-11-23' });
const first = (kind: ReferenceKind, query: string): string | undefined => run(kind, query).matches[0]?.code;

const tables: Record<ReferenceKind, readonly string[]> = {
  modifier: testCatalog.modifiers.map((r) => r.modifier), place_of_service: testCatalog.places.map((r) => r.code), diagnosis: testCatalog.diagnoses.map((r) => r.code),
  denial_code: testCatalog.denial_codes.map((r) => r.code), remark_code: testCatalog.remark_codes.map((r) => r.code), provider_taxonomy: testCatalog.taxonomies.map((r) => r.code),
  payer: testCatalog.payers.map((r) => r.id), edition: testCatalog.editions.map((r) => r.table),
};

/** What a match of each kind has beside the common fields. */
const fields: Record<ReferenceKind, readonly string[]> = {
  modifier: ['modifier_kind', 'bypasses_ptp', 'conflicts_with', 'valid_for', 'not_valid_for'], place_of_service: ['telehealth', 'unlikely_for_hands_on'],
  diagnosis: ['billable', 'needs_seventh_character'], denial_code: [], remark_code: [], provider_taxonomy: ['confidence'],
  payer: ['kind', 'unit_method', 'recognises', 'modifiers', 'limits', 'timely_filing', 'origin'], edition: ['table', 'edition', 'covers_from', 'rows', 'origin', 'out_of_date'],
};

describe.each(referenceKinds)('%s', (kind) => {
  it('finds every row of its table by its code, in lower case too, with its fields and sources', () => {
    for (const code of tables[kind]) {
      for (const written of [code, code.toLowerCase()]) {
        const reply = run(kind, written);
        expect(reply.matches[0], `${kind} ${written}`).toMatchObject({ code, match: { kind: 'code', confidence: 'strong' }, in_force: expect.any(Boolean) });
        for (const field of fields[kind]) expect(reply.matches[0], `${kind} ${written}`).toHaveProperty(field);
      }
    }
    const reply = run(kind, tables[kind][0]!);
    expect(lookupReference.output.safeParse(reply).success).toBe(true);
    expect(reply.sources.length).toBeGreaterThan(0);
    expect(reply.summary.length).toBeGreaterThan(5);
  });
  it('"all" lists it, in its order, as far as a list may be long', () => {
    const reply = run(kind, 'all');
    expect(reply.found).toBe(true);
    expect(reply.total).toBeGreaterThanOrEqual(reply.matches.length);
    expect(run(kind, ' ALL ').matches).toEqual(reply.matches);
    if (!['modifier', 'diagnosis', 'denial_code', 'remark_code'].includes(kind)) expect(reply.matches.map((m) => m.code).sort()).toEqual([...tables[kind]].sort());
  });
  it('does not pass off nonsense as found, nor as fine', () => {
    for (const query of ['qzxwvk', '@@@@', '\u0000', 'qzxwvk qzxwvj']) {
      const reply = run(kind, query);
      expect(reply, `${kind} ${query}`).toMatchObject({ found: false, matches: [] });
      expect(reply.summary).not.toMatch(/\b(fine|valid|ok)\b/i);
      expect(reply.summary).toMatch(/not/);
    }
  });
});

describe('words, everyday names and slips', () => {
  it.each<[ReferenceKind, string, string]>([
    ['modifier', 'bilateral', '50'], ['modifier', 'bilatral', '50'], ['modifier', 'unbundling', '59'], ['modifier', 'separate evaluation', '25'], ['modifier', 'therapy cap', 'KX'],
    ['modifier', 'advance beneficiary notice', 'GA'], ['modifier', 'physical therapy', 'GP'], ['modifier', 'cota', 'CO'], ['modifier', 'pta', 'CQ'], ['modifier', 'left', 'LT'],
    ['modifier', 'right side', 'RT'], ['modifier', 'video visit', '95'], ['modifier', 'audio only', '93'], ['modifier', 'active treatment', 'AT'], ['modifier', 'separate body part', 'XS'],
    ['place_of_service', 'office', '11'], ['place_of_service', 'house call', '12'], ['place_of_service', 'hotel', '16'], ['place_of_service', 'nursing home', '32'],
    ['place_of_service', 'skilled nursing', '31'], ['place_of_service', 'workplace', '18'], ['place_of_service', 'telehealth at home', '10'], ['place_of_service', 'offise', '11'],
    ['diagnosis', 'neck pain', 'M54.2'], ['diagnosis', 'fibromyalgia', 'M79.7'], ['diagnosis', 'whiplash', 'S13.4'], ['diagnosis', 'plantar fascitis', 'M72.2'], ['diagnosis', 'carpal tunnel left', 'G56.02'],
    ['denial_code', 'bundled', '97'], ['denial_code', 'timely filing', '29'], ['denial_code', 'medical necessity', '50'], ['denial_code', 'duplicate claim', '18'], ['denial_code', 'prior authorization', '197'],
    ['denial_code', 'ncci', '236'], ['denial_code', 'too many units', '151'], ['denial_code', 'out of network', '242'], ['denial_code', 'duplicte', '18'],
    ['remark_code', 'unlisted code description', 'N350'], ['remark_code', 'wrong npi', 'N290'], ['remark_code', 'unprocessable', 'MA130'],
    ['provider_taxonomy', 'massage therapist', '225700000X'], ['provider_taxonomy', 'LMT', '225700000X'], ['provider_taxonomy', 'chiropracter', '111N00000X'],
    ['payer', 'Medicare Part B', 'medicare'], ['payer', 'L&I', 'wa_lni'], ['payer', 'blue cross', 'commercial'], ['payer', 'aetan', 'aetna'],
    ['edition', 'ncci', 'ncci_ptp'], ['edition', 'icd-10', 'icd10cm'], ['edition', 'fee schedule', 'status'], ['edition', 'unit limits', 'mue'],
  ])('%s: %j is %s', (kind, query, code) => expect(first(kind, query)).toBe(code));
});

describe('near codes are offered, never given', () => {
  it.each<[ReferenceKind, string, string]>([
    ['provider_taxonomy', '225700000', '225700000X'], ['provider_taxonomy', '225700001X', '225700000X'], ['diagnosis', 'M54.22', 'M54.2'], ['diagnosis', 'N54.2', 'M54.2'], ['diagnosis', 'S13.4XXQ', 'S13.4XXD'],
    ['denial_code', '999', '199'], ['modifier', 'ZZ', 'GZ'], ['place_of_service', '63', '53'],
  ])('%s %j offers %s', (kind, query, near) => {
    const reply = run(kind, query);
    expect(reply).toMatchObject({ found: false, matches: [] });
    expect(reply.did_you_mean!.map((d) => d.code)).toContain(near);
    for (const offer of reply.did_you_mean!) expect(offer.because.length).toBeGreaterThan(5);
  });
  it('a diagnosis of another chapter is not near', () => expect(run('diagnosis', 'Z99.9').did_you_mean ?? []).toEqual([]));
  it.each<[ReferenceKind, string, RegExp]>([['diagnosis', '97124', /procedure code.*lookup_cpt/], ['modifier', 'G0283', /procedure code.*lookup_cpt/], ['remark_code', '97', /denial_code/], ['denial_code', 'N390', /remark_code/]])('%s %j says where to ask', (kind, query, text) => {
    expect(run(kind, query)).toMatchObject({ found: false });
    expect(run(kind, query).summary).toMatch(text);
  });
});

describe('diagnoses on their day', () => {
  it.each<[code: string, date: string, billable: boolean, in_force: boolean]>([
    ['M54.5', '2021-09-30', true, true], ['M54.5', '2021-10-01', false, true], ['M51.36', '2024-09-30', true, true], ['M51.36', '2024-10-01', false, true],
    ['M51.360', '2024-09-30', false, false], ['M51.360', '2024-10-01', true, true], ['R10.2', '2025-09-30', true, true], ['R10.2', '2025-10-01', false, true],
    ['R10.24', '2025-09-30', false, false], ['R10.24', '2025-10-01', true, true], ['G20.A1', '2023-09-30', false, false], ['G20.A1', '2023-10-01', true, true], ['M54.2', '2024-08-15', true, true],
  ])('%s on %s: billable %s, in force %s', (code, date, billable, in_force) => expect(run('diagnosis', code, date).matches[0]).toMatchObject({ code, billable, in_force }));
  it.each([['S13.4', 'S13.4XXA'], ['S16.1', 'S16.1XXD'], ['S39.012', 'S39.012S'], ['V43.52', 'V43.52XA']])('%s needs its seventh character, such as %s', (code, complete) => {
    expect(run('diagnosis', code).matches[0]).toMatchObject({ billable: false, needs_seventh_character: true, more_specific: expect.arrayContaining([complete]) });
    expect(run('diagnosis', complete).matches[0]).toMatchObject({ code: complete, billable: true, needs_seventh_character: false });
  });
  it.each([['M25.51', ['M25.511', 'M25.512', 'M25.519']], ['M54', ['M54.2', 'M54.5']], ['R51', ['R51.0', 'R51.9']]])('%s is completed by finer codes', (code, finer) => {
    expect(run('diagnosis', code).matches[0]).toMatchObject({ billable: false, more_specific: expect.arrayContaining(finer) });
  });
});

describe('denial codes on their day', () => {
  it.each([['15', '2018-04-30', true], ['15', '2018-05-01', false], ['125', '2013-10-31', true], ['125', '2013-11-01', false], ['97', '2024-08-15', true]])('%s on %s in force: %s', (code, date, in_force) => {
    expect(run('denial_code', code, date).matches[0]).toMatchObject({ code, in_force });
  });
});

it('every row of reference-words.csv names a row of its table, and no phrase stands for it twice', () => {
  for (const row of testCatalog.reference_words) {
    expect(tables[row.kind], `${row.kind} ${row.code}`).toContain(row.code);
    expect(new Set(row.words).size).toBe(row.words.length);
    for (const word of row.words) expect(run(row.kind, word).matches.slice(0, 5).map((m) => m.code), `${row.kind}: ${word}`).toContain(row.code);
    for (const source of row.sources) expect(testCatalog.source.has(source)).toBe(true);
  }
});

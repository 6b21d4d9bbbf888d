/** NCCI pairs against the table of 2024Q3 as CMS published it: every core pair in both orders, and nothing reported that is no pair. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClaimReply } from '../../src/rules/check-whole-claim.ts';
import { checkClaim as tool } from '../../tools/check-claim.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { buildCatalog } from '../../src/catalog/catalog.ts';

const never = 'ptp-pair-never-allowed';
const needs = 'ptp-pair-needs-modifier';
const pairRules = [never, needs];

/** Column one, column two, modifier indicator: the active practitioner pairs around hands-on care, effective 2024-07-01. */
const rows = readFileSync(new URL('ptp-core-pairs.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((row) => row.split(',') as [string, string, string]);

const check = (codes: string[], more: object = {}): ClaimReply => tool.run(
  tool.input.parse({ payer: 'medicare', date_of_service: '2024-08-15', diagnosis_codes: ['M54.2'], ...more, lines: codes.map((code) => ({ code, units: 1 })) }),
  { catalog: testCatalog, today: '2026-11-23' },
);
const reported = (reply: ClaimReply): unknown[] => reply.findings.filter((f) => pairRules.includes(f.rule)).map((f) => [f.rule, f.severity, f.line, f.data.column_one, f.data.column_two, f.data.indicator]);

it('the fixture holds the 808 core pairs', () => {
  expect(rows).toHaveLength(808);
  expect(new Set(rows.map((r) => r[2]))).toEqual(new Set(['0', '1']));
});

describe('a published pair is reported once, on its column two line, with its indicator', () => {
  const columnOnes = [...new Set(rows.map((r) => r[0]))];
  it.each(columnOnes)('column one %s', (columnOne) => {
    for (const [one, two, indicator] of rows.filter((r) => r[0] === columnOne)) {
      const rule = indicator === '0' ? never : needs;
      expect(reported(check([one, two])), `${one} then ${two}`).toEqual([[rule, 'error', 2, one, two, indicator]]);
      expect(reported(check([two, one])), `${two} then ${one}`).toEqual([[rule, 'error', 1, one, two, indicator]]);
    }
  });
});

it('a bypass modifier lifts every pair of indicator 1 and none of indicator 0', () => {
  for (const [one, two, indicator] of rows) {
    const visit = testCatalog.code.get(two)!.group === 'office_visit';
    const lines = [{ code: one, units: 1 }, { code: two, units: 1, modifiers: [visit ? '25' : 'XS'] }];
    const reply = tool.run(tool.input.parse({ payer: 'medicare', date_of_service: '2024-08-15', lines }), { catalog: testCatalog, today: '2026-11-23' });
    expect(reported(reply).length, `${one}/${two}`).toBe(indicator === '0' ? 1 : 0);
  }
});

/** Pairs that old pages still print: ended or withdrawn from their own first day (indicator 9) before 2024Q3, or never published. */
it.each([
  ['97530', '97116', 'withdrawn from its own first day'], ['97140', '97530', 'ended 2019-12-31'], ['97530', '97535', 'ended 2021-12-31'], ['97110', '97140', 'withdrawn 1999'],
  ['97110', '97530', 'withdrawn 1999'], ['97140', '97164', 'withdrawn 2020-10-01'], ['97161', '97140', 'withdrawn 2020-01-01'], ['97112', '97124', 'never'], ['97530', '97124', 'never'],
  ['97810', '97124', 'never'], ['98925', '97124', 'never'], ['99213', '97124', 'ended 2000'], ['20560', '97140', 'never'],
])('%s with %s is no pair on 2024-08-15 (%s)', (a, b) => {
  for (const codes of [[a, b], [b, a]]) {
    const reply = check(codes);
    expect(reported(reply)).toEqual([]);
    expect(reply.not_checked.filter((n) => pairRules.includes(n.rule))).toEqual([]);
  }
});

it('a row of indicator 9 was never in force', () => {
  const withdrawn = buildCatalog({ ...testCatalog, ptp_edits: testCatalog.ptp_edits.map((e) => ({ ...e, indicator: '9' as const })) });
  for (const [one, two] of rows.slice(0, 50)) {
    const reply = tool.run(tool.input.parse({ payer: 'medicare', date_of_service: '2024-08-15', lines: [{ code: one, units: 1 }, { code: two, units: 1 }] }), { catalog: withdrawn, today: '2026-11-23' });
    expect(reported(reply)).toEqual([]);
  }
});

describe('200 pairs drawn from the embedded codes that stand in no row of the table', () => {
  const published = new Set(testCatalog.ptp_edits.flatMap((e) => [`${e.column_one}/${e.column_two}`, `${e.column_two}/${e.column_one}`]));
  const codes = testCatalog.codes.map((c) => c.code);
  // A small linear congruential generator: the same 200 pairs in every run.
  let state = 20240815;
  const draw = (): string => codes[(state = (state * 1103515245 + 12345) % 2147483648) % codes.length]!;
  const drawn = new Map<string, [string, string]>();
  while (drawn.size < 200) {
    const [a, b] = [draw(), draw()];
    if (a !== b && !published.has(`${a}/${b}`) && !drawn.has(`${b}/${a}`)) drawn.set(`${a}/${b}`, [a, b]);
  }
  const pairs = [...drawn.values()];

  it('are not reported, and the quarter of the table answers for them', () => {
    for (const pair of pairs) {
      const reply = check(pair);
      expect(reported(reply), pair.join('/')).toEqual([]);
      expect(reply.passed, pair.join('/')).toEqual(expect.arrayContaining(pairRules));
      expect(reply.edition.ncci_ptp).toBe('2024Q3');
    }
  });
  it.each(['2024-06-30', '2024-10-01', '2026-11-20'])('on %s, which the table does not cover, are said not to be checked, and it matters', (date_of_service) => {
    for (const pair of pairs) {
      const reply = check(pair, { date_of_service });
      expect(reported(reply), pair.join('/')).toEqual([]);
      for (const rule of pairRules) {
        expect(reply.not_checked.filter((n) => n.rule === rule), pair.join('/')).toMatchObject([{ matters: true, needs: ['current NCCI table'] }]);
      }
      expect(reply.edition.not_covered).toContain('ncci_ptp');
      expect(reply.verdict).not.toBe('no_problem_found');
    }
  });
  it.each(['2024-07-01', '2024-09-30'])('%s is inside the edition', (date_of_service) => {
    for (const pair of pairs.slice(0, 40)) expect(check(pair, { date_of_service }).passed).toEqual(expect.arrayContaining(pairRules));
  });
});

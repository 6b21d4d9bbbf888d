/** The scoring of the evaluation set can fail, and the random typos are one edit each. */
import { expect, it } from 'vitest';
import type { LookupReply } from '../../src/search/lookup.ts';
import type { SuggestReply } from '../../src/session/suggest.ts';
import { editDistance } from '../../src/claim/edit-distance.ts';
import { type EvalQuery, type EvalSession, type SessionExpectation, typoPhrases } from './eval-set.ts';
import { seeded, withTypo } from './random-typo.ts';
import { percent, scoreQuery, scoreSession, tally } from './score.ts';

const query = (accept: string[], more: Partial<EvalQuery> = {}): EvalQuery => ({ id: 'q', query: 'x', kind: 'synonym', voice: 'biller', held_out: false, accept, ...more });
const found = (codes: string[], confidence = 'strong', instead: string[] = []): LookupReply =>
  ({ found: codes.length > 0, matches: codes.map((code) => ({ code, match: { confidence } })), did_you_mean: instead.map((code) => ({ code, because: '' })) }) as unknown as LookupReply;

it.each([
  ['an accepted code first', query(['97124']), found(['97124', '97140']), true, true],
  ['an accepted code second', query(['97140']), found(['97124', '97140']), false, true],
  ['no accepted code', query(['97110']), found(['97124', '97140']), false, false],
  ['nothing found', query(['97110']), found([], 'weak', ['97110']), false, false],
  ['sure out of domain', query([], { kind: 'out_of_domain' }), found(['97124']), false, false],
  ['unsure out of domain', query([], { kind: 'out_of_domain' }), found(['97124'], 'possible'), true, true],
  ['a lone sure code where both are claimed', query(['97124', '97140'], { kind: 'contested', ask: true }), found(['97124', '97110']), false, false],
  ['both codes where both are claimed', query(['97124', '97140'], { kind: 'contested', ask: true }), found(['97124', '97140']), true, true],
  ['abstaining with the codes named', query(['97139'], { kind: 'contested', ask: true }), found([], 'weak', ['97139']), true, true],
])('query: %s', (_, entry, reply, top1, top3) => {
  expect(scoreQuery(entry, reply)).toMatchObject({ top1, top3 });
});

const session = (expectation: SessionExpectation): EvalSession => ({ id: 's', service: 'x', kind: 'minutes', voice: 'biller', held_out: false, expect: expectation });
const told = (lines: [code: string, units: number, minutes?: number][], leads: string[][] = [], more: Partial<{ billable: boolean; asked: string[]; confidence: string }> = {}): SuggestReply => ({
  lines: lines.map(([code, units, minutes]) => ({ code, units, minutes })),
  services: leads.map((codes) => ({ billable: more.billable ?? true, candidates: codes.map((code) => ({ code, confidence: more.confidence ?? 'strong' })) })),
  questions: (more.asked ?? []).map((field) => ({ field })),
}) as unknown as SuggestReply;

it.each([
  ['all as expected', { codes: [['97140'], ['97110']], units: { 97140: 2, 97110: 1 }, minutes: { 97140: 25 } }, told([['97140', 2, 25], ['97110', 1, 20]]), true, true],
  ['a unit too many', { codes: [['97140']], units: { 97140: 2 } }, told([['97140', 3, 30]]), true, false],
  ['other minutes', { codes: [['97140']], units: { 97140: 2 }, minutes: { 97140: 30 } }, told([['97140', 2, 25]]), true, false],
  ['a service left out', { codes: [['97140'], ['97110']] }, told([['97140', 2]]), false, false],
  ['a line too many', { codes: [['97140']] }, told([['97140', 2], ['97124', 2]]), false, false],
  ['a line that was ruled out', { codes: [['97140'], ['97124']], excluded: ['97124'] }, told([['97140', 2], ['97124', 2]]), false, false],
  ['an accepted first candidate without a line', { codes: [['97124', '97140']], no_line: true, question_fields: ['technique'] }, told([], [['97140']], { asked: ['technique'] }), true, true],
  ['a question not asked', { codes: [['97124', '97140']], question_fields: ['technique'] }, told([], [['97140']], { asked: ['payer'] }), true, false],
  ['a line where there should be none', { codes: [['97124']], no_line: true }, told([['97124', 4]]), true, false],
  ['billable where it is not', { codes: [['97124']], billable: false }, told([], [['97124']]), true, false],
  ['sure where there is no code', { codes: [], no_line: true }, told([], [['97124']]), false, false],
  ['unsure where there is no code', { codes: [], no_line: true }, told([], [['97124']], { confidence: 'weak' }), true, true],
] as [string, SessionExpectation, SuggestReply, boolean, boolean][])('session: %s', (_, expectation, reply, top1, right) => {
  expect(scoreSession(session(expectation), reply)).toMatchObject({ top1, right });
});

it('adds up and rounds down', () => {
  const scores = [scoreQuery(query(['97124']), found(['97124'])), scoreQuery(query(['97140']), found(['97124', '97140'])), scoreQuery(query(['97110']), found(['97124']))];
  expect(tally(scores)).toMatchObject({ n: 3, top1: 1, top3: 2 });
  expect([percent(2, 3), percent(0, 0)]).toEqual([66, 100]);
});

it('makes one edit in a word of five letters or more, the same for the same seed', () => {
  const typed = (seed: number): string[] => { const random = seeded(seed); return typoPhrases.map((p) => withTypo(p.phrase, random)); };
  expect(typed(7)).toEqual(typed(7));
  expect(typed(7)).not.toEqual(typed(8));
  typed(7).forEach((made, i) => {
    const before = typoPhrases[i]!.phrase.split(' ');
    const after = made.split(' ');
    const changed = after.flatMap((w, k) => (w === before[k] ? [] : [k]));
    expect(after).toHaveLength(before.length);
    expect(changed).toHaveLength(1);
    expect(before[changed[0]!]!.length).toBeGreaterThanOrEqual(5);
    expect(editDistance(before[changed[0]!]!, after[changed[0]!]!)).toBe(1);
  });
});

/** The shape of the evaluation set: known kinds and codes, no id twice, a third held out (apart from those added for tuning), a third of the sessions long. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { type EvalEntry, ordinaryWords, queries, queryKinds, sessionKinds, sessions, typoPhrases, wordCount } from './eval-set.ts';

const codesOf = (file: string): string[] => (parse(readFileSync(new URL(`../../catalog/${file}`, import.meta.url)), { columns: true }) as { code: string }[]).map((r) => r.code);
const known = new Set([...codesOf('codes.csv'), ...codesOf('deleted-codes.csv')]);
const fields = ['service', 'technique', 'purpose', 'body_regions', 'attended', 'machine_or_hands', 'participants', 'number_of_muscles', 'spinal_regions', 'evaluation_complexity', 'needle_reinsertion', 'wound_area', 'plan_of_care',
  'minutes', 'payer', 'provider_type', 'place_of_service', 'diagnosis_codes', 'date_of_service'];
const byKind = (entries: EvalEntry[], kind: string): EvalEntry[] => entries.filter((e) => e.kind === kind);
/** Entries whose id begins with x- were added later, for tuning only: none is held out, and the third is counted without them. */
const forTuningOnly = (e: EvalEntry): boolean => e.id.startsWith('x-');
const repeated = (values: string[]): string[] => values.filter((v, i) => values.indexOf(v) !== i);

it('is large enough', () => {
  expect(queries.length).toBeGreaterThanOrEqual(220);
  expect(sessions.length).toBeGreaterThanOrEqual(150);
  expect(ordinaryWords).toHaveLength(300);
  expect(typoPhrases).toHaveLength(120);
});

it('names each entry once and asks nothing twice', () => {
  expect(repeated(queries.map((q) => q.id))).toEqual([]);
  expect(repeated(sessions.map((s) => s.id))).toEqual([]);
  expect(repeated(queries.map((q) => q.query))).toEqual([]);
  expect(repeated(sessions.map((s) => s.service))).toEqual([]);
  expect(repeated(ordinaryWords)).toEqual([]);
  expect(repeated(typoPhrases.map((p) => p.phrase))).toEqual([]);
});

it.each([['queries', queries, queryKinds], ['sessions', sessions, sessionKinds]] as [string, EvalEntry[], string[]][])('%s: known kinds, a third of each held out, all voices', (_, entries, kinds) => {
  expect([...new Set(entries.map((e) => e.kind))].sort()).toEqual([...kinds].sort());
  for (const kind of kinds) {
    const of = byKind(entries, kind).filter((e) => !forTuningOnly(e));
    expect(of.length, kind).toBeGreaterThanOrEqual(12);
    // Each writer's every third entry of a kind.
    expect(Math.abs(of.filter((e) => e.held_out).length / of.length - 1 / 3), `${kind}: a third held out`).toBeLessThanOrEqual(0.06);
  }
  expect(entries.filter((e) => forTuningOnly(e) && e.held_out).map((e) => e.id)).toEqual([]);
  expect([...new Set(entries.map((e) => e.voice))].filter((v) => !['therapist', 'biller', 'patient', 'dictated'].includes(v))).toEqual([]);
});

it('knows every code that it accepts or rules out', () => {
  const used = [...queries.flatMap((q) => q.accept), ...typoPhrases.flatMap((p) => p.accept), ...sessions.flatMap((s) => [...s.expect.codes.flat(), ...(s.expect.excluded ?? []), ...Object.keys(s.expect.units ?? {}), ...Object.keys(s.expect.minutes ?? {})])];
  expect([...new Set(used)].filter((c) => !known.has(c))).toEqual([]);
});

it.each(queries.map((q) => [q.id, q] as const))('%s is a query of the contract', (_, q) => {
  expect(q.query.length).toBeGreaterThan(0);
  expect(q.query.length).toBeLessThanOrEqual(200);
  expect(q.accept.length === 0, 'nothing accepted means out of domain').toBe(q.kind === 'out_of_domain');
  if (q.ask) expect(q.accept.length).toBeGreaterThan(0);
});

it.each(sessions.map((s) => [s.id, s] as const))('%s is a session of the contract', (_, s) => {
  const { codes, units = {}, minutes = {}, excluded = [], question_fields: asked = [], no_line: noLine } = s.expect;
  expect(s.service.length).toBeLessThanOrEqual(4000);
  expect(asked.filter((f) => !fields.includes(f))).toEqual([]);
  expect(codes.every((alternatives) => alternatives.length > 0)).toBe(true);
  expect(Object.keys(units).filter((c) => excluded.includes(c)), 'a code with units is not ruled out').toEqual([]);
  expect(Object.keys(units).every((c) => codes.flat().includes(c)), 'units belong to an accepted code').toBe(true);
  // Without units where the minutes are too few for one, or where a question about the code is open.
  expect(Object.keys(minutes).every((c) => codes.flat().includes(c)), 'minutes belong to an accepted code').toBe(true);
  expect(noLine && Object.keys(units).length > 0, 'no line, no units').toBeFalsy();
  expect(codes.length > 0 || noLine, 'nothing accepted means no line').toBe(true);
});

it('has a third of its sessions long, 60 to 200 words', () => {
  const words = sessions.filter((s) => !forTuningOnly(s)).map((s) => wordCount(s.service));
  expect(words.filter((n) => n >= 60).length / words.length).toBeGreaterThanOrEqual(1 / 3);
  expect(Math.max(...words)).toBeLessThanOrEqual(200);
});

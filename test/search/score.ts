/** Scores one reply against one entry of the evaluation set, and adds the scores up. */
import type { LookupReply } from '../../src/search/lookup.ts';
import type { SuggestReply } from '../../src/session/suggest.ts';
import type { EvalQuery, EvalSession } from './eval-set.ts';

/** How one entry came out; `units` is absent where no units are expected, `got` is what stands in a list of failures. */
export interface Score { id: string; kind: string; heldOut: boolean; top1: boolean; top3: boolean; right: boolean; confidentOutside: boolean; units?: boolean; services?: number; wrong: string[]; got: string }

/** Several scores as counts. */
export interface Tally { n: number; top1: number; top3: number; right: number; withUnits: number; units: number; confidentOutside: number }

/**
 * A query is right at 1 when an accepted code comes first. Out of domain it is right when nothing is sure of itself.
 * A contested one must not show a single sure code alone; for it an abstention that names the codes is an answer.
 */
export function scoreQuery(entry: EvalQuery, reply: LookupReply): Score {
  const shown = reply.matches.map((m) => m.code);
  const listed = shown.length > 0 || !entry.ask ? shown : (reply.did_you_mean ?? []).map((d) => d.code);
  const accepted = (code: string): boolean => entry.accept.includes(code);
  const sure = reply.matches[0]?.match.confidence === 'strong';
  const outside = entry.kind === 'out_of_domain';
  const alone = entry.ask === true && sure && listed.slice(0, 3).filter(accepted).length < 2;
  const top1 = outside ? !sure : listed.slice(0, 1).some(accepted) && !alone;
  const top3 = outside ? !sure : listed.slice(0, 3).some(accepted) && !alone;
  const got = `${shown.slice(0, 3).map((code, i) => `${code} ${reply.matches[i]!.match.confidence}`).join(', ') || 'nothing'}${shown.length === 0 && reply.did_you_mean ? ` (did you mean ${reply.did_you_mean.slice(0, 3).map((d) => d.code).join(', ')})` : ''}`;
  return { id: entry.id, kind: entry.kind, heldOut: entry.held_out, top1, top3, right: top1, confidentOutside: outside && sure, wrong: alone ? ['a lone sure code'] : [], got };
}

/**
 * A session is right at 1 when each of its services leads with an accepted code (in a line, or as a first candidate)
 * and no line is there that should not be. It is right as a whole when units, minutes, questions and "billable" are too.
 */
export function scoreSession(entry: EvalSession, reply: SuggestReply): Score {
  const { codes, units, minutes = {}, excluded = [], billable, question_fields: fields, no_line: noLine } = entry.expect;
  const lines = reply.lines.map((l) => l.code);
  const within = (rank: number): boolean => codes.every((alternatives) => alternatives.some((code) => lines.includes(code) || reply.services.some((s) => s.candidates.slice(0, rank).some((c) => c.code === code))));
  const sure = reply.services.some((s) => s.candidates[0]?.confidence === 'strong');
  const extra = lines.filter((code) => excluded.includes(code) || !codes.flat().includes(code));
  const wrong: string[] = [];
  const check = (ok: boolean, what: string): boolean => { if (!ok) wrong.push(what); return ok; };
  const linesFit = check(extra.length === 0, `line ${extra.join(', ')}`);
  const silent = codes.length > 0 || check(!sure, 'sure of a code where there is none');
  const top1 = check(within(1), 'codes') && linesFit && silent;
  const top3 = within(3) && linesFit && silent;
  const unitsRight = units && Object.entries(units).every(([code, n]) => sumOf(reply, code, 'units') === n) && Object.entries(minutes).every(([code, n]) => sumOf(reply, code, 'minutes') === n);
  if (units) check(unitsRight!, 'units or minutes');
  if (noLine) check(lines.length === 0, 'a line');
  if (billable !== undefined) check(billable ? reply.services.every((s) => s.billable) : reply.services.some((s) => !s.billable), 'billable');
  if (fields) check(reply.questions.some((q) => fields.includes(q.field)), `no question about ${fields.join(' or ')}`);
  const got = `lines ${reply.lines.map((l) => `${l.code}x${l.units}${l.minutes === undefined ? '' : `=${l.minutes}`}`).join(' ') || 'none'}; leads ${reply.services.map((s) => s.candidates[0]?.code ?? '-').join(' ') || 'none'}`;
  return { id: entry.id, kind: entry.kind, heldOut: entry.held_out, top1, top3, right: wrong.length === 0, confidentOutside: codes.length === 0 && (sure || lines.length > 0), ...(units ? { units: unitsRight } : {}), services: codes.length, wrong, got };
}

function sumOf(reply: SuggestReply, code: string, field: 'units' | 'minutes'): number {
  return reply.lines.filter((l) => l.code === code).reduce((n, l) => n + (l[field] ?? 0), 0);
}

/** Adds scores up. */
export function tally(scores: readonly Score[]): Tally {
  const count = (test: (s: Score) => boolean): number => scores.filter(test).length;
  return { n: scores.length, top1: count((s) => s.top1), top3: count((s) => s.top3), right: count((s) => s.right), withUnits: count((s) => s.units !== undefined), units: count((s) => s.units === true), confidentOutside: count((s) => s.confidentOutside) };
}

/** A share in whole percent, rounded down; nothing counted is all right. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((100 * part) / whole));

/** The arguments of explain_wrong_code_consequences, checked and resolved: which mistakes, which direction, whose rules. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ClaimStatus, Direction, Mistake, MistakeRow, PayerGroup } from '../catalog/consequences-schema.ts';
import type { PtpRow } from '../catalog/schemas.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import { isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { resolvePayer, type ResolvedPayer } from '../claim/payer.ts';
import { activePair, judgeCode, splitCodes, type BilledCode } from './billed-code.ts';

export interface ConsequencesRequest {
  billed_code: string; correct_code?: string; service_performed?: string; mistake?: Mistake; payer?: string; claim_status?: ClaimStatus;
  paid_amount?: number; claims_affected?: number; knowing?: boolean; identified_on?: string; date_of_service?: string;
}

export interface Case {
  billed: BilledCode;
  /** The codes beside it, when several were named as billed. */
  billed_with: BilledCode[];
  correct?: BilledCode;
  /** Billed and correct code are one and the same. */
  same: boolean;
  /** An active edit between the two codes billed, or between billed and correct code. */
  pair?: PtpRow;
  mistakes: Mistake[];
  rows: MistakeRow[];
  direction: Direction;
  payer: ResolvedPayer;
  group: PayerGroup;
  status?: ClaimStatus;
  paid_amount?: number;
  claims_affected: number;
  knowing?: boolean;
  identified_on?: IsoDate;
  date_of_service?: IsoDate;
  service_performed?: string;
  /** Refused, or to be refused, for lateness. */
  late: boolean;
  today: IsoDate;
}

/** Read and resolve the request. Throws an ArgumentError at a bad date, amount or count. */
export function readCase(catalog: Catalog, request: ConsequencesRequest, today: IsoDate): Case {
  const dateOfService = checkedDate('date_of_service', request.date_of_service, '2024-08-15');
  const identifiedOn = checkedDate('identified_on', request.identified_on, '2026-11-02');
  checkAmount(request.paid_amount);
  checkCount(request.claims_affected);
  if (request.billed_code.trim() === '') throw new ArgumentError('billed_code is empty: give the code that stands on the claim, such as "97140".');
  const date = dateOfService ?? today;
  const [first, ...others] = splitCodes(request.billed_code).map((code) => judgeCode(catalog, code, date));
  const billed = first!;
  const correct = request.correct_code === undefined || request.correct_code.trim() === '' ? undefined : judgeCode(catalog, request.correct_code, date);
  const same = correct?.code === billed.code && others.length === 0;
  const together = [billed, ...others].map((c) => c.code);
  const billedPair = together.flatMap((a, i) => together.slice(i + 1).map((b) => activePair(catalog, a, b))).find(Boolean);
  const pair = billedPair ?? (correct && !same ? activePair(catalog, billed.code, correct.code) : undefined);
  const mistakes = mistakesOf(request.mistake, { billed, correct, same, alone: others.length === 0, bothBilled: billedPair !== undefined });
  const rows = mistakes.map((m) => catalog.consequences.mistakes[m]);
  const payer = resolvePayer(catalog, request.payer);
  return {
    billed, billed_with: others, correct, same, pair, mistakes, rows,
    direction: directionOf(rows, request.claim_status, billed),
    payer, group: groupOf(payer), status: request.claim_status,
    paid_amount: request.paid_amount, claims_affected: request.claims_affected ?? 1, knowing: request.knowing,
    identified_on: identifiedOn, date_of_service: dateOfService, service_performed: request.service_performed, late: mistakes[0] === 'late_filing', today,
  };
}

/** The mistake named, and what the codes show besides. Codes that differ are a wrong code; which pays more is never guessed. */
function mistakesOf(given: Mistake | undefined, codes: { billed: BilledCode; correct?: BilledCode; same: boolean; alone: boolean; bothBilled: boolean }): Mistake[] {
  const found: Mistake[] = given ? [given] : [];
  const add = (mistake: Mistake): void => { if (!found.includes(mistake)) found.push(mistake); };
  const ofTheCode: Mistake[] = ['upcoded', 'downcoded', 'wrong_code'];
  if (codes.bothBilled) add('unbundled');
  const differ = codes.correct !== undefined && !codes.same;
  const invalid = codes.billed.state !== 'in_force';
  if (!codes.bothBilled && (differ || invalid) && !found.some((m) => ofTheCode.includes(m))) add('wrong_code');
  // Nothing but the billed code: the question is what follows if it is wrong.
  if (found.length === 0 && codes.correct === undefined && codes.alone) add('wrong_code');
  return found;
}

/** 'unknown' unless the status or the kind of mistake decides it; kinds that disagree leave it unknown. */
function directionOf(rows: readonly MistakeRow[], status: ClaimStatus | undefined, billed: BilledCode): Direction {
  if (status === 'denied') return 'denied';
  if (rows.length === 0) return 'unknown';
  if (status !== 'paid' && (billed.state === 'not_in_force' || billed.state === 'misprint' || billed.state === 'malformed')) return 'denied';
  const all = rows.map((row) => (status === 'paid' ? row.direction_when_paid : row.direction));
  const decided = new Set(all.filter((d) => d !== 'unknown'));
  const [only] = decided;
  if (decided.size !== 1 || only === undefined) return 'unknown';
  // A wrong code beside an underpaying mistake may still have paid too much.
  return only === 'underpaid' && all.includes('unknown') ? 'unknown' : only;
}

/** Whose rules decide for a payer. */
export function groupOf(payer: ResolvedPayer): PayerGroup {
  const { kind, federal } = payer.profile;
  if (kind === 'medicare' || kind === 'self_pay' || kind === 'unknown') return kind;
  return federal ? 'federal' : 'other';
}

/** A real day, or an ArgumentError that names the argument; absent or blank is undefined. */
export function checkedDate(field: string, text: string | undefined, example: string): IsoDate | undefined {
  const date = text?.normalize('NFKC').trim();
  if (date === undefined || date === '') return undefined;
  if (isIsoDate(date)) return date;
  throw new ArgumentError(`${field} "${quote(date, 40)}" is not a calendar date: a real day written YYYY-MM-DD is accepted, for example ${field}: "${example}".`);
}

function checkAmount(amount: number | undefined): void {
  if (amount === undefined || (Number.isFinite(amount) && amount >= 0 && amount <= 1e9)) return;
  throw new ArgumentError(`paid_amount ${amount} cannot be used: the dollars paid for one claim, 0 to 1,000,000,000, are accepted, for example paid_amount: 62.50.`);
}

function checkCount(count: number | undefined): void {
  if (count === undefined || (Number.isInteger(count) && count >= 1 && count <= 1_000_000)) return;
  throw new ArgumentError(`claims_affected ${count} cannot be used: a whole number from 1 to 1,000,000 is accepted, for example claims_affected: 12.`);
}

/** The sources a reply to this payer may rest on: law of federal programs is not cited to others. */
export function sourcesFor(kase: Pick<Case, 'group'>, ids: readonly string[]): string[] {
  if (kase.group !== 'other' && kase.group !== 'self_pay') return [...new Set(ids)];
  return [...new Set(ids.map((id) => (federalSources.has(id) ? 'nonpayer-state-law' : id)))];
}

const federalSources: ReadonlySet<string> = new Set(['sixty-day-rule', 'false-claims-act', 'cmp-exclusion']);

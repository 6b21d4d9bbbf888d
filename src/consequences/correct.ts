/** How a mistake is put right at the status given, what not to do, how to prevent it, and what is at stake in money. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ClaimStatus, MistakeRow, Stated } from '../catalog/consequences-schema.ts';
import { deadlineOf, type Deadline } from './deadlines.ts';
import type { Case } from './read-case.ts';
import { isFederal } from './stages.ts';

export interface CorrectionStep { step: string; how: string; deadline?: Deadline }
export interface Exposure { repay?: number; per_claim_penalty?: [number, number]; note: string }
export interface Sourced<T> { value: T; sources: string[] }

/** The steps for the status; without one, those before sending, and the first thing to find out. */
export function correctionSteps(catalog: Catalog, kase: Case): Sourced<CorrectionStep[]> {
  const table = catalog.consequences;
  const row = leadingRow(kase);
  if (!row) return { value: [{ step: 'Name the mistake', how: 'The codes show none. If something else is wrong (units, modifier, diagnosis, provider, authorization), give it as mistake.' }], sources: [] };
  const status: ClaimStatus = kase.status ?? 'not_sent';
  const sources: string[] = [];
  const steps: CorrectionStep[] = kase.status === undefined
    ? [{ step: 'Find out what became of the claim', how: 'The steps below are for a claim not sent yet. A rejected one is sent again, a denied one corrected, a paid one corrected and refunded: give claim_status for those steps.' }]
    : [];
  for (const id of row.correct[status]) {
    const step = table.steps[id];
    if (!step) continue;
    const limit = step.deadline ? deadlineOf(catalog, kase, step.deadline) : undefined;
    const how = fill(step.how_for?.[kase.group] ?? step.how, kase, row);
    steps.push({ step: step.step, how, ...(limit ? { deadline: limit.deadline } : {}) });
    sources.push(...step.sources, ...(limit?.sources ?? []));
  }
  return { value: steps, sources };
}

/** The first mistake, unless it only underpays and another does not. */
function leadingRow(kase: Case): MistakeRow | undefined {
  return kase.rows.find((row) => row.direction_when_paid !== 'underpaid') ?? kase.rows[0];
}

function fill(text: string, kase: Case, row: MistakeRow): string {
  const correct = kase.correct && kase.correct.state === 'in_force' ? kase.correct.code : 'the code that describes what was done';
  return text.replaceAll('{fix}', row.fix).replaceAll('{correct}', correct).replaceAll('{billed}', kase.billed.code).trim();
}

export function doNot(catalog: Catalog, kase: Case): Sourced<string[]> {
  const { do_not_always: always, do_not_when_paid: whenPaid } = catalog.consequences;
  return texts([...kase.rows.flatMap((row) => row.do_not), ...always, ...(kase.status === 'paid' && kase.direction !== 'underpaid' ? whenPaid : [])]);
}

export function prevention(kase: Case): Sourced<string[]> {
  return texts(kase.rows.flatMap((row) => row.prevention));
}

function texts(all: readonly Stated[]): Sourced<string[]> {
  return { value: [...new Set(all.map((t) => t.text))], sources: all.flatMap((t) => t.sources) };
}

/** Money at stake, from the figures given and the dated public penalty only; undefined where neither speaks. */
export function exposureOf(catalog: Catalog, kase: Case): Sourced<Exposure> | undefined {
  const sources: string[] = [];
  const notes: string[] = [];
  const exposure: Omit<Exposure, 'note'> = {};
  if (kase.paid_amount !== undefined) {
    const blocked = whyNothingToRepay(kase);
    if (blocked) notes.push(blocked);
    else {
      exposure.repay = Math.round(kase.paid_amount * 100 * kase.claims_affected) / 100;
      notes.push(`${dollars(kase.paid_amount)} a claim x ${count(kase.claims_affected)} = ${dollars(exposure.repay)}, the most at stake: only the difference is owed where the right line was payable.`);
      if (kase.status === undefined) notes.push('It is owed only if the claims were paid.');
      sources.push('claimlint');
    }
  }
  const sent = kase.status !== undefined && kase.status !== 'not_sent';
  if (kase.knowing === true && isFederal(kase) && kase.status !== 'not_sent' && kase.rows.length > 0) {
    const { low, high, text } = catalog.consequences.penalty;
    exposure.per_claim_penalty = [low, high];
    notes.push(text);
    if (kase.claims_affected > 1) notes.push(`For ${count(kase.claims_affected)}: ${dollars(low * kase.claims_affected)} to ${dollars(high * kase.claims_affected)}.`);
    if (!sent) notes.push('It needs a claim that was sent.');
    sources.push(...catalog.consequences.penalty.sources);
  }
  return notes.length > 0 ? { value: { ...exposure, note: notes.join(' ') }, sources } : undefined;
}

function whyNothingToRepay(kase: Case): string | undefined {
  if (kase.rows.length === 0) return 'No mistake was named, so nothing is counted as owed.';
  if (kase.status === 'not_sent' || kase.status === 'rejected') return 'Nothing was paid on a claim that was not sent or was rejected, so nothing is owed back.';
  if (kase.status === 'denied') return 'Nothing was paid on a line that was denied, so nothing is owed back for it.';
  if (kase.direction === 'underpaid') return 'The mistake asks for less than was earned, so nothing is owed back.';
  return undefined;
}

function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 })}`;
}

function count(claims: number): string {
  return `${claims.toLocaleString('en-US')} ${claims === 1 ? 'claim' : 'claims'}`;
}

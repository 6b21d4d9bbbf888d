/** The two or three sentences that answer the question by themselves. */
import type { Catalog } from '../catalog/catalog.ts';
import { deadlineOf } from './deadlines.ts';
import type { Case } from './read-case.ts';
import { isFederal } from './stages.ts';

export function summarise(catalog: Catalog, kase: Case): string {
  const { billed, correct } = kase;
  const doubts = [billed, ...kase.billed_with, ...(correct && !kase.same ? [correct] : [])].filter((c) => c.problem !== undefined).map((c) => `${c.code} is ${c.problem}.`);
  const sentences = kase.rows.length === 0 ? [noMistake(kase)] : [`${whatIsWrong(kase)}.`, whatFollows(catalog, kase)];
  return [...sentences, ...doubts].filter(Boolean).join(' ');
}

function noMistake(kase: Case): string {
  if (kase.same) return `${kase.billed.code} is both the billed and the correct code, so the code is not the mistake; name what else is wrong.`;
  return `${billedTogether(kase)} were named as billed together, and no active edit on hand pairs them; name what is wrong.`;
}

function billedTogether(kase: Case): string {
  return [kase.billed, ...kase.billed_with].map((c) => c.code).join(' and ');
}

function whatIsWrong(kase: Case): string {
  const { billed, correct, mistakes, rows } = kase;
  const besides = rows.filter((_, i) => mistakes[i] !== 'wrong_code').map((row) => row.name).join('; ');
  const inBrackets = besides ? ` (${besides})` : '';
  if (kase.billed_with.length > 0) return `${billedTogether(kase)} were billed together${inBrackets}`;
  if (correct && !kase.same) return `${billed.code} was billed where ${correct.code} is right${inBrackets}`;
  if (besides) return `Mistake on ${billed.code}: ${besides}`;
  return `${billed.code} is taken as the wrong code, and no correct one was given`;
}

function whatFollows(catalog: Catalog, kase: Case): string {
  const payer = kase.group === 'unknown' ? 'the payer' : kase.payer.profile.name;
  const filing = timelyFiling(catalog, kase);
  if (kase.status === undefined) return `What follows depends on the claim, whose status was not given: before sending it is only corrected, rejected it is sent again, denied it is corrected or appealed, paid it is corrected and what was paid too much goes back.${filing}`;
  if (kase.status === 'not_sent') return `Nothing has been sent: put it right first, and nothing follows from it.${filing}`;
  if (kase.group === 'self_pay') return 'The client pays and no insurer is involved: replace the superbill, and refund what was charged for a service not given.';
  if (kase.status === 'rejected') return `The claim was rejected, so ${payer} never took it in: correct it and send it again as an original claim; nothing was paid and nothing is owed.${filing}`;
  if (kase.status === 'denied') return `The claim was denied: nothing was paid, and the patient is not billed for a CO amount; ${howDeniedIsPutRight(kase)}.${filing}`;
  if (kase.direction === 'underpaid') return 'The claim was paid for less than was earned: a corrected claim in time gets the difference, and nothing goes back.';
  const honest = kase.knowing === true ? '' : ' Corrected promptly, an honest mistake ends there.';
  return `The claim was paid: stop, verify the record, count the claims, correct them, and return what was paid too much ${returnBy(catalog, kase, payer)}.${honest}`;
}

function returnBy(catalog: Catalog, kase: Case, payer: string): string {
  if (kase.group === 'unknown') return '(within 60 calendar days of identifying it to a federal program, as contract and state law say to another payer)';
  if (!isFederal(kase)) return `to ${payer} as its contract and state law say`;
  const date = deadlineOf(catalog, kase, 'refund')?.deadline.date;
  const day = date === undefined ? '' : date < kase.today ? ` (that was ${date}, which has passed)` : ` (by ${date})`;
  return `to ${payer} within 60 calendar days of identifying it${day}`;
}

/** A denial for time, benefit or provider is not mended by a new code. */
function howDeniedIsPutRight(kase: Case): string {
  if (kase.late && kase.group === 'medicare') return 'Medicare hears no appeal of lateness, so look for proof of an earlier acceptance or an exception, and otherwise write it off';
  const mendable = kase.rows.some((row) => row.correct.denied.includes('corrected_claim'));
  return mendable ? 'send a corrected claim, and appeal only if the record supports what was billed' : 'see whether the record, a signed notice or proof supports an appeal, and otherwise write it off';
}

function timelyFiling(catalog: Catalog, kase: Case): string {
  const date = deadlineOf(catalog, kase, 'timely_filing')?.deadline.date;
  if (date === undefined) return '';
  if (kase.late && kase.status === 'denied' && date >= kase.today) return ` By that date of service the limit runs until ${date}, so the refusal itself may be wrong.`;
  return date < kase.today ? ` Timely filing for that date of service ended on ${date}.` : ` Timely filing ends on ${date}.`;
}

/** Time limits of a case: the rule in words, and the date where the case gives what it counts from. Calendar days throughout. */
import type { Catalog } from '../catalog/catalog.ts';
import { addDays, addYears, type IsoDate } from '../claim/iso-date.ts';
import type { Case } from './read-case.ts';

export interface Deadline { date?: IsoDate; rule: string }
export interface SourcedDeadline { deadline: Deadline; sources: string[] }
export type DeadlineKind = 'timely_filing' | 'appeal' | 'refund' | 'reopening';

export function deadlineOf(catalog: Catalog, kase: Case, kind: DeadlineKind): SourcedDeadline | undefined {
  if (kase.group === 'self_pay' && kind !== 'refund') return undefined;
  if (kind === 'timely_filing') return timelyFiling(catalog, kase);
  if (kind === 'appeal') return appeal(catalog, kase);
  if (kind === 'refund') return refund(catalog, kase);
  return reopening(catalog, kase);
}

/** 42 CFR 424.44 for Medicare (1 calendar year from the date of service); the payer's profile for others. */
function timelyFiling(catalog: Catalog, kase: Case): SourcedDeadline {
  const { timely_filing_medicare: medicare, timely_filing_by_contract: byContract } = catalog.consequences.deadlines;
  const service = kase.date_of_service;
  const medicareDate = service && addYears(service, medicare.calendar_years ?? 1);
  if (kase.group === 'medicare') return withDate(medicare.rule, medicareDate, kase, medicare.sources);
  if (kase.group === 'unknown') {
    const counted = medicareDate ? ` (${medicareDate} for this date of service)` : '';
    return { deadline: { rule: `${stripStop(medicare.rule)}${counted}. Other payers: ${lowerFirst(byContract.rule)}` }, sources: [...medicare.sources, ...byContract.sources] };
  }
  const own = kase.payer.profile.timely_filing;
  const date = service === undefined ? undefined
    : own.calendar_years !== undefined ? addYears(service, own.calendar_years)
    : own.days !== undefined ? addDays(service, own.days) : undefined;
  return withDate(`${kase.payer.profile.name}: ${lowerFirst(own.rule)} Counted in calendar days unless it says otherwise.`, date, kase, [own.source]);
}

/** Counts from the denial notice, whose date is not an argument; so the rule stands without a date. */
function appeal(catalog: Catalog, kase: Case): SourcedDeadline {
  const { redetermination, appeal_by_contract: byContract } = catalog.consequences.deadlines;
  if (kase.group === 'medicare') return { deadline: { rule: redetermination.rule }, sources: redetermination.sources };
  if (kase.group === 'unknown') return { deadline: { rule: `${redetermination.rule} Other payers: ${lowerFirst(byContract.rule)}` }, sources: [...redetermination.sources, ...byContract.sources] };
  const own = kase.payer.profile.appeal;
  return { deadline: { rule: `${kase.payer.profile.name}: ${lowerFirst(own.rule)} Calendar days unless it says otherwise.` }, sources: [own.source] };
}

/** 42 CFR 401.305 for federal payers: 60 days from `identified_on`; contract and state law for the others. */
function refund(catalog: Catalog, kase: Case): SourcedDeadline {
  const table = catalog.consequences.deadlines;
  const sixty = table.sixty_day;
  const date = kase.identified_on && addDays(kase.identified_on, sixty.days ?? 60);
  if (kase.group === 'medicare') return withDate(sixty.rule, date, kase, sixty.sources);
  if (kase.group === 'federal') return withDate(table.sixty_day_other_federal.rule, date, kase, table.sixty_day_other_federal.sources);
  if (kase.group === 'self_pay') return { deadline: { rule: table.refund_self_pay.rule }, sources: table.refund_self_pay.sources };
  if (kase.group === 'other') return { deadline: { rule: table.refund_by_contract.rule }, sources: table.refund_by_contract.sources };
  const counted = date ? ` (${date})` : '';
  return {
    deadline: { rule: `If a federal program paid: 60 calendar days from the day the overpayment is identified${counted}. Otherwise: ${lowerFirst(table.refund_by_contract.rule)}` },
    sources: [...sixty.sources, ...table.refund_by_contract.sources],
  };
}

/** 42 CFR 405.980 for Medicare; counts from the initial determination, whose date is not an argument. */
function reopening(catalog: Catalog, kase: Case): SourcedDeadline {
  const { reopening: medicare, corrected_by_contract: byContract } = catalog.consequences.deadlines;
  if (kase.group === 'medicare') return { deadline: { rule: medicare.rule }, sources: medicare.sources };
  if (kase.group === 'unknown') return { deadline: { rule: `${medicare.rule} Other payers: ${lowerFirst(byContract.rule)}` }, sources: [...medicare.sources, ...byContract.sources] };
  return { deadline: { rule: byContract.rule }, sources: byContract.sources };
}

function withDate(rule: string, date: IsoDate | undefined, kase: Case, sources: string[]): SourcedDeadline {
  if (date === undefined) return { deadline: { rule }, sources };
  return { deadline: { date, rule: date < kase.today ? `${rule} That day, ${date}, has passed.` : rule }, sources };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(Medicare|Medicaid)/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

function stripStop(text: string): string {
  return text.replace(/\.$/, '');
}

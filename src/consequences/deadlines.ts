/** Time limits of a case: the rule in words, and the date where the case gives what it counts from. Calendar days throughout. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import { addDays, addYears, type IsoDate } from '../claim/iso-date.ts';
import type { ResolvedPayer } from '../claim/payer.ts';

/** What a time limit is worked out from: whose rules, and the dates that were given. */
export interface DeadlineCase {
  payer: ResolvedPayer; group: PayerGroup; today: IsoDate;
  date_of_service?: IsoDate; identified_on?: IsoDate;
  /** The date of the denial notice. */
  denied_on?: IsoDate;
  /** Refused for lateness: Medicare hears no appeal of it. */
  late?: boolean;
}

export interface Deadline { date?: IsoDate; rule: string }
export interface SourcedDeadline { deadline: Deadline; sources: string[] }
export type DeadlineKind = 'timely_filing' | 'appeal' | 'refund' | 'reopening';

export function deadlineOf(catalog: Catalog, kase: DeadlineCase, kind: DeadlineKind): SourcedDeadline | undefined {
  if (kase.group === 'self_pay' && kind !== 'refund') return undefined;
  if (kase.group === 'medicare' && kase.late && kind === 'appeal') return undefined;
  if (kind === 'timely_filing') return timelyFiling(catalog, kase);
  if (kind === 'appeal') return appeal(catalog, kase);
  if (kind === 'refund') return refund(catalog, kase);
  return reopening(catalog, kase);
}

/** 42 CFR 424.44 for Medicare (1 calendar year from the date of service); the payer's profile for others. */
function timelyFiling(catalog: Catalog, kase: DeadlineCase): SourcedDeadline {
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

/** 42 CFR 405.942 for Medicare: 120 days from receipt, which is presumed some days after the notice; the payer's profile for others. */
function appeal(catalog: Catalog, kase: DeadlineCase): SourcedDeadline {
  const { redetermination, appeal_by_contract: byContract } = catalog.consequences.deadlines;
  const medicareDate = kase.denied_on && addDays(kase.denied_on, (redetermination.days ?? 120) + (redetermination.presumed_receipt_days ?? 0));
  if (kase.group === 'medicare') return withDate(redetermination.rule, medicareDate, kase, redetermination.sources);
  if (kase.group === 'unknown') {
    const counted = medicareDate ? ` (${medicareDate} for a notice of ${kase.denied_on})` : '';
    return { deadline: { rule: `${stripStop(redetermination.rule)}${counted}. Other payers: ${lowerFirst(byContract.rule)}` }, sources: [...redetermination.sources, ...byContract.sources] };
  }
  const own = kase.payer.profile.appeal;
  const date = kase.denied_on !== undefined && own.days !== undefined ? addDays(kase.denied_on, own.days) : undefined;
  return withDate(`${kase.payer.profile.name}: ${lowerFirst(own.rule)} Calendar days unless it says otherwise.`, date, kase, [own.source]);
}

/** 42 CFR 401.305 for federal payers: 60 days from `identified_on`; contract and state law for the others. */
function refund(catalog: Catalog, kase: DeadlineCase): SourcedDeadline {
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

/** 42 CFR 405.980 for Medicare; counts from the initial determination. */
function reopening(catalog: Catalog, kase: DeadlineCase): SourcedDeadline {
  const { reopening: medicare, corrected_by_contract: byContract } = catalog.consequences.deadlines;
  if (kase.group === 'medicare') return withDate(medicare.rule, kase.denied_on && addYears(kase.denied_on, medicare.calendar_years ?? 1), kase, medicare.sources);
  if (kase.group === 'unknown') return { deadline: { rule: `${medicare.rule} Other payers: ${lowerFirst(byContract.rule)}` }, sources: [...medicare.sources, ...byContract.sources] };
  return { deadline: { rule: byContract.rule }, sources: byContract.sources };
}

function withDate(rule: string, date: IsoDate | undefined, kase: DeadlineCase, sources: string[]): SourcedDeadline {
  if (date === undefined) return { deadline: { rule }, sources };
  return { deadline: { date, rule: date < kase.today ? `${rule} That day, ${date}, has passed.` : rule }, sources };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(Medicare|Medicaid)/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

function stripStop(text: string): string {
  return text.replace(/\.$/, '');
}

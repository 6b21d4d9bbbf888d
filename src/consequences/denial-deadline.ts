/** Which time limit runs for the next step of a denial. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import type { NextStep } from '../catalog/denial-guidance-schema.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import { deadlineOf, type DeadlineCase, type DeadlineKind, type SourcedDeadline } from './deadlines.ts';
import type { Decision } from './denial-next-step.ts';

/** A step that only looks or writes off leaves the appeal's clock running, so that is the one told. */
const kinds: Readonly<Record<NextStep, DeadlineKind | undefined>> = {
  corrected_claim: 'reopening', reopening: 'reopening', new_claim: 'timely_filing', appeal: 'appeal', send_records: 'appeal', check_status: 'appeal',
  write_off: 'appeal', bill_patient: 'appeal', unknown: 'appeal', refund: 'refund', bill_other_payer: undefined, none: undefined,
};

export function deadlineFor(catalog: Catalog, decision: Decision, kase: DeadlineCase): SourcedDeadline | undefined {
  const { next_step: step, leader } = decision;
  if (step === 'bill_other_payer') {
    const other = catalog.consequences.deadlines.timely_filing_by_contract;
    return { deadline: { rule: `The other payer's own limit for filing; some count it from the date of service, some from this denial. ${other.rule}` }, sources: other.sources };
  }
  // Nothing is open about a share by the plan, or an adjustment of the contract.
  if (leader && (leader.className === 'patient-share' || (leader.routine && step !== 'appeal'))) return undefined;
  const kind = kinds[step];
  return kind && deadlineOf(catalog, { ...kase, late: leader?.className === 'late' }, kind);
}

/** True where a date of denial would give a date: Medicare, a payer whose profile has the days, or one not yet known. */
export function countsFromDenial(decision: Decision, payers: PayerGroup, payer: ResolvedPayer): boolean {
  const kind = kinds[decision.next_step];
  if (kind !== 'appeal' && kind !== 'reopening') return false;
  return payers === 'medicare' || payers === 'unknown' || (kind === 'appeal' && payer.profile.appeal.days !== undefined);
}

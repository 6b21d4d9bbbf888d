/** The one thing to do next, where the line that was told decides more exactly than the codes; then the steps in order. */
import type { Catalog } from '../catalog/catalog.ts';
import type { NextStep } from '../catalog/denial-guidance-schema.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import type { JudgedCause } from './denial-causes.ts';
import { leading, type Guide } from './denial-guide.ts';
import { neverPaidApart, type DeniedLine } from './denial-line.ts';
import type { PatientAnswer, PatientReply } from './patient-may-be-billed.ts';

export interface Decision {
  next_step: NextStep;
  /** Step ids, in order. */
  steps: string[];
  leader?: Guide;
  /** Nothing in a record could change it. */
  settled: boolean;
  /** Where the line changes the answer on the patient. */
  patient?: PatientAnswer;
}
interface Exact {
  next_step: NextStep; steps: string[]; patient?: PatientAnswer;
  /** The steps of the code do not apply beside these. */
  instead?: boolean; settled?: boolean;
}

export function decide(catalog: Catalog, guides: readonly Guide[], payer: ResolvedPayer, payers: PayerGroup, line: DeniedLine | undefined, causes: readonly JudgedCause[], unread: boolean): Decision {
  const leader = leading(catalog, guides);
  if (!leader) return { next_step: 'unknown', steps: ['identify-code', 'ask-payer'], settled: false };
  const exact = (line && byLine(catalog, leader, payer, payers, line)) ?? byThreshold(leader, payer, payers, causes);
  const others = guides.filter((g) => g !== leader && g.next_step !== 'none' && g.next_step !== 'unknown' && !(exact?.instead && g.className === leader.className));
  const steps = [...(exact?.steps ?? []), ...causes.filter((c) => c.weight >= 3).flatMap((c) => c.step ?? []), ...(exact?.instead ? [] : leader.steps), ...others.flatMap((g) => g.steps), ...(unread ? ['identify-code'] : [])];
  const next = exact?.next_step ?? leader.next_step;
  return { next_step: next, steps: [...new Set(steps)], leader, settled: exact?.settled ?? (leader.routine && next === 'write_off'), ...(exact?.patient === undefined ? {} : { patient: exact.patient }) };
}

/** Mended the way this payer takes it. */
function mended(payers: PayerGroup, leader: Guide): NextStep {
  if (leader.next_step === 'new_claim') return 'new_claim';
  return payers === 'medicare' ? 'reopening' : 'corrected_claim';
}

/** First that fits: the payer's own code for the same service; a bundle that a modifier on the line speaks against; an absolute unit limit. */
function byLine(catalog: Catalog, leader: Guide, payer: ResolvedPayer, payers: PayerGroup, line: DeniedLine): Exact | undefined {
  const twin = line.codes.some((c) => payer.profile.own_codes.some((own) => own.code === c.code));
  if (twin && ['code', 'not-covered', 'bundled', 'claim-error', 'unprocessable'].includes(leader.className)) return { next_step: mended(payers, leader), steps: ['payer-code', 'correct-what-was-wrong', leader.next_step === 'new_claim' ? 'send-new' : 'send-replacement'], patient: false, instead: true };
  if (leader.className === 'bundled') {
    if (neverPaidApart(catalog, line, payer)) return { next_step: 'write_off', steps: ['status-bundled', 'write-off'], instead: true, settled: true };
    if (line.pair?.indicator === '0') return { next_step: 'write_off', steps: ['pair-stands', 'write-off'], instead: true, settled: true };
    const edits = line.pair ? [line.pair] : line.below;
    const open = edits.length > 0 && edits.every((edit) => edit.indicator === '1');
    return open && line.bypass.length > 0 ? { next_step: 'appeal', steps: ['pair-supported'] } : undefined;
  }
  if (leader.className === 'units' && payer.profile.mue.use === 'medicare_edition' && line.codes.some((c) => catalog.mue.get(c.code)?.adjudication === '2')) return { next_step: 'write_off', steps: ['count-units'] };
  return undefined;
}

/** At Medicare the maximum of a therapy code is the yearly threshold, which KX goes past where the record supports it. */
function byThreshold(leader: Guide, payer: ResolvedPayer, payers: PayerGroup, causes: readonly JudgedCause[]): Exact | undefined {
  if (leader.className !== 'benefit-maximum' || payer.profile.modifiers.threshold.need !== 'required' || causes[0]?.id !== 'threshold-modifier-missing') return undefined;
  return { next_step: mended(payers, leader), steps: ['check-record', 'threshold-kx', 'send-replacement', 'write-off-rest'], patient: leader.of.group === undefined || leader.of.group === 'PR' ? 'only_if' : false, instead: true };
}

/** Where the payer's patients are never billed, a share under PR is written off. */
export function keptFromPatient(decision: Decision, patient: PatientReply): Decision {
  if (decision.next_step !== 'bill_patient' || patient.answer !== false) return decision;
  return { ...decision, next_step: 'write_off', settled: true, steps: ['ask-payer', 'write-off-rest'] };
}

/** Whether the patient may be billed for what the codes of a remittance take off, and the sentence that says when. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DenialGroup, PatientPolicy } from '../catalog/denial-guidance-schema.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import type { Guide } from './denial-guide.ts';

export type PatientAnswer = boolean | 'only_if';
export interface PatientReply { answer: PatientAnswer; says: string; sources: readonly string[] }

/** Bundling and unit limits forbid it whatever stands beside them; else a share that is the patient's may be billed, as far as it goes. */
export function patientReply(catalog: Catalog, guides: readonly Guide[], payer: ResolvedPayer, payers: PayerGroup, modifiers: readonly string[], byLine?: PatientAnswer): PatientReply {
  const reasons = guides.filter((g) => g.of.kind === 'carc');
  const forbidding = guides.find((g) => g.patient === 'ncci') ?? guides.find((g) => g.of.kind === 'rarc' && g.className === 'information' && g.patient === 'never');
  if (forbidding) return say(catalog, forbidding.patient, false, payers);
  if (byLine !== undefined) return say(catalog, 'correctable', byLine, payers);
  const judged = (reasons.length > 0 ? reasons : guides).map((g) => ({ policy: g.patient, answer: answerOf(g.patient, g.of.group, modifiers) }));
  const best = judged.find((j) => j.answer === true) ?? judged.find((j) => j.answer === 'only_if') ?? judged[0];
  if (!best) return { answer: 'only_if', says: catalog.denial_guidance.patient.by_group.only_if!.text, sources: catalog.denial_guidance.patient.by_group.only_if!.sources };
  const narrower = catalog.denial_guidance.patient_of_payer[payer.profile.id] ?? catalog.denial_guidance.patient_of_payer[payer.profile.kind];
  if (narrower && best.answer !== false) return { answer: narrower.answer === 'no' ? false : 'only_if', says: narrower.text, sources: narrower.sources };
  return say(catalog, best.policy, best.answer, payers);
}

/** `group` as written on the remittance: without it, what depends on it stays open. */
function answerOf(policy: PatientPolicy, group: DenialGroup | undefined, modifiers: readonly string[]): PatientAnswer {
  if (policy === 'ncci' || policy === 'never') return false;
  if (policy === 'yes') return true;
  if (policy === 'share') return group === undefined || group === 'PR';
  if (policy === 'correctable' || policy === 'other_payer') return group === 'PR' ? 'only_if' : false;
  if (group === undefined) return 'only_if';
  if (group !== 'PR') return false;
  return policy === 'by_group' || modifiers.some((m) => ['GA', 'GX', 'GY'].includes(m)) ? true : 'only_if';
}

function say(catalog: Catalog, policy: PatientPolicy, answer: PatientAnswer, payers: PayerGroup): PatientReply {
  const texts = catalog.denial_guidance.patient[policy];
  const text = (answer === true ? texts.yes : answer === 'only_if' ? texts.only_if : undefined) ?? texts.no;
  return { answer, says: text.for?.[payers] ?? text.text, sources: text.sources };
}

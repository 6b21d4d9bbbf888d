/** denial-guidance.json: what a denial or remark code mostly means for the practice, and what to do. Words ours, every one with its sources. */
import { z } from 'zod';
import { payerGroups } from './consequences-schema.ts';
import { confidence } from './schemas.ts';

/** The ways on from a denial, contract section 8. */
export const nextSteps = [
  'corrected_claim', 'new_claim', 'appeal', 'reopening', 'send_records', 'check_status', 'write_off', 'bill_patient', 'bill_other_payer', 'refund', 'none', 'unknown',
] as const;
export const denialGroups = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;
/**
 * Who bears the amount. ncci: never the patient, whatever stands on the remittance. never: an error or limit between
 * payer and provider. share: the patient's by the plan. by_group: PR says patient, CO and PI say provider. notice: as
 * by_group, and PR only with a notice signed beforehand. correctable and other_payer: nobody until
 * the claim is corrected, or the other payer has decided. yes: the patient has the money.
 */
export const patientPolicies = ['ncci', 'never', 'share', 'by_group', 'notice', 'correctable', 'other_payer', 'yes'] as const;

const sources = z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1);
const text = z.string().min(10).max(400);
const ids = z.array(z.string().regex(/^[a-z0-9-]+$/));

/** A likely cause; `rule` is an id of the contract's rule table, where one of our rules would have seen it. */
const cause = z.strictObject({
  cause: text, rule: z.string().regex(/^[a-z]+(-[a-z0-9]+)+$/).optional(), how_to_tell: text, sources,
  /** A step that goes with it where the line shows this cause. */
  step: z.string().optional(),
});

const step = z.strictObject({
  text,
  /** Where a group of payers does it another way. */
  for: z.partialRecord(z.enum(payerGroups), text).optional(),
  sources,
});

/** What to do, mostly by group code; `for` names the payers that do it another way. */
const way = z.strictObject({ next_step: z.enum(nextSteps), for: z.partialRecord(z.enum(payerGroups), z.enum(nextSteps)).optional(), steps: ids.min(1) });
const ways = z.strictObject({ default: way, CO: way.optional(), PR: way.optional(), OA: way.optional(), PI: way.optional(), CR: way.optional() });

/** A group of codes of one meaning. */
const denialClass = z.strictObject({
  what: z.string().min(5).max(120), ways, patient: z.enum(patientPolicies), causes: ids,
  /** An ordinary part of a paid claim: any other step goes first. */
  routine: z.boolean().optional(),
  sources, confidence,
});

/** A code: its class, and what differs from it. */
const entry = z.strictObject({
  class: z.string(), ways: ways.optional(), patient: z.enum(patientPolicies).optional(), causes: ids.optional(), sources: sources.optional(), confidence: confidence.optional(),
});

export const denialGuidanceSchema = z.strictObject({
  /** When several codes ask for different things, the first of these wins; the write-off of a routine class stands behind bill_patient. */
  order: z.array(z.enum(nextSteps)).length(nextSteps.length),
  causes: z.record(z.string(), cause),
  steps: z.record(z.string(), step),
  classes: z.record(z.string(), denialClass),
  carc: z.record(z.string(), entry),
  rarc: z.record(z.string(), entry),
  /** The sentence that goes with each answer on the patient. */
  patient: z.record(z.enum(patientPolicies), z.strictObject({ yes: step.optional(), no: step, only_if: step.optional() })),
  /** Payers whose patients are billed more narrowly than the group code says. */
  patient_of_payer: z.partialRecord(z.string(), z.strictObject({ answer: z.enum(['no', 'only_if']), text, sources })),
});

export type NextStep = (typeof nextSteps)[number];
export type DenialGroup = (typeof denialGroups)[number];
export type PatientPolicy = (typeof patientPolicies)[number];
export type DenialGuidance = z.output<typeof denialGuidanceSchema>;
export type DenialClass = z.output<typeof denialClass>;
export type DenialEntry = z.output<typeof entry>;
export type DenialWay = z.output<typeof way>;
export type DenialCause = z.output<typeof cause>;

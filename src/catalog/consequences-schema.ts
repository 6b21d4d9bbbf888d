/** consequences.json: what each kind of mistake leads to, stage by stage, and how it is put right. Words ours, every one with its sources. */
import { z } from 'zod';

/** The kinds of mistake of contract section 7. */
export const mistakes = [
  'wrong_code', 'upcoded', 'downcoded', 'unbundled', 'excess_units', 'missing_modifier', 'wrong_modifier', 'wrong_diagnosis',
  'too_few_units', 'wrong_place_of_service', 'missing_authorization', 'late_filing', 'not_covered_billed_as_covered',
  'provider_not_eligible', 'duplicate', 'not_documented',
] as const;
export const claimStatuses = ['not_sent', 'rejected', 'denied', 'paid'] as const;
export const directions = ['overpaid', 'underpaid', 'denied', 'unknown'] as const;
/** The ladder, from the mildest to the gravest. */
export const stageNames = ['rejection', 'denial', 'underpayment', 'overpayment', 'audit', 'legal', 'license'] as const;
/** Whose rules decide: Medicare's own, another federal program's, a contract and state law, the client's own purse, or not known. */
export const payerGroups = ['medicare', 'federal', 'other', 'self_pay', 'unknown'] as const;

const sources = z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1);
const text = z.string().min(10);
const stated = z.strictObject({ text, sources });
const byGroup = z.strictObject({ medicare: stated, federal: stated, other: stated, self_pay: stated, unknown: stated });

export const likelyDenial = z.strictObject({
  group: z.enum(['CO', 'PR', 'OA', 'PI']).optional(), carc: z.string().regex(/^[A-Z]?\d{1,3}$/), rarc: z.string().regex(/^[A-Z]{1,2}\d{1,3}$/).optional(),
});

/** A time limit; `days` and `calendar_years` are there only where it is the same for everyone. */
const deadline = z.strictObject({
  rule: text, days: z.number().int().positive().optional(), calendar_years: z.number().int().positive().optional(),
  /** Calendar days after the date of a notice on which its receipt is presumed. */
  presumed_receipt_days: z.number().int().positive().optional(), sources,
});

const step = z.strictObject({
  step: z.string().min(4), how: text,
  /** Where a payer group does it another way. */
  how_for: z.partialRecord(z.enum(payerGroups), text).optional(),
  deadline: z.enum(['timely_filing', 'appeal', 'refund', 'reopening']).optional(),
  sources,
});

const mistakeRow = z.strictObject({
  name: z.string().min(4),
  means: stated,
  /** Where the mistake leads before anyone has paid, and once it is paid. A denied claim is `denied` whatever stands here. */
  direction: z.enum(directions),
  direction_when_paid: z.enum(directions),
  denials: z.array(likelyDenial).min(1),
  /** What changes on the claim; put into the steps as {fix}. */
  fix: text,
  stages: z.strictObject({ rejection: stated, denial: stated, underpayment: stated, overpayment: stated, audit: stated }),
  /** Who bears a denial for this mistake. */
  who_owes: stated,
  /** Step ids, in order. */
  correct: z.strictObject({ not_sent: z.array(z.string()).min(1), rejected: z.array(z.string()).min(1), denied: z.array(z.string()).min(1), paid: z.array(z.string()).min(1) }),
  do_not: z.array(stated).min(1),
  prevention: z.array(stated).min(1),
});

export const consequencesSchema = z.strictObject({
  deadlines: z.strictObject({
    sixty_day: deadline, sixty_day_other_federal: deadline, refund_by_contract: deadline, refund_self_pay: deadline,
    timely_filing_medicare: deadline, timely_filing_by_contract: deadline, redetermination: deadline, appeal_by_contract: deadline,
    reopening: deadline, corrected_by_contract: deadline,
  }),
  /** False Claims Act, 31 U.S.C. 3729: dollars a claim. */
  penalty: z.strictObject({ low: z.number(), high: z.number(), assessed_after: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), text, sources }),
  /** What the payer's law adds at the upper stages. */
  overpayment: byGroup, audit: byGroup, legal: byGroup,
  /** Who owes what at overpayment. */
  overpayment_owed_by: byGroup,
  license: stated,
  honest_mistake: stated,
  steps: z.record(z.string(), step),
  mistakes: z.record(z.enum(mistakes), mistakeRow),
  do_not_always: z.array(stated),
  do_not_when_paid: z.array(stated),
});

export type Mistake = (typeof mistakes)[number];
export type ClaimStatus = (typeof claimStatuses)[number];
export type Direction = (typeof directions)[number];
export type StageName = (typeof stageNames)[number];
export type PayerGroup = (typeof payerGroups)[number];
export type MistakeRow = z.output<typeof mistakeRow>;
export type Stated = z.output<typeof stated>;
export type ConsequenceTable = z.output<typeof consequencesSchema>;

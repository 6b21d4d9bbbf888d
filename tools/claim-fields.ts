/** The arguments of a claim and its lines, as check_claim_line and check_claim share them. */
import { z } from 'zod';
import type { ClaimLine } from '../src/claim/claim.ts';
import { code, codeList, date, minutes, payer, providerType } from './fields.ts';

// A wrong amount is for a rule to judge; only nonsense sizes are refused.
const amount = z.number().min(-1e9).max(1e9);
const regions = z.array(z.string().max(80)).max(50);
const npi = z.string().max(20);
const place = z.string().max(20);

/** What may stand on a line and on the claim alike; the line's own value goes first. */
const eitherFields = { date_of_service: date.optional(), place_of_service: place.optional(), rendering_npi: npi.optional(), provider_type: providerType.optional() };

/** What stands on one line only. */
export const lineFields = {
  modifiers: codeList.optional(),
  units: amount.optional(),
  minutes: minutes.optional(),
  charge: amount.optional(),
  diagnosis_pointers: codeList.optional(),
  service_performed: z.string().max(4000).optional().describe('what was done, in words'),
  body_regions: regions.optional(),
  separate_region_or_time: z.boolean().optional().describe('the record shows another region or time block'),
};

/** What stands once for the claim. */
export const claimFields = {
  ...eitherFields,
  payer: payer.optional(),
  diagnosis_codes: codeList.optional().describe('ICD-10-CM, in the order of box 21'),
  total_timed_minutes: minutes.optional(),
  authorization_number: z.string().max(60).optional(),
  referral_on_file: z.boolean().optional(),
  year_to_date_therapy_amount: amount.optional(),
  visit_number: z.number().int().min(0).max(100000).optional(),
  first_treatment_date: date.optional(),
  claim_date: date.optional(),
};

/** Another line of the day, as far as the line asked about needs it. */
export const otherLine = z.strictObject({
  code, modifiers: codeList.optional(), units: amount.optional(), minutes: minutes.optional(), date_of_service: date.optional(), body_regions: regions.optional(), rendering_npi: npi.optional(),
});

/** A line of a whole claim. */
export const claimLine = z.strictObject({ code, ...lineFields, ...eitherFields });

/** Absent modifiers are none. */
export function toLine(line: { code: string; modifiers?: string[] } & Partial<ClaimLine>): ClaimLine {
  return { ...line, modifiers: line.modifiers ?? [] };
}

/** The findings' shape in a reply, as published. */
export const findingShape = z.array(z.looseObject({ rule: z.string(), severity: z.enum(['error', 'warning', 'info']), field: z.string(), message: z.string(), fix: z.string() }));
export const notCheckedShape = z.array(z.looseObject({ rule: z.string(), because: z.string(), matters: z.boolean() }));
export const verdictShape = z.enum(['fix_before_sending', 'review', 'no_problem_found']);

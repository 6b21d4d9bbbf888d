/** check_claim_line: what is wrong with one claim line. */
import { z } from 'zod';
import type { Claim, ClaimLine } from '../src/claim/claim.ts';
import { defineTool } from '../src/mcp/define-tool.ts';
import { checkClaimLine as check, type LineReply } from '../src/rules/check-claim.ts';
import { code, codeList, date, minutes, payer, providerType, replyFields, rows } from './fields.ts';
import { renderLineReply } from '../src/rules/render-line.ts';

const units = z.number().min(-1e9).max(1e9);
const regions = z.array(z.string().max(80)).max(50);
const npi = z.string().max(20);

const otherLine = z.strictObject({
  code, modifiers: codeList.optional(), units: units.optional(), minutes: minutes.optional(), date_of_service: date.optional(), body_regions: regions.optional(), rendering_npi: npi.optional(),
});

const input = z.strictObject({
  code: code.describe('procedure code alone; modifiers go apart'),
  modifiers: codeList.optional(),
  units: units.optional(),
  minutes: minutes.optional(),
  date_of_service: date.optional(),
  place_of_service: z.string().max(20).optional(),
  diagnosis_codes: codeList.optional().describe('ICD-10-CM, in the order of box 21'),
  diagnosis_pointers: codeList.optional(),
  charge: z.number().min(-1e9).max(1e9).optional(),
  payer: payer.optional(),
  provider_type: providerType.optional(),
  service_performed: z.string().max(4000).optional().describe('what was done, in words'),
  body_regions: regions.optional(),
  separate_region_or_time: z.boolean().optional().describe('the record shows another region or time block'),
  total_timed_minutes: minutes.optional(),
  authorization_number: z.string().max(60).optional(),
  referral_on_file: z.boolean().optional(),
  rendering_npi: npi.optional(),
  year_to_date_therapy_amount: z.number().min(-1e9).max(1e9).optional(),
  visit_number: z.number().int().min(0).max(100000).optional(),
  first_treatment_date: date.optional(),
  claim_date: date.optional(),
  other_lines: z.array(otherLine).max(50).optional().describe('what else was billed that day; [] says nothing was'),
});

function toLine(line: z.output<typeof otherLine> & Partial<z.output<typeof input>>): ClaimLine {
  return { ...line, modifiers: line.modifiers ?? [] };
}

export const checkClaimLine = defineTool<typeof input, LineReply>({
  name: 'check_claim_line',
  title: 'Check a claim line',
  description: 'Check one US claim line before it is sent: code validity, modifiers, NCCI pairs with the other lines of the day, units against minutes and MUE limits, who may bill, diagnosis. Each finding names rule, fix, likely denial and source. What could not be checked is listed; "no_problem_found" is no promise of payment.',
  input,
  output: z.looseObject({
    verdict: z.enum(['fix_before_sending', 'review', 'no_problem_found']),
    findings: z.array(z.looseObject({ rule: z.string(), severity: z.enum(['error', 'warning', 'info']), field: z.string(), message: z.string(), fix: z.string() })),
    not_checked: z.array(z.looseObject({ rule: z.string(), because: z.string(), matters: z.boolean() })),
    passed: z.array(z.string()),
    units: z.looseObject({}).optional(),
    corrected_line: z.looseObject({}).optional(),
    changes: rows.optional(),
    questions: rows,
    ...replyFields,
  }),
  example: { code: '97124', units: 4, minutes: 60, payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], other_lines: [] },
  run(args, { catalog, today }) {
    const { other_lines, ...line } = args;
    const claim: Claim = { ...line, lines: [toLine(line), ...(other_lines ?? []).map(toLine)], siblings_known: other_lines !== undefined, only_line: 1, today };
    return check(catalog, claim);
  },
  render: renderLineReply,
});

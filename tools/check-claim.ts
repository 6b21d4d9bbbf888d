/** check_claim: what is wrong with a whole claim. */
import { z } from 'zod';
import { claimOf } from '../src/claim-form/claim-of.ts';
import { defineTool } from '../src/mcp/define-tool.ts';
import { checkClaim as check, type ClaimReply } from '../src/rules/check-whole-claim.ts';
import { renderClaimReply } from '../src/rules/render-claim.ts';
import { claimFields, claimLine, findingShape, notCheckedShape, toLine, verdictShape } from './claim-fields.ts';
import { replyFields, rows } from './fields.ts';

const input = z.strictObject({
  lines: z.array(claimLine).min(1).max(50).optional().describe('the service lines; or text'),
  text: z.string().min(1).max(200_000).optional().describe('an X12 837P (begins with ISA), or rows of CMS-1500 boxes: "24D: 97124 59 GP | 24E: A | 24G: 4", diagnoses in a row "21: M54.2"'),
  ...claimFields,
});

export const checkClaim = defineTool<typeof input, ClaimReply>({
  name: 'check_claim',
  title: 'Check a whole claim',
  description: 'Check a whole US claim of 1 to 50 lines, given as lines, as CMS-1500 boxes or as an X12 837P: all rules of check_claim_line, and pairs, pooled minutes, day limits, add-ons and repeats across its lines. Findings name their line. Use it before a claim is sent, or when a day has several codes. It does not need patient data or promise payment.',
  input,
  output: z.looseObject({
    verdict: verdictShape, findings: findingShape, not_checked: notCheckedShape, passed: z.array(z.string()),
    lines: z.array(z.looseObject({ line: z.number(), verdict: verdictShape })), units: z.looseObject({}).optional(), questions: rows, ...replyFields,
  }),
  example: { payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15', lines: [{ code: '97110', modifiers: ['GP'], units: 2, minutes: 24 }, { code: '97140', modifiers: ['GP'], units: 1, minutes: 23 }] },
  run(args, { catalog, today }) {
    const { lines, text, ...claim } = args;
    return check(catalog, claimOf(catalog, { ...claim, ...(lines ? { lines: lines.map(toLine) } : {}), ...(text ? { text } : {}) }, today));
  },
  render: renderClaimReply,
});

/** check_claim_line: what is wrong with one claim line. */
import { z } from 'zod';
import { defineTool } from '../src/mcp/define-tool.ts';
import { checkClaimLine as check, type LineReply } from '../src/rules/check-claim.ts';
import { renderLineReply } from '../src/rules/render-line.ts';
import { claimFields, findingShape, lineFields, notCheckedShape, otherLine, toLine, verdictShape } from './claim-fields.ts';
import { code, replyFields, rows } from './fields.ts';

const input = z.strictObject({
  code: code.describe('procedure code alone; modifiers go apart'),
  ...lineFields,
  ...claimFields,
  other_lines: z.array(otherLine).max(50).optional().describe('what else was billed that day; [] says nothing was'),
});

export const checkClaimLine = defineTool<typeof input, LineReply>({
  name: 'check_claim_line',
  title: 'Check a claim line',
  description: 'Check one US claim line: code validity, modifiers, NCCI pairs with the other lines of the day, units against minutes and MUE limits, who may bill, diagnosis. Each finding names rule, fix, likely denial and source. Use it before a line is sent. What could not be checked is listed; it does not promise payment, nor does "no_problem_found".',
  input,
  output: z.looseObject({
    verdict: verdictShape, findings: findingShape, not_checked: notCheckedShape, passed: z.array(z.string()),
    units: z.looseObject({}).optional(), corrected_line: z.looseObject({}).optional(), changes: rows.optional(), questions: rows, ...replyFields,
  }),
  example: { code: '97124', units: 4, minutes: 60, payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], other_lines: [] },
  run(args, { catalog, today }) {
    const { other_lines, ...line } = args;
    return check(catalog, { ...line, lines: [toLine(line), ...(other_lines ?? []).map(toLine)], siblings_known: other_lines !== undefined, only_line: 1, today });
  },
  render: renderLineReply,
});

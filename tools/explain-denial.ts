/** explain_denial: what reason and remark codes mean, why they came, and what to do next. */
import { z } from 'zod';
import { nextSteps } from '../src/catalog/denial-guidance-schema.ts';
import { explainDenial as explain, type DenialReply } from '../src/consequences/denial.ts';
import { renderDenial } from '../src/consequences/render-denial.ts';
import { defineTool } from '../src/mcp/define-tool.ts';
import { claimContext } from '../src/rules/context.ts';
import { rules } from '../src/rules/index.ts';
import { runRules } from '../src/rules/run-rules.ts';
import { code, codeList, date, replyFields, rows } from './fields.ts';

const input = z.strictObject({
  codes: z.array(z.string().min(1).max(80)).min(1).max(20).describe('as on the remittance: CO-97, N390, PR 1'),
  billed_code: code.optional().describe('the procedure code denied'),
  modifiers: codeList.optional(),
  payer: z.string().max(80).optional(),
  date_of_denial: date.optional(),
});

export const explainDenial = defineTool<typeof input, DenialReply>({
  name: 'explain_denial',
  title: 'Explain a denial',
  description: 'What denial (CARC) and remark (RARC) codes on a remittance mean: likely causes, the next step (corrected or new claim, appeal, write-off ...), steps, deadline by payer, and whether the patient may be billed. Use it when a claim was denied or cut. It does not check the claim itself: check_claim_line.',
  input,
  output: z.looseObject({
    ...replyFields,
    codes: z.array(z.looseObject({ code: z.string(), kind: z.enum(['carc', 'rarc', 'unknown']), in_force: z.boolean() })),
    likely_causes: rows,
    next_step: z.enum(nextSteps),
    steps: z.array(z.string()),
    patient_may_be_billed: z.union([z.boolean(), z.literal('only_if')]),
    deadline: z.looseObject({ rule: z.string() }).optional(),
    questions: rows,
  }),
  run: (request, { catalog, today }) => explain(catalog, request, today, (claim) => runRules(rules, claimContext(catalog, claim)).findings),
  render: renderDenial,
  example: { codes: ['CO-97', 'N390'], billed_code: '97124', payer: 'medicare', date_of_denial: '2026-11-02' },
});

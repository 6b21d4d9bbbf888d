/** explain_wrong_code_consequences: what follows from a coding mistake, and how it is put right. */
import { z } from 'zod';
import { claimStatuses, mistakes } from '../src/catalog/consequences-schema.ts';
import { explainConsequences, type ConsequencesReply } from '../src/consequences/explain.ts';
import { renderConsequences } from '../src/consequences/render-consequences.ts';
import { defineTool } from '../src/mcp/define-tool.ts';
import { code, date, replyFields, rows } from './fields.ts';

const input = z.strictObject({
  billed_code: code,
  correct_code: code.optional(),
  service_performed: z.string().max(4000).optional(),
  mistake: z.enum(mistakes).optional().describe('default: told from the codes'),
  payer: z.string().max(80).optional().describe('medicare, medicaid, commercial, self_pay, wa_lni ... or an everyday name'),
  claim_status: z.enum(claimStatuses).optional(),
  paid_amount: z.number().optional().describe('dollars, one claim'),
  claims_affected: z.number().optional().describe('1 to 1,000,000'),
  knowing: z.boolean().optional(),
  identified_on: date.optional(),
  date_of_service: date.optional(),
});

export const explainWrongCodeConsequences = defineTool<typeof input, ConsequencesReply>({
  name: 'explain_wrong_code_consequences',
  title: 'Explain the consequences of a wrong code',
  description: 'What a billing mistake (wrong code, units, modifier, diagnosis ...) leads to: rejection, denial, under- or overpayment, audit, law, license; who owes, deadlines, money at stake, how to correct it by claim status. Use it when a mistake is known or feared. It does not look for mistakes (check_claim_line) or give legal advice.',
  input,
  output: z.looseObject({
    ...replyFields,
    mistake: z.array(z.string()),
    direction: z.string(),
    stages: rows,
    correct_it: rows,
    do_not: z.array(z.string()),
    prevention: z.array(z.string()),
  }),
  run: (request, { catalog, today }) => explainConsequences(catalog, request, today),
  render: renderConsequences,
  example: { billed_code: '97140', correct_code: '97124', payer: 'medicare', claim_status: 'paid', identified_on: '2026-11-02' },
});

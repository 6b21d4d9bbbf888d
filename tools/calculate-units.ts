/** calculate_units: how many units a day's minutes make, by the CMS method and by the CPT mid-point rule. */
import { z } from 'zod';
import { defineTool } from '../src/mcp/define-tool.ts';
import { calculate, unitMethods, type UnitsReply } from '../src/units/calculate.ts';
import { code, minutes, replyFields, rows } from './fields.ts';

const methodTitles: Record<string, string> = { cms: 'CMS 8-minute rule (minutes pooled)', cpt_midpoint: 'CPT mid-point rule (each code by itself)' };

function render(reply: UnitsReply): string {
  const out = [reply.summary];
  for (const result of reply.results) {
    const recommended = reply.recommended_method?.method === result.method ? ', the method of this payer' : '';
    out.push('', `${methodTitles[result.method]}${recommended}: ${result.total_units} timed${result.untimed_units > 0 ? ` + ${result.untimed_units} untimed` : ''}`);
    for (const line of result.lines) {
      out.push(`  ${line.code.padEnd(6)} ${String(line.minutes).padStart(5)} min  ${String(line.units).padStart(3)} ${line.units === 1 ? 'unit ' : 'units'}  ${line.why}`);
      const share = line.assistant;
      if (share) out.push(`         of them ${share.assistant_units} with CQ or CO: ${share.why}`);
    }
    out.push(`  ${result.explanation}`);
  }
  if (reply.recommended_method) out.push('', `Why ${reply.recommended_method.method}: ${reply.recommended_method.because}`);
  for (const question of reply.questions) out.push('', `? ${question.question} ${question.why}`);
  if (reply.sources.length > 0) out.push('', 'Sources:', ...reply.sources.map((s) => `  ${s.citation}`));
  return out.join('\n');
}

export const calculateUnits = defineTool({
  name: 'calculate_units',
  title: 'Calculate billing units',
  description: 'Units for the timed services of one patient and day, from minutes per code: by the CMS 8-minute rule (pooled) and the CPT mid-point rule, with the working and which one the payer uses. Untimed codes count 1. Use it when minutes are known and units are wanted or in doubt. It does not check the codes: check_claim_line.',
  input: z.strictObject({
    services: z.array(z.strictObject({ code, minutes, assistant_minutes: minutes.optional().describe('of these, by an assistant alone (CQ/CO)') })).min(1).max(50),
    method: z.enum(unitMethods).optional().describe('only this method; default both'),
    payer: z.string().max(80).optional().describe('id (medicare, wa_lni) or everyday name'),
    total_timed_minutes: minutes.optional().describe('caps the sum'),
  }),
  output: z.looseObject({
    ...replyFields,
    payer: z.string(),
    results: z.array(z.looseObject({ method: z.string(), total_units: z.number(), lines: rows })),
    recommended_method: z.looseObject({ method: z.string() }).optional(),
    questions: rows,
  }),
  run: (input, { catalog }) => calculate(catalog, input),
  render,
  example: { services: [{ code: '97110', minutes: 24 }, { code: '97112', minutes: 23 }], payer: 'medicare' },
});

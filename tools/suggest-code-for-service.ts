/** suggest_code_for_service: the codes and claim lines of a session told in words. */
import { z } from 'zod';
import { defineTool } from '../src/mcp/define-tool.ts';
import { saidInText, suggest, type SuggestReply } from '../src/session/suggest.ts';
import { codeList, date, minutes, payer, providerType, replyFields, rows } from './fields.ts';

const input = z.strictObject({
  service: z.string().min(1).max(4000).describe('what was done, in the person\'s own words: technique, region, minutes, what was not done'),
  minutes: minutes.optional().describe('of the whole session'),
  date_of_service: date.optional(),
  payer: payer.optional(),
  provider_type: providerType.optional(),
  place_of_service: z.string().max(20).optional(),
  diagnosis_codes: codeList.optional(),
});

export const suggestCodeForService = defineTool<typeof input, SuggestReply>({
  name: 'suggest_code_for_service',
  title: 'Suggest codes for a session',
  description: 'Which CPT/HCPCS code fits a session told in words ("60 minutes deep tissue on the neck"): splits services, reads minutes, forgives typos, heeds "no ...", gives candidates with evidence, rules out neighbours with reasons, and makes claim lines with units. Use it when someone tells what was done. It does not go by what pays; if it cannot tell, it asks.',
  input,
  output: z.looseObject({
    services: z.array(z.looseObject({ text: z.string(), candidates: z.array(z.looseObject({ code: z.string(), confidence: z.enum(['strong', 'possible', 'weak']) })), ruled_out: rows, billable: z.boolean() })),
    excluded: rows,
    lines: z.array(z.looseObject({ code: z.string(), modifiers: z.array(z.string()), units: z.number() })),
    units: z.looseObject({}),
    notes: rows,
    questions: rows,
    ...replyFields,
  }),
  example: { service: '60 minutes of deep tissue massage for neck pain', payer: 'commercial', provider_type: 'LMT' },
  saidInText: (args, { catalog }) => saidInText(catalog, args),
  run: (args, { catalog, today }) => suggest(catalog, args, today),
  render(reply) {
    const out = [reply.summary, ''];
    for (const service of reply.services) {
      out.push(`"${service.text}"${service.minutes === undefined ? '' : ` (${service.minutes} minutes)`}`);
      for (const c of service.candidates) out.push(`  ${c.code}  ${c.name} (${c.confidence}): ${c.why}`);
      for (const m of service.candidates[0]?.matched ?? []) out.push(`    "${m.text}" -> ${m.meaning}`);
      for (const r of service.ruled_out) out.push(`  not ${r.code}: ${r.why}`);
      if (!service.billable) out.push(`  Not billable: ${service.not_billable_because}`);
      out.push('');
    }
    if (reply.excluded.length > 0) out.push(`Not done: ${reply.excluded.map((e) => `${e.text}${e.code ? ` (${e.code})` : ''}`).join(', ')}`, '');
    if (reply.lines.length > 0) out.push('Claim lines:', ...reply.lines.map((l) => `  ${[l.code, ...l.modifiers].join(' ')} x ${l.units}: ${l.because}`), '');
    for (const note of reply.notes) out.push(`Note (${note.about}): ${note.text}`);
    if (reply.questions.length > 0) out.push('', 'Ask:', ...reply.questions.map((q) => `  ${q.question} (${q.why})`));
    out.push('', ...reply.sources.map((s) => `Source: ${s.citation}`));
    return out.join('\n');
  },
});

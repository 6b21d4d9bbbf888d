/** lookup_cpt: what a procedure code is, or which codes words mean. */
import { z } from 'zod';
import { defineTool } from '../src/mcp/define-tool.ts';
import { lookup, type LookupReply } from '../src/search/lookup.ts';
import { date, limit, replyFields, rows } from './fields.ts';

const input = z.strictObject({
  query: z.string().min(1).max(200).describe('a CPT or HCPCS code, or words such as "myofascial release"'),
  date_of_service: date.optional(),
  limit: limit.optional(),
});

export const lookupCpt = defineTool<typeof input, LookupReply>({
  name: 'lookup_cpt',
  title: 'Look up a procedure code',
  description: 'Look up a CPT or HCPCS code (97124, G0283) or find codes by words, misspelt ones too: timed or not, minutes a unit, Medicare status, unit limit (MUE), who performs it, what it is confused with, what the record must show. Use it for one code or term; for a whole session suggest_code_for_service. It does not guess: a number is matched exactly, an unknown one is said to be unknown.',
  input,
  output: z.looseObject({
    found: z.boolean(),
    matches: z.array(z.looseObject({ code: z.string(), name: z.string(), timed: z.boolean(), in_force: z.boolean(), match: z.looseObject({ kind: z.string(), confidence: z.string() }) })),
    did_you_mean: rows.optional(),
    ...replyFields,
  }),
  example: { query: '97124' },
  run: (args, { catalog, today }) => lookup(catalog, args, today),
  render(reply) {
    const out = [reply.summary, ''];
    for (const m of reply.matches) {
      out.push(`${m.code}  ${m.name}${m.in_force ? '' : '  (not in force)'}`, `  ${m.description}`);
      const facts = [m.timed ? `timed, ${m.unit_minutes} minutes a unit` : m.timed_known === false ? 'timed or not: not known' : 'not timed', m.contact, m.therapy_designation && `therapy: ${m.therapy_designation}`, m.medicare_status && `Medicare status ${m.medicare_status}`, m.mue && `MUE ${m.mue.units} (${m.mue.adjudication})`, m.medicare && `Medicare ${m.medicare.total_rvu_non_facility} RVU (${m.medicare.edition})`, m.your_charge !== undefined && `your charge $${m.your_charge}`].filter(Boolean);
      if (m.match.kind !== 'code' || m.in_force) out.push(`  ${facts.join('; ')}`);
      if (m.performed_by) out.push(`  Who: ${m.performed_by}`);
      for (const c of m.often_confused_with) out.push(`  Not ${c.code}: ${c.difference}`);
      if (m.documentation) out.push(`  Record: ${m.documentation.join('; ')}`);
      for (const c of m.modifiers ?? []) out.push(`  Modifier ${c.modifier}: ${c.when}`);
      out.push(`  Found by: ${m.match.because} (${m.match.confidence})`, '');
    }
    if (reply.notice) out.push(reply.notice, '');
    if (reply.did_you_mean) out.push('Did you mean:', ...reply.did_you_mean.map((d) => `  ${d.code}: ${d.because}`), '');
    if (reply.sources.length > 0) out.push(...reply.sources.map((s) => `Source: ${s.citation}`));
    return out.join('\n');
  },
});

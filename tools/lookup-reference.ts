/** lookup_reference: modifiers, places of service, diagnoses, denial and remark codes, taxonomies, payers and data editions. */
import { z } from 'zod';
import { lookUpReference, referenceKinds, type ReferenceHit, type ReferenceReply } from '../src/catalog/reference.ts';
import { defineTool } from '../src/mcp/define-tool.ts';
import { date, limit, replyFields, rows } from './fields.ts';

const shown = new Set(['code', 'name', 'description', 'in_force', 'match', 'sources', 'confidence', 'origin', 'table']);

/** One fact a line; nested facts as short text. */
function plain(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(plain).join(value.some((v) => typeof v === 'object') ? ' | ' : ', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).filter(([key]) => key !== 'source' && key !== 'confidence').map(([key, inner]) => `${key.replace(/_/g, ' ')} ${plain(inner)}`).join('; ');
  }
  return String(value);
}

function renderHit(hit: ReferenceHit, brief: boolean): string[] {
  const head = `${hit.code}  ${hit.name}${hit.in_force ? '' : '  (not in force on the date)'}`;
  if (brief) return [head];
  const facts = Object.entries(hit).filter(([key, value]) => !shown.has(key) && plain(value) !== '').map(([key, value]) => `    ${key.replace(/_/g, ' ')}: ${plain(value)}`);
  return [head, ...(hit.description === hit.name ? [] : [`    ${hit.description}`]), ...facts];
}

function render(reply: ReferenceReply): string {
  const out = [reply.summary];
  const brief = reply.matches.length > 12 && reply.kind_of_reference !== 'edition';
  if (reply.matches.length > 0) out.push('', ...reply.matches.flatMap((hit) => renderHit(hit, brief)));
  if (reply.did_you_mean) out.push('', 'Did you mean:', ...reply.did_you_mean.map((d) => `  ${d.code}  ${d.because}`));
  if (reply.sources.length > 0) out.push('', `As of ${reply.as_of}. Sources:`, ...reply.sources.map((s) => `  ${s.citation}`));
  return out.join('\n');
}

export const lookupReference = defineTool({
  name: 'lookup_reference',
  title: 'Look up reference tables',
  description: 'What a modifier, place of service, ICD-10-CM diagnosis, denial (CARC) or remark (RARC) code, provider taxonomy or payer means and whether it is in force or billable on a date. Use it for what stands beside a procedure code; kind edition says how old each data table is. It does not hold procedure codes: lookup_cpt.',
  input: z.strictObject({
    kind: z.enum(referenceKinds),
    query: z.string().min(1).max(200).describe('a code (59, M54.50, CO-97), words, a payer or table name, or "all"'),
    date_of_service: date.optional(),
    limit: limit.optional(),
  }),
  output: z.looseObject({
    ...replyFields,
    found: z.boolean(),
    matches: z.array(z.looseObject({ code: z.string(), name: z.string(), description: z.string(), in_force: z.boolean(), match: z.looseObject({ kind: z.string(), confidence: z.string() }) })),
    did_you_mean: rows.optional(),
    as_of: z.string(),
  }),
  run: (input, { catalog, today }) => lookUpReference(catalog, { ...input, today }),
  render,
  example: { kind: 'diagnosis', query: 'M54.5', date_of_service: '2026-03-01' },
});

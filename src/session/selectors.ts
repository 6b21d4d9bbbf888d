/** Counts that choose among a family of codes: muscles needled, spinal regions adjusted, body regions, minutes of evaluation. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from '../search/normalise.ts';
import { byScore, type CodeHit } from '../search/search-codes.ts';
import type { ReadService } from './read-services.ts';

interface Family { codes: string[]; count: RegExp; steps: { upTo: number; code: string }[]; field: string; question: string }

const spelled: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };
const n = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten)';

/** Families of codes that a count decides. Source: NCCI manual ch. XI and the codes' own plain words in the catalog. */
export const families: readonly Family[] = [
  { codes: ['20560', '20561'], count: new RegExp(`\\b${n}(?:\\s+or\\s+more)?\\s+(?:different\\s+)?muscles?\\b`), steps: [{ upTo: 2, code: '20560' }, { upTo: 99, code: '20561' }], field: 'number_of_muscles', question: 'How many muscles were needled: 1 or 2, or 3 or more?' },
  { codes: ['20552', '20553'], count: new RegExp(`\\b${n}(?:\\s+or\\s+more)?\\s+(?:different\\s+)?muscles?\\b`), steps: [{ upTo: 2, code: '20552' }, { upTo: 99, code: '20553' }], field: 'number_of_muscles', question: 'Into how many muscles: 1 or 2, or 3 or more?' },
  { codes: ['98940', '98941', '98942'], count: new RegExp(`\\b${n}(?:\\s*-\\s*\\d)?\\s+(?:spinal\\s+)?(?:regions?|areas?)\\b`), steps: [{ upTo: 2, code: '98940' }, { upTo: 4, code: '98941' }, { upTo: 5, code: '98942' }], field: 'spinal_regions', question: 'How many spinal regions were adjusted: 1-2, 3-4, or all 5?' },
  { codes: ['98925', '98926', '98927', '98928', '98929'], count: new RegExp(`\\b${n}(?:\\s*-\\s*\\d+)?\\s+(?:body\\s+)?(?:regions?|areas?)\\b`), steps: [{ upTo: 2, code: '98925' }, { upTo: 4, code: '98926' }, { upTo: 6, code: '98927' }, { upTo: 8, code: '98928' }, { upTo: 10, code: '98929' }], field: 'body_regions', question: 'How many body regions were treated: 1-2, 3-4, 5-6, 7-8 or 9-10?' },
  { codes: ['97161', '97162', '97163'], count: /(?!)/, steps: [], field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97165', '97166', '97167'], count: /(?!)/, steps: [], field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97169', '97170', '97171'], count: /(?!)/, steps: [], field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97032', '97014', 'G0283'], count: /(?!)/, steps: [], field: 'attended', question: 'Did the clinician stay at the electrodes the whole time, or was it left running?' },
];

/** The candidates with the count in the text applied; without a count the family stays possible and is asked about. */
export function applySelectors(catalog: Catalog, text: string, service: ReadService): CodeHit[] {
  const lead = service.candidates[0];
  const family = lead && families.find((f) => f.codes.includes(lead.code));
  if (!lead || !family || lead.because.startsWith('the code ')) return service.candidates.slice(0, 5);
  const counted = family.steps.length > 0 ? family.count.exec(foldText(text)) : null;
  if (counted) {
    const count = spelled[counted[1]!] ?? Number(counted[1]);
    const code = family.steps.find((s) => count <= s.upTo)?.code;
    if (code) return [{ ...lead, code, because: `${lead.because}; ${counted[0]}` }, ...service.candidates.filter((c) => !family.codes.includes(c.code))].slice(0, 5);
  }
  if (lead.confidence === 'strong' && family.steps.length === 0) return service.candidates.slice(0, 5);
  const others = family.codes.filter((c) => catalog.code.has(c) && !service.candidates.some((h) => h.code === c));
  return [...service.candidates.map((c) => (c.confidence === 'strong' ? { ...c, confidence: 'possible' as const, score: Math.min(c.score, 0.65) } : c)), ...others.map((code) => ({ ...lead, code, confidence: 'possible' as const, score: Math.min(lead.score, 0.6) }))].sort(byScore).slice(0, 5);
}

/** The question whose answer chooses within the family of a code. */
export function familyQuestion(code: string): { field: string; question: string; why: string } | undefined {
  const family = families.find((f) => f.codes.includes(code));
  return family && { field: family.field, question: family.question, why: `It decides among ${family.codes.join(', ')}.` };
}

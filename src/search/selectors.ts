/** What in a text chooses among a family of codes: counts of muscles or regions, complexity, minutes, area, who stood by. */
import type { Catalog } from '../catalog/catalog.ts';
import { correctedText } from './find-phrases.ts';
import { foldText } from './normalise.ts';
import { queryFamilies, type QueryFamily } from './query-families.ts';
import { choosesOpen } from './query-open.ts';
import { families, type Family } from './selector-families.ts';
import { byScore, type CodeHit } from './search-codes.ts';
import { withDigits } from './told-numbers.ts';

/** The code of the family that the text chooses, and the words that do. */
function choose(family: Family, text: string, minutes: number | undefined, area: number | undefined): { code: string; by: string } | undefined {
  for (const read of family.readers) {
    const found = read(text, minutes, area);
    if (found) return found;
  }
  return undefined;
}

/** The candidates with the text's count, complexity, minutes or area applied; without one the family stays possible, to be asked about. */
export function applySelectors(catalog: Catalog, text: string, hits: readonly CodeHit[], minutes?: number, area?: number): CodeHit[] {
  const lead = hits[0];
  const family = lead && families.find((f) => f.codes.includes(lead.code));
  if (!lead || !family || lead.because.startsWith('the code ')) return hits.slice(0, 5);
  const chosen = choose(family, foldText(text), minutes, area) ?? choose(family, foldText(correctedText(catalog, text)), minutes, area);
  if (chosen && catalog.code.has(chosen.code)) {
    // Words that only hint at the family do not become certain by a count that stands beside them.
    const firm = lead.confidence !== 'weak';
    return [{ ...lead, code: chosen.code, confidence: firm ? 'strong' as const : 'possible' as const, score: firm ? Math.max(lead.score, 0.9) : 0.55, because: `${lead.because}; ${chosen.by}` }, ...hits.filter((c) => c.code !== chosen.code && !family.codes.includes(c.code))].slice(0, 5);
  }
  // Told in full ("low complexity evaluation"), the family's own words have chosen already.
  if (lead.confidence === 'strong' && family.told && !lead.by_words) return hits.slice(0, 5);
  // The whole family is open, also those of it that the words only touched.
  const kept = lead.confidence === 'weak' ? hits : hits.filter((h) => h.confidence !== 'weak' || !family.codes.includes(h.code));
  const others = family.codes.filter((c) => catalog.code.has(c) && !kept.some((h) => h.code === c));
  return [...kept.map((c) => (c.confidence === 'strong' && family.codes.includes(c.code) ? { ...c, confidence: 'possible' as const, score: Math.min(c.score, 0.65) } : c)), ...others.map((code) => ({ ...lead, code, confidence: lead.confidence === 'weak' ? 'weak' as const : 'possible' as const, score: Math.min(lead.score, 0.6) }))].sort(byScore).slice(0, 5);
}

/** The family that a query is about: its leading code's, or one whose own words stand in it. */
function familyOfQuery(text: string, lead: CodeHit | undefined): QueryFamily | undefined {
  const gated = queryFamilies.find((f) => f.gate?.test(text) && (lead?.confidence !== 'strong' || f.from?.includes(lead.code) || f.codes.includes(lead.code)));
  if (gated || !lead || lead.confidence === 'weak') return gated;
  return queryFamilies.find((f) => f.codes.includes(lead.code));
}

/** A query's hits with its details applied: who, how many, how far along, where; without a detail that chooses as in a session. */
export function applyQueryDetails(catalog: Catalog, query: string, hits: readonly CodeHit[]): CodeHit[] {
  const lead = hits[0];
  const corrected = correctedText(catalog, query);
  const open = lead && choosesOpen(withDigits(foldText(corrected)));
  if (open?.codes.includes(lead!.code)) {
    return open.codes.map((code, i): CodeHit => ({ ...lead!, code, confidence: 'possible', score: Math.round(65 - i) / 100, because: open.by }));
  }
  // As typed first: what is put right may have been a short form.
  const read = (corrected === query ? [query] : [query, corrected]).map((words) => {
    const text = withDigits(foldText(words));
    const family = familyOfQuery(text, lead);
    return { family, chosen: family?.choose(text, lead && lead.confidence !== 'weak' && family.codes.includes(lead.code) ? lead.code : '') };
  });
  const { family, chosen } = read.find((r) => r.chosen?.codes.length === 1) ?? read.find((r) => r.chosen) ?? read[0]!;
  const isOwn = lead !== undefined && family?.codes.includes(lead.code) === true;
  const codes = chosen?.codes.filter((code) => catalog.code.has(code)) ?? [];
  // A name told in full has chosen already.
  if (isOwn && codes.length > 1 && lead.confidence === 'strong' && (lead.length ?? 0) >= 4) return [...hits].slice(0, 5);
  if (!family || !chosen || codes.length === 0) return applySelectors(catalog, query, hits);
  const from: CodeHit = isOwn ? lead : { code: codes[0]!, confidence: 'possible', score: 0.6, kind: 'synonym', because: 'the words of the query', sources: ['claimlint'] };
  const sure = codes.length === 1;
  // A detail makes a named service certain; words that only together tell of one, or none, stay what they are.
  const firm = sure && isOwn && (lead.confidence === 'strong' || lead.length !== undefined);
  const own = codes.map((code, i): CodeHit => ({ ...from, code, confidence: firm ? 'strong' : 'possible', score: firm ? Math.max(from.score, 0.9) : Math.round(100 * (Math.min(from.score, 0.65) - 0.01 * i)) / 100, because: `${from.because}; ${chosen.by}` }));
  const others = hits.filter((h) => !family.codes.includes(h.code) && !family.from?.includes(h.code)).map((h) => (sure || h.confidence !== 'strong' ? h : { ...h, confidence: 'possible' as const, score: 0.5 }));
  return [...own, ...others].slice(0, 5);
}

/** The question whose answer chooses within the family of a code. */
export function familyQuestion(code: string): { field: string; question: string; why: string } | undefined {
  const family = families.find((f) => f.codes.includes(code));
  return family && { field: family.field, question: family.question, why: `It decides among ${family.codes.join(', ')}.` };
}

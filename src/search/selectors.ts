/** What in a text chooses among a family of codes: counts of muscles or regions, complexity, minutes, area, who stood by. */
import type { Catalog } from '../catalog/catalog.ts';
import { correctedText } from './find-phrases.ts';
import { foldText } from './normalise.ts';
import { families, type Family } from './selector-families.ts';
import { byScore, type CodeHit } from './search-codes.ts';

/** The code of the family that the text chooses, and the words that do. */
function choose(family: Family, text: string, minutes: number | undefined): { code: string; by: string } | undefined {
  for (const read of family.readers) {
    const found = read(text, minutes);
    if (found) return found;
  }
  return undefined;
}

/** The candidates with the text's count, complexity, minutes or area applied; without one the family stays possible, to be asked about. */
export function applySelectors(catalog: Catalog, text: string, hits: readonly CodeHit[], minutes?: number): CodeHit[] {
  const lead = hits[0];
  const family = lead && families.find((f) => f.codes.includes(lead.code));
  if (!lead || !family || lead.because.startsWith('the code ')) return hits.slice(0, 5);
  const chosen = choose(family, foldText(correctedText(catalog, text)), minutes);
  if (chosen && catalog.code.has(chosen.code)) {
    return [{ ...lead, code: chosen.code, confidence: 'strong' as const, score: Math.max(lead.score, 0.9), because: `${lead.because}; ${chosen.by}` }, ...hits.filter((c) => !family.codes.includes(c.code))].slice(0, 5);
  }
  // Told in full ("low complexity evaluation"), the family's own words have chosen already.
  if (lead.confidence === 'strong' && family.told) return hits.slice(0, 5);
  const others = family.codes.filter((c) => catalog.code.has(c) && !hits.some((h) => h.code === c));
  return [...hits.map((c) => (c.confidence === 'strong' && family.codes.includes(c.code) ? { ...c, confidence: 'possible' as const, score: Math.min(c.score, 0.65) } : c)), ...others.map((code) => ({ ...lead, code, confidence: 'possible' as const, score: Math.min(lead.score, 0.6) }))].sort(byScore).slice(0, 5);
}

/** The question whose answer chooses within the family of a code. */
export function familyQuestion(code: string): { field: string; question: string; why: string } | undefined {
  const family = families.find((f) => f.codes.includes(code));
  return family && { field: family.field, question: family.question, why: `It decides among ${family.codes.join(', ')}.` };
}

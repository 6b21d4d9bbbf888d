/** A timed part whose words leave two exercises open ("step-ups and lunges, ten minutes"): that of the parts around it. */
import type { Catalog } from '../catalog/catalog.ts';
import { codeOf } from './judge-segment.ts';
import type { Part } from './read-services.ts';
import type { Item } from './read-items.ts';
import { verdictInSession } from './words-needed.ts';

/** What the goal of an exercise parts, and the same moves serve. */
const byPurpose = new Set(['97110', '97112', '97116', '97530', '97535', '97113']);
const enough = 6;
/** So near to the most the words have to speak for the neighbour's code. */
const near = 1.5;

/** The parts, each timed one without a code given that of another part where its words speak for it as well as for any. */
export function withNeighbours(catalog: Catalog, text: string, parts: readonly Part[]): Part[] {
  const told = new Set(parts.flatMap((p) => p.judged.map((j) => codeOf(j.item))).filter((code) => byPurpose.has(code)));
  if (told.size === 0) return [...parts];
  return parts.map((part) => {
    const { duration, start, end } = part.segment;
    if (!duration || part.judged.length > 0 || part.segment.items.length > 0) return part;
    const verdict = verdictInSession(catalog, `${text.slice(start, duration.start)} ${text.slice(duration.end, end)}`);
    if (verdict.telling === 0 || verdict.score < enough || !byPurpose.has(verdict.code!)) return part;
    // Hands that did something are no exercise, however many exercises stand around them.
    if (verdict.score - verdict.mostBut((c) => byPurpose.has(c)) <= near) return part;
    const code = [...told].filter((c) => verdict.score - verdict.scoreOf(c) <= near).sort((a, b) => verdict.scoreOf(b) - verdict.scoreOf(a) || (a < b ? -1 : 1))[0];
    if (code === undefined) return part;
    const said = text.slice(start, end).trim();
    const item: Item = { start, end, text: said, plain: false, number: false, hits: [{ ...verdict.hits[0]!, code, confidence: 'strong', score: 0.75, because: `${verdict.hits[0]!.because}, and of the same as beside it` }], matched: [{ text: said.slice(0, 80), meaning: 'its words, beside more of the same' }] };
    return { ...part, judged: [{ item, others: [], timed: true, words: verdict.score }], strength: 'possible' };
  });
}

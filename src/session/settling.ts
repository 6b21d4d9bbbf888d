/** A contested word beside words that say which it was ("deep tissue" beside "sustained elbow pressure"): that one. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Contested } from '../search/lexicon.ts';
import { foldText } from '../search/normalise.ts';
import type { CodeHit } from '../search/search-codes.ts';
import type { Item } from './read-items.ts';
import { settlings } from './settling-words.ts';

/** The code that words settle a contested one as; undefined where they say nothing, or more than one thing. */
export function settledAs(contested: Contested, words: string): string | undefined {
  const row = settlings.find((s) => s.field === contested.question.field && (s.lead === undefined || s.lead === contested.lead));
  if (!row) return undefined;
  const folded = foldText(words);
  const told = row.as.filter(([code, cue]) => (contested.lead === code || contested.others.includes(code)) && cue.test(folded));
  return told.length === 1 ? told[0]![0] : undefined;
}

/** The item, no longer contested, as the code that other words say it was. */
export function asSettled(catalog: Catalog, item: Item, code: string, by: string): Item {
  const { contested, ...rest } = item;
  const lead: CodeHit = { code, confidence: 'strong', score: 0.85, kind: 'synonym', because: `"${item.text}" beside words that say which: ${by.trim().slice(0, 60)}`, sources: [contested?.source ?? catalog.code.get(code)!.sources[0]!] };
  return { ...rest, hits: [lead, ...item.hits.filter((h) => h.code !== code).map((h) => ({ ...h, confidence: 'weak' as const, score: 0.2 }))] };
}

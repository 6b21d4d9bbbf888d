/** Codes by the words of their own names and descriptions: never surer than possible. */
import type { Catalog } from '../catalog/catalog.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { wordsOf, type Word } from './normalise.ts';

/** How many of the words asked for stand in a code's description. */
export interface DescriptionHit { code: string; shared: string[]; share: number }

/** Stem -> places of the codes whose description has it. By the curated rows, which catalogs of different dates share. */
const indexes = new WeakMap<Catalog['codes'], ReadonlyMap<string, readonly number[]>>();

function contentOf(lexicon: Lexicon, text: string): Word[] {
  return wordsOf(text).filter((w) => !lexicon.stop.has(w.text));
}

function indexOf(catalog: Catalog, lexicon: Lexicon): ReadonlyMap<string, readonly number[]> {
  let index = indexes.get(catalog.codes);
  if (index) return index;
  const made = new Map<string, number[]>();
  for (const [at, row] of catalog.codes.entries()) {
    for (const stem of new Set(contentOf(lexicon, `${row.name} ${row.description}`).map((w) => w.stem))) (made.get(stem) ?? made.set(stem, []).get(stem)!).push(at);
  }
  indexes.set(catalog.codes, (index = made));
  return index;
}

/** The codes whose descriptions have at least half of the words of the query, in the catalog's order. */
export function descriptionHits(catalog: Catalog, query: string): DescriptionHit[] {
  const lexicon = lexiconOf(catalog);
  const index = indexOf(catalog, lexicon);
  const asked = contentOf(lexicon, query).filter((w) => w.text.length > 2 && !/^\d/.test(w.text));
  const shared = new Map<number, string[]>();
  for (const word of asked) for (const at of index.get(word.stem) ?? []) (shared.get(at) ?? shared.set(at, []).get(at)!).push(word.text);
  const hits: DescriptionHit[] = [];
  for (const [at, words] of [...shared].sort(([a], [b]) => a - b)) {
    const share = words.length / asked.length;
    if (share >= 0.5) hits.push({ code: catalog.codes[at]!.code, shared: words, share });
  }
  return hits;
}

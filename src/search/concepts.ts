/** Services told in everyday words, in any order: "they turned my head to move the crystals". */
import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { correctedWords } from './find-phrases.ts';
import { lexiconOf } from './lexicon.ts';
import { negationsIn } from './negation.ts';
import { stemOf, wordsOf } from './normalise.ts';

type Concept = Vocabulary['concepts'][number];
export interface ConceptMatch { concept: Concept; start: number; end: number; words: string[] }

interface Ready { concept: Concept; all: readonly (readonly string[][])[]; none: readonly string[][]; /** The first stems of each group: one of each has to stand in the text. */ firsts: readonly (readonly string[])[] }
/** By the curated rows, which catalogs of different dates share. */
const built = new WeakMap<Catalog['codes'], readonly Ready[]>();

/** `gel|sound wave` -> each alternative as its stems. */
function alternatives(text: string): string[][] {
  return text.split('|').map((words) => wordsOf(words).map((w) => w.stem));
}

function readyOf(catalog: Catalog): readonly Ready[] {
  let ready = built.get(catalog.codes);
  if (!ready) built.set(catalog.codes, (ready = catalog.vocabulary.concepts.map((concept) => { const all = concept.all.map(alternatives); return { concept, all, none: concept.none ? alternatives(concept.none) : [], firsts: all.map((group) => [...new Set(group.map((stems) => stems[0]!))]) }; })));
  return ready;
}

/** The concepts whose every group of words stands in the text, and none of the words that speak against them; in the catalog's order. */
export function findConcepts(catalog: Catalog, text: string): ConceptMatch[] {
  const words = correctedWords(lexiconOf(catalog), text);
  const isNegated = negationsIn(text, catalog.vocabulary.negation_cues);
  const places = new Map<string, number[]>();
  words.forEach((word, i) => { for (const key of new Set([word.stem, ...(word.correction ? [] : [stemOf(word.text)])])) (places.get(key) ?? places.set(key, []).get(key)!).push(i); });
  /** Where the stems stand one after another. */
  const at = (stems: readonly string[]): number | undefined => places.get(stems[0]!)?.find((i) => stems.every((s, k) => words[i + k]?.stem === s || stemOf(words[i + k]?.text ?? '') === s));
  const found: ConceptMatch[] = [];
  for (const { concept, all, none, firsts } of readyOf(catalog)) {
    if (!firsts.every((group) => group.some((stem) => places.has(stem))) || none.some((stems) => at(stems) !== undefined)) continue;
    const hits = all.map((group) => group.flatMap((stems) => {
      const i = at(stems);
      // What was not done tells nothing; a group that itself says "not" ("not there") does.
      return i === undefined || (!/^(?:no|not|nobody|without)$/.test(stems[0]!) && isNegated(words[i]!.start, words[i + stems.length - 1]!.end)) ? [] : [[i, i + stems.length - 1]];
    })[0]);
    if (hits.some((h) => h === undefined)) continue;
    const [first, last] = [Math.min(...hits.map((h) => h![0]!)), Math.max(...hits.map((h) => h![1]!))];
    found.push({ concept, start: words[first]!.start, end: words[last]!.end, words: hits.map((h) => text.slice(words[h![0]!]!.start, words[h![1]!]!.end)) });
  }
  return found;
}

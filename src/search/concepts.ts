/** Services told in everyday words, in any order: "they turned my head to move the crystals". */
import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { correctedWords } from './find-phrases.ts';
import { lexiconOf } from './lexicon.ts';
import { negationsIn, type Negated } from './negation.ts';
import { stemOf, wordsOf } from './normalise.ts';

type Concept = Vocabulary['concepts'][number];
export interface ConceptMatch { concept: Concept; start: number; end: number; words: string[] }

interface Ready { concept: Concept; all: readonly (readonly string[][])[]; none: readonly string[][] }
/** `byStem`: the concepts, by place, of which a group has an alternative that begins with the stem; of each concept its smallest group. */
interface ReadyConcepts { list: readonly Ready[]; byStem: ReadonlyMap<string, readonly number[]> }
/** By the curated rows, which catalogs of different dates share. */
const built = new WeakMap<Catalog['codes'], ReadyConcepts>();

/** `gel|sound wave` -> each alternative as its stems. */
function alternatives(text: string): string[][] {
  return text.split('|').map((words) => wordsOf(words).map((w) => w.stem));
}

function readyOf(catalog: Catalog): ReadyConcepts {
  const ready = built.get(catalog.codes);
  if (ready) return ready;
  const list = catalog.vocabulary.concepts.map((concept) => ({ concept, all: concept.all.map(alternatives), none: concept.none ? alternatives(concept.none) : [] }));
  const byStem = new Map<string, number[]>();
  for (const [place, { all }] of list.entries()) {
    const groups = all.map((group) => new Set(group.map((stems) => stems[0]!)));
    for (const stem of groups.reduce((a, b) => (b.size < a.size ? b : a))) (byStem.get(stem) ?? byStem.set(stem, []).get(stem)!).push(place);
  }
  const made = { list, byStem };
  built.set(catalog.codes, made);
  return made;
}

/** The concepts that may stand in a text with these stems, in the catalog's order. */
function possible({ list, byStem }: ReadyConcepts, stems: Iterable<string>): Ready[] {
  const places = new Set<number>();
  for (const stem of stems) for (const place of byStem.get(stem) ?? []) places.add(place);
  return [...places].sort((a, b) => a - b).map((place) => list[place]!);
}

/** The concepts whose every group of words stands in the text, and none of the words that speak against them; in the catalog's order. */
export function findConcepts(catalog: Catalog, text: string): ConceptMatch[] {
  const words = correctedWords(lexiconOf(catalog), text);
  const places = new Map<string, number[]>();
  words.forEach((word, i) => { for (const key of new Set([word.stem, ...(word.correction ? [] : [stemOf(word.text)])])) (places.get(key) ?? places.set(key, []).get(key)!).push(i); });
  const near = possible(readyOf(catalog), places.keys());
  if (near.length === 0) return [];
  let negated: Negated | undefined;
  const isNegated: Negated = (start, end) => (negated ??= negationsIn(text, catalog.vocabulary.negation_cues))(start, end);
  /** Where the stems stand one after another. */
  const at = (stems: readonly string[]): number | undefined => places.get(stems[0]!)?.find((i) => stems.every((s, k) => words[i + k]?.stem === s || stemOf(words[i + k]?.text ?? '') === s));
  /** The first alternative that stands in the text. What was not done tells nothing; a group that itself says "not" ("not there") does. */
  const standing = (group: readonly string[][]): [first: number, last: number] | undefined => {
    for (const stems of group) {
      const i = at(stems);
      if (i !== undefined && (/^(?:no|not|nobody|without)$/.test(stems[0]!) || !isNegated(words[i]!.start, words[i + stems.length - 1]!.end))) return [i, i + stems.length - 1];
    }
    return undefined;
  };
  const found: ConceptMatch[] = [];
  for (const { concept, all, none } of near) {
    const hits: [first: number, last: number][] = [];
    for (const group of all) {
      const hit = standing(group);
      if (!hit) break;
      hits.push(hit);
    }
    if (hits.length < all.length || none.some((stems) => at(stems) !== undefined)) continue;
    // One word does not fill two groups.
    if (hits.length > 1 && new Set(hits.map(([first]) => first)).size === 1) continue;
    const [first, last] = [Math.min(...hits.map((h) => h[0])), Math.max(...hits.map((h) => h[1]))];
    found.push({ concept, start: words[first]!.start, end: words[last]!.end, words: hits.map((h) => text.slice(words[h[0]]!.start, words[h[1]]!.end)) });
  }
  // One that tells itself apart from another's code ("new leg, walking practice") stands before it.
  const replaced = new Set(found.flatMap((f) => (f.concept.replaces ?? []).filter((code) => code !== f.concept.code)));
  return found.filter((f) => !replaced.has(f.concept.code) || found.every((o) => o === f || !o.concept.replaces?.includes(f.concept.code) || f.concept.replaces?.includes(o.concept.code)));
}

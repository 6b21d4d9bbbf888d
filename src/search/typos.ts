/** One misspelt word against the words of the catalog: an index lets few through, edit distance decides, fuse.js ranks those that are equally near. */
import Fuse from 'fuse.js';
import { editDistance } from '../claim/edit-distance.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './normalise.ts';

export interface Correction { to: string; edits: number }

/** What is made once for a lexicon: which words hold a pair of letters, room to count them in, and what was found so far. */
interface Index { grams: ReadonlyMap<string, readonly number[]>; sizes: readonly number[]; counts: Uint8Array; known: Map<string, Correction | null>; ordinary: Map<string, boolean> }
const indexes = new WeakMap<Lexicon, Index>();
const mostKept = 5000;

function bigrams(word: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < word.length - 1; i++) out.add(word.slice(i, i + 2));
  return out;
}

function indexOf(lexicon: Lexicon): Index {
  let index = indexes.get(lexicon);
  if (index) return index;
  const grams = new Map<string, number[]>();
  const sizes = lexicon.vocabulary.map((word, at) => {
    const own = bigrams(word);
    for (const gram of own) (grams.get(gram) ?? grams.set(gram, []).get(gram)!).push(at);
    return own.size;
  });
  indexes.set(lexicon, (index = { grams, sizes, counts: new Uint8Array(sizes.length), known: new Map(), ordinary: new Map() }));
  return index;
}

/** Edits that a word of this length may have and still be meant. */
function allowedEdits(length: number): number {
  return length < 4 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

/** True for a word of plain English, or an inflection of one: it is never taken for a misspelling by itself. */
export function isOrdinary(lexicon: Lexicon, word: string): boolean {
  const { ordinary } = indexOf(lexicon);
  let is = ordinary.get(word);
  if (is === undefined) {
    if (ordinary.size > mostKept) ordinary.clear();
    ordinary.set(word, (is = readOrdinary(lexicon, word)));
  }
  return is;
}

function readOrdinary(lexicon: Lexicon, word: string): boolean {
  if (lexicon.guard.has(word) || lexicon.stop.has(word)) return true;
  // "straping" lacks a letter of "strapping"; it is no form of "strap".
  for (let i = 1; i < word.length; i++) if (lexicon.words.has(word.slice(0, i) + word[i - 1] + word.slice(i))) return false;
  return /(?:s|es|ed|d|ing|ly|er|ers)$/.test(word) && ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'ers'].some((end) => word.endsWith(end) && (lexicon.guard.has(word.slice(0, -end.length)) || (end !== 's' && lexicon.guard.has(`${word.slice(0, -end.length)}e`))));
}

/** The catalog word that a misspelt word stands for; undefined when it is known, ordinary English, or too far away. */
export function correct(lexicon: Lexicon, word: string): Correction | undefined {
  const often = lexicon.misspellings.get(word);
  if (often !== undefined) return { to: often, edits: editDistance(word, often, 4) };
  if (!/^[a-z]{4,24}$/.test(word) || lexicon.stems.has(stemOf(word)) || isOrdinary(lexicon, word)) return undefined;
  const { known } = indexOf(lexicon);
  const seen = known.get(word);
  if (seen !== undefined) return seen ?? undefined;
  const found = lackingLetter(lexicon, word) ?? nearest(lexicon, word);
  if (known.size > mostKept) known.clear();
  known.set(word, found ?? null);
  return found;
}

/** "stif", "buton": a letter that should be double, in a word of plain English. */
function lackingLetter(lexicon: Lexicon, word: string): Correction | undefined {
  for (let i = 1; i <= word.length; i++) {
    const doubled = word.slice(0, i) + word[i - 1] + word.slice(i);
    if (lexicon.words.has(doubled)) return undefined;
    if (lexicon.guard.has(doubled)) return { to: doubled, edits: 1 };
  }
  return undefined;
}

function nearest(lexicon: Lexicon, word: string): Correction | undefined {
  const limit = allowedEdits(word.length);
  let least = Infinity;
  let best: string[] = [];
  for (const candidate of candidatesFor(lexicon, word, limit)) {
    const edits = editDistance(word, candidate, limit);
    // Three edits are only believed where most of the word still stands.
    if (edits > limit || (edits === 2 && word.length < 7 && !sameLetters(word, candidate)) || edits * 3 > word.length + 1) continue;
    // A first letter that differs is seldom a slip; short words need it.
    const firstDiffers = candidate[0] !== word[0] && !(candidate[0] === word[1] && candidate[1] === word[0]);
    if (firstDiffers && (edits > 1 || word.length < 6)) continue;
    const cost = edits + (firstDiffers ? 0.5 : 0);
    if (cost < least) [least, best] = [cost, []];
    if (cost === least) best.push(candidate);
  }
  return best.length === 0 ? undefined : { to: best.length === 1 ? best[0]! : likest(word, best), edits: Math.floor(least) };
}

/** Of words that are equally near, the one that fuse.js puts first. */
function likest(word: string, near: readonly string[]): string {
  return new Fuse(near, { threshold: 0.6, distance: 30, ignoreFieldNorm: true }).search(word)[0]?.item ?? near[0]!;
}

/** Words near in length that share enough pairs of letters for the edits to be possible. */
function candidatesFor(lexicon: Lexicon, word: string, limit: number): string[] {
  const { grams, sizes, counts } = indexOf(lexicon);
  const own = bigrams(word);
  const touched: number[] = [];
  for (const gram of own) for (const at of grams.get(gram) ?? []) if (counts[at]!++ === 0) touched.push(at);
  const out: string[] = [];
  for (const at of touched) {
    const candidate = lexicon.vocabulary[at]!;
    if (Math.abs(candidate.length - word.length) <= limit && counts[at]! >= Math.max(1, Math.max(own.size, sizes[at]!) - 2 * limit - 1)) out.push(candidate);
    counts[at] = 0;
  }
  return out.sort();
}

/** "masasge": the same letters in another order, or all but one of them. */
function sameLetters(a: string, b: string): boolean {
  const rest = [...b];
  for (const letter of a) {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest.length <= 1;
}

/** True when `word` may stand for `meant` inside a phrase whose other words are there: closer than for a word alone. */
export function closeInPhrase(word: string, meant: string): boolean {
  if (word.length < 3 || meant.length < 3 || /\d/.test(word)) return false;
  const limit = Math.max(word.length, meant.length) >= 7 ? 2 : 1;
  if (word[0] !== meant[0] && !(word[0] === meant[1] && word[1] === meant[0]) && !(word.length >= 5 && word.slice(1) === meant.slice(1)) && word !== meant.slice(1)) return false;
  return editDistance(word, meant, limit) <= limit;
}

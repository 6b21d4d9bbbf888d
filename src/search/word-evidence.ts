/** What the words of a text say together for each code, counted from the phrasings of the catalog (naive Bayes over words and pairs). */
import type { Catalog } from '../catalog/catalog.ts';
import { correctedWords, type Token } from './find-phrases.ts';
import { lexiconOf } from './lexicon.ts';
import { stemOf } from './normalise.ts';
import type { CodeHit } from './search-codes.ts';
import { familyOf } from './selector-families.ts';
import { readWeights, shareOf, type WordWeights } from './word-weights.ts';
import { countPhrasings, isSmallWord, readWordTable, withPairs, type Phrasing, type WordTable } from './word-table.ts';

/** What words say: for each code the sum of its words' weights, and how many of the words are known at all. */
export interface Evidence { sums: Map<string, number>; known: number }
export interface WordVerdict { code?: string; confidence: 'strong' | 'possible' | 'weak'; hits: CodeHit[]; words: string[]; /** How many of the words name more than where and why. */ telling: number; /** What the words say for `code`. */ score: number; /** What the words say for any code. */ scoreOf(code: string): number; /** The most that they say for a code that is not left out. */ mostBut(leftOut: (code: string) => boolean): number }

/** How much a word weighs that no phrasing of the code has: as if so many more phrasings had the words as often as all do. */
const smoothing = (phrasings: number): number => 20 + 0.25 * phrasings;
const pairWeight = 0.5;
/** No service: clutter of charts and everyday talk; and services that have no code. */
const none = new Set(['NONE', 'NOCODE']);
/** Codes of last resort: no words describe what was done under them. */
const neverByWords = new Set(['A9270', 'S9999', 'T2025', 'T1015', '97039', '97139', '97799']);

/** A feature's codes, by place, with what it adds to each, and how often all codes have it. */
interface Feature { places: readonly number[]; weights: readonly number[]; counts: readonly number[]; all: number; /** Places and what was learned of them, one after the other. */ learned: readonly number[] | undefined }
interface Ready {
  codes: readonly string[]; place: ReadonlyMap<string, number>; table: WordTable; weights: WordWeights; features: Map<string, Feature | null>;
  /** By place: what a known word takes that the code's phrasings lack, and what many phrasings add. */
  missing: Float64Array; prior: Float64Array;
  /** Word -> the groups of codes that it opens; codes of a group that no word opens are barred. */
  opens: ReadonlyMap<string, readonly number[]>; groups: readonly (readonly number[])[]; never: readonly number[];
}

const readied = new WeakMap<Catalog['codes'], Ready>();

/** Every wording of the catalog that names one code: the phrasings, the words of the vocabulary, names and first sentences. */
export function phrasingsOf(catalog: Pick<Catalog, 'phrasings' | 'vocabulary' | 'codes'>): Phrasing[] {
  return [
    ...catalog.phrasings.map(({ code, words }) => ({ code, words })),
    ...catalog.vocabulary.terms.filter((t) => t.strength !== 'weak').flatMap((t) => t.words.map((words) => ({ code: t.code, words }))),
    ...catalog.codes.flatMap((r) => [{ code: r.code, words: r.name }, { code: r.code, words: r.description.split('. ')[0]! }]),
  ];
}

/** Made by the build, or counted here from the phrasings and the vocabulary. */
function readyOf(catalog: Catalog): Ready {
  let ready = readied.get(catalog.codes);
  if (!ready) readied.set(catalog.codes, (ready = make(catalog)));
  return ready;
}

function make(catalog: Catalog): Ready {
  const table = catalog.word_table ? readWordTable(catalog.word_table) : countPhrasings(phrasingsOf(catalog));
  const { codes, phrasings } = table;
  const place = new Map(codes.map((code, i) => [code, i]));
  const placesOf = (list: readonly string[]): number[] => list.flatMap((code) => place.get(code) ?? []);
  const opens = new Map<string, number[]>();
  const groups = catalog.vocabulary.evidence_needs.map(({ codes: of, words }, group) => {
    for (const word of new Set(words.flatMap((w) => [w, stemOf(w)]))) (opens.get(word) ?? opens.set(word, []).get(word)!).push(group);
    return placesOf(of);
  });
  return {
    codes, place, table, weights: readWeights(catalog.word_weights, codes), features: new Map(), opens, groups, never: placesOf([...neverByWords]),
    missing: Float64Array.from(phrasings, (n) => Math.log(smoothing(n) / (n + smoothing(n)))), prior: Float64Array.from(phrasings, (n) => 0.5 * Math.log(n)),
  };
}

function featureOf(ready: Ready, name: string): Feature | null {
  let feature = ready.features.get(name);
  if (feature !== undefined) return feature;
  const of = ready.table.features.get(name);
  if (!of) feature = null;
  else {
    const places: number[] = [];
    const counts: number[] = [];
    for (let i = 0; i < of.length; i += 2) { places.push(of[i]!); counts.push(of[i + 1]!); }
    const all = counts.reduce((a, b) => a + b, 0);
    const weight = name.includes(' ') ? pairWeight : 1;
    feature = { places, counts, all, learned: ready.weights.of(name), weights: places.map((p, i) => weight * Math.log(1 + (counts[i]! * ready.table.total) / (smoothing(ready.table.phrasings[p]!) * all))) };
  }
  ready.features.set(name, feature);
  return feature;
}

/** What the words say added up, by place of the code; `touched` are the places with any, `found` the words and pairs that are known. */
interface Sums { sums: Float64Array; touched: number[]; known: number; found: Feature[] }

function addUp(ready: Ready, stems: readonly string[]): Sums {
  const sums = new Float64Array(ready.codes.length);
  const touched: number[] = [];
  const found: Feature[] = [];
  let known = 0;
  for (const name of withPairs(stems)) {
    const feature = featureOf(ready, name);
    if (!feature) continue;
    found.push(feature);
    known += name.includes(' ') ? pairWeight : 1;
    const { places, weights } = feature;
    for (let i = 0; i < places.length; i++) {
      const p = places[i]!;
      if (sums[p] === 0) touched.push(p);
      sums[p]! += weights[i]!;
    }
  }
  return { sums, touched, known, found };
}

const isTelling = (w: Token): boolean => !/^\d/.test(w.text) && w.text.length > 1 && !isSmallWord(w.text);

/** What a piece of a text says, for parting a sentence; words put right as the search does, and parts of the body left out, which every service has. */
export function evidenceOf(catalog: Catalog, text: string, impossible: Uint8Array): Evidence {
  const ready = readyOf(catalog);
  const { body } = lexiconOf(catalog);
  const { sums, touched, known } = addUp(ready, correctedWords(lexiconOf(catalog), text).filter((w) => isTelling(w) && !body.has(w.stem)).map((w) => w.stem));
  const out = new Map<string, number>();
  for (const p of touched) if (!impossible[p]) out.set(ready.codes[p]!, sums[p]!);
  return { sums: out, known };
}

/** The codes (1 at their place in the table) that a text cannot be of, since no word stands in it without which nobody tells of them ("pool", "needles"). */
export function impossibleIn(catalog: Catalog, text: string): Uint8Array {
  return barredBy(readyOf(catalog), correctedWords(lexiconOf(catalog), text));
}

function barredBy(ready: Ready, words: readonly Token[]): Uint8Array {
  const open = new Uint8Array(ready.groups.length);
  for (const w of words) {
    for (const g of ready.opens.get(w.text) ?? []) open[g] = 1;
    for (const g of ready.opens.get(w.stem) ?? []) open[g] = 1;
    if (w.correction) for (const g of ready.opens.get(w.correction.to) ?? []) open[g] = 1;
  }
  const barred = new Uint8Array(ready.codes.length);
  for (const [g, places] of ready.groups.entries()) if (!open[g]) for (const p of places) barred[p] = 1;
  for (const p of ready.never) barred[p] = 1;
  return barred;
}

/** What a known word that no phrasing of the code has takes from it: more, the more phrasings the code has. */
export function missOf(catalog: Catalog): (code: string) => number {
  const ready = readyOf(catalog);
  return (code) => { const p = ready.place.get(code); return p === undefined ? 0 : ready.missing[p]!; };
}

/** Codes by what the words say for them, the most first; `NONE` and `NOCODE` among them. */
export function rankByWords(catalog: Catalog, text: string): { code: string; score: number }[] {
  return rankOnce(readyOf(catalog), text, correctedWords(lexiconOf(catalog), text), Infinity).ranked;
}

/** How much what was learned from all phrasings at once adds to what was counted, and how far down. */
const learned = { weight: 2, above: 1, least: -6 };

/** What words say for each code: the codes near the first in order, and the score of any code that a word speaks for. */
interface Ranking { ranked: { code: string; score: number }[]; scoreOf(code: string): number }

/** Codes that stand so far behind the first are in no order. */
const farBehind = 25;

/** `barring`: what is taken from a code without a word that it is never told without; all of it, where not said. */
function rank(ready: Ready, words: readonly Token[], barring: number): Ranking {
  const { sums, touched, known, found } = addUp(ready, words.filter(isTelling).map((w) => w.stem));
  const barred = barredBy(ready, words);
  const shares = sharesOf(ready, found, barred);
  const scores = new Float64Array(sums.length).fill(-Infinity);
  let top = -Infinity;
  for (const p of touched) {
    if (barred[p] && barring === Infinity) continue;
    const score = sums[p]! + known * ready.missing[p]! + ready.prior[p]! - (barred[p] ? barring : 0) + learned.above + learned.weight * Math.max(learned.least, shares[p]!);
    scores[p] = score;
    if (score > top) top = score;
  }
  const ranked: { code: string; score: number }[] = [];
  for (const p of touched) if (scores[p]! >= top - farBehind && scores[p]! > -Infinity) ranked.push({ code: ready.codes[p]!, score: scores[p]! });
  ranked.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  return { ranked, scoreOf: (code) => { const p = ready.place.get(code); return p === undefined || scores[p] === -Infinity ? 0 : scores[p]!; } };
}

/** One text is asked about several times on the way to its reading: the last few answers are kept. */
const kept = new WeakMap<Ready, Map<string, Ranking>>();
const mostKept = 24;

function rankOnce(ready: Ready, text: string, words: readonly Token[], barring: number): Ranking {
  const of = kept.get(ready) ?? new Map<string, Ranking>();
  kept.set(ready, of);
  const key = `${barring} ${text}`;
  let found = of.get(key);
  if (!found) {
    if (of.size >= mostKept) of.delete(of.keys().next().value!);
    of.set(key, (found = rank(ready, words, barring)));
  }
  return found;
}

/** By place the logarithm of what share of one the learned weights give a code, among those that are not barred. */
function sharesOf({ weights }: Ready, features: readonly Feature[], barred: Uint8Array): Float64Array {
  const z = Float64Array.from(weights.bias);
  let told = 0;
  for (const { learned: of } of features) if (of) told += 1;
  const share = shareOf(told);
  for (const { learned: of } of features) if (of) for (let i = 0; i < of.length; i += 2) z[of[i]!]! += of[i + 1]! * share;
  let sum = 0;
  for (let p = 0; p < z.length; p++) if (!barred[p]) sum += Math.exp(z[p]!);
  const all = Math.log(sum);
  for (let p = 0; p < z.length; p++) z[p]! -= all;
  return z;
}

/** How a verdict is reached: codes that `needed` asks more of than the words say are left out; `near` is taken off the distance of 3 that is needed to be sure; `barring` is taken from a code without a word that it is never told without, all of it where not said. */
export interface Weighing { needed?: ReadonlyMap<string, number>; near?: number; barring?: number }

/** The code that the words speak for, with how sure they are: by the distance to the next code of another family. */
export function verdictOf(catalog: Catalog, text: string, { needed, near = 0, barring = Infinity }: Weighing = {}): WordVerdict {
  const ready = readyOf(catalog);
  const tokens = correctedWords(lexiconOf(catalog), text);
  const all = rankOnce(ready, text, tokens, barring);
  const ranked = needed ? all.ranked.filter((r) => r.score >= (needed.get(r.code) ?? -Infinity)) : all.ranked;
  const first = ranked[0];
  const scoreOf = (code: string): number => { const score = all.scoreOf(code); return needed && score < (needed.get(code) ?? -Infinity) ? 0 : score; };
  const mostBut = (leftOut: (code: string) => boolean): number => ranked.find((r) => !leftOut(r.code))?.score ?? 0;
  if (!first || none.has(first.code)) return { confidence: 'weak', hits: [], words: [], telling: 0, score: 0, scoreOf, mostBut };
  const kin = new Set([...(familyOf(first.code) ?? []), ...(catalog.addOnsOf.get(first.code) ?? []), ...(catalog.addOn.get(first.code)?.primary ?? [])]);
  const rival = ranked.find((r) => r.code !== first.code && !kin.has(r.code));
  const margin = first.score - (rival?.score ?? 0);
  const told = tellingWords(ready, lexiconOf(catalog).body, text, tokens, first.code);
  const telling = told.filter((w) => !w.body).length;
  const words = told.map((w) => w.said);
  const confidence = margin >= clearBy(first.score) - near && isSupported(told) && telling > 0 ? 'strong' : first.score >= 4.5 && margin >= 0.8 ? 'possible' : 'weak';
  const because = `the words ${words.map((w) => `"${w}"`).join(', ')} together tell of it`;
  const hits = ranked.slice(0, 8).filter((r) => !none.has(r.code) && r.score > first.score - 6 && r.score > 0).slice(0, 5).map((r, i): CodeHit => {
    const sure = i === 0 ? confidence : 'weak';
    return { code: r.code, confidence: sure, score: i === 0 ? { strong: 0.8, possible: 0.55, weak: 0.3 }[confidence] : Math.round(100 * Math.max(0.05, 0.3 - 0.03 * (first.score - r.score))) / 100, kind: 'synonym', because, sources: ['claimlint'], by_words: true };
  });
  return { code: first.code, confidence, hits, words, telling, score: first.score, scoreOf, mostBut };
}

/** How far the first code has to stand before the next to be sure of it: measured on phrasings held back, so that of those just above the limit four in five are right. */
function clearBy(score: number): number {
  return score >= 7 ? 3 : score >= 6 ? 4 : Infinity;
}

interface Told { said: string; own: number; all: number; weight: number; /** Says where or why, and names no service. */ body: boolean }

/** Two words that several phrasings of the code have, or one that is nearly its own. */
function isSupported(words: readonly Told[]): boolean {
  return words.filter((w) => w.own >= 2).length >= 2 || words.some((w) => w.own >= 3 && w.own >= 0.7 * w.all);
}

/** The words that speak most for a code, at most four, as they stand in the text. */
function tellingWords(ready: Ready, body: ReadonlySet<string>, text: string, tokens: readonly Token[], code: string): Told[] {
  const at = ready.place.get(code)!;
  return tokens.filter(isTelling).map((w) => {
    const feature = featureOf(ready, w.stem);
    const own = feature?.counts[feature.places.indexOf(at)] ?? 0;
    return { w, own, all: feature?.all ?? 0, weight: own === 0 ? 0 : Math.log(1 + (own * ready.table.total) / (20 * feature!.all)) };
  }).filter((x) => x.weight > 0.5).sort((a, b) => b.weight - a.weight || a.w.start - b.w.start).slice(0, 4).sort((a, b) => a.w.start - b.w.start)
    .map(({ w, own, all, weight }) => ({ said: text.slice(w.start, w.end).toLowerCase(), own, all, weight, body: body.has(w.stem) }));
}

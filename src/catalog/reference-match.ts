/** Words against reference entries: shared tokens weighed by rarity, one slip of the keyboard a word allowed. */
import { editDistance } from '../claim/edit-distance.ts';
import type { ReferenceEntry } from './reference-entries.ts';

export interface ReferenceMatch {
  kind: 'code' | 'name' | 'synonym' | 'typo' | 'near_code';
  confidence: 'strong' | 'possible' | 'weak';
  score: number;
  because: string;
}
export interface ScoredEntry { entry: ReferenceEntry; match: ReferenceMatch }

export interface MatchOptions {
  /** Words of the kind itself ("modifier", "payer"), which say nothing about which one. */
  ignored: readonly string[];
  /** Ordinary words that are never taken for a slip. */
  guarded: readonly string[];
  /** Names of plans and people share words ("health", "plan"): then all of them must match, and prose does not count. */
  namesOnly?: boolean;
}

const fillers = new Set(['a', 'an', 'the', 'of', 'for', 'with', 'to', 'in', 'on', 'at', 'by', 'and', 'or', 'is', 'are', 'was', 'what', 'which', 'does', 'do', 'mean', 'code', 'my', 'it', 'i', 'this', 'that', 'from']);

/** Lower-case words without a plural s. */
export function tokensOf(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? []).map(singular);
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

interface Indexed { entry: ReferenceEntry; name: Set<string>; words: Set<string>; prose: Set<string>; phrases: Set<string> }

/** How one query word meets one entry: 1 in the name or its words, less by prefix, slip or prose. */
interface Hit { weight: number; where: 'name' | 'words' | 'prose'; typo?: string }

/** Entries that share words with the query, best first; ties keep the order of the entries. */
export function matchWords(entries: readonly ReferenceEntry[], query: string, options: MatchOptions): ScoredEntry[] {
  const all = tokensOf(query);
  const told = all.filter((t) => !fillers.has(t) && !options.ignored.includes(t));
  const tokens = [...new Set(told.length > 0 ? told : all)];
  if (tokens.length === 0) return [];
  const { indexed, vocabulary, places, slippable } = prepared(entries, options);
  const weightOf = (token: string): number => Math.log(1 + entries.length / (1 + (vocabulary.get(token) ?? 0)));
  const slips = new Map(tokens.map((token) => [token, vocabulary.has(token) ? [] : slipsOf(token, slippable, options.guarded)]));
  const longer = new Map(tokens.map((token) => [token, token.length < 4 ? [] : [...vocabulary.keys()].filter((word) => word.length > token.length && word.startsWith(token))]));
  const total = tokens.reduce((n, t) => n + weightOf(t), 0);
  const phrase = tokens.join(' ');
  const scored: ScoredEntry[] = [];
  // Only entries that hold one of the words, a slip of it or a longer form are looked at.
  const hitsAt = new Map<number, Map<string, Hit>>();
  for (const token of tokens) {
    for (const word of [token, ...slips.get(token)!, ...longer.get(token)!]) {
      for (const at of places.get(word) ?? []) {
        const hits = hitsAt.get(at) ?? hitsAt.set(at, new Map()).get(at)!;
        if (!hits.has(token)) hits.set(token, hitOf(token, indexed[at]!, slips.get(token)!, longer.get(token)!)!);
      }
    }
  }
  for (const at of [...hitsAt.keys()].sort((a, b) => a - b)) {
    const [item, hits] = [indexed[at]!, hitsAt.get(at)!];
    const recall = [...hits].reduce((n, [t, hit]) => n + weightOf(t) * hit.weight, 0) / total;
    const covered = item.name.size === 0 ? 0 : [...item.name].filter((t) => hits.has(t)).length / item.name.size;
    const match = judge(item, hits, tokens, phrase, 0.9 * recall + 0.1 * covered, options);
    if (match) scored.push({ entry: item.entry, match });
  }
  const position = new Map(entries.map((entry, i) => [entry, i]));
  return scored.sort((a, b) => b.match.score - a.match.score || position.get(a.entry)! - position.get(b.entry)!);
}

interface Prepared { options: string; indexed: Indexed[]; vocabulary: Map<string, number>; /** Word -> the entries that hold it. */ places: Map<string, number[]>; slippable: Slippable[] }
/** By the entries themselves: the long tables are made once for a catalog and its date. */
const made = new WeakMap<readonly ReferenceEntry[], Prepared>();

function prepared(entries: readonly ReferenceEntry[], options: MatchOptions): Prepared {
  const key = `${options.namesOnly === true}/${options.ignored.join(' ')}`;
  const known = made.get(entries);
  if (known?.options === key) return known;
  const indexed = entries.map((entry) => index(entry, options));
  const places = placesOf(indexed);
  const fresh = { options: key, indexed, places, vocabulary: new Map([...places].map(([word, at]) => [word, at.length])), slippable: [...places.keys()].filter((w) => w.length >= 4 && !/\d/.test(w)).map((word) => ({ word, letters: lettersOf(word) })) };
  made.set(entries, fresh);
  return fresh;
}

function index(entry: ReferenceEntry, options: MatchOptions): Indexed {
  const prose = options.namesOnly || entry.description === entry.name ? [] : tokensOf(entry.description);
  const phraseOf = (text: string): string => tokensOf(text).filter((t) => !fillers.has(t) && !options.ignored.includes(t)).join(' ');
  return {
    entry, name: new Set(tokensOf(entry.name).filter((t) => !fillers.has(t))), words: new Set(entry.words.flatMap(tokensOf)), prose: new Set(prose),
    phrases: new Set([entry.name, ...entry.words].map(phraseOf).filter(Boolean)),
  };
}

function placesOf(items: readonly Indexed[]): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    for (const word of new Set([...item.name, ...item.words, ...item.prose])) (out.get(word) ?? out.set(word, []).get(word)!).push(at);
  }
  return out;
}

/** A word that a slip may stand for, with the letters that it holds as bits. */
interface Slippable { word: string; letters: number }

/** Each letter of the alphabet that a word holds as one bit; words few edits apart differ in few of them. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits;
}

function differing(a: number, b: number): number {
  let n = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) n += 1;
  return n;
}

/** The nearest words of the table: one edit in words of 4 to 7 letters, two in longer ones; numbers are never corrected. */
function slipsOf(token: string, slippable: readonly Slippable[], guarded: readonly string[]): string[] {
  if (token.length < 4 || /\d/.test(token) || guarded.includes(token)) return [];
  let limit = token.length >= 8 ? 2 : 1;
  let best: string[] = [];
  const own = lettersOf(token);
  for (const { word, letters } of slippable) {
    if (Math.abs(word.length - token.length) > limit || differing(own, letters) > 2 * limit) continue;
    const distance = editDistance(token, word, limit);
    if (distance > limit) continue;
    if (distance < limit) [limit, best] = [distance, []];
    best.push(word);
  }
  return best.sort();
}

function hitOf(token: string, item: Indexed, slips: readonly string[], longer: readonly string[]): Hit | undefined {
  const places = [['name', item.name, 1], ['words', item.words, 1], ['prose', item.prose, 0.6]] as const;
  for (const [where, words, weight] of places) if (words.has(token)) return { weight, where };
  for (const [where, words, weight] of places) {
    for (const slip of slips) if (words.has(slip)) return { weight: weight * 0.8, where, typo: slip };
  }
  if (token.length < 4) return undefined;
  for (const [where, words, weight] of places) {
    if (longer.length > 0) for (const word of longer) if (words.has(word)) return { weight: weight * 0.85, where };
  }
  return undefined;
}

function judge(item: Indexed, hits: ReadonlyMap<string, Hit>, tokens: readonly string[], phrase: string, raw: number, options: MatchOptions): ReferenceMatch | undefined {
  if (item.phrases.has(phrase)) {
    const isName = [...tokens].every((t) => item.name.has(t));
    return { kind: isName ? 'name' : 'synonym', confidence: 'strong', score: 1, because: isName ? 'the words are its name' : `"${phrase}" is another word for it` };
  }
  const score = Math.round(raw * 100) / 100;
  if (score < 0.2) return undefined;
  const complete = hits.size === tokens.length;
  const slip = [...hits].find(([, hit]) => hit.typo !== undefined);
  const inNames = complete && !slip && [...hits.values()].every((hit) => hit.where !== 'prose' && hit.weight === 1);
  const found = [...hits.keys()].join(', ');
  const confidence = inNames ? 'strong' : score >= 0.5 && (complete || !options.namesOnly) ? 'possible' : 'weak';
  if (slip) return { kind: 'typo', confidence, score: Math.min(score, 0.95), because: `"${slip[0]}" read as "${slip[1].typo}"` };
  const kind = [...hits.values()].every((hit) => hit.where === 'name') ? 'name' : 'synonym';
  return { kind, confidence, score: Math.min(score, 0.99), because: complete ? `has ${found}` : `has ${found} of the words asked for` };
}

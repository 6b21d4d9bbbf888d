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
  const indexed = entries.map((entry) => index(entry, options));
  const vocabulary = frequencies(indexed);
  const weightOf = (token: string): number => Math.log(1 + entries.length / (1 + (vocabulary.get(token) ?? 0)));
  const slips = new Map(tokens.map((token) => [token, vocabulary.has(token) ? [] : slipsOf(token, vocabulary, options.guarded)]));
  const total = tokens.reduce((n, t) => n + weightOf(t), 0);
  const phrase = tokens.join(' ');
  const scored: ScoredEntry[] = [];
  for (const item of indexed) {
    const hits = new Map<string, Hit>();
    for (const token of tokens) {
      const hit = hitOf(token, item, slips.get(token)!);
      if (hit) hits.set(token, hit);
    }
    if (hits.size === 0) continue;
    const recall = [...hits].reduce((n, [t, hit]) => n + weightOf(t) * hit.weight, 0) / total;
    const covered = item.name.size === 0 ? 0 : [...item.name].filter((t) => hits.has(t)).length / item.name.size;
    const match = judge(item, hits, tokens, phrase, 0.9 * recall + 0.1 * covered, options);
    if (match) scored.push({ entry: item.entry, match });
  }
  const position = new Map(entries.map((entry, i) => [entry, i]));
  return scored.sort((a, b) => b.match.score - a.match.score || position.get(a.entry)! - position.get(b.entry)!);
}

function index(entry: ReferenceEntry, options: MatchOptions): Indexed {
  const prose = options.namesOnly || entry.description === entry.name ? [] : tokensOf(entry.description);
  const phraseOf = (text: string): string => tokensOf(text).filter((t) => !fillers.has(t) && !options.ignored.includes(t)).join(' ');
  return {
    entry, name: new Set(tokensOf(entry.name).filter((t) => !fillers.has(t))), words: new Set(entry.words.flatMap(tokensOf)), prose: new Set(prose),
    phrases: new Set([entry.name, ...entry.words].map(phraseOf).filter(Boolean)),
  };
}

function frequencies(items: readonly Indexed[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const item of items) {
    for (const word of new Set([...item.name, ...item.words, ...item.prose])) out.set(word, (out.get(word) ?? 0) + 1);
  }
  return out;
}

/** The nearest words of the table: one edit in words of 4 to 7 letters, two in longer ones; numbers are never corrected. */
function slipsOf(token: string, vocabulary: ReadonlyMap<string, number>, guarded: readonly string[]): string[] {
  if (token.length < 4 || /\d/.test(token) || guarded.includes(token)) return [];
  let limit = token.length >= 8 ? 2 : 1;
  let best: string[] = [];
  for (const word of vocabulary.keys()) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const distance = editDistance(token, word, limit);
    if (distance > limit) continue;
    if (distance < limit) [limit, best] = [distance, []];
    best.push(word);
  }
  return best.sort();
}

function hitOf(token: string, item: Indexed, slips: readonly string[]): Hit | undefined {
  const places = [['name', item.name, 1], ['words', item.words, 1], ['prose', item.prose, 0.6]] as const;
  for (const [where, words, weight] of places) if (words.has(token)) return { weight, where };
  for (const [where, words, weight] of places) {
    for (const slip of slips) if (words.has(slip)) return { weight: weight * 0.8, where, typo: slip };
  }
  if (token.length < 4) return undefined;
  for (const [where, words, weight] of places) {
    for (const word of words) if (word.startsWith(token)) return { weight: weight * 0.85, where };
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

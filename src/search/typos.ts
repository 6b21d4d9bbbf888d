/** One misspelt word against the words of the catalog: fuse.js ranks what a cheap filter lets through, edit distance decides. */
import Fuse from 'fuse.js';
import { editDistance } from '../claim/edit-distance.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './normalise.ts';

export interface Correction { to: string; edits: number }

const cache = new WeakMap<Lexicon, Map<string, Correction | null>>();

function bigrams(word: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < word.length - 1; i++) out.add(word.slice(i, i + 2));
  return out;
}

/** Edits that a word of this length may have and still be meant. */
export function allowedEdits(length: number): number {
  return length < 4 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

/** The catalog word that a misspelt word stands for; undefined when it is known, ordinary English, or too far away. */
export function correct(lexicon: Lexicon, word: string): Correction | undefined {
  if (!/^[a-z]{4,24}$/.test(word) || lexicon.guard.has(word) || lexicon.stems.has(stemOf(word)) || lexicon.stop.has(word)) return undefined;
  // An inflected ordinary word is ordinary too.
  if (lexicon.guard.has(word.replace(/(?:s|es|ed|ing|ly)$/, ''))) return undefined;
  let known = cache.get(lexicon);
  if (!known) cache.set(lexicon, (known = new Map()));
  const seen = known.get(word);
  if (seen !== undefined) return seen ?? undefined;
  const found = nearest(lexicon, word);
  if (known.size > 5000) known.clear();
  known.set(word, found ?? null);
  return found;
}

function nearest(lexicon: Lexicon, word: string): Correction | undefined {
  const limit = allowedEdits(word.length);
  const own = bigrams(word);
  const near = lexicon.vocabulary.filter((candidate) => {
    if (Math.abs(candidate.length - word.length) > limit) return false;
    let shared = 0;
    for (const gram of bigrams(candidate)) if (own.has(gram)) shared += 1;
    return shared >= Math.max(1, Math.max(own.size, candidate.length - 1) - 2 * limit - 1);
  });
  if (near.length === 0) return undefined;
  const fuse = new Fuse(near, { threshold: 0.6, distance: 30, ignoreFieldNorm: true, includeScore: true });
  const ranked = fuse.search(word).map((r) => r.item);
  const pool = ranked.length > 0 ? ranked : near;
  let best: { to: string; cost: number; edits: number } | undefined;
  for (const [rank, candidate] of pool.entries()) {
    const edits = editDistance(word, candidate, limit);
    if (edits > limit) continue;
    // A first letter that differs is seldom a slip; short words need it.
    const firstDiffers = candidate[0] !== word[0] && !(candidate[0] === word[1] && candidate[1] === word[0]);
    if (firstDiffers && (edits > 1 || word.length < 6)) continue;
    const cost = edits + (firstDiffers ? 0.5 : 0) + Math.min(rank, 9) / 100;
    if (!best || cost < best.cost || (cost === best.cost && candidate < best.to)) best = { to: candidate, cost, edits };
  }
  return best ? { to: best.to, edits: best.edits } : undefined;
}

/** A service that no part of a text tells of by itself, told by its sentences together: "Got under the edges of the scar. ... 17 minutes of that." */
import type { Catalog } from '../catalog/catalog.ts';
import type { WordVerdict } from '../search/word-evidence.ts';
import type { Part, ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';
import { tellsEnough, verdictInSession } from './words-needed.ts';

/** The one service, with the text's time where it has only one; undefined where the words do not agree on one. */
export function toldInAll(catalog: Catalog, text: string, parts: readonly Part[]): ReadService | undefined {
  const sentences = [...new Set(parts.map((p) => p.sentence))];
  let best: { verdict: WordVerdict; from: number; to: number } | undefined;
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from + 1; to <= Math.min(sentences.length, from + 4); to++) {
      const verdict = verdictInSession(catalog, wordsOf(text, parts, sentences.slice(from, to)));
      if (verdict.confidence === 'weak' || !tellsEnough(catalog, verdict)) continue;
      // A longer stretch has to speak clearly more.
      if (!best || verdict.score > best.verdict.score + 1.5 * (to - from - (best.to - best.from))) best = { verdict, from, to };
    }
  }
  if (!best) return undefined;
  const own = parts.filter((p) => sentences.indexOf(p.sentence) >= best.from && sentences.indexOf(p.sentence) < best.to);
  const [start, end] = [own[0]!.segment.start, own.at(-1)!.segment.end];
  const times = parts.flatMap((p) => p.segment.duration ?? []);
  const words = best.verdict.words.map((w) => `"${w}"`).join(', ');
  return {
    text: text.slice(start, end), start, end, places: [{ start, end }], regions: [], candidates: best.verdict.hits.map((h) => ({ ...h })), matched: [{ text: text.slice(start, end).trim().slice(0, 80), meaning: `its words together: ${words}` }],
    ...(times.length === 1 ? { minutes: times[0]!.minutes } : {}),
  };
}

function wordsOf(text: string, parts: readonly Part[], sentences: readonly Sentence[]): string {
  return parts.filter((p) => sentences.includes(p.sentence)).map(({ segment: { start, end, duration } }) => (duration ? `${text.slice(start, duration.start)} ${text.slice(duration.end, end)}` : text.slice(start, end))).join(' ');
}

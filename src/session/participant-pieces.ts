/** A text in sentences and clauses with their places, for reading who was there; dictated stops count as stops. */
import { foldText } from '../search/normalise.ts';

export interface Piece { start: number; end: number; folded: string; sentence: number }
export interface Stretch { start: number; end: number; folded: string }

const sentenceEnd = /[\n;!?]|\.(?=\s|$)|\.(?=["')\]])/g;
const title = /(?:^|[^a-z])(?:mr|mrs|ms|dr|vs|approx|a\.m|p\.m|[b-hj-z])$/;
const shortened = /(?:^|[^a-z])(?:min|mins|hr|hrs|pt|pts|ther|tx|ft|lb|lbs|no|st|reps|ex|w|grp|exs)$/;
const clauseBreak = /[,()+]|:(?!\d)|\s-{1,2}\s|\b(?:plus|followed by|after that|afterwards?|and then|then|but|while|whereas)\b|\b(?:and|&)\b(?=[^.,;]{0,45}\d\s?(?:min|'|m\b))/g;

/** "comma" and "period" of dictation as the marks they stand for; the length stays. */
function dictated(folded: string): string {
  if ((folded.match(/\b(?:comma|period)\b/g)?.length ?? 0) < 2) return folded;
  return folded.replace(/\bcomma\b/g, ',    ').replace(/\bperiod\b/g, '.     ');
}

export function piecesOf(text: string): { folded: string; sentences: Stretch[]; pieces: Piece[] } {
  // "PTs" are therapists, "pts" are patients: folding would make them one.
  const folded = dictated(foldText(text.replace(/\bPTs\b(?! ?x ?\d)/g, 'dpt')));
  const cuts = [0];
  for (const m of folded.matchAll(sentenceEnd)) {
    if (m[0] === '.') {
      const before = folded.slice(Math.max(0, m.index - 8), m.index);
      if (title.test(before)) continue;
      if (shortened.test(before) && /^\.\s+[a-z0-9]/.test(text.slice(m.index, m.index + 4))) continue;
    }
    cuts.push(m.index + 1);
  }
  cuts.push(text.length);
  // Dictation without stops: a long run is cut where the next thing begins.
  for (const [i, end] of [...cuts.entries()].reverse()) {
    const from = cuts[i - 1];
    if (from === undefined || end - from < 320) continue;
    cuts.splice(i, 0, ...[...folded.slice(from + 1, end).matchAll(/\b(?:then|after that|afterwards|next|finally)\b/g)].map((m) => from + 1 + m.index));
  }
  const sentences: Stretch[] = [];
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!, end = cuts[i + 1]!;
    const own = folded.slice(start, end);
    if (!/[a-z0-9]/.test(own)) continue;
    const sentence = sentences.push({ start, end, folded: own }) - 1;
    const parts = [0];
    for (const m of own.matchAll(clauseBreak)) if (m.index > parts.at(-1)!) parts.push(m.index);
    parts.push(own.length);
    for (let p = 0; p + 1 < parts.length; p++) {
      const piece = own.slice(parts[p], parts[p + 1]);
      if (/[a-z0-9]/.test(piece)) pieces.push({ start: start + parts[p]!, end: start + parts[p + 1]!, folded: piece, sentence });
    }
  }
  return { folded, sentences, pieces };
}

/** A length of time is told here: minutes, hours or a stretch of the clock. */
export const timeTold = /\b(?:minutes?|mins?|hours?|hrs?)\b|\d\s*(?:'|min|m\b|hr)|\d:\d\d\s*(?:-|to|until)/;

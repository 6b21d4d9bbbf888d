/** What a text says was not done: cues before ("no massage", "instead of ultrasound") and after ("massage was skipped"). */
import { foldText } from './normalise.ts';
import { asWholeWords } from './whole-words.ts';

/** Whether the words from one place to another are denied by their clause. */
export type Negated = (start: number, end: number) => boolean;

const clauseEnd = /[,;.\n:]|\b(?:but|only|just|then|and|plus|so|instead,)\b/g;
const tellingEnd = /[,;.\n]|\b(?:but|then|and|only|just)\b/g;
const noDenial = /\b(?:not only|no doubt|without pain|no longer pain)\b/;
const deniedAfter = /^\s*(?:\w+\s+){0,2}?(?:was|were|is|are)?\s*(?:not\s+(?:done|performed|given|provided|used|billed)|wasn't|weren't|skipped|declined|refused|omitted|deferred|held off|cancelled|canceled|out of order|broken|not working|unavailable|not available|not needed)\b/;

/** Reads a text once for the cues of the catalog; the scope of a negation is its clause. */
export function negationsIn(text: string, cues: readonly string[]): Negated {
  const folded = foldText(text).replace(/\bw[ithou]{3,7}t+\b/g, (word) => (word === 'without' ? word : word.length >= 6 ? 'without'.padEnd(word.length).slice(0, word.length) : word));
  const padded = asWholeWords(cues);
  const starts = [...folded.matchAll(clauseEnd)].map((m) => m.index + m[0].length);
  const ends = [...folded.matchAll(tellingEnd)].map((m) => m.index);
  return (start, end) => {
    const before = folded.slice(starts.findLast((at) => at <= start) ?? 0, start);
    if (noDenial.test(before)) return false;
    const words = ` ${before.replace(/[^a-z0-9']+/g, ' ')} `;
    return (words.trim() !== '' && padded.some((cue) => {
      const at = words.lastIndexOf(cue);
      // At most five words between the cue and what it denies.
      return at >= 0 && words.slice(at + cue.length).split(' ').filter(Boolean).length <= 5;
    })) || deniedAfter.test(folded.slice(end, ends.find((at) => at >= end) ?? folded.length));
  };
}

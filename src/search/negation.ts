/** What a text says was not done: cues before ("no massage", "instead of ultrasound") and after ("massage was skipped"). */
import { foldText } from './normalise.ts';

/** True when the span lies in the scope of a negation within its clause. */
export function isNegated(text: string, start: number, end: number, cues: readonly string[]): boolean {
  const folded = foldText(text).replace(/\bw[ithou]{3,7}t+\b/g, (word) => (word === 'without' ? word : word.length >= 6 ? 'without'.padEnd(word.length).slice(0, word.length) : word));
  const before = clauseBefore(folded.slice(0, start));
  const after = folded.slice(end).split(/[,;.\n]|\b(?:but|then|and|only|just)\b/)[0]!;
  if (/\b(?:not only|no doubt|without pain|no longer pain)\b/.test(before)) return false;
  const cue = cues.some((c) => {
    const at = ` ${before.replace(/[^a-z0-9']+/g, ' ')} `.lastIndexOf(` ${c} `);
    // At most five words between the cue and what it denies.
    return at >= 0 && before.replace(/[^a-z0-9']+/g, ' ').slice(at + c.length).trim().split(' ').filter(Boolean).length <= 5;
  });
  if (cue) return true;
  return /^\s*(?:\w+\s+){0,2}?(?:was|were|is|are)?\s*(?:not\s+(?:done|performed|given|provided|used|billed)|wasn't|weren't|skipped|declined|refused|omitted|deferred|held off|cancelled|canceled)\b/.test(after);
}

/** The text since the last word that ends a negation's scope. */
function clauseBefore(text: string): string {
  return text.split(/[,;.\n:]|\b(?:but|only|just|then|and|plus|so|instead,)\b/).at(-1)!;
}

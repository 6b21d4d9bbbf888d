/** Words that settle a contested one: "deep tissue" beside "sustained elbow pressure", "traction" beside "harness". */
import type { Contested } from './lexicon.ts';
import { foldText } from './normalise.ts';
import { settlings } from './settling-words.ts';

/** What is denied settles nothing: "no oil, no rubbing", "not the machine". */
const denied = /\b(?:not|no|without|instead of|rather than|never|nothing)\b[^,.;:]{0,40}/g;

/** The code that words settle a contested one as; undefined where they say nothing, or more than one thing. */
export function settledAs(contested: Contested, words: string): string | undefined {
  const row = settlings.find((s) => s.field === contested.question.field && (s.lead === undefined || s.lead === contested.lead));
  if (!row) return undefined;
  const folded = foldText(words).replace(denied, ' ');
  const told = row.as.filter(([code, cue]) => (contested.lead === code || contested.others.includes(code)) && cue.test(folded));
  return told.length === 1 ? told[0]![0] : undefined;
}

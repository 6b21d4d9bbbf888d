/** What a visit was booked for ("came in for her 60 minute massage"): a tale where the visit ended before it. */
import { foldText } from '../search/normalise.ts';
import { endsSentence, sentenceStart, type Token } from './clauses.ts';
import { endedEarly } from './nothing-done.ts';
import type { Cue, Ready } from './standing-cues.ts';
import { closedReach, startsClause } from './standing-reach.ts';
import type { Zone } from './standing.ts';

/** The zones of what was booked; [] where the text does not tell that the visit ended early. */
export function bookedZones(text: string, tokens: readonly Token[], cues: readonly Cue[], others: readonly Zone[], ready: Ready): Zone[] {
  const booked = cues.filter((c) => c.kind === 'booked_ahead' || c.kind === 'booked_behind');
  if (booked.length === 0) return [];
  const zones = booked.map(({ kind, from, to }): Zone => kind === 'booked_ahead'
    ? { standing: 'planned', from: to, to: bookedReach(tokens, to) }
    : { standing: 'planned', from: startsClause(tokens, from) ? sentenceStart(tokens, from) : closedReach(tokens, from, ready), to: from });
  const within = (list: readonly Zone[], i: number): boolean => list.some((z) => i >= z.from && i < z.to);
  return endedEarly(foldText(text), () => tokens.some((t, i) => t.minutes === true && !/^(?:late|early)$/.test(tokens[i + 1]?.text ?? '') && !within(zones, i) && !within(others, i))) ? zones : [];
}

/** To the end of the sentence, or where it turns to what came of it. */
function bookedReach(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length && i - from < 30 && !endsSentence(tokens[i]!) && !/^(?:but|so|because|when|however|instead|and (?:then|had))$/.test(tokens[i]!.text)) i++;
  return i;
}

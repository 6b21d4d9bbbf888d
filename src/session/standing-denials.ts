/** Which way a denial speaks: of what follows it, of what stands before it, or of the device that failed. */
import { endsSentence, sentenceEnd, sentenceStart, type Token } from './clauses.ts';
import type { Cue, Ready } from './standing-cues.ts';
import { closedReach, deniedReach, isHarmless, startsClause, toldAhead, toldReach } from './standing-reach.ts';
import type { Zone } from './standing.ts';

const person = /^(?:i|we|he|she|they|pt|patient|client)$/;

/** "no", "did not", "instead of": over the item and its list, unless they deny a symptom or a help. */
export function deniedAhead(tokens: readonly Token[], { from, to, words }: Cue, cues: readonly Cue[], ready: Ready): Zone[] {
  const next = tokens[to];
  if (words === 'no' || words === 'nothing' || words === 'nobody' || words === 'no one') {
    const stands = next === undefined || endsSentence(next) || next.mark === 'comma';
    if (words === 'no' && stands) return tokens[from - 1]?.mark === 'question' || /^(?:said|says|label)$/.test(tokens[from - 1]?.text ?? '') || tokens[from - 1]?.mark === 'label' ? [{ standing: 'not_done', from: closedReach(tokens, from - (/^(?:said|says)$/.test(tokens[from - 1]?.text ?? '') ? 2 : 0), ready), to: from }] : [];
    if (/^(?:nobody|no one)$/.test(words) && /^(?:with|in|was|stayed|there|around|near|else)$/.test(next?.text ?? '')) return [];
    if (words === 'no' && /^(?:that|this|it|we|i|she|he|they)$/.test(next?.text ?? '')) return [];
  }
  if (/^(?:other than|except|except for|excluding|minus)$/.test(words) && cues.some((c) => (c.kind === 'denied_ahead' || c.words === 'no') && c.to <= from && c.from >= sentenceStart(tokens, from))) return [];
  if (/^(?:cannot|can't|could not|couldn't|can not)$/.test(words) && /^(?:be|bill|wait|sit|stand|say)$/.test(next?.text ?? '')) return [];
  // "all but ten of them were exercise": the ten are left out of a count, and nothing is denied.
  if (/^(?:all|everything) but$/.test(words) && next && (next.minutes || (/^(?:the|about)$/.test(next.text) && (tokens[to + 1]?.minutes || /^\d/.test(tokens[to + 1]?.text ?? ''))) || /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty)$/.test(next.text))) return [];
  // "traded the massage for gait training": only with what was given for it.
  if (/^(?:traded|swapped|exchanged|gave up) /.test(words)) {
    const given = tokens.slice(to, to + 7).findIndex((t) => t.text === 'for' && !t.mark);
    return given > 0 && !tokens.slice(to, to + given).some((t) => t.mark !== undefined) ? [{ standing: 'not_done', from: to, to: to + given }] : [];
  }
  const stops = next === undefined || endsSentence(next) || next.mark === 'comma';
  // "..., the exercise, we skipped.": what was skipped stands before.
  if (stops && words.endsWith('skipped')) return [{ standing: 'not_done', from: closedReach(tokens, from, ready), to: from }];
  // "the exercise happened, manual therapy and stim did not."
  if (stops && /^(?:did|was|were|is|has)(?: not|n't)$/.test(words) && tokens.slice(sentenceStart(tokens, from), from).some((t) => /^(?:happened|done|given|completed|performed|used|took)$/.test(t.text))) return [{ standing: 'not_done', from: closedReach(tokens, from, ready), to: from }];
  if (isHarmless(tokens, to, words, ready)) return [];
  const end = deniedReach(tokens, to, ready, { noun: /^(?:no|without|w\/o)$/.test(words), timed: /would|'d$|'ve$|planned|supposed|scheduled|down for|time for|due|booked|meant|going|hoped|intended/.test(words) });
  // "nothing other than massage": what is left out of a denial was done.
  const left = cues.find((c) => c.from >= to && c.from < end && /^(?:other than|except|except for|but)$/.test(c.words));
  const zones: Zone[] = [{ standing: 'not_done', from: to, to: left?.from ?? end }];
  // "Ultrasound was not used": a denied verb without an object speaks of what stands before it.
  if (/(?:not|n't)$/.test(words) && next && ready.sets.doing.has(next.text) && /^(?:was|were|is|are|has|have|been)/.test(words) && !ready.sets.persons.has(tokens[from - 1]?.text ?? '')) zones.push({ standing: 'not_done', from: closedReach(tokens, from, ready), to: from });
  return zones;
}

/** True where nothing stands after "not used", so that it speaks of what stands before. */
export function closes(tokens: readonly Token[], { from, to, words }: Cue): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (words === 'held') return (before?.mark === 'label' || before?.text === '(' || /^(?:was|were)$/.test(before?.text ?? '')) && !/^(?:\d|for$|at$|by$|the$|each$|in$|with$)/.test(next?.text ?? '');
  if (words === 'none') return before !== undefined && (next === undefined || next.mark !== undefined);
  if (words === 'no' || words === 'nil') return before !== undefined && (before.mark === 'label' || before.mark === 'comma' || before.mark === 'question') && (next === undefined || endsSentence(next) || next.mark !== undefined);
  if (!/^not |n't |^never /.test(words)) return true;
  return next === undefined || next.mark !== undefined || !startsClause(tokens, from) || /^(?:today|this|because|due|as|per|since|yet|again|here|in|at|on|by|for|so|and|but|until)$/.test(next.text) ? !(before !== undefined && person.test(before.text) && next !== undefined && !next.mark && /^(?:the|a|an|any)$/.test(next.text)) : false;
}

/** "declined the heat" speaks of what follows, "heat declined" of what stands before. */
export function either(tokens: readonly Token[], { from, to, words }: Cue, ready: Ready, standing: 'not_done' | 'planned'): Zone[] {
  const next = tokens[to];
  // "as the doctor ordered", "as we planned": what was done, and how.
  if (standing === 'planned' && tokens.slice(Math.max(0, from - 4), from).some((t, k, near) => t.text === 'as' && !near.slice(k).some((o) => o.mark))) return [];
  if (words === 'offered' && tokens.slice(to, to + 8).some((t) => /^(?:accepted|accepts|agreed|given|applied|used|taken|took|liked|chose)$/.test(t.text))) return [];
  const last = /^(?:last|\d+)$/.test(next?.text ?? '') && /^(?:d\/c'd|dc'd|discontinued)$/.test(words);
  if (last) return [{ standing: 'past', from: closedReach(tokens, from, ready), to: from }];
  const object = next !== undefined && !next.mark && !/^(?:by|due|because|today|this|per|secondary|as|at|2\/2|until|till|so|and|but|since|again|then|with|in|out|here|on|when|if|after|tomorrow|next|later|now|visit|for|again|both|it|them|that|from|not)$/.test(next.text);
  let at = from - 1;
  while (at >= 0 && !tokens[at]!.mark && /^(?:also|has|have|had|politely|again|both|is|but|and|then|always|still|respectfully|just)$/.test(tokens[at]!.text)) at--;
  const before = tokens[at];
  const ofPerson = /^(?:and|but|then)$/.test(tokens[from - 1]?.text ?? '') || before === undefined || before.mark !== undefined || ready.sets.persons.has(before.text) || /^(?:mr|mrs|ms|dr)$/.test(tokens[at - 1]?.text ?? '');
  if (object && ofPerson) return [{ standing, from: to, to: deniedReach(tokens, to, ready) }];
  if (standing === 'planned' && object) return [{ standing, from: to, to: toldAhead(tokens, to, ready) }];
  // A lone "Refused." speaks of the sentence before it.
  const lone = sentenceStart(tokens, from) === from && sentenceEnd(tokens, to) <= to + 1 && from > 0;
  const end = lone && tokens[sentenceStart(tokens, from) - 1] ? sentenceStart(tokens, from) - 1 : from;
  return [{ standing, from: closedReach(tokens, end, ready), to: from }];
}

/** "the probe broke", "the machine is out for repair": the device of the clause, or of the sentence where it has only "the machine". */
export function equipmentDown(tokens: readonly Token[], { from }: Cue, ready: Ready): Zone[] {
  const start = sentenceStart(tokens, from);
  const near = tokens.slice(Math.max(start, from - 6), from);
  if (!near.some((t) => ready.sets.equipment.has(t.text)) || near.some((t) => /^(?:no|not|without)$/.test(t.text))) return [];
  const clause = closedReach(tokens, from, ready);
  const bare = tokens.slice(clause, from).every((t) => /^(?:the|our|a|machine|unit|it|device|probe|is|was|has|been|still|again|says|\w+ing)$/.test(t.text) || t.text.length < 3);
  return [{ standing: 'not_done', from: bare ? toldReach(tokens, from) : clause, to: from }];
}

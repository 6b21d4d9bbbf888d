/** Where a text says that an aide or a technician did it, and not the one who may bill for it. */
import { endsSentence, type Token } from './clauses.ts';
import type { Ready } from './standing-cues.ts';
import type { Zone } from './standing.ts';
import { clauseAround } from './standing-reach.ts';

const before = new Set('with by via from under per'.split(' '));
const between = new Set('also then who has had actually just simply jo the'.split(' '));

/** "with the tech 25 min", "the aide ran her bands", "supervised by our aide"; not "the aide held the foot". */
export function aideZones(tokens: readonly Token[], ready: Ready): Zone[] {
  const medicare = tokens.some((t) => t.text === 'medicare');
  return tokens.flatMap((token, i): Zone[] => {
    if (token.mark || !(ready.sets.aides.has(token.text) || (medicare && isTrainer(tokens, i)))) return [];
    let next = i + 1;
    if (tokens[next]?.text === ')') next++;
    while (next < tokens.length && between.has(tokens[next]!.text)) next++;
    // "tech Bree took patient through ...": by name.
    if (!tokens[next]?.mark && ready.sets.aide_verbs.has(tokens[next + 1]?.text ?? '') && !tokens[next + 1]?.mark && !ready.sets.aide_verbs.has(tokens[next]?.text ?? '')) next++;
    const after = tokens[next];
    const by = tokens.slice(Math.max(0, i - 5), i).findLastIndex((t) => t.mark !== undefined || before.has(t.text));
    const preposition = by < 0 ? undefined : tokens[Math.max(0, i - 5) + by];
    const isWith = preposition !== undefined && !preposition.mark && !(after !== undefined && !after.mark && ready.sets.helping.has(after.text) && !(after.text === 'for' && tokens[next + 1]?.minutes));
    const acts = after !== undefined && !after.mark && ready.sets.aide_verbs.has(after.text) && !(after.text === 'kept' && !/^(?:an|watch|him|her|me|them)$/.test(tokens[next + 1]?.text ?? ''));
    // "the patient walked with me, the aide and a chair" lists who was there.
    if (tokens[i - 1]?.text === 'and' || tokens[i - 2]?.text === 'and') return acts ? [{ standing: 'aide', from: i, to: clauseAround(tokens, i, next, [])[1] }] : [];
    const kept = acts ? keptWatch(tokens, i, next) : undefined;
    if (kept !== undefined) return [{ standing: 'aide', from: kept, to: clauseAround(tokens, i, next, [])[1] }];
    if (acts) return [{ standing: 'aide', from: i, to: overList(tokens, upToMine(tokens, i, clauseAround(tokens, i, next, [])[1])) }];
    if (!isWith) return [];
    const [start, end] = clauseAround(tokens, i, i + 1, []);
    return [{ standing: 'aide', from: backOverList(tokens, start, i), to: end }];
  });
}

/** "the aide ran the bike while I did the mobs": what follows is the clinician's. */
function upToMine(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (/^(?:while|as)$/.test(tokens[i]!.text) && /^(?:i|we|therapist)$/.test(tokens[i + 1]?.text ?? '')) return i;
  return to;
}

/** "I was on the bike while the tech kept an eye on it": from where the clause begins that the aide watched over; not what a clinician did. */
function keptWatch(tokens: readonly Token[], aide: number, verb: number): number | undefined {
  const link = /^(?:the|our|an?|my)$/.test(tokens[aide - 1]?.text ?? '') ? aide - 2 : aide - 1;
  if (!/^(?:while|as)$/.test(tokens[link]?.text ?? '') || !watching.has(tokens[verb]!.text) || !tokens.slice(verb + 1, verb + 5).some((t) => /^(?:me|him|her|it|them|over|eye)$/.test(t.text))) return undefined;
  const [start] = clauseAround(tokens, link - 1, link, []);
  return tokens.slice(start, link).some((t) => /^(?:me|therapist|manual|mobs?|mobilized|massaged|worked|treated|released)$/.test(t.text)) ? undefined : start;
}

const watching = new Set('watched supervised monitored kept minded oversaw counted'.split(' '));

/** "bike, bands and squats with the aide": the items before the last, up to one that has its own time or its own hands. */
function backOverList(tokens: readonly Token[], start: number, at: number): number {
  if (!tokens.slice(start, at).some((t) => t.text === 'and' || t.mark === 'and')) return start;
  let from = start;
  while (tokens[from - 1]?.mark === 'comma') {
    let before = from - 1;
    while (before > 0 && !tokens[before - 1]!.mark) before--;
    if (tokens[from - 2]?.minutes || tokens.slice(before, from - 1).some((t) => /^(?:me|i|we|therapist)$/.test(t.text))) break;
    from = before;
  }
  return from;
}

/** For Medicare the work of an athletic trainer and the like is no therapy, as an aide's is not. */
function isTrainer(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text;
  return (/^trainers?$/.test(tokens[i]!.text) && before === 'athletic') || (tokens[i]!.text === 'physiologist' && before === 'exercise') || /^kinesiotherapists?$/.test(tokens[i]!.text);
}

/** "the aide ran bands, bike and wall slides": short items without a time of their own. */
function overList(tokens: readonly Token[], end: number): number {
  let at = end;
  while (tokens[at]?.mark === 'comma') {
    let next = at + 1;
    while (next < tokens.length && tokens[next]!.mark !== 'comma' && !endsSentence(tokens[next]!)) next++;
    const item = tokens.slice(at + 1, next);
    if (item.length > 5 || item.some((t) => t.minutes === true || /^(?:i|we|pt|then|me|therapist)$/.test(t.text))) break;
    at = next;
  }
  return at;
}

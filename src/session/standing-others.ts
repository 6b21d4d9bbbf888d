/** What others did at another place or day ("dry needling by some PT in Salem"), in a text that tells what was done here. */
import { sentenceEnd, sentenceStart, type Token } from './clauses.ts';
import { clauseAround, isNow, toldAhead } from './standing-reach.ts';
import type { Ready } from './standing-cues.ts';
import type { Zone } from './standing.ts';

const agents = new Set('pt ot pta chiropractor chiro acupuncturist osteopath orthopedist surgeon doctor physician md pcp podiatrist physiotherapist physio therapist masseuse masseur nurse trainer coach neurologist physiatrist clinic hospital practice spa'.split(' '));
const others = /^(?:some|another|different|previous|old|former|outside|other|prior|local|own|second|her|his|their)$/;
const subjects = /^(?:i|we|me|us)$/;

/** The zones of what others did; [] where nothing with a time is told as one's own, here or today. */
export function othersZones(tokens: readonly Token[], ready: Ready): Zone[] {
  const at = tokens.flatMap((t, i) => (!t.mark && agents.has(t.text) ? [i] : []));
  if (at.length === 0) return [];
  let told: boolean | undefined;
  return at.flatMap((i): Zone[] => {
    const [start, end] = [sentenceStart(tokens, i), sentenceEnd(tokens, i)];
    let from = i;
    while (from > start && i - from < 4 && !tokens[from - 1]!.mark && !others.test(tokens[from]!.text)) from--;
    const by = tokens.slice(Math.max(start, from - 2), from).some((t) => /^(?:by|from|at)$/.test(t.text));
    // "Afterward his massage therapist kneaded both calves": the chiropractor's own; "dry needling by her PT" is elsewhere.
    const marked = others.test(tokens[from]!.text) && (by || from === start || !/^(?:her|his|their)$/.test(tokens[from]!.text));
    const bare = i === start && ready.sets.doing.has(tokens[i + 1]?.text ?? '');
    if (!marked && !bare) return [];
    const [clause, close] = clauseAround(tokens, from, i + 1, []);
    if (!by && !bare && (clause < from - 1 || tokens[i + 1] === undefined || tokens[i + 1]!.mark !== undefined)) return [];
    const to = by ? close : Math.min(end, toldAhead(tokens, i + 1, ready));
    if (tokens.slice(by ? clause : from, to).some((t, k) => t.minutes === true || subjects.test(t.text) || isNow(tokens, (by ? clause : from) + k))) return [];
    told ??= tellsOwn(tokens);
    return told ? [{ standing: 'elsewhere', from: by ? clause : from, to }] : [];
  });
}

/** "Here with me: ... 40 minutes", "I did ... 30 min", "today ...". */
function tellsOwn(tokens: readonly Token[]): boolean {
  return tokens.some((t, i) => (subjects.test(t.text) || t.text === 'here' || isNow(tokens, i)) && tokens.slice(i, sentenceEnd(tokens, i)).some((o) => o.minutes));
}

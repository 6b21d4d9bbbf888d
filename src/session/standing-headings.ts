/** Headings of a note ("P:", "HEP:", "Last visit:", "Not done:") and how far what stands under them goes. */
import { endsSentence, sentenceEnd, type Token } from './clauses.ts';
import type { Head, Ready } from './standing-cues.ts';
import type { Zone } from './standing.ts';
import { isNow } from './standing-reach.ts';

interface Heading { from: number; to: number; head: Head; name: string }

/** Every heading's own zone, to the next heading or the end of its lines. */
export function headingZones(tokens: readonly Token[], ready: Ready): Zone[] {
  const headings = headingsIn(tokens, ready);
  return headings.flatMap((heading, i): Zone[] => {
    if (heading.head === 'done') return [];
    const next = headings[i + 1]?.from ?? tokens.length;
    const to = reach(tokens, heading, next);
    return [{ standing: heading.head, from: heading.to, to }];
  });
}

/** A known name, at the start of a line or a sentence (one letter: after a blank too), with a colon or a dash after it; any other short name before a colon ends the one before. */
function headingsIn(tokens: readonly Token[], ready: Ready): Heading[] {
  const out: Heading[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.mark) continue;
    const opens = i === 0 || endsSentence(tokens[i - 1]!) || tokens[i - 1]!.mark === 'label' || tokens[i - 1]!.mark === 'bracket';
    for (let length = 4; length >= 1; length--) {
      const mark = tokens[i + length];
      if (mark?.mark !== 'label' && !(opens && length === 1 && tokens[i]!.text === 'plan')) continue;
      const words = tokens.slice(i, i + length);
      if (words.length < length || words.some((t) => t.mark)) continue;
      const name = words.map((t) => t.text).join(' ');
      const head = ready.heads.get(name);
      const letter = /^(?:s|o|a|p|a\/p|tx|rx|plan|hep|next|hx|subj|obj|next vist|next visit)$/.test(name);
      // "Plan 2x/wk: ..." has no colon of its own.
      const bare = opens && name === 'plan' && mark !== undefined && (mark.mark === 'comma' || /^(?:\d|to$|is$|continue$|cont$|same$|add$|for$|on$)/.test(mark.text));
      if (mark?.mark !== 'label' && !bare) continue;
      // "PTA under the plan: ..." is how it was done.
      if (!opens && name === 'plan' && [tokens[i - 1], tokens[i - 2]].some((t) => /^(?:under|per|within|following)$/.test(t?.text ?? ''))) continue;
      if (head !== undefined && (opens || (letter && tokens[i - 1]?.mark !== 'slash' && !/^(?:to|per|as|by|with|under|of|on|the|a|his|her|our)$/.test(tokens[i - 1]?.text ?? '')))) {
        out.push({ from: i, to: i + length + (bare ? 0 : 1), head: bare ? 'planned' : head, name });
        i += length - 1;
        break;
      }
      if (opens && head === undefined && mark.text === ':' && length <= 3) { out.push({ from: i, to: i + length + 1, head: 'done', name }); break; }
    }
  }
  return out;
}

function reach(tokens: readonly Token[], { to: from, head, name }: Heading, next: number): number {
  let end = sentenceEnd(tokens, from);
  const isLine = (i: number): boolean => tokens[i]?.text === '\n' || tokens[i] === undefined;
  if (head === 'not_done' || /^(?:home|next|last|yesterday)/.test(name) && head !== 'planned' || /\b(?:script|prescription|referral) ?(?:reads?)?$|\b(?:orders?) reads?$|^(?:doctor|md|physician|surgeon)/.test(name)) return Math.min(next, end === from ? sentenceEnd(tokens, from + 1) : end);
  const subjective = /^(?:s|subj|subjective|sub|cc|chief complaint)$/.test(name);
  // What the patient tells goes on to the next heading; without one it is its first sentence.
  if (subjective && next >= tokens.length) return end;
  // A list under its heading, a line each.
  const list = isLine(from);
  if (list) end = sentenceEnd(tokens, from + 1);
  while (end < next && !(tokens[end]!.text === '\n' && (list ? tokens[end + 1]?.text === '\n' : !subjective))) {
    if (!subjective && isNow(tokens, end + 1)) break;
    end = sentenceEnd(tokens, end + 1);
  }
  return Math.min(next, end);
}

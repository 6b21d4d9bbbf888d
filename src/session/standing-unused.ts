/** What was there and not used: things that stayed in their drawer, and answers of a word ("massage no", "US: nope"). */
import { endsSentence, type Token } from './clauses.ts';
import { closedReach } from './standing-reach.ts';
import type { Ready } from './standing-cues.ts';
import type { Zone } from './standing.ts';

const places = new Set('drawer drawers box boxes bag case cabinet cupboard shelf closet wrapper wrapping packaging package pack cart car trunk freezer fridge garage basement locker storage hook rack sleeve pocket truck van'.split(' '));
const remains = /^(?:stayed|stays|stay|remained|remains|sat|left|kept|lay|still|never|are|is|were|was|back)$/;
const firstWords = /^(?:i|we|he|she|they|you|it|said|says|say|told|that|this|there|with|had|has|have|was|were|is|are|if|pain|and|or|yes|of|because|so|why|then)$/;

/** The zones of what was left where it is kept, and of what is only answered with a no. */
export function unusedZones(tokens: readonly Token[], ready: Ready): Zone[] {
  const out: Zone[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.mark) continue;
    if (places.has(token.text)) {
      // "stayed in the drawer", "never came out of its box", "went back on the shelf unopened".
      const from = placeCue(tokens, i);
      if (from !== undefined) out.push({ standing: 'not_done', from: closedReach(tokens, from, ready), to: from });
    } else if (/^(?:no|nope|nah|nay|off|nada|zip|negative)$/.test(token.text)) {
      const next = tokens[i + 1];
      if (next !== undefined && !endsSentence(next) && next.mark !== 'comma' && next.text !== 'today') continue;
      let start = i;
      while (start > 0 && i - start < 5 && !tokens[start - 1]!.mark) start--;
      const piece = tokens.slice(start, i);
      if (piece.length === 0 || piece.length > 3 || (start > 0 && !tokens[start - 1]!.mark) || piece.some((t) => t.minutes === true || firstWords.test(t.text) || ready.sets.doing.has(t.text) || ready.sets.harmless.has(t.text))) continue;
      out.push({ standing: 'not_done', from: start, to: i });
    }
  }
  return out;
}

/** Where the words begin that say that a thing did not leave its place, which stands at `at`. */
function placeCue(tokens: readonly Token[], at: number): number | undefined {
  let i = at - 1;
  if (/^(?:the|its|his|her|their|my|our)$/.test(tokens[i]?.text ?? '')) i--;
  else if (!/^(?:storage|packaging)$/.test(tokens[at]!.text)) return undefined;
  if (!/^(?:in|on|inside|of|into|to)$/.test(tokens[i]?.text ?? '')) return undefined;
  const from = [1, 2, 3].map((k) => i - k).find((k) => k > 0 && !tokens[k]!.mark && remains.test(tokens[k]!.text));
  if (from === undefined || tokens.slice(from, at).some((t) => t.mark)) return undefined;
  const verb = tokens[from]!.text;
  const between = tokens.slice(from + 1, i).map((t) => t.text).join(' ');
  if (verb === 'never') return /^(?:left|came out|came|got out|made it out|taken out|was taken out)?$/.test(between) ? from : undefined;
  // "went back in the freezer" only where it says that it was not used.
  if (verb === 'back') return /^(?:went|put|goes)$/.test(tokens[from - 1]?.text ?? '') && tokens.slice(at + 1, at + 4).some((t) => /^(?:unopened|unused|untouched|again)$/.test(t.text)) ? from - 1 : undefined;
  if (/^(?:is|are|was|were)$/.test(verb)) return between === 'still' || between === 'left' ? from : undefined;
  return between === '' || (verb === 'still' && between === 'sitting') ? from : undefined;
}

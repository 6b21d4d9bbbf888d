/** What a text says that nobody wrote down: "not stated if hands or the gun", "did not chart which muscles". */
import { foldText } from '../search/normalise.ts';
import { asking, eitherWay, goesOn, hands, machine, mayBeUnsaid, missing, missingBefore, oneself, settledSo, silence, type UnsaidField } from './unsaid-words.ts';

/** A statement of what is missing; `fields` are what it may be of, the likeliest first. */
export interface Unsaid { start: number; end: number; fields: UnsaidField[] }

const sentence = /[^.;!?\n]+/g;

/** The statements, and the text with their words blanked, so that what is only weighed is not read as done; places stay. */
export function unsaidIn(text: string): { text: string; unsaid: Unsaid[] } {
  const folded = foldText(text);
  if (!mayBeUnsaid.test(folded)) return { text, unsaid: [] };
  const unsaid: Unsaid[] = [];
  let out = text;
  for (const m of folded.matchAll(sentence)) {
    if (!mayBeUnsaid.test(m[0])) continue;
    for (const { blanked, ...said } of statementsOf(m[0])) {
      unsaid.push({ ...said, start: m.index + said.start, end: m.index + said.end });
      for (const [from, to] of blanked) out = out.slice(0, m.index + from) + ' '.repeat(to - from) + out.slice(m.index + to);
    }
  }
  return { text: out, unsaid };
}

/** The statements of one sentence, with the stretches of it that tell of no service. */
function statementsOf(words: string): (Unsaid & { blanked: [number, number][] })[] {
  const out: (Unsaid & { blanked: [number, number][] })[] = [];
  for (const cue of words.matchAll(silence)) {
    const from = cue.index + cue[0].length;
    if (out.length > 0 && cue.index < out.at(-1)!.end) continue;
    const behind = words.slice(from);
    const stop = goesOn.exec(behind);
    const end = from + (stop ? stop.index : behind.length);
    const asked = words.slice(from, end);
    const fields = asking.test(asked) ? missing.filter(([, pattern]) => pattern.test(asked)).map(([field]) => field) : [];
    if (weighsHands(asked)) return [...out, { start: cue.index, end, fields: ['machine_or_hands', ...fields], blanked: [[cue.index, end]] }];
    // "Sleeves, or Rosa by hand, schedule doesn't say": both stand before.
    const before = bothIn(words.slice(0, cue.index));
    if (before.length > 0 && /^\W*(?:which|it|so|either|one|anything|\w{0,3})?\W*$/.test(asked)) { out.push({ start: cue.index, end, fields: ['machine_or_hands'], blanked: [...before, [cue.index, end]] }); continue; }
    if (fields.length > 0) { out.push({ start: cue.index, end, fields, blanked: [[cue.index, end]] }); continue; }
    const named = missingBefore.find(([, pattern]) => pattern.test(words.slice(0, cue.index).replace(/\s*(?:was|were|is|are|did|does)?\s*$/, '')));
    if (named) out.push({ start: cue.index, end: from, fields: [named[0]], blanked: [[cue.index, from]] });
  }
  if (out.length === 0 && eitherWay.test(words)) {
    const both = bothIn(words);
    if (both.length > 0 && !settledSo.test(words) && !/\d\s*(?:min|')/.test(words)) out.push({ start: 0, end: words.length, fields: ['machine_or_hands'], blanked: [[0, words.length]] });
  }
  return out;
}

const count = (words: string, pattern: RegExp): number => [...words.matchAll(pattern)].length;

/** "if it was a device or her hands", "whether by hand", "manual vs pump", "what machine". */
function weighsHands(asked: string): boolean {
  const [h, m] = [count(asked, hands), count(asked, machine)];
  return (m > 0 && h + count(asked, oneself) > 0) || (h + m > 0 && /^\W*(?:(?:me|us|on|about|as to|down)\s+)?(?:if|whether|how|by|with|which|what|that)\b/.test(asked));
}

/** The words for a machine and for hands of a stretch that has both; else []. */
function bothIn(words: string): [number, number][] {
  const [h, m] = [[...words.matchAll(hands), ...words.matchAll(oneself)], [...words.matchAll(machine)]];
  return h.length > 0 && m.length > 0 ? [...h, ...m].map((x) => [x.index, x.index + x[0].length]) : [];
}

/** A time parted evenly over a list: "32 min, split evenly, walking and transfers", "the rest half and half between A and B". */
import type { Term } from './share-terms.ts';

export interface SplitPlace { start: number; end: number; /** The words that the time is of stand ahead of it or behind it. */ words: 'ahead' | 'behind' }

const counts: Readonly<Record<string, number>> = { half: 2, halves: 2, two: 2, middle: 2, fifty: 2, '50': 2, third: 3, thirds: 3, three: 3, quarters: 4, four: 4 };
const separators: readonly RegExp[] = [/\s*,\s*(?:and\s+|then\s+)?|\s+and\s+(?=[^,]*$)/g, /\s*,?\s+(?:and|then)\s+/g, /\s*&\s*|\s*\+\s*/g, /\s+\/\s+|\//g];

/** The pieces of a list with what parts them; [] where it is no list of `wanted`. */
function piecesOf(list: string, wanted: number | undefined): { at: number; end: number }[] {
  for (const separator of separators) {
    const cuts = [...list.matchAll(separator)].map((m) => ({ at: m.index, end: m.index + m[0].length })).filter((c) => c.at > 1 && list.length - c.end > 1);
    if (cuts.length > 0 && (wanted === undefined ? cuts.length <= 4 : cuts.length === wanted - 1)) return cuts;
  }
  return [];
}

/** How many parts the phrase itself says. */
function countIn(phrase: string): number | undefined {
  for (const word of phrase.split(/[^a-z0-9]+/).reverse()) if (counts[word] !== undefined) return counts[word];
  return undefined;
}

/** The places that stand for the parts of a split, one for each piece; [] where the text lists none. `from`, `until`: where a list ahead of the phrase begins and ends. */
export function splitPlaces(folded: string, term: Term, from: number, until: number): SplitPlace[] {
  const said = countIn(folded.slice(term.start, term.end));
  const open = /^\s*(?:[,:(]|-{1,2}\s|->)?\s*(?:(?:between|among|amongst|across|over|on|of|for|to|into)\s+)?/.exec(folded.slice(term.end))![0];
  const start = term.end + open.length;
  const after = /^[^.;\n()]*/.exec(folded.slice(start))![0];
  const stop = after.search(/\b(?:then|but|while|afterwards?|which|next)\b|\s-\s/);
  const list = (stop > 0 ? after.slice(0, stop) : after).replace(/[\s,]+$/, '');
  if (list.length > 3) {
    const cuts = piecesOf(list, said);
    return cuts.length === 0 ? [] : [{ start: term.start, end: start, words: 'behind' }, ...cuts.map((c): SplitPlace => ({ start: start + c.at, end: start + c.end, words: 'behind' }))];
  }
  const before = folded.slice(from, until).replace(/[\s,:(-]+$/, '');
  const cuts = piecesOf(before, said);
  return cuts.length === 0 ? [] : [...cuts.map((c): SplitPlace => ({ start: from + c.at, end: from + c.end, words: 'ahead' })), { start: from + before.length, end: term.end, words: 'ahead' }];
}

/** A list added up at its end: "NuStep 6, leg press 5, bridges 4 -> 15 ther ex": the sum is the time, its addends are details. */
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

const sums = /(?:->|→|=>|=|\bmakes|\bcomes to|\badds up to)\s*(?=[1-9])(\d{1,3})(?![\d/:.%x]\S|\s*(?:reps?|lbs?|#|points?|deg|cm|\/|%|sets?|steps?|visits?|x\b))/g;
const addend = /(?<=[a-z)\]0-9]\s{0,2}[:x~-]?\s{0,2})(?<![\d.:/#$])([1-9]\d?)(?=\s*(?:min\w*|')?\s*(?:[,;+&]|and\b|->|→|=>|=|makes\b|comes\b|adds\b))/g;

/** The times with such sums in place of their addends. */
export function withLineSums(text: string, folded: string, items: readonly Item[], read: readonly Duration[]): Duration[] {
  if (!['->', '→', '=', 'makes ', 'comes to ', 'adds up to '].some((sign) => folded.includes(sign))) return [...read];
  let out = [...read];
  for (const m of folded.matchAll(sums)) {
    const end = m.index + m[0].length;
    const start = end - m[1]!.length;
    if (out.some((d) => start < d.end && end > d.start && /[a-z'′]/i.test(d.text))) continue;
    const from = Math.max(folded.lastIndexOf('\n', m.index), folded.lastIndexOf('. ', m.index), folded.lastIndexOf(';', m.index)) + 1;
    const numbers = [...folded.slice(from, start).matchAll(addend)].map((a) => ({ start: from + a.index, minutes: Number(a[1]) })).reverse();
    let left = Number(m[1]);
    const used: number[] = [];
    for (const n of numbers) { if (left <= 0) break; left -= n.minutes; used.push(n.start); }
    if (left !== 0 || used.length < 2) continue;
    const behind = /^\s*(?:min\w*\s+)?(?:of\s+)?[a-z]{2}/.test(folded.slice(end));
    if (!items.some((i) => i.start >= from && i.end <= end + (behind ? 40 : 0))) continue;
    const first = Math.min(...used);
    out = out.filter((d) => d.end <= first || d.start >= end);
    out.push({ minutes: Number(m[1]), start, end, text: text.slice(start, end), total: false, each: false, aside: false, words: behind ? 'behind' : 'ahead' });
  }
  return out.sort((a, b) => a.start - b.start);
}

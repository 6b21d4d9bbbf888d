/** The time that another is told by: "as long as the ultrasound", "5 more than exercise", "twice that". */
import type { Term } from './share-terms.ts';

interface Time { start: number; end: number; minutes: number }

const smallWords = new Set('the a an of for on with his her my our was did took it work part bit portion time minutes spent and in to first one'.split(' '));
/** A name and its time stand together: no further apart, a comma counts as much as this. */
const furthest = 110;
const perComma = 25;

/** The time meant; undefined where the text tells none for it. */
export function referredTime(folded: string, term: Term, times: readonly Time[]): Time | undefined {
  const ref = term.ref ?? '';
  const before = times.filter((t) => t.end <= term.start).sort((a, b) => a.start - b.start);
  if (/^(?:|that|it|this|them|the (?:above|other))$/.test(ref)) return before.at(-1);
  if (/^the (?:first|former)$/.test(ref)) return before[0];
  let best: { time: Time; cost: number } | undefined;
  for (const word of ref.split(/[^a-z]+/)) {
    if (word.length < 2 || smallWords.has(word)) continue;
    const stem = word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word;
    for (const m of folded.matchAll(new RegExp(`\\b${stem}`, 'g'))) {
      if (m.index >= term.start && m.index < term.end) continue;
      for (const time of times) {
        if (time.start >= term.start && time.end <= term.end) continue;
        const between = m.index < time.start ? folded.slice(m.index, time.start) : folded.slice(time.end, m.index);
        if (between.length > furthest || /[;\n]|\.\s/.test(between)) continue;
        const cost = between.length + perComma * (between.match(/,|\band\b/g)?.length ?? 0);
        if (!best || cost < best.cost) best = { time, cost };
      }
    }
  }
  return best?.time;
}

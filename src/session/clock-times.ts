/** The blocks of time that a text bounds by times of day: side by side, apart in sentences, in columns. */
import { clockColumns } from './clock-columns.ts';
import { clockLine } from './clock-line.ts';
import { clockPairs } from './clock-pairs.ts';
import { clockOf, loneClock } from './clock-tokens.ts';
import type { RawDuration } from './spoken-durations.ts';

const mayHold = /\d|o'?clock|past|quarter|noon|\b(?:from|until|till|oh|ten|fifteen|twenty|thirty|forty|fifty)\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|eleven|twelve)\b/;

/** Every block of time that folded text bounds by times of day, in the order of the text. */
export function clockBlocks(folded: string): RawDuration[] {
  if (!mayHold.test(folded)) return [];
  const pairs = clockPairs(folded);
  const tokens = [...folded.matchAll(loneClock)].flatMap((r) => clockOf(r[0], r.index) ?? []);
  if (tokens.length === 0) return pairs;
  const free = tokens.filter((t) => !pairs.some((p) => t.start < p.end && t.end > p.start));
  const columns = clockColumns(folded, tokens, pairs);
  // Two blocks of a column speak for themselves; a lone one may be "2:10 in" above "2:55 out".
  const line = clockLine(folded, columns.length > 1 ? free.filter((t) => !columns.some((c) => t.at === c.from || t.at === c.until)) : free, pairs);
  const closed = [...pairs, ...line];
  return [...closed, ...(columns.length > 1 ? columns.filter((c) => !line.some((l) => c.start < l.end && c.end > l.start)) : clockColumns(folded, tokens, closed))].sort((x, y) => x.start - y.start);
}

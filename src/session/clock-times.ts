/** The blocks of time that a text bounds by times of day: side by side, apart in sentences, in columns. */
import { bookedBefore, bookedBehind } from './clock-cues.ts';
import { clockColumns } from './clock-columns.ts';
import { clockLine } from './clock-line.ts';
import { clockPairs } from './clock-pairs.ts';
import { clockOf, loneClock } from './clock-tokens.ts';
import type { RawDuration } from './spoken-durations.ts';

const mayHold = /\d|o'?clock|past|quarter|noon|\b(?:from|until|till|oh|ten|fifteen|twenty|thirty|forty|fifty)\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|eleven|twelve)\b/;

/** "Slot 3 to 3:30, the release ran on to 3:41": what was booked says nothing where the clock tells of the work. */
function withoutBookings(folded: string, blocks: readonly RawDuration[]): RawDuration[] {
  if (blocks.length < 2 || !mayBeBooked.test(folded)) return [...blocks];
  const isBooking = (b: RawDuration): boolean => bookedBefore.test(folded.slice(Math.max(0, b.start - 40), b.start)) || bookedBehind.test(folded.slice(b.end, b.end + 24));
  const bookings = blocks.filter(isBooking);
  return bookings.length === blocks.filter((b) => !b.idle).length ? [...blocks] : blocks.map((b) => (bookings.includes(b) ? { ...b, booked: true } : b));
}

const mayBeBooked = /\b(?:slot|book|sched|app|window|reserv)/;

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
  return withoutBookings(folded, [...closed, ...(columns.length > 1 ? columns.filter((c) => !line.some((l) => c.start < l.end && c.end > l.start)) : clockColumns(folded, tokens, closed))]).sort((x, y) => x.start - y.start);
}

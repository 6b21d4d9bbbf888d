/** Times checked against one another: what is said twice, which totals hold, and what they add up. */
import type { Draft } from './minutes.ts';

const counts = (d: Draft): boolean => !d.aside && !d.within && !d.total;
const sum = (list: readonly Draft[]): number => list.reduce((all, d) => all + d.minutes, 0);

/** "9:00-9:15 exercise 15 min", "half an hour of kneading, 30 min by the clock": the second naming lies within the first. */
export function settleTwice(folded: string, drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const a = drafts[i]!;
    const b = drafts[i + 1];
    // "visit 9:00-9:45 (45 min)".
    if (b && a.total && !b.total && !b.aside && a.minutes === b.minutes && a.said !== b.said && (a.said === 'clock' || b.said === 'clock') && /^\s*[a-z]*\s*[(,=:-]?\s*$/.test(folded.slice(a.end, b.start))) b.within = true;
    if (a.clock === 'work') continue;
    if (!b || a.aside || b.aside || a.total || b.total || a.within || b.within) continue;
    const joint = folded.slice(a.end, b.start);
    const together = a.around.sentenceStart === b.around.sentenceStart || !/\n/.test(joint) && b.start < a.around.sentenceEnd;
    if (!together || joint.length > 140) continue;
    if (a.minutes === b.minutes && a.said !== b.said && (a.said === 'clock' || b.said === 'clock') && !/\b(?:then|plus|another|followed)\b/.test(joint)) (a.said === 'clock' ? a : b).within = true;
    else if (a.minutes === b.minutes && a.said === 'words' && b.said === 'digits' && /(?:,|\(|--|\s-)\s*(?:about\s+)?$/.test(joint) && /^\s*(?:by the clock|on the clock|[).;]|$)/.test(folded.slice(b.end, b.end + 16)) && !/\b(?:then|plus|another|followed)\b/.test(joint)) b.within = true;
  }
  for (const d of drafts) if (d.corrected && drafts.some((o) => counts(o) && o.start > d.start && o.minutes === d.minutes)) d.within = true;
  // "0845 ergometer 5' + wrist work ... 23 min", where the next line starts at 0908: the last is the block's.
  for (const block of drafts.filter((d) => d.column && !d.aside)) {
    const line = drafts.filter((d) => d !== block && d.start > block.end && !/\n/.test(folded.slice(block.end, d.start)) && !d.segment && !d.aside);
    const whole = line.find((d) => d.minutes === block.minutes);
    if (whole) { block.within = true; for (const d of line) if (d !== whole && d.minutes < whole.minutes) d.within = true; }
    else if (line.length > 0) block.within = true;
  }
}

/** Totals that are none are taken back; the others learn what they add up. */
export function settleTotals(folded: string, drafts: readonly Draft[]): Map<unknown, 'timed' | 'session'> {
  for (const d of drafts) if (d.heads && !d.aside && headsParts(folded, d, drafts)) { d.total = true; d.totalCue = 'plain'; }
  const work = drafts.filter((d) => d.clock === 'work' && !d.aside);
  if (work.length === 1 && drafts.filter((d) => counts(d) && !d.clock).length === 0) { work[0]!.total = true; work[0]!.totalCue = 'timed'; }
  const others = sum(drafts.filter(counts));
  for (const d of drafts) {
    if (!d.total || d.totalCue !== 'plain' || others <= d.minutes) continue;
    const ahead = drafts.filter((o) => counts(o) && o.start < d.start);
    // "fifteen minutes altogether" of one service among others; "12 and 11 min, so 23 in all" stays a sum.
    const sumOfSome = ahead.some((_, i) => ahead.length - i > 1 && sum(ahead.slice(i)) === d.minutes);
    if (!sumOfSome && !/\b(?:totals?|ttt)\b/.test(folded.slice(Math.max(0, d.start - 30), d.start))) { d.total = false; }
  }
  // "Three people in the gym 8:00-8:45 ... direct time with C 14 minutes": the parts make the total without the clock.
  const spokenParts = drafts.filter((d) => counts(d) && !d.segment);
  const sure = drafts.find((d) => d.total && d.totalCue !== 'session' && !d.clock);
  if (sure && spokenParts.length > 0 && sum(spokenParts) === sure.minutes) for (const d of drafts) if (counts(d) && d.segment) d.within = true;
  const kinds = new Map<unknown, 'timed' | 'session'>();
  const totals = drafts.filter((d) => d.total);
  const parts = drafts.filter(counts);
  const timed = totals.some((d) => d.totalCue === 'timed');
  for (const d of totals) kinds.set(d, kindOf(d, parts, timed && totals.length > 1));
  return kinds;
}

function kindOf(d: Draft, parts: readonly Draft[], otherTimed: boolean): 'timed' | 'session' {
  if (d.totalCue === 'timed') return 'timed';
  if (d.totalCue === 'session') return 'session';
  if (otherTimed) return 'session';
  if (parts.length === 0 || sum(parts) === d.minutes) return 'timed';
  return 'session';
}

/** "45 minutes: 30 massage, 15 exercise": times or numbers that follow within the sentence and add up. */
function headsParts(folded: string, d: Draft, drafts: readonly Draft[]): boolean {
  const inside = drafts.filter((o) => o !== d && o.start > d.end && o.start < d.around.sentenceEnd && !o.aside);
  if (inside.length > 0 && sum(inside) <= d.minutes) return true;
  const numbers = [...folded.slice(d.end, d.around.sentenceEnd).matchAll(/(?<![\w./:x-])\d{1,3}(?![\w./:-]|\s*(?:lb|#|x|reps|sets|deg|cm|ft))/g)].map((m) => Number(m[0]));
  return numbers.length > 1 && numbers.reduce((a, b) => a + b, 0) === d.minutes;
}

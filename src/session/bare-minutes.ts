/** Numbers that are minutes without saying so, in a chart or a text that speaks of minutes. */
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

/** Short forms of the trade in capitals ("TE", "NMR"), done or not: a chart, where one makes the others plain. */
export function abbreviationsIn(items: readonly Item[], excluded: readonly { text: string }[]): number {
  return new Set([...items, ...excluded].map((i) => i.text).filter((t) => /^[A-Z][A-Z/]{1,4}$/.test(t))).size;
}

const spelledNumbers: Record<string, number> = { ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40 };

/** "Minutes for billing: ultrasound to the Achilles 8, ..." */
function listed(text: string, at: number): boolean {
  return /\bminutes?\b[^.;]*:/i.test(text.slice(Math.max(0, text.lastIndexOf('. ', at)), at));
}

/** "manual 25, exercise 30", "TE x15", "Fifteen went to scar mobilization": a bare number that is a service's minutes. */
export function bareMinutes(text: string, items: readonly Item[], durations: readonly Duration[]): Duration[] {
  const charted = items.filter((item) => /^\s*\(\d{1,3}\)/.test(text.slice(item.end))).length > 1;
  const abbreviated = abbreviationsIn(items, []);
  if (!charted && abbreviated < 2 && !/\bmin|\btime\b/i.test(text)) return [];
  return items.flatMap((item) => {
    const after = text.slice(item.end);
    const before = text.slice(0, item.start);
    const behind = /^\s*[:x@(=-]?\s*(\d{1,3})\s*(?=[,;.)(]|$|and\b)(?!\.\d)/i.exec(after)
      ?? (abbreviated > 1 && /^[A-Z]{2,4}$/.test(item.text) ? /^\s*x\s?(\d{1,3})\b(?!\s*(?:reps?|sets?|x|\/|lb|#|sec|min|['′]))/.exec(after) : null)
      ?? (listed(text, item.start) ? /^(?:\s+[a-z-]+){0,6}\s+(\d{1,3})\s*(?=[,;.]|$)/i.exec(after) : null);
    const ahead = behind ? null : /(?:^|[.;,]\s*|\bthe (?:last|first|other|remaining) |\banother )(\d{1,3}|ten|twelve|fifteen|twenty|thirty|forty)\s+(?:went (?:in)?to|were|was|on|for)\s*(?:the\s+)?(?:\w+ (?:and )?){0,2}$/i.exec(before)
      ?? /\b(?:remaining|rest|other|last)\s+(\d{1,3})\s+(?:of\s+)?$/i.exec(before);
    const found = behind ?? ahead;
    if (!found) return [];
    const minutes = spelledNumbers[found[1]!.toLowerCase()] ?? Number(found[1]);
    const [start, end] = behind ? [item.end, item.end + behind[0].length] : [ahead!.index + /^[.;,]?\s*/.exec(ahead![0])![0].length, item.start];
    if (minutes < 3 || minutes > 120 || durations.some((d) => d.start < end + 2 && d.end > start)) return [];
    return [{ minutes, start, end, text: found[1]!, total: false, each: false, aside: false }];
  });
}

/** Which duration belongs to which named service of a sentence: the nearest, "of" and "for" before commas and "and". */
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

const joined = /^[\s([:x@=-]*(?:of|for|x|were|was|is|went (?:in)?to|on|took|in|doing|with|performing|to)?(?:\s+(?:it|which|the|her|his|a|some|gentle|skilled|my|one-on-one|patient'?s?))*[\s)\]:,=-]*(?:for|was|were|took|x|@|of)?\s*(?:about|approximately|around|another|a further)?\s*$/;
const parted = /[,;]|\b(?:and|then|plus|followed by|after|before|but|while|&)\b|\+/g;

/** What lies between, as a cost: letters, and much more for what parts one service from the next. */
function cost(text: string, item: Item, duration: Duration): number {
  const after = duration.start >= item.end;
  const between = (after ? text.slice(item.end, duration.start) : text.slice(duration.end, item.start)).toLowerCase();
  if (duration.start < item.end && duration.end > item.start) return 0;
  if (joined.test(between) && (after || !/,/.test(between))) return between.length / 10 + (after && /,/.test(between) ? 6 : 0);
  // "another 10 minutes of it after exercise" is more of what came before.
  if (!after && /^\s*(?:more )?of (?:it|that|the same)\b|\b(?:after|before|following|during)\s*(?:the\s*)?$/.test(between)) return 500;
  // "for the shoulder blade muscles, 28 minutes": the comma before a time parts nothing.
  const counted = after ? between.replace(/[\s,(:-]+$/, '') : between;
  return between.length + (after ? 40 : 60) * [...counted.matchAll(parted)].length;
}

/** Item -> its durations. A duration beside no item of the sentence is left over. */
export function pairMinutes(text: string, items: readonly Item[], durations: readonly Duration[]): { of: Map<Item, Duration>; left: Duration[] } {
  const pairs = items.flatMap((item) => durations.map((duration) => {
    const [from, to] = duration.start >= item.end ? [item.end, duration.start] : [duration.end, item.start];
    const crosses = durations.filter((d) => d !== duration && d.start >= from && d.end <= to).length;
    // A detail ("leg press") gives way to the name of the service ("therapeutic exercise"), a service to be asked about to a sure one.
    const weak = (item.plain ? 0 : 150) + (item.hits[0]?.confidence === 'strong' || item.noCode ? 0 : 45);
    return { item, duration, cost: cost(text, item, duration) + 500 * crosses + weak };
  })).sort((a, b) => a.cost - b.cost || a.item.start - b.item.start || a.duration.start - b.duration.start);
  const of = new Map<Item, Duration>();
  const used = new Set<Duration>();
  for (const pair of pairs) {
    if (of.has(pair.item) || used.has(pair.duration) || pair.cost >= 500) continue;
    of.set(pair.item, pair.duration);
    used.add(pair.duration);
  }
  return { of, left: durations.filter((d) => !used.has(d)) };
}

/** A text parted into its smallest pieces: words between commas and joining words, and each duration by itself. */
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

/**
 * `cut` is how much speaks for a new service to begin at this piece (above 0) or for it to go on from the one before (below 0).
 */
export interface Atom { start: number; end: number; cut: number; duration?: Duration; items: Item[] }

/** What parts two pieces, and how strongly; the first that fits counts. */
const separators: readonly [pattern: string, cut: number][] = [
  ['\\n\\s*[-*•·>\\d.)]*\\s*', 3],
  ['[.!?](?<!\\b(?:mr|mrs|ms|dr|vs)\\.)(?=\\s|$)\\s*', 3],
  [';', 2.5],
  ['\\b\\d\\s?(?:u|units?)\\b', 2.5],
  ['\\s\\|\\s|\\s//\\s(?!bars?\\b)', 2.5],
  [',?\\s*\\b(?:and )?(?:then|(?<!the )next(?! to\\b)|afterwards?|after that|after which|followed (?:with|by)|plus|finished (?:up )?with|ended with|closed with|subsequently|lastly|finally)\\b,?', 2],
  [',\\s*(?:and|with)\\b', 0.6],
  [',', 0.5],
  ['\\s[-–—]{1,2}\\s|\\s?[.…]{3,}\\s?', 0.2],
  ['\\s[/+]\\s|\\+', 0.5],
  ['\\s&\\s|\\band\\b', 0.3],
  ['\\b(?:while|but|also|before|after)\\b', 0.6],
  [':(?!\\d)', -1.5],
  ['\\(', -1],
  ['\\)', 0.3],
  ['=', -1.5],
];
const separator = new RegExp(separators.map(([p]) => `(${p})`).join('|'), 'g');

/** Ends what was said before a time as its own: "massage for", "manual x", "(". */
const leadsToTime = /(?:\b(?:for|x|took|was|were|lasted|of|about|around|approximately|over|totall?ing|at)|[:(=@×x-])\s*(?:(?:a|an|the|about|around|approximately|another|good|full|whole|some|solid|another)\s+)*$/;
/** Goes on from a time to what it was spent on: "of", "went to", "doing". */
const followsTime = /^\s*(?!on (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|on (?:the clock|\d)|in (?:all|total)\b|with (?:me|her|him|no breaks?)\s*[.,;]|on the (?:clock|timer|table|dot)\b|to (?:finish|end)\b)(?:(?:one[- ](?:on|to)[- ]one|1:1|hands[- ]on|face[- ]to[- ]face|more|each|total|of contact)\s*)?(?:(?:were|was|went|spent|used|devoted|given|goes)\s+)?(?:of|on|to|into|in|doing|for|with(?! (?:the |a |my |his |her )?(?:therapist|pt|ot|patient|client|clinician|provider|me|him|her|us)\b(?! (?:on|in|doing|for|working|supine|prone|seated|standing)))|working|performing|practi[cs]ing|teaching|where|when)\b/;
/** "First ten minutes I moved her kneecap": the time of what follows. */
const ordinal = /\b(?:first|next|last|final|another|remaining|opening|closing)\s*$/;
const who = /^\s*,?\s*(?:i|he|she|we|they)\b/;
/** Details of what the time was spent on: "24 minutes with leg press", "25 min that was heel slides". */
const detailsAfter = /^\s*[,:(-]?\s*(?:with|incl|including|consist|that was|which was|e\.g|doing|working)\b/;

/** Pieces of a span of the text, in order; a piece never parts a named service or a duration. */
export function atomsOf(folded: string, from: number, to: number, items: readonly Item[], durations: readonly Duration[]): Atom[] {
  const glued = [...items, ...durations].filter((g) => g.start >= from && g.end <= to);
  const cuts: { at: number; end: number; cut: number }[] = [];
  separator.lastIndex = from;
  for (let m = separator.exec(folded); m !== null && m.index < to; m = separator.exec(folded)) {
    const end = m.index + m[0].length;
    if (end === m.index) { separator.lastIndex += 1; continue; }
    if (glued.some((g) => m!.index >= g.start && m!.index < g.end)) continue;
    const kind = separators.findIndex((_, i) => m![i + 1] !== undefined);
    cuts.push({ at: m.index, end, cut: separators[kind]![1] });
  }
  const inside = durations.filter((d) => d.start >= from && d.end <= to);
  for (const d of inside) cuts.push({ at: d.start, end: d.start, cut: 0 }, { at: d.end, end: d.end, cut: 0 });
  cuts.sort((a, b) => a.at - b.at || a.end - b.end);
  const atoms: Atom[] = [];
  let start = from;
  let cut = 3;
  const push = (end: number): void => {
    const duration = inside.find((d) => d.start >= start && d.end <= end);
    if (end <= start || (!duration && !/[a-z0-9]/.test(folded.slice(start, end)))) return;
    atoms.push({ start, end, cut, ...(duration ? { duration } : {}), items: items.filter((i) => i.start >= start && i.start < end) });
    cut = 0;
  };
  for (const c of cuts) {
    if (c.at < start) { cut = Math.max(cut, c.cut); start = Math.max(start, c.end); continue; }
    push(c.at);
    // Several separators in a row (", and then"): the strongest counts, unless one of them joins.
    cut = cut === 0 ? c.cut : c.cut < 0 ? c.cut : Math.max(cut, c.cut);
    start = c.end;
  }
  push(to);
  return atoms;
}

/**
 * The pieces with what holds each duration to the words before and after it, where times stand before their service
 * ("15 min STM neck, 20 min exercise": leading) or behind it.
 */
export function boundTo(folded: string, atoms: readonly Atom[], leading: boolean): Atom[] {
  const out = atoms.map((atom) => ({ ...atom }));
  for (const [i, atom] of out.entries()) {
    if (!atom.duration) continue;
    const before = i > 0 ? folded.slice(out[i - 1]!.start, atom.start) : '';
    const next = out[i + 1];
    if (atom.duration.words) {
      // The place of a part of an even split: its words stand on the one side.
      atom.cut = atom.duration.words === 'behind' ? 4 : -4;
      if (next) next.cut = -atom.cut;
      continue;
    }
    const after = folded.slice(atom.end, next?.end ?? atom.end);
    // "a separate 30 minute massage": the time is an adjective of what follows.
    // "30' TE and 15' MT", "vestibular rehab 40 min, repositioning": a name directly beside the time on one side alone.
    const named = { before: out[i - 1]?.items.some((it) => atom.start - it.end <= 1) ?? false, after: next?.items.some((it) => it.start - atom.end <= 1) ?? false };
    const goesOn = followsTime.test(after) || (ordinal.test(before) && who.test(after)) || (named.after && !named.before) || (/^\d+$/.test(atom.duration.text) && /^\s[a-z]/.test(after) && !/^\s(?:and|then|plus|w|with)\b/.test(after)) || (/[\s-](?:minute|min|hour|hr)$/.test(folded.slice(atom.start, atom.end).trim()) && /^\s+[a-z]/.test(after) && !/^\s+(?:and|then|plus)\b/.test(after) && /(?:minute|hour|-min|-hr)$/.test(folded.slice(atom.start, atom.end).trim()));
    if (i > 0) {
      if (leadsToTime.test(before)) atom.cut = goesOn && !/[:(x@=-]\s*$/.test(before) ? atom.cut + 0.5 : -2.5;
      else if (goesOn) atom.cut += 1.5;
      else if (named.before && !named.after) atom.cut = -2.5;
      else atom.cut += leading ? 1 : -1.5;
    }
    if (!next) continue;
    if (goesOn) next.cut = Math.min(next.cut, 0) - 2.5;
    else if (detailsAfter.test(after)) next.cut = Math.min(next.cut, 0) - 1;
    else if (next.cut < 2) next.cut += leading ? -1.5 : 1;
  }
  return out;
}

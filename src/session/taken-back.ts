/** What was said and then taken back: corrected while dictating, or listed and in the end not done. */
import type { Item } from './read-items.ts';

export interface Span { start: number; end: number }
/** A list of what was to be done: done, done but for some, or only some of it (src/session/standing-listings.ts). */
export interface OpenList extends Span { settled: 'all' | 'all_but' | 'only'; outcome: Span & { timed: boolean } }
export interface Denied extends Span { code: string }

const number = '(?:\\d+|(?:twenty|thirty|forty|fifty|sixty)?[ -]?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|half an hour)';
const time = `${number}(?:\\s*(?:minutes?|mins?|m\\b|'))?`;
/** Said of what stands just before; the second kind only right behind a time, a mark or at the beginning. */
const cues = /\b(?:scratch that|strike that|no,? wait|wait,? no|my mistake|my bad|disregard that|delete that|erase that|ignore that|cancel that|sorry,? no|no,? sorry|i misspoke|i take that back|let me correct (?:that|myself)|actually,? no)\b|(?:(?<=[.,;:()-]\s*)|(?<=\b(?:minutes?|mins?|\d)\s*))\b(?:correction|oops|whoops|make that|or rather|i mean(?:t)?)\b/gi;
const mayCorrect = /\b(?:that|wait|mistake|bad|sorry|misspoke|myself|actually|correction|oops|whoops|rather|i mean)/i;
const timeAhead = new RegExp(`^[\\s,.:;-]*(?:(?:that's|that is|it's|it was|that was|should be|should have been|make (?:it|that)|i mean(?:t)?|only|more like|closer to|rather|just|actually|was|sorry)[\\s,]+)*(${number})\\b`, 'i');
const lastTime = new RegExp(`\\b${time}(?!.*\\b${number}\\b)`, 'is');
const wholeOfIt = /\b(?:but|except|except for|minus|other than|apart from|aside from|save|save for|bar|barring|excluding|less|without|exception of)\b/i;

/** The spans taken back; the items in them are taken out of the list. */
export function takeBack(text: string, items: Item[], denied: readonly Denied[], lists: readonly OpenList[]): Span[] {
  return [...corrected(text, items, denied), ...lists.flatMap((list) => settle(text, items, denied, list))];
}

/** "ultrasound ten minutes, no wait, scratch that, we did not do ultrasound"; "fifteen, make that twenty"; "heat, no wait, ice". */
function corrected(text: string, items: Item[], denied: readonly Denied[]): Span[] {
  const out: Span[] = [];
  if (!mayCorrect.test(text)) return out;
  for (const cue of text.matchAll(cues)) {
    const [at, end] = [cue.index, cue.index + cue[0].length];
    const rest = text.slice(end, end + 80).split(/[.;\n](?=\s|$)/)[0]!;
    const near = items.filter((i) => i.end <= at && at - i.end < 80);
    const isDenied = (i: Item): boolean => denied.some((d) => d.code === i.hits[0]?.code && (d.start > at || denied.length === 1));
    const gone = near.filter(isDenied);
    if (gone.length > 0) { remove(items, gone); out.push({ start: Math.min(...gone.map((i) => i.start)), end }); continue; }
    const ahead = timeAhead.exec(rest);
    const before = text.slice(Math.max(0, at - 60), at);
    const told = lastTime.exec(before);
    const next = items.find((i) => i.start >= end && i.start - end < 30 && i.start < end + rest.length);
    if (ahead && told && !(next && next.start < end + ahead[0].length)) { out.push({ start: at - before.length + told.index, end }); continue; }
    const last = near.at(-1);
    if (!last || /^(?:oops|whoops|i mean)/i.test(cue[0])) continue;
    const timed = next !== undefined && new RegExp(`\\b${number}\\b`, 'i').test(text.slice(next.start, end + rest.length));
    if (!next && /[a-z]{3}/i.test(rest)) continue;
    remove(items, [last]);
    out.push(timed || !next ? { start: startOfTime(text, last.start), end } : { start: last.start, end: last.end });
  }
  return out;
}

/** The pieces of a list that were not done, by their codes or by their words. */
function settle(text: string, items: Item[], denied: readonly Denied[], list: OpenList): Span[] {
  if (list.settled === 'all') return [];
  const { outcome } = list;
  const said = text.slice(outcome.start, outcome.end);
  const named = list.settled === 'all_but' ? said.slice((wholeOfIt.exec(said)?.index ?? 0)) : said;
  const words = new Set(named.toLowerCase().match(/[a-z]{2,}/g)?.filter((w) => !small.has(w)));
  const codes = new Set([...denied.filter((d) => d.start >= outcome.start && d.end <= outcome.end).map((d) => d.code), ...(list.settled === 'only' ? items.filter((i) => i.start >= outcome.start && i.end <= outcome.end).flatMap((i) => i.hits.map((h) => h.code)) : [])]);
  const isNamed = (piece: Span): boolean => items.some((i) => i.start >= piece.start && i.end <= piece.end && codes.has(i.hits[0]?.code ?? '')) || (text.slice(piece.start, piece.end).toLowerCase().match(/[a-z]{2,}/g) ?? []).some((w) => words.has(w));
  const pieces = piecesOf(text, list);
  const out = list.settled === 'all_but' ? pieces.filter(isNamed) : outcome.timed ? pieces : pieces.filter((p) => !isNamed(p));
  remove(items, items.filter((i) => out.some((p) => i.start >= p.start && i.end <= p.end)));
  return out;
}

const small = new Set('the but except for minus other than apart from aside save bar barring excluding less without exception of and all it that was were we he she they did got only just had time to nothing else more rest his her my in on with because so not done min mins minutes therapy treatment work training through him them this today out as a an by at is'.split(' '));

/** The items of a list, each with its time. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const out: Span[] = [];
  let from = start;
  for (const m of text.slice(start, end).matchAll(/[,;+\n•]|\s(?:and|then|plus|or)\s|$/gi)) {
    const to = start + m.index;
    const piece = text.slice(from, to);
    // "ultrasound, 8 min": a time alone is of the piece before.
    if (out.length > 0 && new RegExp(`^\\W*${time}\\W*$`, 'i').test(piece)) out.at(-1)!.end = to;
    else if (/[a-z0-9]/i.test(piece)) out.push({ start: from, end: to });
    from = to + m[0].length;
  }
  return out;
}

/** "8 minutes of ultrasound": where the time begins that leads to it. */
function startOfTime(text: string, at: number): number {
  const before = new RegExp(`\\b${time}\\s+(?:of|on)?\\s*(?:the\\s+)?$`, 'i').exec(text.slice(Math.max(0, at - 30), at));
  return before ? Math.max(0, at - 30) + before.index : at;
}

function remove(items: Item[], gone: readonly Item[]): void {
  for (let i = items.length - 1; i >= 0; i--) if (gone.includes(items[i]!)) items.splice(i, 1);
}

/** Times of day apart from one another as one line of time: "started at 2:05 ... stopped at half past", "on to gait, finishing 12:30". */
import { bookedBefore, cueBefore, cueBehind, idleWords, onTheDot, otherHours, workWords, type Told } from './clock-cues.ts';
import { isSure, isYear, minutesBetween, settled, type Clock } from './clock-tokens.ts';
import type { RawDuration } from './spoken-durations.ts';

interface Point { clock: Clock; told: Told | undefined; /** "At 2:30 we ..." at the head of its sentence. */ heads: boolean }

/** The longest that a service goes on from the end of the one before, and how far apart in the text. */
const longestOn = 75;
const farthestOn = 260;
const farthest = 400;
/** The longest that a service and a visit last. */
const longest = 150;
const longestVisit = 300;
/** A beginning and an end this near to one another are one piece of text. */
const together = 45;

const headsSentence = /(?:^|[.;\n]\s*|\b(?:then|and) )(?:then )?at (?:about )?$/;

/** Each time with the words that say what it is; numbers that nothing marks as times are left out. */
function pointsOf(folded: string, tokens: readonly Clock[], pairs: readonly RawDuration[]): Point[] {
  const out: Point[] = [];
  let taken = 0;
  for (const [i, clock] of tokens.entries()) {
    const clauseStart = Math.max(taken, clock.start - 90);
    const before = folded.slice(clauseStart, clock.start);
    const stops = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf(';'));
    const overPair = pairs.filter((p) => p.end <= clock.start && p.end > clauseStart).at(-1)?.end ?? 0;
    let told = cueBefore(folded, Math.max(clauseStart + stops + 1, overPair), clock.start);
    if (!told) {
      const next = tokens[i + 1]?.start ?? folded.length;
      const after = cueBehind(folded, clock.end, Math.min(next, clock.end + 32));
      // "2:10 in, 2:55 out": the word is this time's unless it leads straight to the next.
      if (after && (/^\s*[,.;)\n]/.test(folded.slice(after.end)) || next - after.end > 6 || after.end >= folded.length || (tokens[i + 1] && cueBehind(folded, tokens[i + 1]!.end, tokens[i + 1]!.end + 32)))) told = after;
    }
    taken = Math.max(clock.end, told?.end ?? 0);
    const opens = /(?:^|[.;\n]\s|\b(?:at|around|about|was|by)\s)\s*(?:about\s+|exactly\s+)?$/.test(folded.slice(Math.max(0, clock.start - 24), clock.start));
    if (told || (opens && (isSure(clock) || clock.kind === 'words'))) out.push({ clock, told, heads: !told && headsSentence.test(folded.slice(Math.max(0, clock.start - 16), clock.start)) });
  }
  return out;
}

const sentenceEnds = /[.;!?](?:\s|$)|\n/;

/** The spans that lone times of day enclose, given those that are told side by side. */
export function clockLine(folded: string, tokens: readonly Clock[], pairs: readonly RawDuration[]): RawDuration[] {
  const points = pointsOf(folded, tokens, pairs);
  if (points.length === 0) return [];
  const out: RawDuration[] = [];
  let came: Point | undefined;
  let open: Point | undefined;
  /** The end of what was told last. */
  let last: { clock: Clock; end: number } | undefined;
  let booked: Clock | undefined;
  /** Blocks of a row of beginnings that no end has closed yet. */
  let row: RawDuration[] = [];
  const endOf = (p: RawDuration): Clock => ({ at: p.until!, kind: 'colon', start: p.start, end: p.end });
  const put = (a: Clock, b: Point, more: Partial<RawDuration>, begin?: Told): void => {
    const minutes = minutesBetween(a, b.clock);
    if (minutes === 0 || (isYear(a) && isYear(b.clock))) return;
    const joint = folded.slice(a.end, b.clock.start);
    if (minutes > (more.clock === 'visit' ? longestVisit : begin ? longest : longestOn) || (joint.length < farthestOn && otherHours.test(clauseOf(folded, a.start) + joint))) return;
    const whole = joint.length <= together && !sentenceEnds.test(joint);
    const start = whole && begin !== undefined ? a.start : b.told?.near && b.told.end <= b.clock.start ? b.told.start : b.clock.start;
    out.push({ minutes, start, end: b.clock.end, segment: true, from: a.at, until: b.clock.at, ...more });
  };
  let next = 0;
  let before: Clock | undefined;
  for (const point of points) {
    for (; next < pairs.length && pairs[next]!.start < point.clock.start; next++) {
      const p = pairs[next]!;
      if (bookedBefore.test(folded.slice(Math.max(0, p.start - 40), p.start))) booked = { at: p.from!, kind: 'colon', start: p.start, end: p.end };
      else last = { clock: endOf(p), end: p.end };
      before = endOf(p);
      open = undefined;
    }
    const clock = before ? settled(before, point.clock) : point.clock;
    const here: Point = { ...point, clock };
    before = clock.floating ? undefined : clock;
    const cue = point.told?.cue;
    if (clock.floating) continue;
    if (cue === 'booked') booked = clock;
    else if (cue === 'come') { came = here; }
    else if (cue === 'go' || cue === 'end') {
      const begin = open ?? came;
      const idle = idleIn(folded, Math.max(begin?.clock.end ?? 0, last?.end ?? 0, clock.start - 90), clock.start);
      const reach = begin ? clock.start - begin.clock.end : Infinity;
      if (begin && reach <= farthest && !(point.told!.word === 'to' && reach > together)) {
        const work = workWords.test(`${open?.told?.word ?? ''} ${point.told!.word}`);
        const until = /^(?:un)?til|^till|^up to|^to$/.test(point.told!.word);
        if (until || !begin.told) put(begin.clock, here, idle && !open?.told ? { idle: true } : {}, begin.told);
        else if (open) put(begin.clock, here, { clock: work ? 'work' : 'visit', worked: true }, begin.told);
        else put(begin.clock, here, { clock: 'visit' }, begin.told);
        if (cue === 'go' && came && came !== begin && !out.some((o) => o.clock === 'visit' && o.from === came!.clock.at)) put(came.clock, here, { clock: 'visit' });
      } else if (cue === 'end') {
        const from = last ?? (booked && onTheDot.test(folded.slice(booked.end, clock.start)) ? { clock: booked, end: booked.end } : undefined);
        if (from && clock.start - from.end <= farthestOn && minutesBetween(from.clock, clock) <= longestOn) put(from.clock, here, idle ? { idle: true } : {});
      }
      if (open) out.push(...row);
      row = [];
      if (cue === 'end' || open) last = { clock, end: clock.end };
      open = undefined;
      if (cue === 'go') came = undefined;
    } else if (open && goesOn(folded, open, point) && minutesBetween(open.clock, clock) <= longestOn) {
      // "At 9:05 we began exercise, at 9:20 started manual": each until the next begins.
      const block: RawDuration = { minutes: minutesBetween(open.clock, clock), start: open.clock.start, end: open.clock.end, segment: true, from: open.clock.at, until: clock.at };
      if (open.told && (point.heads || cue === 'begin')) out.push(block);
      else row.push(block);
      open = here;
    } else { open = here; row = []; }
  }
  return visitsApart(out, pairs);
}

/** The words of the sentence before a place. */
const clauseOf = (folded: string, at: number): string => folded.slice(Math.max(0, at - 60), at).split(sentenceEnds).at(-1)!;

/** Whether the work that began at one time goes on until another one at which something else begins. */
function goesOn(folded: string, open: Point, next: Point): boolean {
  if (/^(?:resum|back|picked|on$|from)/.test(next.told?.word ?? '')) return false;
  const joint = folded.slice(open.clock.end, next.clock.start);
  return (open.told !== undefined && (next.heads || next.told !== undefined)) || (!sentenceEnds.test(joint) && joint.length < 90 && /[a-z]{3}[^.]*\bat\s*$/.test(joint));
}

/** Whether the last clause before a time tells that nothing was done until then. */
function idleIn(folded: string, from: number, to: number): boolean {
  const clause = folded.slice(from, to).split(sentenceEnds).at(-1)!;
  return idleWords.test(clause);
}

/** Where a text tells of several spans, one between "started" and "stopped" is a part and no visit. */
function visitsApart(spans: readonly RawDuration[], pairs: readonly RawDuration[]): RawDuration[] {
  const all = [...spans, ...pairs].filter((s) => !s.idle);
  return spans.map((s) => {
    if (s.clock === undefined || all.length === 1 || (!s.worked && s.clock === 'visit')) return s;
    const { clock: _, ...part } = s;
    return s.clock === 'visit' && all.some((o) => o !== s && o.from! >= s.from! && o.until! <= s.until!) ? s : part;
  });
}

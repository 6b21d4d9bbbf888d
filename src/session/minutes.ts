/** Durations in a text: "45 min", "an hour and a half", "45'", "three 15-minute segments", "1:05 to 1:50", each with what it is for. */
import { foldText } from '../search/normalise.ts';
import { clockBlocks } from './clock-times.ts';
import { rolesOf, sectionsOf, sentenceCuts, surroundingsOf, type Roles, type Surroundings } from './minute-roles.ts';
import { settleTotals, settleTwice } from './minute-sums.ts';
import { takeOffPauses } from './pauses.ts';
import { spokenDurations, type RawDuration } from './spoken-durations.ts';

export interface Duration {
  minutes: number; start: number; end: number; text: string;
  /** "60 min session", "total of 45 minutes", "Time in 10:04, time out 11:02". */
  total: boolean;
  /** What a total adds up: the timed minutes, or the whole visit with what is not timed. */
  total_kind?: 'timed' | 'session';
  /** "15 min each". */
  each: boolean;
  /** "15 min per side". */
  sides?: boolean;
  /** Time of something that is no service: "arrived 15 minutes late", "within five minutes", rest, paperwork, done alone. */
  aside: boolean;
  /** An aside by words that give way to a service named plainly beside the time: "memory notebook set-up, 30 min". */
  soft?: boolean;
  /** Inside another time or said a second time: "bike 7 min (counted in ex)". */
  within?: boolean;
  /** "15-20 min": the lower is given. */
  range?: boolean;
  /** Worked out from a whole: "half of it", "the rest". */
  share?: boolean;
  /** Where the words stand that a share is of, as seen from its place. */
  words?: 'ahead' | 'behind';
  /** From two clock times of one block. */
  segment?: boolean;
  /** The two, in minutes since midnight. */
  from?: number; until?: number;
}

/** A time on its way to its role. */
export interface Draft extends RawDuration, Roles { around: Surroundings; said: 'digits' | 'words' | 'clock' }

/** "We only did 10 of the 30 minutes": the part is what was done. */
function partOfWhole(folded: string, raw: RawDuration): RawDuration {
  const part = /(?<![\d:.])(\d{1,2})\s+(?:out\s+)?of\s+(?:the|a|my|his|her|our|those|these)\s+(?:booked\s+|planned\s+|scheduled\s+)?$/.exec(folded.slice(0, raw.start));
  return part && Number(part[1]) < raw.minutes ? { ...raw, minutes: Number(part[1]), start: part.index } : raw;
}

/** Every duration in the order of the text, none overlapping; nothing longer than a day. */
export function readMinutes(text: string): Duration[] {
  const folded = foldText(text);
  const clock = clockBlocks(folded);
  const raws = [...clock, ...spokenDurations(text, folded, clock)].map((raw) => partOfWhole(folded, raw)).sort((a, b) => a.start - b.start);
  if (raws.length === 0) return [];
  const cuts = sentenceCuts(text, folded);
  const section = sectionsOf(folded);
  const drafts: Draft[] = [];
  raws.forEach((raw, i) => {
    const around = surroundingsOf(folded, raw, raws[i - 1], raws[i + 1], cuts);
    const said = raw.segment ? 'clock' : /^[\d.]/.test(folded.slice(raw.start)) ? 'digits' : 'words';
    drafts.push({ ...raw, around, said, ...rolesOf(folded, raw, around, section(raw.start), drafts.at(-1)) });
  });
  settleTwice(folded, drafts);
  if (takeOffPauses(folded, drafts)) settleTwice(folded, drafts);
  const kinds = settleTotals(folded, drafts);
  return drafts.map((d) => ({
    minutes: d.minutes, start: d.start, end: d.end, text: text.slice(d.start, d.end), total: d.total, each: d.each, aside: d.aside,
    ...(d.total ? { total_kind: kinds.get(d) ?? 'timed' } : {}),
    ...(d.soft ? { soft: true } : {}), ...(d.sides ? { sides: true } : {}), ...(d.within ? { within: true } : {}), ...(d.range ? { range: true } : {}), ...(d.segment ? { segment: true } : {}), ...(d.from === undefined ? {} : { from: d.from, until: d.until! }),
  }));
}

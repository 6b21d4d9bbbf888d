/** One time of day as written or said: "2:10p", "1405 hrs", "quarter to four", "ten oh five", "twenty past". */
import { hourWordSource, numberValue } from './number-words.ts';

export interface Clock {
  /** Minutes since midnight; from 13:00 on only where written so or marked pm. */
  at: number;
  /** Told by its minutes alone ("twenty past"): the hour is that of the time before. */
  floating?: boolean;
  kind: 'colon' | 'meridiem' | 'spoken' | 'digits' | 'dots' | 'words' | 'hour';
  start: number; end: number;
}

const ones = '(?:one|two|three|four|five|six|seven|eight|nine)';
const teens = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
/** The minutes behind a spoken hour: "oh five", "seventeen", "twenty two". */
const minuteWords = `(?:(?:oh|o|zero)[\\s-]?${ones}|${teens}|(?:twenty|thirty|forty|fifty)(?:[\\s-]?${ones})?)`;
const meridiem = '(?:\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z])|[ap](?![a-z\\d]))';
const longMeridiem = '(?:\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))';
const hour = `(?:${hourWordSource}|(?:1[0-2]|0?[1-9])(?![\\d:.]))`;
const pastTo = '(?:quarter|half|five|ten|twenty(?:[\\s-]five)?|5|10|20|25)';
/** Any minute of the first half, safe to read where "past" follows. */
const few = `(?:quarter|half|${ones}|${teens}|twenty(?:[\\s-]${ones})?|1\\d|2\\d|[1-9])(?:\\s+min(?:ute)?s?)?`;
const clauseEnd = '(?=\\s*(?:[,.;)\\n]|$|(?:then|and|when|so|but)\\b))';
const spoken = `(?:a\\s+)?(?:half\\s+past\\s+${hour}|${few}\\s+past(?:\\s+(?:${hour}|the\\s+hour))?|${few}\\s+after\\s+(?:${hour}(?!\\s*(?:min|sets|reps|weeks|days|hours))|the\\s+hour)|${pastTo}\\s+(?:minutes\\s+)?(?:to|till|before)\\s+(?:${hour}|the\\s+hour)|quarter\\s+(?:of|after)\\s+${hour}(?!\\s+hour)|${pastTo}\\s+to${clauseEnd})`;
const sureSource = `(?:(?<![\\d:./$])\\d{1,2}:[0-5]\\d(?!\\d|:\\d|\\s*(?:hrs?|hours?|h)(?![a-z]))${meridiem}?|(?<![\\d:./$])\\d{1,2}\\.[0-5]\\d${meridiem}|(?<![\\d:./$-])\\d{1,2}${longMeridiem}|(?:${hour})\\s?o'?\\s?clock|\\b(?:noon|midday|midnight)\\b|\\b${spoken}(?![a-z]))`;
/** Where a time can begin at all: most places of a text are passed over by this alone. */
const mayBegin = '(?=[\\dnmaqhtfseo])(?:(?=\\d)|\\b)';
const digitsSource = '(?<![\\w.:/$#])(?:[01]\\d|2[0-3])[0-5]\\d(?![\\d:/.]\\d|\\d|[a-z])(?:\\s?(?:h|hrs|hours)\\b)?';
const shortDigits = '(?<![\\w.:/$#])[1-9][0-5]\\d(?!\\d|[:/.]\\d|[a-z%])';
const dotsSource = `(?<![\\d.:/$])\\d{1,2}\\.[0-5]\\d(?![\\d%])${longMeridiem}?`;
const wordsSource = `\\b${hourWordSource}\\s+${minuteWords}(?!\\s*(?:[\\s-]${ones}\\b|over\\b|percent\\b|degrees\\b|m[a-z]{2,}))(?![a-z])`;
const plainHour = `(?:\\b${hourWordSource}\\b|\\b(?:1[0-2]|[1-9])(?![\\d:.])[ap]?(?![a-z]))`;
const anyOf = (hourSource: string): string => `${mayBegin}(?:${sureSource}|${digitsSource}|${shortDigits}|${dotsSource}|${wordsSource}|${hourSource})`;
/** Anything that may be a time with another one behind it, and that other one. */
export const firstSource = anyOf(`(?<![\\d:./$-])${plainHour}`);
export const secondSource = anyOf(`(?<![\\d:./$])${plainHour}`);
/** "at 9", "until three": a time of day only between a word of beginning and one of ending. */
const atHour = `(?<=\\b(?:at|until|till|til)\\s|\\b(?:in|out)\\sat\\s)(?:${hourWordSource}\\b|(?:1[0-2]|[1-9])(?!\\d|[:./]\\d|%))(?!\\s*(?:%|-|min|m\\b|lb|pounds?|deg|hz|mhz|mph|cm|kg|weeks?|months?|days?|sets?|reps?|feet|years?|out|of|to|over|hours?|hrs?|more|times|visits?|people|patients))`;
const atWords = `(?<=\\b(?:at|until|till|til|from|by|around|about|to|started|began|stopped|ended|finished|quit|resumed|left|work)\\s)${wordsSource}`;
/** A time of day that stands by itself. */
export const loneClock = new RegExp(`${mayBegin}(?:${sureSource}|${digitsSource}|${atWords}|${atHour})`, 'g');

const relativeTo = /^(?:a\s+)?(half|quarter|[a-z\d-]+(?:\s(?!min|past|after|to|till|before|of)[a-z]+)?)(?:\s+min(?:ute)?s?)?\s+(past|after|to|till|before|of)(?:\s+(?:the\s+)?(\S+))?$/;

/** The time that a text told by one of the sources above names. */
export function clockOf(said: string, start: number): Clock | undefined {
  const end = start + said.length;
  const pm = /\dp$|p\.?m/.test(said);
  const made = (h: number, m: number, kind: Clock['kind'], floating?: boolean): Clock | undefined => (h > 24 || m > 59 || Number.isNaN(h + m) ? undefined : { at: ((pm && h < 12 ? h + 12 : h) * 60) + m, kind, start, end, ...(floating ? { floating: true } : {}) });
  const colon = /^(\d{1,2})([:.])(\d{2})/.exec(said);
  if (colon) return made(Number(colon[1]), Number(colon[3]), colon[2] === ':' || /[ap](?:\.?m\.?)?$/.test(said) ? 'colon' : 'dots');
  const plain = /^(\d{1,2}?)(\d{2})(?!\d)/.exec(said);
  if (plain && /^\d{3,4}/.test(said)) return made(Number(plain[1]), Number(plain[2]), 'digits');
  if (/noon|midday/.test(said)) return made(12, 0, 'spoken');
  if (/midnight/.test(said)) return made(24, 0, 'spoken');
  const relative = relativeTo.exec(said);
  if (relative) {
    const m = relative[1] === 'half' ? 30 : relative[1] === 'quarter' ? 15 : numberValue(relative[1]!);
    const later = /past|after/.test(relative[2]!);
    if (relative[3] === undefined || relative[3] === 'hour') return made(0, later ? m : 60 - m, 'spoken', true);
    const h = numberValue(relative[3]);
    return later ? made(h, m, 'spoken') : made(h - 1 || 12, 60 - m, 'spoken');
  }
  const alone = /^(\d{1,2}|[a-z]+)\s*(?:o'?\s?clock|[ap](?:\.?m\.?)?)?$/.exec(said);
  if (alone) return made(numberValue(alone[1]!), 0, /clock|\d\s?[ap]\.?m/.test(said) ? 'meridiem' : 'hour');
  const words = /^([a-z]+)\s+(?:(?:oh|o|zero)[\s-]?)?(.+)$/.exec(said);
  return words ? made(numberValue(words[1]!), numberValue(words[2]!), 'words') : undefined;
}

/** Written or said so that it is hardly anything else. */
export const isSure = (c: Clock): boolean => c.kind === 'colon' || c.kind === 'meridiem' || c.kind === 'spoken';
export const isYear = (c: Clock): boolean => c.kind === 'digits' && c.at >= 19 * 60 + 50 && c.at <= 20 * 60 + 45;

/** A time told by its minutes alone, in the hour that follows the time before it. */
export function settled(before: Clock, c: Clock): Clock {
  if (!c.floating) return c;
  const { floating: _, ...rest } = c;
  return { ...rest, at: Math.floor(before.at / 60) * 60 + c.at + (c.at <= before.at % 60 ? 60 : 0) };
}

/** Minutes from one time to the other, the shorter way round; 0 where they make no block. */
export function minutesBetween(a: Clock, b: Clock): number {
  let d = settled(a, b).at - a.at;
  if (d <= 0 && !(a.kind === 'digits' && a.at >= 780)) d += 720;
  if (d > 720) d -= 720;
  return d > 0 && d <= (isSure(a) && isSure(b) ? 480 : 300) ? d : 0;
}

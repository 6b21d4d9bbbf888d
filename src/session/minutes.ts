/** Durations in a text: "45 min", "an hour and a half", "1.5 hrs", "45'", "three 15-minute segments", "1:05 to 1:50". */
import { foldText } from '../search/normalise.ts';

export interface Duration {
  minutes: number; start: number; end: number; text: string;
  /** "60 min session", "total of 45 minutes". */
  total: boolean;
  /** "15 min each". */
  each: boolean;
  /** Time of something that is no service: "arrived 15 minutes late", "within five minutes". */
  aside: boolean;
}

const units = '(?:minutes?|mins?\\b\\.?|minuets?|minuts?|mintues?|minutess?|minites?|miutes?|minits?|minnutes?|munites?|minues?|mintes?|minutues|mniutes?|minutse|minures|mintus|mn)';
const hours = '(?:hours?|hrs?\\b\\.?|hr\\.?|h)';
const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words: Record<string, number> = { a: 1, an: 1, fourty: 40, couple: 2, ...Object.fromEntries([...ones.map((w, i) => [w, i + 1]), ...teens.map((w, i) => [w, i + 10]), ...tens.map((w, i) => [w, (i + 2) * 10])]) };
const compound = `(?:(?:${tens.join('|')})[\\s-](?:${ones.join('|')}))`;
const numberWord = `(?:${[...tens, 'fourty', ...teens, ...ones].join('|')})`;
const count = `(\\d+|${numberWord})`;

function value(text: string): number {
  const parts = text.split(/[\s-]+/);
  if (parts.length === 2) return (words[parts[0]!] ?? 0) + (words[parts[1]!] ?? 0);
  return words[text] ?? Number(text);
}

/** Minutes from one clock time to another, the shorter way round; 0 where neither says that it is a clock time. */
function clock(m: RegExpExecArray): number {
  if (m[2] === undefined && m[5] === undefined && m[3] === undefined && m[6] === undefined) return 0;
  let d = Number(m[4]) * 60 + Number(m[5] ?? 0) - Number(m[1]) * 60 - Number(m[2] ?? 0);
  if (d <= 0) d += 720;
  return d <= 360 && Number(m[1]) <= 24 && Number(m[4]) <= 24 && Number(m[2] ?? 0) < 60 && Number(m[5] ?? 0) < 60 ? d : 0;
}

/** "started 10:15, ended 11:00": the time of the whole session. */
const startToEnd = /\b(?:start(?:ed)?|began|begin|time in|in)\s*(?:at|:)?\s*(\d{1,2}):(\d{2})\s*(?:am|pm)?[\s,;-]*(?:and\s+)?(?:end(?:ed)?|finish(?:ed)?|stop(?:ped)?|time out|out|until)\s*(?:at|:)?\s*(\d{1,2}):(\d{2})\s*(?:am|pm)?/g;

/** "10.15 to 10.40". */
function clockDots(m: RegExpExecArray): number {
  const d = Number(m[4]) * 60 + Number(m[5]) - Number(m[1]) * 60 - Number(m[2]);
  return d > 0 && d <= 240 && Number(m[2]) < 60 && Number(m[5]) < 60 ? d : 0;
}

const meridiem = '\\s*(am|pm|a\\.m\\.|p\\.m\\.)?';
const patterns: { pattern: RegExp; minutes(m: RegExpExecArray): number }[] = [
  { pattern: new RegExp(`\\b(\\d{1,2})(?::(\\d{2}))?${meridiem}\\s*(?:to|-|until|till|through)\\s*(\\d{1,2})(?::(\\d{2}))?${meridiem}(?!\\d|:\\d|[%/]|\\s*(?:min|hour|hr|time|day|week|visit|unit|of 10|out of))`, 'g'), minutes: clock },
  { pattern: new RegExp(`\\b${count}\\s+(\\d+|${compound}|${numberWord})[\\s-]*${units}\\s+(?:segments?|blocks?|sessions?|intervals?|sets?|rounds?|bouts?|parts?)`, 'g'), minutes: (m) => value(m[1]!) * value(m[2]!) },
  { pattern: new RegExp(`\\b${count}\\s+(?:segments?|blocks?|intervals?|sets?|rounds?|bouts?|lots|parts?)\\s+of\\s+(\\d+|${compound}|${numberWord})[\\s-]*${units}(?![a-z])`, 'g'), minutes: (m) => value(m[1]!) * value(m[2]!) },
  { pattern: new RegExp(`(?<![:\\d])\\b${count}\\s*(?:x|×|times)\\s*(\\d+)[\\s-]*${units}(?![a-z])`, 'g'), minutes: (m) => value(m[1]!) * Number(m[2]) },
  { pattern: new RegExp(`\\b(\\d{1,3})\\s*\\+\\s*(\\d{1,3})[\\s-]*${units}(?![a-z])`, 'g'), minutes: (m) => Number(m[1]) + Number(m[2]) },
  { pattern: new RegExp(`\\b${count}\\s+quarter[\\s-]hours\\b`, 'g'), minutes: (m) => value(m[1]!) * 15 },
  { pattern: /\b(\d{1,2})\.(\d{2})\s*(am|pm)?\s*(?:to|-|until|till)\s*(\d{1,2})\.(\d{2})(?![\d%])\s*(am|pm)?/g, minutes: clockDots },
  { pattern: /\b(\d)\s*h(?:rs?|ours?)?\s*(\d{2})(?![\d:.])/g, minutes: (m) => Number(m[1]) * 60 + Number(m[2]) },
  { pattern: new RegExp(`\\b(\\d+|${numberWord}|an?)\\s*${hours}\\s+(?:and\\s+)?a\\s+half\\b`, 'g'), minutes: (m) => value(m[1]!) * 60 + 30 },
  { pattern: new RegExp(`\\b(?:an?|one|1)\\s+(?:and\\s+)?(?:a\\s+half|1/2)\\s+${hours}\\b|\\b1\\s?½\\s*${hours}\\b`, 'g'), minutes: () => 90 },
  { pattern: new RegExp(`\\b(?:an?|one|1)\\s+and\\s+(?:a\\s+)?quarter\\s+${hours}\\b|\\b(?:an?|one)\\s+hour\\s+and\\s+(?:a\\s+)?quarter\\b`, 'g'), minutes: () => 75 },
  { pattern: new RegExp(`\\b(?:an?|one)\\s+and\\s+three\\s+quarters?\\s+${hours}\\b`, 'g'), minutes: () => 105 },
  { pattern: new RegExp(`\\b(?:a\\s+)?half(?:\\s+of)?(?:\\s+|-)(?:an?\\s+)?${hours}\\b|\\b1/2\\s+(?:an\\s+)?${hours}\\b|½\\s*(?:an\\s+)?${hours}`, 'g'), minutes: () => 30 },
  { pattern: new RegExp(`\\b(?:three|3)[\\s-]quarters?\\s+of\\s+an\\s+hour\\b|\\b3/4\\s+(?:of\\s+an\\s+)?hour\\b`, 'g'), minutes: () => 45 },
  { pattern: new RegExp(`\\b(?:a\\s+)?quarter(?:\\s+|-)(?:of\\s+an\\s+)?${hours}\\b`, 'g'), minutes: () => 15 },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?|${numberWord}|an?)[\\s-]*${hours}\\s*(?:and\\s+|,\\s*)?(\\d+|${compound}|${numberWord})[\\s-]*${units}(?![a-z])`, 'g'), minutes: (m) => value(m[1]!) * 60 + value(m[2]!) },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?)[\\s-]*${hours}(?![a-z])|\\b(${numberWord}|an?)[\\s-]+${hours}(?![a-z])`, 'g'), minutes: (m) => value(m[1] ?? m[2]!) * 60 },
  { pattern: /\bhour(?=[\s-]+(?:of|long|session|appointment|massage)\b)/g, minutes: () => 60 },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?)[\\s-]*${units}(?![a-z])|\\b(${compound}|${numberWord})[\\s-]+${units}(?![a-z])`, 'g'), minutes: (m) => value(m[1] ?? m[2]!) },
  // Feet walked are written so as well: "150' x 2".
  { pattern: /\b(\d{1,2})\s?['′](?![a-z0-9])(?!\s*x\s*\d)/g, minutes: (m) => Number(m[1]) },
  { pattern: /\b(\d{1,2})(?=\s+each\b)/g, minutes: (m) => Number(m[1]) },
  { pattern: /\b(\d{1,3})\s?m(?=\s+(?:of|[a-z]))(?!\s+(?:walk|distance|from|away|long|wide|high|tall|x\b))/g, minutes: (m) => Number(m[1]) },
];

const totalBefore = /\b(?:total(?: treatment| timed| session| contact)?(?: time)?|timed(?: codes?)?(?: time| minutes)|altogether|in all|together|combined|sessions? (?:of|was|lasted|time)|visits? (?:of|was|lasted|took|time)|seen(?: 1:1| one[- ]on[- ]one)?(?: x| for)?|appointment (?:of|was|lasted|took)|treatment time|session|had exactly|exactly|was with (?:him|her|them|the patient)(?: for)?|was with me(?: for)?|all of it(?: together)?)\s*(?:of|was|were|took|lasted|time|:|=|is|treatment time|timed minutes)?\s*(?:about\s+|exactly\s+|around\s+|approximately\s+)?$/;
const totalAfter = /^\s*(?:in\s+)?(?:total|altogether|in all|in total|all told|combined|overall)\b|^[\s-]*(?:long[\s-]+)?(?:session|visit|appointment|booking|slot)\b|^\s*(?:of\s+)?(?:treatment|therapy)\s*:|^\s*total\b/;
/** "60 minutes in total: 25 minutes of ...": the total has been said. */
const alreadyTotal = /\b(?:minutes?|mins?|hours?|hrs?)\s+(?:in\s+)?(?:total|altogether|session|visit|appointment|all together)\s*[:,-]?\s*$/;
const asideBefore = /\b(?:within|every|arrived|waited|rested|rests?|can (?:sit|stand|walk|run|drive|hold)|could (?:sit|stand|walk)|able to (?:sit|stand|walk)|planned for|was planned|booked for|scheduled for|drove|drives?|after|settled in|settled|sleeps?|slept|up to|about every|past|wait(?:ed)? (?:of|for)|break of|rest of|for the last|took over|sits? for|stands? for|stand)(?:\s+(?:for|about|only|in|a|the|between|her|his|of|from|up|to|around|roughly|tasks|sets)){0,6}\s*$/;
const asideAfter = /^\s*(?:late|early|ago|away|old|later|before (?:the|her|his|it|she|he|they|lunch|this|resting|symptoms|pain|stopping)|until|wait|delay|after waking|of (?:rest|talk|talking|paperwork|driving|waiting|walking outside|sleep|charting|documentation|note|notes|set[\s-]?up|break)|from (?:home|work|here)|drive|commute|walk (?:from|to)|a (?:day|week)|per (?:day|week)|each (?:day|morning|evening|night)|every|twice a|daily|were for|was for (?:dressing|paperwork|the note)|at home|on (?:paperwork|notes|documentation)|without pain|at a time)\b/;

/** Every duration in the order of the text, none overlapping; nothing longer than a day. */
export function readMinutes(text: string): Duration[] {
  const folded = foldText(text);
  const found: Duration[] = [];
  for (const m of folded.matchAll(startToEnd)) {
    let minutes = Number(m[3]) * 60 + Number(m[4]) - Number(m[1]) * 60 - Number(m[2]);
    if (minutes <= 0) minutes += 720;
    if (minutes <= 360) found.push({ minutes, start: m.index, end: m.index + m[0].length, text: text.slice(m.index, m.index + m[0].length), total: true, each: false, aside: false });
  }
  for (const { pattern, minutes } of patterns) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(folded); m !== null; m = pattern.exec(folded)) {
      const [start, end] = [m.index, m.index + m[0].length];
      const amount = Math.round(minutes(m) * 100) / 100;
      if (!(amount > 0) || amount > 1440 || found.some((f) => start < f.end && end > f.start)) continue;
      const before = folded.slice(Math.max(0, start - 48), start);
      const after = folded.slice(end, end + 36);
      const aside = asideBefore.test(before) || asideAfter.test(after);
      const total = !aside && ((totalBefore.test(before) && !alreadyTotal.test(before)) || totalAfter.test(after) || (/^\s*:/.test(after) && /(?:^|[.;\n])\s*(?:about |approximately )?$/.test(before)));
      found.push({ minutes: amount, start, end, text: text.slice(start, end), total, each: /^\s*(?:of\s+)?(?:each|apiece)\b/.test(after), aside });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

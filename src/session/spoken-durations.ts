/** Lengths of time in words and digits: "45 min", "an hour and ten", "2 x 15 min", "10+10+5 min", "three quarters of an hour". */
import { numberSource, numberValue, wordNumberSource } from './number-words.ts';
import { hourSource, isMinuteWord, minuteSource } from './time-units.ts';

export interface RawDuration {
  minutes: number; start: number; end: number;
  /** "15-20 min": the lower of the two. */
  range?: boolean;
  /** From two clock times. */
  segment?: boolean;
  /** What the clock times enclose: the visit, or the work at the table. */
  clock?: 'visit' | 'work';
  /** The two times of day, in minutes since midnight. */
  from?: number; until?: number;
  /** Nothing was done meanwhile ("sat with a magazine until ten past"). */
  idle?: true;
  /** What was booked, where other times of day tell of the work. */
  booked?: true;
  /** Between "started" and "stopped": whatever follows is no more of it. */
  worked?: true;
  /** A beginning in a column of beginnings: lasts until the next. */
  column?: boolean;
  /** A number without its unit. */
  bare?: 'total' | 'more';
}

interface Pattern { find: RegExp; read(m: RegExpExecArray): number | { minutes: number; range: true } }

const n = `(${numberSource})`;
const m = `(?<min>${minuteSource})`;
/** What may stand between the number and its unit: "40ish minutes", "30 total minutes", "45 (timed) min". */
const manner = `(?:\\s?-?\\s?ish|\\s?\\(ish\\)|\\s+or\\s+so|[\\s-]odd|\\s?\\+)?(?:\\s+\\(?(?:full|whole|solid|good|straight|continuous|total|timed|billable|skilled|direct|treatment|one[\\s-]on[\\s-]one|1:1|uninterrupted|extra|additional|more|further|consecutive|hands[\\s-]on)\\)?){0,2}`;
const blocks = '(?:segments?|blocks?|sessions?|intervals?|sets?|rounds?|bouts?|parts?|lots|halves|stints?|chunks?)';
const v = (said: string | undefined): number => numberValue(said ?? '');
const times = /^(?:x|×|times|by)$/;

const rangeOf = (low: number, high: number, unit: number): number | { minutes: number; range: true } => (low < high && high <= low * 4 ? { minutes: low * unit, range: true } : NaN);

/** The more telling first: what one has taken is not read again. */
const patterns: Pattern[] = [
  { find: new RegExp(`(?<![\\w.:/#])(?<!\\b(?:grade|gr|phase|visit|level|day|week|no\\.?)\\s)${n}\\s*(x|×|times)\\s*${n}[\\s-]*${m}`, 'g'), read: (r) => (times.test(r[2]!) ? v(r[1]) * v(r[3]) : NaN) },
  { find: new RegExp(`\\b${n}\\s+${n}[\\s-]*${m}\\s+${blocks}`, 'g'), read: (r) => v(r[1]) * v(r[2]) },
  { find: new RegExp(`\\b${n}\\s+(?:equal\\s+)?${blocks}\\s+of\\s+${n}[\\s-]*${m}`, 'g'), read: (r) => v(r[1]) * v(r[2]) },
  { find: new RegExp(`(?<![\\w.:/])(\\d{1,3}(?:\\s*\\+\\s*\\d{1,3}){1,5})[\\s-]*(?:${m}|['′](?![\\w]))`, 'g'), read: (r) => r[1]!.split('+').reduce((sum, part) => sum + Number(part), 0) },
  { find: new RegExp(`\\b${n}\\s+quarter[\\s-]hours\\b`, 'g'), read: (r) => v(r[1]) * 15 },
  { find: /(?<![\d:./])(\d{1,2}):([0-5]\d)\s*(?:hours?|hrs?|h)(?![a-z])/g, read: (r) => Number(r[1]) * 60 + Number(r[2]) },
  { find: new RegExp(`(?:${numberSource}|\\ban?|\\bfull|\\bgood)?[\\s-]*\\b${hourSource}\\s+and\\s+(?:an?\\s+)?(half|quarter|three[\\s-]quarters)\\b`, 'g'), read: (r) => wholeHours(r[0]) * 60 + part(r[1]!) },
  { find: new RegExp(`(${numberSource}|\\ban?)\\s+and\\s+(?:an?\\s+)?(half|quarter|three[\\s-]quarters?)\\s+(?:of\\s+an\\s+)?${hourSource}`, 'g'), read: (r) => (r[1] === 'a' || r[1] === 'an' ? 1 : v(r[1])) * 60 + part(r[2]!) },
  { find: new RegExp(`(?<![\\d./])(\\d)\\s*(?:1\\/2|½)\\s*${hourSource}`, 'g'), read: (r) => Number(r[1]) * 60 + 30 },
  { find: new RegExp(`(?<![\\d./])(\\d)\\s*(?:1\\/4|¼)\\s*${hourSource}`, 'g'), read: (r) => Number(r[1]) * 60 + 15 },
  { find: new RegExp(`\\bhalf(?:\\s+of)?[\\s-]+(?:an?\\s+)?(?:good\\s+)?${hourSource}|(?<![\\d/])1\\/2[\\s-]*(?:an?\\s+)?${hourSource}|½\\s*(?:an?\\s+)?${hourSource}`, 'g'), read: () => 30 },
  { find: new RegExp(`\\b(?:three|3)[\\s-]*quarters?[\\s-]+(?:of\\s+)?(?:an?\\s+|the\\s+)?${hourSource}|(?:(?<![\\d/])3\\/4|¾)\\s*(?:of\\s+an?\\s+|of\\s+the\\s+)?${hourSource}`, 'g'), read: () => 45 },
  { find: new RegExp(`\\bquarter[\\s-]+(?:of\\s+)?(?:an?\\s+)?${hourSource}|(?:(?<![\\d/])1\\/4|¼)\\s*(?:of\\s+an?\\s+)?${hourSource}`, 'g'), read: () => 15 },
  { find: new RegExp(`(?:${n}|\\b(?:an?|full))[\\s-]*${hourSource}\\.?\\s*(?:and\\s+|,\\s*|\\+\\s*)?${n}[\\s-]*${m}`, 'g'), read: (r) => (r[1] === undefined ? 1 : v(r[1])) * 60 + v(r[2]) },
  { find: new RegExp(`(?:(?<!\\d[.:/]?)\\b(\\d)|\\b(an?|one|two|the))\\s*${hourSource}\\s*(?:and\\s+)?(\\d{1,2}|${wordNumberSource})(?!\\w|[.:,/]\\d|\\s*(?:[%/#x×']|-\\d|reps?|sets?|times|days?|d\\b|weeks?|wks?|visits?|lbs?|pounds|units?|sec|${minuteSource}|${hourSource}|more|people|patients|exercises|steps|feet|ft))`, 'g'), read: (r) => { const more = v(r[3]); return more < 60 && (r[1] !== undefined || more >= 5) ? (r[1] ? Number(r[1]) : r[2] === 'two' ? 2 : 1) * 60 + more : NaN; } },
  { find: new RegExp(`\\bhour\\s+and\\s+(${wordNumberSource}|\\d{1,2})(?!\\w|\\s*(?:reps?|sets?|times|days?|${minuteSource}))`, 'g'), read: (r) => 60 + v(r[1]) },
  { find: new RegExp(`${n}\\s*(?:-|to|or)\\s*${n}[\\s-]*${hourSource}`, 'g'), read: (r) => rangeOf(v(r[1]), v(r[2]), 60) },
  { find: new RegExp(`(?:${n}|\\b(an?|full|whole|solid|entire))[\\s-]*${hourSource}`, 'g'), read: (r) => (r[1] === undefined ? (r[2] === 'a' && /^a-?\s*h\b\.?$/.test(r[0]) ? NaN : 60) : v(r[1]) * 60) },
  { find: /\bhour(?=[\s-]+(?:of|long|session|appointment|massage|visit|was|went)\b)/g, read: () => 60 },
  { find: new RegExp(`(?<!\\bx\\s?)${n}\\s*(?:-|to|or)\\s*${n}${manner}[\\s-]*${m}`, 'g'), read: (r) => rangeOf(v(r[1]), v(r[2]), 1) },
  { find: new RegExp(`\\bbetween\\s+${n}\\s+and\\s+${n}[\\s-]*${m}`, 'g'), read: (r) => rangeOf(v(r[1]), v(r[2]), 1) },
  { find: new RegExp(`${n}[\\s-]*${m}\\s*(?:x|×)\\s*([2-4])(?![\\d/.:]|\\s*(?:\\/|a |per |wk|week|d\\b|day|daily|times|month|visit|yr|year|reps?|sets? of|lb|#))`, 'g'), read: (r) => v(r[1]) * Number(r[3]) },
  { find: new RegExp(`${n}${manner}[\\s-]*${m}(?:\\s+twice(?!\\s+(?:a|per|daily|weekly)))?`, 'g'), read: (r) => v(r[1]) * (r[0].endsWith('twice') ? 2 : 1) },
  { find: new RegExp(`\\bcouple(?:\\s+of)?\\s+${m}`, 'g'), read: () => 2 },
  { find: /(?<![\d.:/$a-wyz]|\dx|['′"]\s?)(\d{1,2})\s?['′](?![a-z0-9′'])(?!\s*x\s*\d|\s+\d{1,2}(?:"|''|\s?in\b))/g, read: (r) => Number(r[1]) },
  { find: /(?<![\w.:/$])(\d{1,3})\s?m(?=\s+of\s)/g, read: (r) => Number(r[1]) },
  { find: /(?<=(?:=|\bfor|\bx|-)\s?)(\d{1,2})m(?![\w/²])/g, read: (r) => Number(r[1]) },
  { find: /\b(?:minutes|mins|duration|(?:tx |treatment |contact )?time)\s*[:=]\s*(\d{1,3})(?![\d:/%.]|\s*(?:[ap]\.?m\b|sec|x\b))/g, read: (r) => Number(r[1]) },
];

function wholeHours(said: string): number {
  const lead = /^(.*?)[\s-]*\b(?:h)/.exec(said)?.[1]?.trim() ?? '';
  const value = lead === '' || /^(?:an?|full|good)$/.test(lead) ? 1 : numberValue(lead);
  return value;
}
const part = (word: string): number => (word === 'half' ? 30 : word === 'quarter' ? 15 : 45);

/** Feet walked and carried: "amb 50'", "carry 30'". */
const footBefore = /\b(?:amb\w*|walk(?:s|ed|ing)?|carr(?:y|ies|ied)|propel\w*|distance|push(?:ed)?|hops?|jump\w*)\s+(?:(?:about|approx|x|of|him|her)\s+)?$/;
/** "min A", "min assist": minimal help and no minutes. */
const helpAfter = /^\.?\s*(?:-\s*)?(?:assist(?:ance)?\b|cue(?:s|ing)?\b|vc'?s?\b|verbal\b|cga\b|sba\b|mod(?:erate)?\b|max\b|resistance\b|of (?:assist|help)\b)|^\s*(?:effusion|swelling)\b/;

/** Every length of time in folded text, none overlapping another or one of `taken`. */
export function spokenDurations(text: string, folded: string, taken: readonly RawDuration[]): RawDuration[] {
  const found: RawDuration[] = [];
  const free = (start: number, end: number): boolean => !found.some((f) => start < f.end && end > f.start) && !taken.some((f) => start < f.end && end > f.start);
  const mixedCase = /[A-Z]/.test(text) && /[a-z]/.test(text);
  for (const { find, read } of patterns) {
    find.lastIndex = 0;
    for (let r = find.exec(folded); r !== null; r = find.exec(folded)) {
      const unit = r.groups?.['min'];
      if (unit !== undefined && !isMinuteWord(unit)) { find.lastIndex = r.index + Math.max(1, r[0].length - unit.length); continue; }
      const lead = /^[\s-]*/.exec(r[0])![0].length;
      const start = r.index + lead;
      let end = r.index + r[0].length;
      const got = read(r);
      const minutes = Math.round((typeof got === 'number' ? got : got.minutes) * 100) / 100;
      if (!(minutes > 0) || minutes > 1440 || !free(start, end)) continue;
      const after = folded.slice(end, end + 24);
      if (unit !== undefined && unit.length < 5 && (helpAfter.test(after) || /^\s?A(?![\w'])/.test(text.slice(end, end + 3)))) continue;
      if (/['′]$/.test(r[0]) && footBefore.test(folded.slice(Math.max(0, start - 30), start))) continue;
      if (folded[end] === '.' && /(?:m[a-z]{1,3}|hrs?|h)$/.test(r[0]) && /^\.(?:\s*[,;)]|\s+[a-z(])/.test(mixedCase ? text.slice(end, end + 4) : `.${/^\.\s*(?:[,;)]|(?:each|ea|of|total|x)\b)/.test(after) ? ',' : ' '}`)) end += 1;
      found.push({ minutes, start, end, ...(typeof got === 'number' ? {} : { range: true }) });
    }
  }
  return [...found, ...slashPairs(folded, free), ...bareNumbers(folded, found, taken)].sort((a, b) => a.start - b.start);
}

/** "30/15 min": two times for two services. */
function slashPairs(folded: string, free: (start: number, end: number) => boolean): RawDuration[] {
  const out: RawDuration[] = [];
  for (const r of folded.matchAll(/(?<![\d.:/])(\d{1,2})\s?\/\s?(\d{1,2})(?:\s?\/\s?(\d{1,2}))?\s*(m[a-z]{1,9})(?![a-z])/g)) {
    const numbers = [r[1]!, r[2]!, ...(r[3] ? [r[3]] : [])];
    if (!isMinuteWord(r[4]!) || numbers.some((x) => Number(x) < 4) || (r[2] === '10' && Number(r[1]) < 10 && r[3] === undefined) || helpAfter.test(folded.slice(r.index + r[0].length, r.index + r[0].length + 14))) continue;
    let at = r.index;
    numbers.forEach((x, i) => {
      const start = folded.indexOf(x, at);
      at = start + x.length;
      const end = i === numbers.length - 1 ? r.index + r[0].length : at;
      if (free(start, end)) out.push({ minutes: Number(x), start, end });
    });
  }
  return out;
}

const clauseEnd = `(?=\\s*(?:$|[,;)\\n|]|[.:](?!\\d)|\\/(?!\\d)|-{1,2}\\s|\\b(?:period|comma|full stop)\\b))`;
const filler = `(?:timed|treatment|tx|time|times|code|codes|minutes?|mins?|min|one|to|on|contact|hands[\\s-]on|direct|session|visit|billable|skilled|table|therapy|of|is|was|were|for|about|exactly|in|clinic|with|1:1|so|pt|patient|the|today|and|all)`;
/** Totals said without a unit: "Total timed 38.", "TTT 38", "tot 45", "overall 46". */
const totalLabel = new RegExp(`\\b(?:totals?|totl|tot|total|overall|ttt|ttm|all\\s+told|altogether|grand\\s+total|timed(?=\\s*(?:[:=]|(?:minutes|mins|time|codes?)\\b)))\\b(?:[\\s.:=-]+${filler}\\b){0,6}[\\s.:=-]*(?<![\\d])(\\d{1,3}|${wordNumberSource})(?:${clauseEnd}|(?=\\s+(?:timed|all|in total|hands|overall|total|ttt|tot)\\b)|(?=\\s{2,}))(?![.:]\\d)`, 'g');
/** "45 timed.", "30 total.", "20 all told", "60 on the table". */
const totalWord = new RegExp(`(?<![\\d.:/$#x-])\\b(\\d{1,3}|${wordNumberSource})[^\\S\\n]+(?:(?:mins?[^\\S\\n]+)?(?:total|totl|tot|timed|all\\s+told|altogether|in\\s+all|in\\s+total|overall)\\b(?!\\s+(?:hip|knee|shoulder|score|assist|points|reps|visits|joint|\\d))|on\\s+the\\s+table\\b)`, 'g');
/** "minutes for September add up to 45". */
const addsUp = new RegExp(`\\bmin(?:ute)?s?\\b[^.;\\n]{0,40}\\b(?:add(?:s|ed)?\\s+up\\s+to|c[oa]mes?\\s+to)\\s+(\\d{1,3}|${wordNumberSource})\\b(?!\\s*(?:m[a-z]|h|:))`, 'g');
/** "another 10 with the tool", "the other fifteen went on changing", "10 more for intake". */
const more = new RegExp(`\\b(?:another|a\\s+further|an?\\s+additional|the\\s+(?:other|last|first|final|next|remaining)|remaining)\\s+(\\d{1,3}|${wordNumberSource})(?:${clauseEnd}|(?=\\s+(?:of\\s+(?!\\d|the\\s+\\d|ten|twelve)|on\\b|with\\b|for\\b|to\\b|was\\b|were\\b|went\\b|i\\b|we\\b|doing\\b|working\\b|in\\b)))|(?<![\\d.:/$#x-])\\b(\\d{1,2}|${wordNumberSource})\\s+more(?:${clauseEnd}|(?=\\s+(?:of|on|for|to|with)\\b))`, 'g');
/** "spent about twenty five on the hip", "took forty". */
const spent = new RegExp(`\\b(?:spent|took|lasted|for)\\s+(?:(?:me|us|about|maybe|around|roughly|only|just|almost|nearly|over|a\\s+good|the|like|some|another)\\s+){0,3}(\\d{2}|${wordNumberSource})(?:${clauseEnd}|(?=\\s+(?:on|with|doing|working)\\s+(?:the|his|her|my|their|each|both|him|me|manual|massage|exercise|gait|balance)\\b))`, 'g');

/** Numbers whose unit was left out, where the words around say that they are minutes. */
function bareNumbers(folded: string, found: readonly RawDuration[], taken: readonly RawDuration[]): RawDuration[] {
  const out: RawDuration[] = [];
  const speaksOfTime = found.length > 0 || taken.length > 0 || /\b(?:min|mins|minutes?|timed|ttt|session|treatment time)\b|\b(?:te|ta|nmr|mt|gt)\b/.test(folded);
  const put = (find: RegExp, bare: 'total' | 'more', least: number, needs: boolean): void => {
    find.lastIndex = 0;
    for (const r of folded.matchAll(find)) {
      const said = r[1] ?? r[2]!;
      const start = r.index + r[0].indexOf(said, find === totalLabel || find === addsUp ? r[0].lastIndexOf(said) : 0);
      const end = start + said.length;
      const minutes = numberValue(said);
      if (!(minutes >= least) || minutes > 480 || (needs && !speaksOfTime)) continue;
      if ([...found, ...taken, ...out].some((f) => start < f.end && end > f.start)) continue;
      out.push({ minutes, start, end, bare });
    }
  };
  put(totalLabel, 'total', 8, true);
  put(totalWord, 'total', 8, true);
  put(addsUp, 'total', 5, false);
  put(more, 'more', 3, true);
  put(spent, 'more', 10, true);
  return out.filter((d) => d.bare !== 'more' || found.length > 0 || d.minutes >= 10);
}

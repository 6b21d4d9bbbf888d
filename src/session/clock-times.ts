/** Times of day in a text and the blocks between two of them: "2:10 to 2:55", "TIME IN 1405 TIME OUT 1432", "quarter to four ... twenty past". */
import { hourWordSource, numberValue } from './number-words.ts';
import type { RawDuration } from './spoken-durations.ts';

interface Clock {
  /** Minutes since midnight; from 13:00 on only where written so or marked pm. */
  at: number;
  /** Past the hour alone ("twenty past"): the hour is that of the time before. */
  floating?: boolean;
  kind: 'colon' | 'meridiem' | 'spoken' | 'digits' | 'dots' | 'words' | 'hour';
  start: number; end: number;
}

const minuteWords = '(?:fifteen|thirty|forty[\\s-]five|oh[\\s-]five|ten|twenty(?:[\\s-]five)?|forty|fifty(?:[\\s-]five)?|thirty[\\s-]five)';
const meridiem = '(?:\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))';
const hour = `(?:${hourWordSource}|(?:1[0-2]|0?[1-9])(?![\\d:.]))`;
const pastTo = '(?:quarter|half|five|ten|twenty(?:[\\s-]five)?|5|10|20|25)';
const spoken = `(?:a\\s+)?(?:half\\s+past\\s+${hour}|${pastTo}\\s+(?:past(?:\\s+${hour})?|(?:to|till|before)\\s+${hour})|quarter\\s+(?:of|after)\\s+${hour}(?!\\s+hour))`;
const sureSource = `(?:(?<![\\d:./$])\\d{1,2}:[0-5]\\d(?!\\d|:\\d|\\s*(?:hrs?|hours?|h)(?![a-z]))${meridiem}?|(?<![\\d:./$-])\\d{1,2}${meridiem}|(?:${hour})\\s?o'?\\s?clock|\\b(?:noon|midday|midnight)\\b|\\b${spoken}\\b)`;
const digitsSource = '(?<![\\w.:/$#])(?:[01]\\d|2[0-3])[0-5]\\d(?![\\d:/.]\\d|\\d|[a-z])(?:\\s?(?:h|hrs|hours)\\b)?';
const shortDigits = '(?<![\\w.:/$#])[1-9][0-5]\\d(?!\\d|[:/.]\\d|[a-z%])';
const dotsSource = `(?<![\\d.:/$])\\d{1,2}\\.[0-5]\\d(?![\\d%])${meridiem}?`;
const wordsSource = `\\b${hourWordSource}\\s+${minuteWords}(?!\\s*(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine)\\b|over\\b|m[a-z]{2,}))`;
const hourSource = `(?<![\\d:./$-])(?:\\b${hourWordSource}\\b|\\b(?:1[0-2]|[1-9])(?![\\d:.]))`;
const anySource = `(?:${sureSource}|${digitsSource}|${shortDigits}|${dotsSource}|${wordsSource}|${hourSource})`;
const connector = `\\s*(?:-{1,2}|->|>|→|(?:straight\\s+)?(?:right\\s+)?(?:through|thru)?\\s*(?:to|til|till|until|till)|through|thru|and(?=\\s))\\s*(?:about\\s+|around\\s+)?`;
const pair = new RegExp(`(${anySource})(${connector})(${anySource})(?!\\d|:\\d|\\.\\d|\\s?[%/°#]|\\s*(?:-\\s*)?(?:min|mins|minutes?|hours?|hrs?|sec|times|days?|weeks?|wks?|visits?|units?|reps?|sets?|lbs?|pounds?|kg|cm|mm|ml|ft|feet|deg|degrees|of 10|out of|m\\/s|mph|mhz|hz|w\\b|v\\b|percent|points|steps|pulses|shots|impulses|cal|kcal)\\b)`, 'g');
/** "at 9", "at three": a time of day only between a word of beginning and one of ending. */
const atHour = `(?<=\\bat\\s|\\b(?:in|out)\\sat\\s)(?:${hourWordSource}\\b|(?:1[0-2]|[1-9])(?![\\d:./%]))(?!\\s*(?:%|-|min|m\\b|lb|pounds?|deg|hz|mhz|mph|cm|kg|weeks?|months?|days?|sets?|reps?|feet|years?|out|of|to|over))`;
const token = new RegExp(`${sureSource}|${digitsSource}|${atHour}`, 'g');

function parse(said: string, start: number): Clock | undefined {
  const end = start + said.length;
  const pm = /p\.?m/.test(said);
  const made = (h: number, m: number, kind: Clock['kind'], floating?: boolean): Clock | undefined => (h > 24 || m > 59 ? undefined : { at: ((pm && h < 12 ? h + 12 : h) * 60) + m, kind, start, end, ...(floating ? { floating: true } : {}) });
  const colon = /^(\d{1,2})([:.])(\d{2})/.exec(said);
  if (colon) return made(Number(colon[1]), Number(colon[3]), colon[2] === ':' || /[ap]\.?m/.test(said) ? 'colon' : 'dots');
  const plain = /^(\d{1,2}?)(\d{2})(?!\d)/.exec(said);
  if (plain && /^\d{3,4}/.test(said)) return made(Number(plain[1]), Number(plain[2]), 'digits');
  if (/noon|midday/.test(said)) return made(12, 0, 'spoken');
  if (/midnight/.test(said)) return made(24, 0, 'spoken');
  const relative = /^(?:a\s+)?(half|quarter|[a-z\d-]+(?:\s+five)?)\s+(past|after|to|till|before|of)(?:\s+(\S+))?$/.exec(said);
  if (relative) {
    const m = relative[1] === 'half' ? 30 : relative[1] === 'quarter' ? 15 : numberValue(relative[1]!);
    if (relative[3] === undefined) return made(0, m, 'spoken', true);
    const h = numberValue(relative[3]);
    return /past|after/.test(relative[2]!) ? made(h, m, 'spoken') : made(h - 1 || 12, 60 - m, 'spoken');
  }
  const alone = /^(\d{1,2}|[a-z]+)\s*(?:o'?\s?clock|[ap]\.?m\.?)?$/.exec(said);
  if (alone) return made(numberValue(alone[1]!), 0, /clock|\d\s?[ap]\.?m/.test(said) ? 'meridiem' : 'hour');
  const words = /^([a-z]+)\s+(?:oh[\s-])?(.+)$/.exec(said);
  return words ? made(numberValue(words[1]!), numberValue(words[2]!), 'words') : undefined;
}

const isSure = (c: Clock): boolean => c.kind === 'colon' || c.kind === 'meridiem' || c.kind === 'spoken';

/** Minutes from one time to the other, the shorter way round; 0 where they make no block. */
function between(a: Clock, b: Clock): number {
  let to = b.at;
  if (b.floating) to = Math.floor(a.at / 60) * 60 + b.at + (b.at <= a.at % 60 ? 60 : 0);
  let d = to - a.at;
  if (d <= 0 && !(a.kind === 'digits' && a.at >= 780)) d += 720;
  if (d > 720) d -= 720;
  return d > 0 && d <= (isSure(a) && isSure(b) ? 480 : 300) ? d : 0;
}

const measured = /\b(?:pain|flexion|extension|abduction|adduction|rotation|rom|degrees|weight|weigh\w*|pulse|pressure|bp|hr|heart|score\w*|odi|ndi|oswestry|dash|lefs|vas|nrs|improved|increased|decreased|went|dropped|up|down|girth|grip|speed|level|intensity|setting|week|visit|grade|stage|page|ages?|years?|rated?|from a|reps?|sets?)\b[^,;.]{0,30}$/;
const timeBefore = /\b(?:from|between|at|time|in|out|hours?|session|visit|seen|slot|appointment|class|group|ran|worked|treated|table|on|hands[\s-]on|start|starting|start\w*|block)\s*[:=]?\s*(?:from\s+|between\s+|at\s+|about\s+)?$/;
const hoursBefore = /\b(?:was|were|there|here|seen|session|visit|appointment|slot|came|clinic|office|time|booked|scheduled)\s*:?\s*(?:\w+\s+)?(?:from|between)\s+(?:about\s+)?$|\b(?:session|visit|appointment|time|seen)\s*:?\s*$/;
const lineStart = /(?:^|\n)[\s>*•-]*$/;
const isYear = (c: Clock): boolean => c.kind === 'digits' && c.at >= 19 * 60 + 50 && c.at <= 20 * 60 + 45;

/** Whether two neighbouring numbers may be read as times of day, from what they look like and what stands before. */
function credible(a: Clock, b: Clock, joint: string, before: string): boolean {
  const { kind } = a;
  if (/\band\b/.test(joint) && !/\bbetween\s+(?:about\s+)?$/.test(before)) return false;
  if (kind === 'hour' && b.kind === 'hour') return hoursBefore.test(before) && !measured.test(before.replace(hoursBefore, '')) && between(a, b) <= 240;
  if (kind === 'words' || b.kind === 'words') return !measured.test(before) && (kind === b.kind || isSure(a) || isSure(b) || kind === 'hour') && !/^\s*-/.test(joint);
  if (kind === 'digits' || b.kind === 'digits') {
    if (kind !== b.kind) return isSure(a) || isSure(b);
    const long = a.end - a.start >= 4 && b.end - b.start >= 4;
    if (isYear(a) && isYear(b) && !timeBefore.test(before)) return false;
    return (long || (timeBefore.test(before) && !measured.test(before))) && between(a, b) <= 240;
  }
  if (kind === 'dots' || b.kind === 'dots') return kind === b.kind && a.at >= 60 && between(a, b) <= 240 && b.at !== a.at && (timeBefore.test(before) || lineStart.test(before) || (a.at >= 420 && b.at >= 420 && b.at > a.at) || !measured.test(before) && /to|til/.test(joint) && b.at > a.at);
  if (kind === 'hour') return isSure(b) && !/\b(?:visit|pain|week|grade|l|c|t)\s*$/.test(before);
  return isSure(a) && (isSure(b) || (b.kind === 'hour' && /to|til|-|thru|through/.test(joint)));
}

const startWord = '(?:time\\s+in|check(?:ed)?[\\s-]?in|clock(?:ed)?[\\s-]?in|came\\s+in|got\\s+(?:there|in|here)|arriv(?:ed|al|es)|arr|in|start(?:ed|s|ing|ing time)?|start\\s+time|began|begin|begun|on\\s+(?:the\\s+)?table|lay\\s+down|got\\s+on(?:\\s+the\\s+table)?|hands\\s+on|in\\s+(?:the\\s+)?(?:water|pool)|entered|resumed|seen|from|took\\s+(?:him|her|them)\\s+back)';
const endWord = '(?:time\\s+out|check(?:ed)?[\\s-]?out|clock(?:ed)?[\\s-]?out|out|end(?:ed|s|ing)?|end\\s+time|finish(?:ed|ing)?|stop(?:ped|s)?|left|leaving|leave|departed|done|off(?:\\s+(?:the\\s+)?table)?|got\\s+(?:up|off|out)|until|til|till|to|through|went\\s+(?:on\\s+)?(?:to|until)|completed?|discharged|through\\s+to)';
const preposition = '\\s*(?:by\\s+\\w+\\s+)?[:=@,]?\\s*(?:at|around|about|time)?\\s*[:=@]?\\s*$';
const startCue = new RegExp(`\\b(${startWord})${preposition}`);
const endCue = new RegExp(`\\b(${endWord})${preposition}`);
const startAfter = new RegExp(`^\\s*\\(?(?:${startWord})\\b`);
const endAfter = /^\s*\(?(?:time\s+)?(?:out|off|stop(?:ped)?|end(?:ed)?|done|left|finish(?:ed)?)\b/;
const workStart = /table|water|pool|lay|hands|entered|resumed|got on/;

/** "on the table 2:10, off the table 2:55": two times parted by a few words, one a beginning and one an end. */
function cuedPairs(folded: string, tokens: readonly Clock[]): RawDuration[] {
  const out: RawDuration[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]!];
    const joint = folded.slice(a.end, b.start);
    if (joint.length > 120 || /\n\s*\n/.test(joint) || (isYear(a) && isYear(b))) continue;
    const begins = startCue.exec(folded.slice(Math.max(0, a.start - 40), a.start));
    const ends = endCue.exec(joint);
    const marked = begins !== null && ends !== null;
    if (!marked && !(startAfter.test(joint) && endAfter.test(folded.slice(b.end, b.end + 20)) && a.kind === b.kind)) continue;
    if ((begins?.[1] === 'from' || ends?.[1] === 'to') && joint.length > 40) continue;
    const minutes = between(a, b);
    if (minutes === 0) continue;
    const work = workStart.test(`${begins?.[1] ?? ''} ${/^[^,;.]*/.exec(joint)![0]}`);
    out.push({ minutes, start: a.start, end: b.end, segment: true, clock: work ? 'work' : 'visit' });
    i++;
  }
  return out;
}

/** A column, or a row, of beginnings: each block lasts until the next time. The token stands for its block. */
function columns(folded: string, tokens: readonly Clock[], closed: readonly RawDuration[]): RawDuration[] {
  const out: RawDuration[] = [];
  const leads = tokens.filter((t) => t.kind !== 'hour' && lineStart.test(folded.slice(Math.max(0, t.start - 8), t.start)) && /^\s*[:-]?\s*[a-z(]/.test(folded.slice(t.end, t.end + 4)));
  const free = (t: Clock): boolean => !closed.some((c) => t.start < c.end && t.end > c.start);
  const chain = (list: readonly Clock[]): void => {
    for (let i = 0; i + 1 < list.length; i++) {
      const d = between(list[i]!, list[i + 1]!);
      if (free(list[i]!) && d > 0 && d <= 120) out.push({ minutes: d, start: list[i]!.start, end: list[i]!.end, segment: true, column: true });
    }
  };
  if (leads.length > 1) { chain(leads); return out; }
  const rows = tokens.filter((t) => t.kind !== 'hour' && free(t));
  let run: Clock[] = [];
  for (const t of rows) {
    const last = run.at(-1);
    const d = last ? t.at - last.at : 0;
    const joint = last ? folded.slice(last.end, t.start) : '';
    run = last && d > 0 && d <= 90 && last.kind === t.kind && joint.length < 90 && /[a-z]{2}/.test(joint) && !/\n\s*\n/.test(joint) ? [...run, t] : [t];
    if (run.length > 2 && /^\s*[:-]?\s*(?:done|end|finish|left|leaves?|out|off|stop|discharge|complete)/.test(folded.slice(t.end, t.end + 16))) { chain(run); run = []; }
  }
  return out;
}

/** Every block of time that folded text bounds by times of day. */
export function clockBlocks(folded: string): RawDuration[] {
  if (!/\d|o'?clock|past|quarter|noon|\b(?:from|until|till)\b/.test(folded)) return [];
  const out: RawDuration[] = [];
  pair.lastIndex = 0;
  for (let r = pair.exec(folded); r !== null; r = pair.exec(folded)) {
    const a = parse(r[1]!, r.index);
    const b = parse(r[3]!, r.index + r[0].length - r[3]!.length);
    const before = folded.slice(Math.max(0, r.index - 60), r.index);
    const minutes = a && b && !a.floating ? between(a, b) : 0;
    if (!a || !b || minutes === 0 || !credible(a, b, r[2]!, before)) { pair.lastIndex = r.index + r[1]!.length; continue; }
    out.push({ minutes, start: a.start, end: b.end, segment: true });
  }
  const tokens: Clock[] = [];
  for (const r of folded.matchAll(token)) {
    const c = parse(r[0], r.index);
    if (c && !out.some((o) => c.start < o.end && c.end > o.start)) tokens.push(c);
  }
  const cued = cuedPairs(folded, tokens);
  const closed = [...out, ...cued];
  const all = [...folded.matchAll(token)].flatMap((r) => parse(r[0], r.index) ?? []);
  return [...closed, ...columns(folded, all, closed)].sort((x, y) => x.start - y.start);
}

/** Two times of day side by side that bound a block: "2:10 to 2:55", "1405-1432", "2:10-25", "between 11.50 and noon". */
import { clockOf, firstSource, isSure, isYear, minutesBetween, secondSource, settled, type Clock } from './clock-tokens.ts';
import type { RawDuration } from './spoken-durations.ts';

const connector = `\\s*(?:-{1,2}|->|>|→|(?:(?:straight|right|on|up)\\s+)*(?:through|thru)?\\s*(?:to|til|till|until|till)|through|thru|and(?=\\s))\\s*(?:about\\s+|around\\s+)?`;
const noUnit = `(?!\\d|:\\d|\\.\\d|\\s?[%/°#]|\\s*(?:-\\s*)?(?:min|mins|minutes?|hours?|hrs?|sec|times|days?|weeks?|wks?|visits?|units?|reps?|sets?|lbs?|pounds?|kg|cm|mm|ml|ft|feet|deg|degrees|of 10|out of|m\\/s|mph|mhz|hz|w\\b(?!\\/)|v\\b|percent|points|steps|pulses|shots|impulses|cal|kcal)\\b)`;
const pair = new RegExp(`(${firstSource})(${connector})(${secondSource})${noUnit}`, 'g');
/** "2:10-25": the hour is said once. */
const sameHour = new RegExp(`(?<![\\d:./$])(\\d{1,2}:[0-5]\\d)\\s?-\\s?(:?)([0-5]\\d)(?![a-z])${noUnit}`, 'g');

const measured = /\b(?:pain|flexion|extension|abduction|adduction|rotation|rom|degrees|weight|weigh\w*|pulse|pressure|bp|hr|heart|score\w*|odi|ndi|oswestry|dash|lefs|vas|nrs|improved|increased|decreased|went|dropped|up|down|girth|grip|speed|level|intensity|setting|week|visit|grade|stage|page|ages?|years?|rated?|from a|reps?|sets?)\b[^,;.]{0,30}$/;
const timeBefore = /\b(?:from|between|at|time|in|out|hours?|session|visit|seen|slot|appointment|class|group|ran|worked|treated|table|on|hands[\s-]on|start|starting|start\w*|block)\s*[:=]?\s*(?:from\s+|between\s+|at\s+|about\s+)?$/;
const hoursBefore = /\b(?:was|were|there|here|seen|session|visit|appointment|appt|slot|came|clinic|office|time|booked|scheduled)\s*:?\s*(?:\w+\s+)?(?:from|between)\s+(?:about\s+)?$|\b(?:session|visit|appointment|appt|time|seen)\s*:?\s*$/;
const lineStart = /(?:^|\n)[\s>*•-]*$/;

/** Whether two neighbouring numbers may be read as times of day, from what they look like and what stands before. */
function credible(a: Clock, b: Clock, joint: string, before: string): boolean {
  const { kind } = a;
  const among = /\bbetween\s+(?:about\s+)?$/.test(before);
  if (/\band\b/.test(joint) && !among) return false;
  if (kind === 'hour' && b.kind === 'hour') return hoursBefore.test(before) && !measured.test(before.replace(hoursBefore, '')) && minutesBetween(a, b) <= 240;
  if (kind === 'words' || b.kind === 'words') return !measured.test(before) && (kind === b.kind || isSure(a) || isSure(b) || kind === 'hour') && !/^\s*-/.test(joint);
  if (kind === 'digits' || b.kind === 'digits') {
    if (kind !== b.kind) return isSure(a) || isSure(b);
    const long = a.end - a.start >= 4 && b.end - b.start >= 4;
    if (isYear(a) && isYear(b) && !timeBefore.test(before)) return false;
    return (long || (timeBefore.test(before) && !measured.test(before))) && minutesBetween(a, b) <= 240;
  }
  if (kind === 'dots' && isSure(b)) return a.at >= 60 && minutesBetween(a, b) <= 240 && !measured.test(before);
  if (kind === 'dots' || b.kind === 'dots') return kind === b.kind && a.at >= 60 && minutesBetween(a, b) <= 240 && b.at !== a.at && (timeBefore.test(before) || lineStart.test(before) || (a.at >= 420 && b.at >= 420 && b.at > a.at) || !measured.test(before) && /to|til/.test(joint) && b.at > a.at);
  if (kind === 'hour') return isSure(b) && !/\b(?:visit|pain|week|grade|l|c|t)\s*$/.test(before);
  return isSure(a) && (isSure(b) || (b.kind === 'hour' && /to|til|-|thru|through/.test(joint)));
}

const block = (a: Clock, b: Clock, minutes: number): RawDuration => ({ minutes, start: a.start, end: b.end, segment: true, from: a.at, until: settled(a, b).at });

/** The blocks, in the order of the text. */
export function clockPairs(folded: string): RawDuration[] {
  const out: RawDuration[] = [];
  pair.lastIndex = 0;
  for (let r = pair.exec(folded); r !== null; r = pair.exec(folded)) {
    const a = clockOf(r[1]!, r.index);
    const b = clockOf(r[3]!, r.index + r[0].length - r[3]!.length);
    const before = folded.slice(Math.max(0, r.index - 60), r.index);
    const minutes = a && b && !a.floating ? minutesBetween(a, b) : 0;
    if (!a || !b || minutes === 0 || !credible(a, b, r[2]!, before)) { pair.lastIndex = r.index + r[1]!.length; continue; }
    out.push(block(a, b, minutes));
  }
  if (!/\d:\d\d\s?-\s?:?\d\d/.test(folded)) return out;
  for (const r of folded.matchAll(sameHour)) {
    const a = clockOf(r[1]!, r.index);
    if (!a || out.some((o) => r.index < o.end && r.index + r[0].length > o.start)) continue;
    const b: Clock = { at: Number(r[3]), floating: true, kind: 'colon', start: r.index, end: r.index + r[0].length };
    const minutes = minutesBetween(a, b);
    if (minutes > 0 && (r[2] === ':' || minutes < 60)) out.push(block(a, b, minutes));
  }
  return out.sort((a, b) => a.start - b.start);
}

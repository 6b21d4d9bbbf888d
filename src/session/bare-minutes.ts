/** Numbers that are minutes without saying so, in a chart or a text that speaks of minutes: "manual 25, exercise 30", "NMR 16 / TA 14". */
import { foldText } from '../search/normalise.ts';
import type { Duration } from './minutes.ts';
import type { ReadService } from './read-services.ts';
import type { Item } from './read-items.ts';

/** Short forms of the trade in capitals ("TE", "NMR"), done or not: a chart, where one makes the others plain. */
export function abbreviationsIn(items: readonly Item[], excluded: readonly { text: string }[]): number {
  return new Set([...items, ...excluded].map((i) => i.text).filter((t) => /^[A-Z][A-Z/]{1,4}$/.test(t) || /^(?:te|ta|mt|mhp|nmr|us|gt)$/.test(t))).size;
}

const spelledNumbers: Record<string, number> = { five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50 };

/** A number at the end of its piece, with a word before it: "low back 25 /", "exercise - 24;", "TE x15", "(12)". */
const behind = /([a-z0-9)\]"](?:[ \t:x@(=~…,–—-]|\.{2,}){0,12}?[ \t:x@(=~-])([1-9]\d{0,2})(?=\s*(?:[,;|()=+\n]|\/(?!\d)|\.(?:\s|$)|and\b|$))/g;
/** What such a number counts when it is no time: grades, levels, sets, visits, scores, spine, weights. */
const otherCount = /(?:\b(?:f|m|female|male|yo|gr|grade|level|lvl|l|c|t|s|x|stage|visit|visits|month|year|tx|session|phase|week|wk|wks|day|pod|pow|set|sets|rep|reps|pain|vas|nprs|score|of|to|from|was|is|are|be|and|now|age|turned|number|room|box|line|page|no|code|modifier|pos|li|st|sp|gb|bl|ub|lv|lr|ki|si|ht|pc|te|du|ren|cv|gv|rom|bmi|weight|wt|lb|lbs|pt|patient|client|flex|flexion|ext|extension|rot|rotation|er|ir|abd|abduction|hr|bp|spo2|o2|rpe|dash|quickdash|lefs|odi|ndi|oswestry|berg|bbs|tug|fga|dgi|moca|koos|womac|spadi|grip|pinch|girth|calf|ankle|seat|notch|gear|height|resistance|intensity|incline|speed|watts|cadence|stage|position|setting|program|prog|peg|hole|channel|cadence|mode|at|every|about|under|over|above|may|march|april|june|july|sept|september|oct|october|nov|november|dec|december|jan|january|feb|february|aug|august|aged)\s*[:=-]?|#|\$|[<>/±]|\d\s*[x×*-])\s*$/;
const ahead = /(?:^|[.;,]\s*|\bthe (?:last|first|other|remaining) |\banother |\b(?:then|and|plus) )(\d{1,3}|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)\s+(?:went (?:in)?to|were|was|of|on|for)\s*(?:the\s+)?/g;

/** "The last 15 he cooked", "for the next twenty we walked": minutes told before who did what. */
const beforeWho = /\bthe (?:last|first|other|next|final|remaining|closing|opening) ([1-9]\d|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty),? (?=(?:i|he|she|we|they|him|her|me|us)\b)/g;

/** "We finished with 12 of band rows". */
const beganWith = /\b(?:began|begun|started|opened|went on|followed|finished|ended|closed|wrapped)(?: off| up| out)? (?:with|by) (?:a (?:final|last) |another |the last )?([1-9]\d|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty) of (?=[a-z])/g;

/** "I'd say 20", "for maybe fifteen". */
const guess = /\b(?:i'?d say|for (?:about|maybe|roughly|around|some|a good)|say about|i would say)\s+(?:about\s+)?([1-9]\d?|five|ten|twelve|fifteen|twenty|thirty|forty|fifty)(?=\s*(?:[,.;)]\s|$))/g;

/** What is done for minutes, as its name ends. */
const workNoun = /(?:train(?:ing)?|re-?\s?train(?:ing)?|re-?\s?ed(?:ucation)?|exercises?|therapy|activit(?:y|ies)|mobili[sz]ations?|massage|release|techniques?)$/i;
/** "MT 0 / TE 20": two short forms with their minutes, done or not. */
const charts = /\b(?:TE|TA|MT|NMR|NMRE|GT|US|MHP|TherEx|TherAct)\s?[:=-]?\s?\d{1,2}\b(?!\/)[^\n]{0,40}?\b(?:TE|TA|MT|NMR|NMRE|GT|US|MHP|TherEx|TherAct)\s?[:=-]?\s?\d{1,2}\b(?!\/)/;

/** The bare minutes of a text, none where it does not speak of minutes and is no chart. */
export function bareMinutes(text: string, items: readonly Item[], durations: readonly Duration[]): Duration[] {
  const folded = foldText(text);
  const speaksOfMinutes = /\bmin|\btime\b|\d\s?['′]|\btimed\b/.test(folded);
  const abbreviated = abbreviationsIn(items, []);
  const found: Duration[] = [];
  let work = false;
  const add = (start: number, end: number, said: string, minutes: number): void => {
    if (minutes < 5 || minutes > 120 || durations.some((d) => d.start < end + 2 && d.end > start) || found.some((d) => d.start < end && d.end > start)) return;
    found.push({ minutes, start, end, text: said, total: false, each: false, aside: false });
  };
  for (const m of folded.matchAll(behind)) {
    const start = m.index + m[1]!.length;
    const end = start + m[2]!.length;
    // "TE 15" is exercise, "TE5" a point of acupuncture; "x 3" are sets.
    const before = folded.slice(Math.max(0, start - 20), start);
    if (/\d\D?$/.test(folded.slice(m.index, m.index + 1)) && !items.some((i) => i.number && i.end > m.index && i.end <= start)) continue;
    if (/\b(?:she|he|they|i|pt|who)\s+(?:did|made|got|scored|managed|completed|missed)\s*$/.test(before)) continue;
    const named = items.filter((i) => i.end <= start && (start - i.end <= 45 || (start - i.end <= 90 && !/[;|\n.]/.test(folded.slice(i.end, start)))));
    // A test's figure: "SLR R 50", "AROM 95".
    if (named.length > 0 && /^(?:slr|[ap]?a?rom)$/i.test(named.at(-1)!.text) && start - named.at(-1)!.end < 8) continue;
    if (named.length === 0 && !/[a-z]\s\d+\s*[|/]/.test(folded.slice(start - 2, end + 3))) continue;
    if (otherCount.test(before) && !(items.some((i) => i.end <= start && start - i.end <= 3 && i.plain))) continue;
    if (/\bx\s*$/.test(before) && !items.some((i) => i.end <= start && start - i.end <= 4 && i.plain && Number(m[2]) >= 8)) continue;
    add(start, end, m[2]!, Number(m[2]));
  }
  // "97110  Ther Ex  09:00  09:22  22": a row of a table with its two times of day.
  for (const m of folded.matchAll(/\b(\d{1,2}):([0-5]\d)\s+(\d{1,2}):([0-5]\d)(?:\s+\d{1,3})?[ \t]*(?=\n|$)/g)) {
    const minutes = Number(m[3]) * 60 + Number(m[4]) - Number(m[1]) * 60 - Number(m[2]);
    add(m.index, m.index + m[0].length, m[0].trim(), minutes);
  }
  // "TE x15 LE PREs; NMR x10": minutes behind short forms in capitals, not repetitions.
  if (abbreviated > 1) {
    for (const item of items) {
      const m = /^[A-Z]{2,4}$/.test(item.text) ? /^\s*x\s?(\d{1,3})\b(?!\s*(?:reps?|sets?|x|\/|lb|#|sec|min|['′]))/.exec(folded.slice(item.end)) : null;
      if (m && Number(m[1]) >= 8) add(item.end + m[0].length - m[1]!.length, item.end + m[0].length, m[1]!, Number(m[1]));
    }
  }
  // "balance retraining x17": repetitions are of a move, minutes of the work.
  if (/x\s?\d\d/.test(folded)) for (const item of items) {
    const m = workNoun.test(item.text) ? /^\s*x\s?(\d{1,2})(?=\s*(?:[,;)\n]|\.(?!\d)|$))/.exec(folded.slice(item.end, item.end + 12)) : null;
    if (m && Number(m[1]) >= 8) { add(item.end + m[0].length - m[1]!.length, item.end + m[0].length, m[1]!, Number(m[1])); work = true; }
  }
  // One number alone is no chart; several that follow services are.
  const charted = found.filter((d) => items.some((i) => i.end <= d.start && d.start - i.end < 60));
  const parted = found.filter((d) => /^\s*(?:[|/]\s|[;\n]|$)/.test(folded.slice(d.end))).length;
  const isChart = speaksOfMinutes || work || (parted > 1 && charted.length > 0) || charted.filter((d) => items.some((i) => i.plain && i.end <= d.start && d.start - i.end < 40)).length > 1 || (abbreviated > 1 && charted.length > 1) || charted.length > 2 || (found.length > 0 && charts.test(text));
  if (!isChart && !found.some((d) => d.text.includes(':'))) return [];
  if (!speaksOfMinutes) return found;
  for (const m of folded.matchAll(guess)) {
    const end = m.index + m[0].length;
    add(end - m[1]!.length, end, m[1]!, spelledNumbers[m[1]!] ?? Number(m[1]));
  }
  if (durations.some((d) => !d.aside)) for (const m of folded.matchAll(beforeWho)) {
    const start = m.index + m[0].indexOf(m[1]!);
    add(start, start + m[1]!.length, m[1]!, spelledNumbers[m[1]!] ?? Number(m[1]));
  }
  if (durations.some((d) => !d.aside)) for (const m of folded.matchAll(beganWith)) {
    const start = m.index + m[0].indexOf(m[1]!);
    add(start, start + m[1]!.length, m[1]!, spelledNumbers[m[1]!] ?? Number(m[1]));
  }
  if (!items.some((i) => i.plain)) return found.sort((a, b) => a.start - b.start);
  // "25 mins ther ex, 10 mins neuro, 10 manual": the unit is said once.
  if (durations.some((d) => !d.total && !d.aside)) for (const m of folded.matchAll(/(?:[,;+&]|\band|\bthen|\bplus)\s+([1-9]\d)\s(?=[a-z])/g)) {
    const end = m.index + m[0].length - 1;
    if (items.some((i) => (i.plain || /^(?:manual|neuro|gait|balance|\w+ing)$/i.test(i.text)) && !/^(?:stairs?|steps?|curbs?|laps?|reps?|sets?|needles?|muscles?|cups?)\b/i.test(i.text) && i.start === end + 1)) add(end - m[1]!.length, end, m[1]!, Number(m[1]));
  }
  // "15 on manual, 20 on RC strengthening, 10 on posture": one may be chance, several are the parts of a session.
  const shares = [...folded.matchAll(ahead)].map((m) => ({ m, start: m.index + m[0].indexOf(m[1]!), end: m.index + m[0].indexOf(m[1]!) + m[1]!.length }));
  const several = shares.filter(({ end }) => items.some((i) => i.start >= end && i.start - end < 30)).length > 1;
  for (const { m, start, end } of shares) {
    if (items.some((i) => (i.plain || several) && i.start >= end && i.start - end < (several ? 30 : 16))) add(start, end, m[1]!, spelledNumbers[m[1]!] ?? Number(m[1]));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "TE x 15 min" in a chart is exercise, "20 min manual" is manual therapy: what is open elsewhere is plain beside its minutes. */
export function sureOfAbbreviation(service: ReadService, abbreviated: number): void {
  const first = service.candidates[0];
  if (first?.confidence !== 'possible' || service.matched.length === 0) return;
  const said = service.matched[0]!.text;
  const known = service.minutes !== undefined || service.told_units !== undefined;
  const plain = (known && /^(?:TE|TA|TEX|GT|te|ta|gt|ex|EX)$/.test(said)) || (known && /^mt$/i.test(said) && abbreviated > 1) || (known && /^(?:manual|neuro)$/i.test(said));
  if (plain) service.candidates = [{ ...first, confidence: 'strong', score: 0.9 }, ...service.candidates.slice(1)];
}

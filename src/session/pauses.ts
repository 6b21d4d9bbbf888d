/** What is taken off which time: a break inside a span of the clock, the talk at a visit's head, "minus 5 for the bathroom". */
import type { Draft } from './minutes.ts';
import { numberValue } from './number-words.ts';
import { alreadyOff, amid, endNumber, leftOutBefore, minusBefore, minusNumber, outside, partNumber, pauseWords, stillWords, wentNumber } from './pause-cues.ts';

interface Pause {
  draft: Draft; clause: string;
  /** Said to be taken off, or to be a part of what was told. */
  told: boolean;
  /** "The last 5", "the other ten": of a whole, and of no service's own minutes. */
  ofWhole: boolean;
}

/** Words that make a number the time of a service after all. */
const treated = /\b(?:while|balance|exercis\w*|massage|manual|gait|training)\b/;

const restTold = /\b(?:the|all the) (?:rest|remainder)\b|\bremaining (?:time|minutes)\b/;
const mayHold = /\b(?:minus|less|first|last|other|final|of (?:it|that|those|them|this|which)|deduct|subtract|take|took|spent|went)\b/;

/** Takes the pauses off the spans that hold them; numbers without a unit that are pauses are put among the times. True where a span was shortened. */
export function takeOffPauses(folded: string, drafts: Draft[]): boolean {
  const bare = mayHold.test(folded) ? addBare(folded, drafts) : new Set<Draft>();
  let changed = false;
  for (const pause of pausesOf(folded, drafts, bare)) {
    const span = spanOf(folded, drafts, pause);
    // What is left of a length told in words is counted where "the rest" is told of.
    if (!span || (!span.segment && restTold.test(folded))) continue;
    const whole = span.minutes;
    for (const d of drafts) {
      // "2:10-2:55 (45 min), minus 5": both tellings of the span.
      const same = d === span || (!d.aside && d !== pause.draft && d.minutes === whole && d.start >= span.end && d.start - span.end < 12);
      if (same) d.minutes = Math.round((whole - pause.draft.minutes) * 100) / 100;
    }
    pause.draft.aside = true;
    pause.draft.total = false;
    delete pause.draft.soft;
    changed = true;
  }
  return changed;
}

const sentenceAround = (d: Draft, folded: string): string => folded.slice(d.around.sentenceStart, d.around.sentenceEnd);

/** Puts numbers without a unit whose words say that they are pauses among the times, as asides; those read as times become asides. All of them are returned. */
function addBare(folded: string, drafts: Draft[]): Set<Draft> {
  const bare = new Set<Draft>();
  if (drafts.length === 0) return bare;
  const put = (start: number, said: string, minutes: number): void => {
    const end = start + said.length;
    const known = drafts.find((d) => d.start < end && d.end > start);
    if (known?.segment) return;
    if (known) { known.aside = true; bare.add(known); return; }
    if (!(minutes > 0) || minutes > 60) return;
    const from = Math.max(folded.lastIndexOf('.', start), folded.lastIndexOf('\n', start), folded.lastIndexOf(';', start)) + 1;
    const to = folded.slice(end).search(/[.;\n]/);
    const sentenceEnd = to < 0 ? folded.length : end + to;
    const draft: Draft = { minutes, start, end, said: /^\d/.test(said) ? 'digits' : 'words', total: false, each: false, aside: true, around: { before: folded.slice(from, start), after: folded.slice(end, sentenceEnd), ahead: folded.slice(from, start), behind: folded.slice(end, sentenceEnd), tail: '', list: '', sentenceStart: from, sentenceEnd } };
    drafts.push(draft);
    bare.add(draft);
  };
  for (const find of [minusNumber, endNumber, partNumber, wentNumber]) {
    for (const m of folded.matchAll(find)) {
      const behind = /^[^.;,\n]{0,70}/.exec(folded.slice(m.index + m[0].length))![0];
      if (pauseWords.test(behind) && !treated.test(behind)) put(m.index + m[0].indexOf(m[1]!), m[1]!, numberValue(m[1]!) / (m[2] ? 60 : 1));
    }
  }
  drafts.sort((a, b) => a.start - b.start);
  return bare;
}

function pausesOf(folded: string, drafts: readonly Draft[], bare: ReadonlySet<Draft>): Pause[] {
  const out: Pause[] = [];
  for (const draft of drafts) {
    if (draft.minutes > 60 || draft.each || draft.booked) continue;
    const before = folded.slice(Math.max(draft.around.sentenceStart, draft.start - 40), draft.start);
    const minus = minusBefore.test(before) || /^\s+off (?:in|for|so|while|when|to)\b/.test(folded.slice(draft.end));
    if (!draft.aside && !minus && !standsStill(folded, drafts, draft)) continue;
    if (alreadyOff.test(sentenceAround(draft, folded)) || alreadyOff.test(folded.slice(draft.end, draft.around.sentenceEnd + 60))) continue;
    const clause = `${draft.around.ahead} ~ ${draft.around.behind}`;
    const part = /\b(?:first|last|final|opening|closing|other)\s+(?:the\s+)?$/.test(before);
    const ofIt = /^\s+of\s+(?:it|that|those|them|this|which|the (?:time|hour|session|visit))\b/.test(folded.slice(draft.end));
    const several = /\b(two|three|four|[2-4])\s+$/.exec(before);
    if (several && /^[\s-]*(?:\w+ )?(?:rests|breaks|pauses|rest (?:breaks|periods))\b/.test(folded.slice(draft.end))) draft.minutes *= numberValue(several[1]!);
    const told = minus || bare.has(draft) || ((part || ofIt) && pauseWords.test(clause)) || (amid.test(`${folded.slice(Math.max(draft.around.sentenceStart, draft.start - 80), draft.start)} ~ ${draft.around.behind}${draft.around.tail}`) && stillWords.test(sentenceAround(draft, folded)));
    if (!told && draft.from === undefined && !pauseWords.test(clause)) continue;
    out.push({ draft, told, clause, ofWhole: !ofIt && !minus && (part || bare.has(draft)) });
  }
  return out;
}

/** "On the table 1:00, off 2:00. Alarm, we stood outside 1:20 to 1:32": a span within another, told with words of standing still. */
function standsStill(folded: string, drafts: readonly Draft[], d: Draft): boolean {
  return d.from !== undefined && d.clock === undefined && drafts.some((o) => o !== d && o.from !== undefined && !o.aside && o.from <= d.from! && d.until! <= o.until! && o.minutes > d.minutes) && stillWords.test(sentenceAround(d, folded)) && !treated.test(sentenceAround(d, folded));
}

/** The time that a pause is taken off; none where it lies outside of all. */
function spanOf(folded: string, drafts: readonly Draft[], { draft: pause, told, clause, ofWhole }: Pause): Draft | undefined {
  const open = drafts.filter((d) => d !== pause && !d.aside && !d.within && !d.each && d.minutes > pause.minutes * 1.2);
  if (pause.from !== undefined) {
    const holds = open.filter((d) => d.from !== undefined && !d.total && d.from <= pause.from! && pause.until! <= d.until!);
    return holds.sort((a, b) => a.minutes - b.minutes)[0];
  }
  const parts = open.some((d) => !d.total);
  const spoken = told && !ofWhole && !leftOutBefore.test(folded.slice(Math.max(0, pause.start - 40), pause.start));
  const may = open.filter((d) => !(d.total && parts) && (d.segment ? told || d.clock === 'visit' || d.totalCue === 'session' || (stillWords.test(clause) && !outside.test(clause)) : spoken || (told && (d.total || open.length === 1)) || (d.total && d.totalCue === 'session' && pauseWords.test(clause) && !outside.test(clause) && !stillWords.test(clause))));
  const between = folded.slice(0, pause.start);
  const near = (d: Draft): boolean => d.end <= pause.start && (d.around.sentenceStart === pause.around.sentenceStart || (between.slice(d.around.sentenceEnd).match(/[.;\n]\s/g)?.length ?? 0) < 2);
  const before = may.filter((d) => near(d) || (d.end <= pause.start && d.total)).at(-1);
  const span = before ?? (told ? may.find((d) => d.start >= pause.end && d.around.sentenceStart === pause.around.sentenceStart) : undefined);
  return span && (told || !liesInGap(drafts, pause)) ? span : undefined;
}

/** "9:00 to 9:23. She sat down for seven minutes. Then 9:30 to 9:42": the clock has left it out. */
function liesInGap(drafts: readonly Draft[], pause: Draft): boolean {
  const spans = drafts.filter((d) => d.from !== undefined && !d.aside && !d.total);
  return spans.some((s, i) => i > 0 && gap(spans[i - 1]!, s) >= pause.minutes - 1 && gap(spans[i - 1]!, s) <= pause.minutes + 15);
}

const gap = (a: Draft, b: Draft): number => (b.from! - a.until! + 720) % 720;

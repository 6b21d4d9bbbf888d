/** A column, or a row, of beginnings: "9:00 manual, 9:20 band exercise, 9:45 done", each until the next. */
import { minutesBetween, type Clock } from './clock-tokens.ts';
import type { RawDuration } from './spoken-durations.ts';

const lineStart = /(?:^|\n)[\s>*•-]*$/;
const endBehind = /^\s*[:-]?\s*(?:done|end|finish|left|leaves?|out|off|stop|discharge|complete)/;

/** The blocks, each standing at its beginning; what `closed` holds is bounded already. */
export function clockColumns(folded: string, tokens: readonly Clock[], closed: readonly RawDuration[]): RawDuration[] {
  const out: RawDuration[] = [];
  const leads = tokens.filter((t) => t.kind !== 'hour' && lineStart.test(folded.slice(Math.max(0, t.start - 8), t.start)) && /^\s*[:-]?\s*[a-z(]/.test(folded.slice(t.end, t.end + 4)));
  const free = (t: Clock): boolean => !closed.some((c) => t.start < c.end && t.end > c.start);
  const chain = (list: readonly Clock[]): void => {
    for (let i = 0; i + 1 < list.length; i++) {
      const d = minutesBetween(list[i]!, list[i + 1]!);
      if (free(list[i]!) && d > 0 && d <= 120) out.push({ minutes: d, start: list[i]!.start, end: list[i]!.end, segment: true, column: true, from: list[i]!.at, until: list[i + 1]!.at });
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
    if (run.length > 2 && endBehind.test(folded.slice(t.end, t.end + 16))) { chain(run); run = []; }
  }
  return out;
}

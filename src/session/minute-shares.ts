/** Parts of a whole said without a number: "half of it", "the second half", "the rest was exercise". */
import type { Draft } from './minutes.ts';

const halves = /\b(?:the\s+)?(?:first|second|other|last)\s+half\b(?!\s*(?:an?\s+)?(?:hours?|hrs?|h|marathon)\b)|\bhalf\s+(?:of\s+)?(?:it|that|the\s+(?:time|session|hour|visit|treatment|appointment|massage))\b(?!\s+(?:as|again))/g;
const twoHalves = /\bhalf\s+(?!an?\b|hours?\b|hrs?\b|h\b|past\b|of\b|the\b|price\b|way\b)[a-z][^.;\n]{2,60}?(?:,|\band\b|\+|\/)\s*(?:the\s+other\s+)?half\s+(?!an?\b|hours?\b|hrs?\b|h\b|past\b)[a-z]/g;
const rest = /\b(?:the|and)\s+(?:rest|remainder)(?:\s+of\s+(?:the\s+|that\s+)?(?:time|session|hour|visit|treatment|appointment|slot|it|minutes))?(?=\s+(?:was|were|went|is|on|in|for|i\b|we\b|spent|being|being|doing|with|working|he\b|she\b)|\s*(?::|=))/g;

/** The shares whose whole is known, in minutes; without a whole there is nothing to say. */
export function shareDurations(folded: string, drafts: readonly Draft[]): Draft[] {
  const totals = drafts.filter((d) => d.total && !d.aside);
  const parts = drafts.filter((d) => !d.total && !d.aside && !d.within);
  const whole = totals.length > 0 ? Math.max(...totals.map((d) => d.minutes)) : undefined;
  const out: Draft[] = [];
  const put = (start: number, end: number, minutes: number): void => {
    if (!(minutes > 0) || [...drafts, ...out].some((d) => start < d.end && end > d.start)) return;
    const behind = folded.slice(end, end + 50);
    const aside = /^[^.;\n,]{0,50}\b(?:rest|resting|paperwork|talk\w*|interpret\w*|charting|intake|chang\w+|waiting|alone|on (?:his|her|their) own)\b/.test(behind);
    out.push({ minutes, start, end, share: true, total: false, each: false, aside, said: 'words', around: { before: '', after: '', ahead: '', behind: '', tail: '', list: '', sentenceStart: start, sentenceEnd: end } });
  };
  // "an hour: half of it kneading": the only other time is the whole, when it is no total by name.
  const only = whole ?? (parts.length === 1 ? parts[0]!.minutes : undefined);
  if (only === undefined) return out;
  if (parts.length === 0 || whole === undefined) {
    for (const m of folded.matchAll(twoHalves)) {
      put(m.index, m.index + 4, only / 2);
      const second = m.index + m[0].lastIndexOf('half');
      put(second, second + 4, only / 2);
    }
    const said = [...folded.matchAll(halves)];
    // "massage 60 min, half of it on the neck" parts nothing: without a total by name there must be two halves.
    if (whole !== undefined || said.length === 2) for (const m of said) put(m.index, m.index + m[0].length, only / 2);
    if (whole === undefined && out.length > 1) parts[0]!.total = true;
  }
  if (whole !== undefined) {
    const left = whole - [...parts, ...out].reduce((all, d) => all + d.minutes, 0);
    const said = [...folded.matchAll(rest)];
    if (said.length === 1 && left >= 3 && left < whole) put(said[0]!.index, said[0]!.index + said[0]![0].length, left);
  }
  return out;
}

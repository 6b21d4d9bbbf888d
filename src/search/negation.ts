/** What a text says was not done: cues before ("no massage", "instead of ultrasound") and after ("massage was skipped"). */
import { foldText } from './normalise.ts';
import { asWholeWords } from './whole-words.ts';

/** Whether the words from one place to another are denied by their clause. */
export type Negated = (start: number, end: number) => boolean;

const clauseEnd = /[,;.\n:]|\b(?:but|only|just|then|and|plus|so|instead,)\b/g;
const tellingEnd = /[,;.\n]|\b(?:but|then|and|only|just)\b/g;
const symptom = '(?:pain|problems?|issues?|trouble|difficulty|discomfort|complaints?|symptoms?|increase|change|swelling|redness|bruising|dizziness|rest|breaks?|assist(?:ance)?|help|cues?|charge|loss of balance|aide|aides|tech)';
/** They deny no service: "not only massage", "no pain with", "never left unattended". */
const noDenial = new RegExp(`\\b(?:not only|no doubt|no longer pain|did(?: not|n't) (?:only|just|stop)|never (?:left|stopped|unattended)|asked (?:him|her|them|pt|the patient) to|(?:no|without|nor)(?: (?:any|more|other|further|much|real|major|new))?(?: \\w+ (?:of|in))? ${symptom}(?! (?:relief|treatment|management))|not (?:painful|sore|charged|billed|a problem|difficult)|held (?:it\\b|onto|(?:the|a|an|my|his|her|that|this) (?:\\w+ ){0,2}(?:wand|probe|pen|stick|handpiece|paddle|applicator|electrodes?|sound ?head|head|device|gun|tool|laser)))\\b`);
const deniedAfter = /^[\s:?=-]*(?:\w+\s+){0,2}?(?:was|were|is|are|had been|has been)?\s*(?:not\s+(?:done|performed|given|provided|used|billed|needed|indicated|tolerated|attempted|started|applied|completed|reached|switched on|turned on|today|this visit)|wasn't|weren't|skipped|declined|refused|omitted|deferred|withheld|postponed|held off|cancelled|canceled|contraindicated|out of order|out for repair|broken|not working|unavailable|not available|n\/a|never (?:used|done|happened))\b/;
/** Without one of these nothing is denied behind its name. */
const deniesBehind = /\bnot\b|n't\b|n\/a|\bnever\b|skip|declin|refus|omit|defer|withheld|postpon|held off|cancel|contraindic|out of order|out for repair|broken|unavailable/;
const listStart = /\b(?:no|without|neither|w\/o) /g;

/** "no X, Y or Z": the places over which a denial goes on, from its cue to the item after the last "or". */
function listsIn(folded: string): [start: number, end: number][] {
  const out: [number, number][] = [];
  for (const m of folded.matchAll(listStart)) {
    const from = m.index + m[0].length;
    const rest = folded.slice(from, from + 160).split(/[;:.\n]/, 1)[0]!;
    let at = 0;
    for (const item of rest.split(',')) {
      const words = item.trim().split(/\s+/);
      if (words.length > 6 || words[0] === '' || /\d|\b(?:but|then|only|just|we|i|he|she|so|with|and)\b/.test(item)) break;
      at += item.length + 1;
      if (!/(?:^|\s)n?or\s/.test(item)) continue;
      out.push([from, from + at - 1]);
      break;
    }
  }
  return out;
}

/** Reads a text once for the cues of the catalog; the scope of a negation is its clause and the list that it opens. */
export function negationsIn(text: string, cues: readonly string[]): Negated {
  const folded = foldText(text).replace(/\bw[ithou]{3,7}t+\b/g, (word) => (word === 'without' ? word : word.length >= 6 ? 'without'.padEnd(word.length).slice(0, word.length) : word)).replace(/\bw\/o\b/g, 'not');
  const whole = ` ${folded.replace(/[^a-z0-9']+/g, ' ')} `;
  const padded = asWholeWords(cues).filter((cue) => whole.includes(cue));
  const mayDenyBehind = deniesBehind.test(folded);
  const lists = listsIn(folded);
  if (padded.length === 0 && lists.length === 0 && !mayDenyBehind) return () => false;
  const starts = [...folded.matchAll(clauseEnd)].map((m) => m.index + m[0].length);
  const ends = [...folded.matchAll(tellingEnd)].map((m) => m.index);
  return (start, end) => {
    const before = folded.slice(starts.findLast((at) => at <= start) ?? 0, start);
    if (noDenial.test(before)) return false;
    if (lists.some(([from, to]) => start >= from && end <= to && !noDenial.test(folded.slice(Math.max(0, from - 8), start)))) return true;
    const words = padded.length === 0 ? '' : ` ${before.replace(/[^a-z0-9']+/g, ' ')} `;
    return (words.trim() !== '' && padded.some((cue) => {
      const at = words.lastIndexOf(cue);
      // At most five words between the cue and what it denies.
      return at >= 0 && words.slice(at + cue.length).split(' ').filter(Boolean).length <= 5;
    })) || (mayDenyBehind && deniedAfter.test(folded.slice(end, ends.find((at) => at >= end) ?? folded.length)));
  };
}

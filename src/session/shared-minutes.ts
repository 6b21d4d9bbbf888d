/** Two disciplines in the same minutes: is it told which minutes are whose? */
import { timeTold } from './participant-pieces.ts';
import type { PeopleWords } from './participant-words.ts';

const coTreated = /\bco-? ?(?:treat(?:ment|ed|ing|s)?|tx|rx|visit(?:ed|s)?)\b|\bjoint (?:session|visit|treatment|tx)\b|\bco-?sessions?\b/;
const bothWrote = /\b(?:both|each(?: of (?:them|us))?|the two|they all)(?: \w+){0,2} (?:wrote|billed?|charged?|document\w*|put|record\w*|claim\w*|count\w*|log\w*|bills)\b|\beach (?:for )?(?:the )?(?:full|whole|same|all)\b/;
const sameMinutes = /\btogether\b|\bat the same time\b|\bsame (?:\d+|minutes|hour|time|session|block|half hour)|\bsimultaneous|\bjointly\b|\bconcurrent/;
const splitTold = /\b(?:my own (?:minutes|time|part|note)|my (?:\(?\w+\)? )?(?:minutes|part|half|portion|share|charge|bill|units|time)|(?:only|just) mine|(?:pt|ot|slp|st|pta|cota)(?:'s| s)? (?:portion|share|part|half|minutes|time|segment)|bills? (?:the )?(?:other|rest|remaining|remainder|her|his|their|its)|(?:her|his|their|its) own (?:time|minutes|part|portion|share)|(?:hers|his|theirs) (?:is|was|were)|bill(?:ed|ing)? \d+ of|mine (?:was|were|is|are)|charted by me only|only (?:my|i)|split|divided|no minutes? (?:counted|billed|charged) twice|not counted twice|no (?:overlap|double)|(?:ot|pt|slp|st|other (?:therapist|discipline)|she|he|they) (?:did not|didn't|does not|doesn't|will not|won't|is not|not) (?:bill|charge|claim|billing|charging)|(?:pt|ot|slp|st|i) (?:claims?|bills?|billed|charges?|charged|takes?|took|counts?|counted|reports?|led|had) (?:only |for |the first |the last )?\d+|only one (?:of us )?(?:bill|charg|claim)\w*|alternat\w+ (?:billing|units))\b/;
const notSplit = /\bno (?:clear |written |documented )?(?:split|division|breakdown|distinction)\b|\b(?:not|never|without|isn't|wasn't)(?: \w+){0,3} (?:split|divided|broken (?:down|out)|separated)\b|\b(?:split|division|breakdown)(?: \w+){0,2} (?:not|unclear|unknown|missing)\b/;
const denied = /\b(?:no|not|never|without|instead of|will|would|next|plan|may|could|schedule\w*|refer\w*|consider|last (?:week|visit|time)|unable to|want\w*|ask\w*)\b[^.;,]{0,25}$/;

/** Where minutes of two disciplines lie over each other untold; undefined where each has its own, or there was one clinician. */
export function untoldSplit(words: PeopleWords, folded: string): { at: number; end: number } | undefined {
  const named = words.disciplines.flatMap(({ id, pattern }) => { const m = pattern.exec(folded); return m ? [{ id, at: m.index }] : []; });
  let sign = coTreated.exec(folded);
  if (sign && denied.test(folded.slice(Math.max(0, sign.index - 40), sign.index))) sign = null;
  let at = sign?.index, end = sign ? sign.index + sign[0].length : 0;
  if (at === undefined) {
    const pair = pairOfDisciplines(folded);
    if (!pair || named.length < 2) return undefined;
    const around = folded.slice(pair.at, pair.at + 220);
    if (!sameMinutes.test(around) && !(bothWrote.test(around) && timeTold.test(around))) return undefined;
    if (/\b(?:eval|refer|order|recommend|will|next|plan|discuss|met|meeting|spoke|conference|consult)/.test(folded.slice(Math.max(0, pair.at - 15), pair.at + 60)) && !bothWrote.test(around)) return undefined;
    ({ at, end } = pair);
  }
  if (splitTold.test(folded) && !bothWrote.test(folded) && !notSplit.test(folded)) return undefined;
  if (!bothWrote.test(folded) && ownMinutes(folded) >= 2 && !sameMinutes.test(folded)) return undefined;
  if (ownMinutes(folded) >= 2 && !/\b(?:each|both)\b/.test(folded) && differing(folded)) return undefined;
  return { at, end };
}

const disciplineName = '(?:physical(?: therap(?:y|ist))?|occupational(?: therap(?:y|ist))?|speech(?: therap(?:y|ist))?|dpt|pta|otr(?:\\/l)?|cota|slp|pt|ot|st|respiratory therapist)';
const pairPattern = new RegExp(`\\b(?:an? |the |our )?${disciplineName} ?(?:and|&|\\+|\\/|with|w\\/|n) ?(?:an? |the |our |my )?${disciplineName}\\b`);
const minutesPattern = new RegExp(`\\b${disciplineName}\\b[^.;\\d]{0,40}?(\\d+) ?(?:min|'|m\\b)|(\\d+) ?(?:min(?:utes)?|')[^.;,\\d]{0,12}\\b${disciplineName}\\b`, 'g');

function pairOfDisciplines(folded: string): { at: number; end: number } | undefined {
  const m = pairPattern.exec(folded);
  // "PT with pt" and "pt with PT" are a clinician and a patient.
  if (!m || /\bpt\b.*\bpt\b/.test(m[0])) return undefined;
  return { at: m.index, end: m.index + m[0].length };
}

const minutesTold = (folded: string): number[] => [...folded.matchAll(minutesPattern)].map((m) => Number(m[1] ?? m[2]));
const ownMinutes = (folded: string): number => minutesTold(folded).length;
const differing = (folded: string): boolean => new Set(minutesTold(folded)).size >= 2;

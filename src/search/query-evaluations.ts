/** Readers of evaluations and forms: by whom, how complex, anew or not, and what a form asks about. */
import type { Chosen } from './query-families.ts';
import { said, some, withoutDenied } from './query-stages.ts';

const again = /\banew\b|\b(?:repeat|2nd|follow[\s-]?up|progress) (?:\w+ )?(?:assess\w*|eval\w*|exam\w*)|\b(?:re-?wrote|updated|revised|changed|new|adjusted) (?:the |my |his |her )?(?:plan|goals)(?! (?:for|of care for) (?:the )?(?:first|new))|\bchecked (?:\w+ )?progress\b|\bchanges? (?:of|in) (?:status|condition)\b|\bre-?\s?(?:eval\w*|assess\w*|exam\w*|ev|check\w*|test\w*)\b|\bprogress eval|\bafresh\b|\bnew look\b|\bagain\b/;
const disciplines: [RegExp, number][] = [[/\b(?:athletic|atc|at\/l|lat|sports? trainer|trainer)\b|\bat (?:eval|re-?eval|ie)/, 8], [/\b(?:o\.?t|otr|ot\/l|occupational|hand therap\w+)\b/, 4], [/\b(?:p\.?t|dpt|physical therap\w*|physio\w*|physical therapy)\b/, 0]];
const evaluations = ['97161', '97162', '97163', '97164', '97165', '97166', '97167', '97168', '97169', '97170', '97171', '97172'];
const levels: [RegExp, number][] = [
  [/\b(?:nothing|not|no|isn't|hardly|without) (?:very |too |much |any |at all |much )?(?:complic\w*|complex\w*|comorbid\w*)|\blow\b|\blc\b|\blevel (?:1|i)\b|\b(?:simple|plain|straight-?\s?forward|uncomplicated|otherwise healthy|stable|minor|basic)\b/, 0],
  [/\bhigh(?:est|er)?\b|\bhc\b|\bhi\b|\blevel (?:3|iii)\b|\b(?:very complex|unstable|unpredictable|most complex|many (?:problems|comorbid\w*|illnesses|other))\b/, 2],
  [/\bmod\b|\bmoderat\w*|\bmc\b|\bmed(?:ium)?\b|\bmiddle\b|\blevel (?:2|ii)\b|\bevolving\b|\bchanging\b|\b(?:1 or 2|1-2|2) comorbid/, 1],
];

export function choosesEvaluation(text: string, lead: string): Chosen | undefined {
  const told = withoutDenied(text);
  const who = disciplines.find(([p]) => p.test(told.replace(/\b(?:for|of|the|new|est) pt\b/, '')));
  const start = who?.[1] ?? Math.floor(evaluations.indexOf(lead) / 4) * 4;
  if (start < 0) return undefined;
  const anew = said(again, told);
  if (anew) return some([evaluations[start + 3]!], `"${anew}"`);
  const level = levels.map(([p, n]) => [said(p, text), n] as const).find(([s]) => s !== undefined);
  if (level) return some(who || lead === '' ? [evaluations[start + level[1]]!] : [evaluations[start + level[1]]!, ...[0, 4, 8].filter((n) => n !== start).map((n) => evaluations[n + level[1]]!)], `"${level[0]}"${who ? '' : '; by whom is not told'}`);
  return evaluations[start + 3] === lead && !who ? undefined : some(evaluations.slice(start, start + 3), 'the complexity is not told');
}

/** Standard forms by what they ask about, and about whom. */
export function choosesForm(text: string): Chosen | undefined {
  const found = ([[/\b(?:caregiver|carer|postpartum|maternal|mother'?s?|parent'?s?) (?:\w+ ){0,2}(?:stress|strain|burden|risk|depress\w*|screen\w*|hra|form|questionnaire)|\b(?:hra|risk assessment|questionnaire) (?:\w+ ){0,3}(?:caregiver|carer)\b/, '96161'], [/\b(?:mood|depress\w*|anxi\w*|phq\w*|gad\w*|adhd|attention|emotion\w*|behavio\w*|stress)\b/, '96127'], [/\b(?:toddlers?|milestones?|development\w*|asq\w*|ages and stages|m-?chat\w*|autism)\b/, '96110'], [/\b(?:risks?|hra|lifestyle|smoking|drinking)\b/, '96160']] as [RegExp, string][]).map(([p, code]) => [said(p, text), code] as const).find(([words]) => words !== undefined);
  return found ? some([found[1]], `"${found[0]}"`) : undefined;
}

/** Where a text tells that the patient was away while others were taught. */
import { patternOf, type PeopleWords } from './participant-words.ts';

const notHere = '(?:present|there|here|in (?:the |that |his |her )?(?:room|house|home|building|session|clinic|area|meeting|class)|in attendance|with (?:us|them)|around|included|attending|involved|on the call|at the (?:session|visit|class|training|meeting)|part of)';
const absent = [
  `\\b(?:patients?|pts?|clients?|residents?|child|kids?|children|boy|girl|baby|himself|herself)\\b(?: (?:mr|mrs|ms|dr)\\.?)?(?: (?!was|were|is|not)[a-z.'-]+){0,2},? (?:(?:was|is|were|are|being) )?(?:not|wasn't|weren't|isn't|never|wasnt|werent) (?:[a-z]+ ){0,2}?${notHere}`,
  '\\bno (?:patients|pts|kids|children)\\b(?! (?:complain|report|contact|of mine|today had|were harmed))|\\bno (?:patient|pt|child) (?:present|there|in|attend|was)|\\bnone of (?:us|the|them)(?: (?:patients|pts))? (?:(?:was|were|being) )?(?:there|present|here|in)|\\bwithout (?:any|the|their) (?:patients|pts)',
  `\\b(?:without|w\\/o|w\\/out|wo|minus) (?:the |my |her |his )?(?:patient|pt|client|resident|child)(?:'s presence)?\\b(?! (?:assist|help|cue|cueing|input|effort|need|having|report|complain|resist|falling|losing|loss|contact|complaints?))`,
  `\\b(?:without|w\\/o) (?:me|him|her|them|mom|dad|mother|father|grandma|grandpa|us|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+)(?: being)? ?(?=there|present|here|in (?:the|that) (?:room|house|session)|around|with|attending|knowing|[,.;!?)]|$)`,
  `\\b(?:i|he|she|they|we|the (?:men|women|husbands|wives|kids)|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+|patients?|pts?) (?:was not|wasn't|were not|weren't|wasnt|werent|was never|am not|isn't|is not|not|never) (?:even |actually |physically |yet )?${notHere}`,
  '\\b(?:while|when|as|since|because) (?:the |my |her |his |their )?(?:he|she|i|they|patient|pt|client|resident|child|kid|baby|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+|[a-z]+(?= (?:was|is|were|had|slept|napped|stayed|rested|waited|sat)\\b)) (?:[a-z\']+ ){0,3}?(?:PLACES\\b|slept|napped|home\\b|at home|in bed|in (?:his|her|my) (?:room|bed)|(?:in|at) (?:the )?(?:rehab|bed|pt|ot|speech|therapy|recovery|theater|theatre|class|clinic|cafeteria)\\b|napping|resting|gone|absent|had (?:his|her|an|a) (?:scan|x-ray|mri|dialysis|test|echo|procedure|nap|shower))',
  '\\b(?:the |my )?(?:he|she|i|patient|pt|client|resident|child|boy|girl|kid|baby|children|kids|patients|pts|residents|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+) (?:(?:was|were|is|still|already|busy|being|had gone|went|off|back|away|remained|stayed|out) ){0,3}(?:at dialysis|in dialysis|(?:at|in) (?:chemo|radiation)|still in (?:the |a )?(?:nursing home|hospital|rehab|snf|icu)|asleep|sleeping|upstairs|at school|at daycare|at day program|in surgery|in radiology|in x-ray|in imaging|in mri|off the unit|off unit|down the hall|in another room|in the other room|in the next room|in the hospital|in the waiting room|in the lobby|out of the room|elsewhere|not yet home)\\b',
  '\\b(?:i|he|she|patient|pt|mom|dad|mother|father|husband|wife|child|mr\\.? [a-z]+|mrs\\.? [a-z]+) (?:had )?(?:stayed|remained|left|was left|was kept|waited) (?:at )?(?:home|behind|upstairs|outside|in (?:bed|the car|his room|her room|my room|the lobby|the waiting room)|with the (?:nurse|aide|sitter))\\b|\\b(?:left|kept) (?:the patient|pt|him|her|dad|mom) (?:at home|home|upstairs|in bed|outside)\\b|\\bhome in bed\\b',
  '\\b(?:patient|pt|client)(?: was| is)? absent|\\b(?:absent|absence of) (?:the )?(?:patient|pt)|\\bin (?:my|his|her|their|the patient\'s|pt\'s|the pt\'s|patient) absence\\b|\\b(?:patient|pt) did(?: not|n\'t) (?:attend|come|take part|participate|join)|\\bsans (?:patient|pt)\\b|\\b(?:i|he|she) (?:did(?: not|n\'t)) (?:come along|go along|attend|come with)',
  `\\b(?:he|she|i|they|patients?|pts?|clients?|residents?|child|children|boy|girl|kids?|baby|survivors?|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+)(?: \\([^)]*\\))?,? (?:(?:(?:was|were|is|are|had|still|being|back|all) ){1,3}(?:stayed |remained |kept |left )?|(?:stayed|remained|kept|left) )(?:at|in|on|back at|off at) (?:the |an? |his |her |their )?(?:[a-z]+ )?(?:nursing home|day (?:cent(?:er|re)|care|program|programme|treatment)|ward|hospital|rehab|snf|school|preschool|kindergarten|dentist|doctor|doctor's|appointment|work|dialysis|camp|facility|hospice)\\b(?! (?:last|until|since|from|for|before|two|three|\\d|a (?:week|month)|stay|discharge))`,
  '(?:^|[.;(\\n] ?)(?:patient|pt|child|client|resident) (?:at|in|on) (?:the |an? |his |her )?(?:[a-z]+ )?(?:nursing home|day (?:cent(?:er|re)|care|program|programme|treatment)|ward|hospital|rehab|snf|school|preschool|dialysis|radiology|surgery|icu)\\b(?! (?:gown|bed|bound|last|until|since))',
  '\\b(?:patients?|pts?|child|kids?|children|boy|girl|he|she) (?:took no part|did not take part|not brought|was not brought|not along|had no part|had no (?:treatment|therapy|session))\\b|\\b(?:with(?:out)?|no) (?:the )?(?:patient|pt|child) being (?:away|absent|there|present)\\b',
] as const;

/** The places that tell of someone who was away. */
export function absencesIn(words: PeopleWords, near: string): [number, number][] {
  const out: [number, number][] = [];
  for (const source of absent) for (const m of near.matchAll(patternOf(words, source, 'g'))) out.push([m.index, m.index + m[0].length]);
  return out;
}

/** True where a caregiver is named outside the words of absence: the one who was away is then the patient. */
export function outside(words: PeopleWords, sentence: string, from: number, to: number): boolean {
  const absence = sentence.slice(Math.max(0, from), Math.max(0, to));
  const nouns = [...sentence.matchAll(patternOf(words, '\\b(?:CAREGIVERS)\\b', 'g'))].filter((m) => m.index >= to || m.index + m[0].length <= from);
  if (!nouns.length) return false;
  // "taught him with his wife's help, wife not present": the same word within and without is the caregiver who was away.
  return !nouns.some((n) => new RegExp(`\\b${n[0]}\\b`).test(absence) && !/\b(?:her|his|my|their) \w+/.test(absence));
}

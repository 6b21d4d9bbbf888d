/** Where a text tells that those who look after a patient were taught, and the patient was not there. */
import { patternOf, type PeopleWords } from './participant-words.ts';

export interface CaregiverSign { at: number; end: number; setting: 'caregiver_alone' | 'caregiver_group' }

const taught = /\b(?:taught|teach(?:es|ing)?|tought|showed|showing|shows|shown|show|train(?:s|ed|ing)?|trng|trg|educat\w+|educ?|ed|instruct\w*|coach(?:ed|ing)|demonstrat\w+|demo'?d|(?:went|going|go) (?:over|through)|walked(?: \w+){1,3} through|learn(?:s|ed|ing|t)?|rehears\w+|skills?|lesson|tutorial|class|session|workshop|teach-?back|how to)\b/;
const weaklyTaught = /\b(?:met with|meeting with|spent|worked with|time with|practi[sc]ed|visit with|sat down with|reviewed|explained|explaining)\b/;
const skill = /\b(?:how to|transfers?|lift\w*|turn\w*|feed\w*|bath\w*|dress\w*|toilet\w*|guard\w*|position\w*|skin|stretch\w*|rom|range|gait belt|brace|splint\w*|hoist|hoyer|wounds?|swallow\w*|thicken\w*|cue|cueing|teach-?back|demonstrated|body mechanics|stairs|walker|wheelchair|car|safe\w*|exercises?|precautions|care)\b/;
const notNow = /\b(?:will|would|won't|shall|next (?:visit|week|time|session|monday|tuesday|wednesday|thursday|friday)|tomorrow|plan(?:s|ned|ning)?\b|to be (?:taught|trained|done|scheduled)|(?:was|were) (?:supposed )?to|wants?|wanted|wish\w*|hop(?:es|ed|ing)|schedul\w+|offer\w*|recommend\w*|refus\w+|declin\w+|should|could|may|might|needs?|ask(?:s|ed|ing)? (?:to|if|whether|for|about)|if (?:we|i|they)|never (?:taught|showed|trained)|(?:not|n't) (?:teach|taught|show|showed|train|trained|educat\w*|instruct\w*|demonstrat\w*)|no (?:caregiver )?(?:training|teaching|education))\b/;
const past = /\b(?:last (?:week|visit|session|time|month)|yesterday|previous(?:ly)?|(?:days?|weeks?|months?) ago)\b/;
const todayTold = /\btoday\b|\bthis (?:visit|session|morning|afternoon)\b/;
const presentTold = /\b(?:patients?|pts?|clients?|he|she|i) (?:was |were |is |am |also |remained |and \w+ )*(?:present|there|in (?:the )?room|in attendance|attending|watching|participat\w+)\b|\b(?:with|w\/) (?:the |my )?(?:patients?|pts?|clients?|me) (?:there|present|in (?:the )?room|watching|participating|attending|also)|\b(?:on|with) (?:the )?(?:patient|pt)\b(?!'s| (?:at|in|out|away|not|asleep|absent|off))|\bin front of (?:me|him|her|the patient|pt)\b|\b(?:pts?|patients?) present\b/;
const notHere = '(?:present|there|here|in (?:the |that |his |her )?(?:room|house|home|building|session|clinic|area|meeting|class)|in attendance|with (?:us|them)|around|included|attending|involved|on the call|at the (?:session|visit|class|training|meeting)|part of)';
const absent = [
  `\\b(?:patients?|pts?|clients?|residents?|child|kids?|children)\\b(?: (?:mr|mrs|ms|dr)\\.?)?(?: (?!was|were|is|not)[a-z.'-]+){0,2},? (?:(?:was|is|were|are|being) )?(?:not|wasn't|weren't|isn't|never|wasnt|werent) (?:[a-z]+ ){0,2}?${notHere}`,
  '\\bno (?:patients|pts|kids|children)\\b(?! (?:complain|report|contact|of mine|today had|were harmed))|\\bno (?:patient|pt|child) (?:present|there|in|attend|was)|\\bnone of (?:us|the|them)(?: (?:patients|pts))? (?:(?:was|were|being) )?(?:there|present|here|in)|\\bwithout (?:any|the|their) (?:patients|pts)',
  `\\b(?:without|w\\/o|w\\/out|wo|minus) (?:the |my |her |his )?(?:patient|pt|client|resident|child)(?:'s presence)?\\b(?! (?:assist|help|cue|cueing|input|effort|need|having|report|complain|resist|falling|losing|loss|contact|complaints?))`,
  `\\b(?:without|w\\/o) (?:me|him|her|them|mom|dad|mother|father|grandma|grandpa|us|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+)(?: being)? ?(?=there|present|here|in (?:the|that) (?:room|house|session)|around|with|attending|knowing|[,.;!?)]|$)`,
  `\\b(?:i|he|she|they|we|the (?:men|women|husbands|wives|kids)|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+|patients?|pts?) (?:was not|wasn't|were not|weren't|wasnt|werent|was never|am not|isn't|is not|not|never) (?:even |actually |physically |yet )?${notHere}`,
  '\\b(?:while|when|as|since|because) (?:the |my |her |his |their )?(?:he|she|i|they|patient|pt|client|resident|child|kid|baby|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+|[a-z]+(?= (?:was|is|were|had|slept|napped|stayed|rested|waited|sat)\\b)) (?:[a-z\']+ ){0,3}?(?:PLACES\\b|slept|napped|home\\b|at home|in bed|in (?:his|her|my) (?:room|bed)|(?:in|at) (?:the )?(?:rehab|bed|pt|ot|speech|therapy|recovery|theater|theatre|class|clinic|cafeteria)\\b|napping|resting|gone|absent|had (?:his|her|an|a) (?:scan|x-ray|mri|dialysis|test|echo|procedure|nap|shower))',
  '\\b(?:the |my )?(?:he|she|i|patient|pt|client|resident|child|CAREGIVERS|mr\\.? [a-z]+|mrs\\.? [a-z]+|ms\\.? [a-z]+) (?:(?:was|were|is|still|already|busy|being|had gone|went|off|back|away|remained|stayed|out) ){0,3}(?:at dialysis|in dialysis|(?:at|in) (?:chemo|radiation)|still in (?:the |a )?(?:nursing home|hospital|rehab|snf|icu)|asleep|sleeping|upstairs|at school|at daycare|at day program|in surgery|in radiology|in x-ray|in imaging|in mri|off the unit|off unit|down the hall|in another room|in the other room|in the next room|in the hospital|in the waiting room|in the lobby|out of the room|elsewhere|not yet home)\\b',
  '\\b(?:i|he|she|patient|pt|mom|dad|mother|father|husband|wife|child|mr\\.? [a-z]+|mrs\\.? [a-z]+) (?:had )?(?:stayed|remained|left|was left|was kept|waited) (?:at )?(?:home|behind|upstairs|outside|in (?:bed|the car|his room|her room|my room|the lobby|the waiting room)|with the (?:nurse|aide|sitter))\\b|\\b(?:left|kept) (?:the patient|pt|him|her|dad|mom) (?:at home|home|upstairs|in bed|outside)\\b|\\bhome in bed\\b',
  '\\b(?:patient|pt|client)(?: was| is)? absent|\\b(?:absent|absence of) (?:the )?(?:patient|pt)|\\bin (?:my|his|her|their|the patient\'s|pt\'s|the pt\'s|patient) absence\\b|\\b(?:patient|pt) did(?: not|n\'t) (?:attend|come|take part|participate|join)|\\bsans (?:patient|pt)\\b|\\b(?:i|he|she) (?:did(?: not|n\'t)) (?:come along|go along|attend|come with)',
] as const;
const aloneWith = '\\b(?:with|taught|trained|saw|met|educated|instructed|showed|teach|train|training|spent|alone with|just|only)(?: [a-z\']+){0,4}? CAREGIVERS(?: (?:was|were))? (?:alone|by (?:her|him|them)sel\\w+|privately|separately|only(?=\\s*(?:[,.;:()]|$|\\d|x|for|in|today)))(?! (?:can|could|is|speaks|visits))|\\balone with (?:the |her |his |pt\'s |patient\'s )?CAREGIVERS\\b|\\b(?:caregiver|cg|family|wife|husband|daughter|son|spouse) only\\b(?= *(?:[,.;:()]|$|\\d|x|for|session|visit|training|in|today))';
const caregiverNoun = '\\b(?:CAREGIVERS)\\b';
const severalFamilies = '\\b(?:several|multiple|many|different|NUM|other|various|all the|a group of|group of|a room of|roomful of)(?: (?!sons|daughters|of his|of her|siblings)[a-z\'-]+){0,2} (?:families|spouses|husbands|wives|caregivers|carers|cgs|caretakers|care givers|pairs of parents|sets of parents|couples|relatives of)\\b|\\b(?:of|for|from) (?:different|several|NUM|other|various) (?:patients|pts|families|residents|clients|households)\\b|\\b(?:caregivers?|carers?|cg|care givers?|family|families|spouses?)(?:\')? (?:skills? |training |education |teaching |trng )?(?:group|class|classes|workshop|grp)\\b|\\b(?:group|grp|class)(?: of| for| with)?(?: \\w+){0,2} (?:caregivers?|carers?|cgs?|spouses|families|wives|husbands|moms|mothers|daughters)(?:(?! of (?:one|the same))| )|\\bgroup (?:caregiver|cg|carer|family) (?:training|trng|tx|education|teaching|skills)\\b|\\beach (?:one )?(?:caring for|with|looking after) (?:a|their|his|her) (?:different|own) (?:patient|husband|wife|parent|spouse)';
const onePatient = /\b(?:one|1|same|single) (?:patient|pt|family)\b|\b(?:of|for) (?:the|one|a single|this) (?:patient|pt)\b|\bboth (?:sons|daughters|parents|caregivers|children|sisters|brothers|siblings|kids)\b|\bthe whole family\b|\b(?:his|her|my|pt's|patient's|the patient's) (?:NUM )?(?:two |three |four |2 |3 )?(?:sons|daughters|caregivers|family|children|siblings|parents|sisters|brothers)\b/;

/** Caregiver teaching without the patient in a sentence; `near` is the sentence with its neighbours. */
export function caregiverIn(words: PeopleWords, sentence: string, near: string, text: string): CaregiverSign | undefined {
  const offset = near.indexOf(sentence);
  const own = absencesIn(words, sentence).length > 0 || patternOf(words, aloneWith).test(sentence);
  const nouns = [...sentence.matchAll(patternOf(words, caregiverNoun, 'g'))];
  // "Wife came by herself. I showed her how ..., he was in the hospital": the caregiver stands one sentence before.
  if (!nouns.length && !(own && /\b(?:taught|showed|trained|instructed|coached) (?:her|him|them|both)\b/.test(sentence) && patternOf(words, caregiverNoun).test(near.slice(0, offset)))) return undefined;
  const told = taught.exec(sentence) ?? (own && taught.test(near.slice(0, offset)) ? /./.exec(sentence) : null);
  const weak = told ? null : weaklyTaught.exec(sentence);
  if (!told && !(weak && skill.test(near))) return undefined;
  if (told?.[0] === 'session' && !skill.test(near) && !/\b(?:caregiver|cg|carer)/.test(sentence)) return undefined;
  const verb = (told ?? weak)!;
  if (notNow.test(sentence.slice(0, verb.index + verb[0].length).split(/[;]|\bbut\b/).at(-1)!) || (past.test(sentence) && todayTold.test(text))) return undefined;
  if (/\bsupport group\b|\bburden\b|\bquestionnaire\b/.test(sentence) || words.behaviour.test(near)) return undefined;
  const many = patternOf(words, severalFamilies).test(sentence) && !onePatient.test(sentence);
  const nearest = offset + verb.index;
  // In a run of dictation without stops, words far apart do not belong together.
  const spans = absencesIn(words, near).filter(([a, b]) => a < nearest + 260 && b > nearest - 260);
  // The one who was away is the patient: a caregiver must stand outside the words of absence.
  const away = spans.filter(([a, b]) => !nouns.length || outside(words, sentence, a - offset, b - offset));
  const alone = patternOf(words, aloneWith).test(sentence);
  if (!away.length && !alone && !(many && /\b(?:group|grp|class|workshop)\b/.test(sentence) && !presentTold.test(near) && !/\bpatients?\b|\bpts?\b|\bsupport\b/.test(sentence))) return undefined;
  if (!own && presentTold.test(sentence)) return undefined;
  const at = Math.min(verb.index, nouns[0]?.index ?? verb.index);
  return { at, end: verb.index + verb[0].length, setting: many ? 'caregiver_group' : 'caregiver_alone' };
}

function absencesIn(words: PeopleWords, near: string): [number, number][] {
  const out: [number, number][] = [];
  for (const source of absent) for (const m of near.matchAll(patternOf(words, source, 'g'))) out.push([m.index, m.index + m[0].length]);
  return out;
}

function outside(words: PeopleWords, sentence: string, from: number, to: number): boolean {
  const absence = sentence.slice(Math.max(0, from), Math.max(0, to));
  const nouns = [...sentence.matchAll(patternOf(words, caregiverNoun, 'g'))].filter((m) => m.index >= to || m.index + m[0].length <= from);
  if (!nouns.length) return false;
  // "taught him with his wife's help, wife not present": the same word within and without is the caregiver who was away.
  return !nouns.some((n) => new RegExp(`\\b${n[0]}\\b`).test(absence) && !/\b(?:her|his|my|their) \w+/.test(absence));
}

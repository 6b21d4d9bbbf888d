/** Where a text tells that those who look after a patient were taught, and the patient was not there. */
import { absencesIn, outside } from './absence-signs.ts';
import { patternOf, type PeopleWords } from './participant-words.ts';

export interface CaregiverSign { at: number; end: number; setting: 'caregiver_alone' | 'caregiver_group' }

const taught = /\b(?:taught|teach(?:es|ing)?|tought|showed|showing|shows|shown|show|train(?:s|ed|ing)?|trng|trg|educat\w+|educ?|ed|instruct\w*|coach(?:ed|ing)|demonstrat\w+|demo'?d|(?:went|going|go) (?:over|through)|walked(?: \w+){1,3} through|learn(?:s|ed|ing|t)?|rehears\w+|skills?|lesson|tutorial|class|session|workshop|teach-?back|how to)\b/;
const weaklyTaught = /\b(?:met with|meeting with|spent|worked with|time with|practi[sc]ed|visit with|sat down with|reviewed|explained|explaining)\b/;
const skill = /\b(?:how to|transfers?|lift\w*|turn\w*|feed\w*|bath\w*|dress\w*|toilet\w*|guard\w*|position\w*|skin|stretch\w*|rom|range|gait belt|brace|splint\w*|hoist|hoyer|wounds?|swallow\w*|thicken\w*|cue|cueing|teach-?back|demonstrated|body mechanics|stairs|walker|wheelchair|car|safe\w*|exercises?|precautions|care)\b/;
const notNow = /\b(?:will|would|won't|shall|next (?:visit|week|time|session|monday|tuesday|wednesday|thursday|friday)|tomorrow|plan(?:s|ned|ning)?\b|to be (?:taught|trained|done|scheduled)|(?:was|were) (?:supposed )?to|wants?|wanted|wish\w*|hop(?:es|ed|ing)|schedul\w+|offer\w*|recommend\w*|refus\w+|declin\w+|should|could|may|might|needs?|ask(?:s|ed|ing)? (?:to|if|whether|for|about)|if (?:we|i|they)|never (?:taught|showed|trained)|(?:not|n't) (?:teach|taught|show|showed|train|trained|educat\w*|instruct\w*|demonstrat\w*)|no (?:caregiver )?(?:training|teaching|education))\b/;
const past = /\b(?:last (?:week|visit|session|time|month)|yesterday|previous(?:ly)?|(?:days?|weeks?|months?) ago)\b/;
const todayTold = /\btoday\b|\bthis (?:visit|session|morning|afternoon)\b/;
const presentTold = /\b(?:patients?|pts?|clients?|he|she|i) (?:was |were |is |am |also |remained |and \w+ )*(?:present|there|in (?:the )?room|in attendance|attending|watching|participat\w+)\b|\b(?:with|w\/) (?:the |my )?(?:patients?|pts?|clients?|me) (?:there|present|in (?:the )?room|watching|participating|attending|also)|\b(?:on|with) (?:the )?(?:patient|pt)\b(?!'s| (?:at|in|out|away|not|asleep|absent|off))|\bin front of (?:me|him|her|the patient|pt)\b|\b(?:pts?|patients?) present\b/;
const aloneWith = '\\b(?:with|taught|trained|saw|met|educated|instructed|showed|teach|train|training|spent|alone with|just|only)(?: [a-z\']+){0,4}? CAREGIVERS(?: (?:was|were))? (?:alone|by (?:her|him|them)sel\\w+|privately|separately|only(?=\\s*(?:[,.;:()]|$|\\d|x|for|in|today)))(?! (?:can|could|is|speaks|visits))|\\balone with (?:the |her |his |pt\'s |patient\'s )?CAREGIVERS\\b|\\b(?:caregiver|cg|family|wife|husband|daughter|son|spouse) only\\b(?= *(?:[,.;:()]|$|\\d|x|for|session|visit|training|in|today))';
const caregiverNoun = '\\b(?:CAREGIVERS)\\b';
const severalFamilies = '\\b(?:several|multiple|many|different|NUM|other|various|all the|a group of|group of|a room of|roomful of)(?: (?!sons|daughters|of his|of her|siblings)[a-z\'-]+){0,2} (?:families|households|spouses|husbands|wives|caregivers|carers|cgs|caretakers|care givers|pairs of parents|sets of parents|couples|relatives of)\\b|\\b(?:of|for|from) (?:different|several|NUM|other|various) (?:patients|pts|families|residents|clients|households)\\b|\\b(?:caregivers?|carers?|cg|care givers?|family|families|spouses?)(?:\')? (?:skills? |training |education |teaching |trng )?(?:group|class|classes|workshop|grp)\\b|\\b(?:group|grp|class)(?: of| for| with)?(?: \\w+){0,2} (?:caregivers?|carers?|cgs?|spouses|families|wives|husbands|moms|mothers|daughters)(?:(?! of (?:one|the same))| )|\\bgroup (?:caregiver|cg|carer|family) (?:training|trng|tx|education|teaching|skills)\\b|\\beach (?:one )?(?:caring for|with|looking after) (?:a|their|his|her) (?:different|own) (?:patient|husband|wife|parent|spouse)';
const onePatient = /\b(?:one|1|same|single) (?:patient|pt|family)\b|\b(?:of|for) (?:the|one|a single|this) (?:patient|pt)\b|\bboth (?:sons|daughters|parents|caregivers|children|sisters|brothers|siblings|kids)\b|\bthe whole family\b|\b(?:his|her|my|pt's|patient's|the patient's) (?:NUM )?(?:two |three |four |2 |3 )?(?:sons|daughters|caregivers|family|children|siblings|parents|sisters|brothers)\b/;

/** Somebody who looks after a patient is named. */
export const namesCaregiver = (words: PeopleWords, folded: string): boolean => patternOf(words, caregiverNoun).test(folded);

/** Caregiver teaching without the patient in a sentence; `near` is the sentence with its neighbours, in which a caregiver is named. */
export function caregiverIn(words: PeopleWords, sentence: string, near: string, text: string): CaregiverSign | undefined {
  const offset = near.indexOf(sentence);
  if (!taught.test(sentence) && !weaklyTaught.test(sentence) && !taught.test(near.slice(0, offset))) return undefined;
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

/** The patient is told as present, watching or taking part. */
export const presentIn = (told: string): boolean => presentTold.test(told);
export const taughtIn = (told: string): boolean => taught.test(told);
export const skillIn = (told: string): boolean => skill.test(told);
export const severalFamiliesIn = (words: PeopleWords, told: string): boolean => patternOf(words, severalFamilies).test(told) && !onePatient.test(told);

/** Who was away in a sentence and its neighbours: the patient, or a relative who may be the patient; undefined where nobody was. */
export function awayFrom(words: PeopleWords, sentence: string, near: string): 'patient' | 'relative' | undefined {
  const offset = near.indexOf(sentence);
  const spans = absencesIn(words, near).filter(([a, b]) => outside(words, sentence, a - offset, b - offset));
  if (!spans.length) return undefined;
  return spans.some(([a, b]) => !patternOf(words, caregiverNoun).test(near.slice(a, b))) ? 'patient' : 'relative';
}

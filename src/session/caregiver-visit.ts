/** A visit of those who look after a patient, told over several sentences: they came or were met, the patient was away, and what they learned stands further on. */
import { awayFrom, type CaregiverSign, presentIn, severalFamiliesIn, skillIn, taughtIn } from './caregiver-signs.ts';
import { patternOf, type PeopleWords } from './participant-words.ts';

const came = '\\bCAREGIVERS\\b(?: (?!and\\b|with\\b)[a-z0-9.,()\'-]+){0,7}? (?:came|comes|attended|arrived|present|here|visited|met|seen|was in|were in|joined me)\\b|\\b(?:met|sat|session|visit|hour|minutes?|mins?|min|\'|time|spent|saw|seen|worked|training|teaching|coaching) (?:(?:down|time|in|today|together) ){0,2}(?:with |for |of |w/ ?)?(?:(?:only|just|the|his|her|my|their|both|pt\'s|patient\'s|[a-z]+\'s|NUM) ){0,3}CAREGIVERS\\b|\\b(?:hour|evening|session|class|visit|training)(?: [a-z]+){0,2} for (?:the )?CAREGIVERS\\b';
const onTheirOwn = '\\bCAREGIVERS\\b(?: (?!and\\b|with\\b|lives?\\b)[a-z.\'-]+){0,4}? (?:alone|by (?:her|him|them)sel\\w+|on (?:her|his|their) own|only|without (?:him|her|them|the (?:patient|pt|child|kid|client)|pt|patient)(?! (?:help|assist|cue|need)))\\b';
const withOneAlone = /\b(?:met|sat|spent|session|visit|hour|minutes)(?: [a-z0-9]+){0,3} with (?:mrs?|ms)\.? [a-z-]+ alone\b/;
const notHeld = /\b(?:will|would|next (?:week|visit|time|session)|tomorrow|plan(?:s|ned)?\b|schedul\w+|declin\w+|refus\w+|cancel\w*|no[- ]show\w*|last (?:week|visit|session|time)|yesterday|wants?|should)\b/;
/** The patient works in these sentences. */
const patientActs = /\b(?:pt|patient|client|he|she|child)\b (?:then )?(?:did|performed|ambulated|completed|walked|stood|practi[sc]ed|tolerated|transferred|worked on|needed|required)\b/;

/** Told at sentence `i`; undefined where the patient was there, or nothing was taught. */
export function caregiverVisit(words: PeopleWords, sentences: readonly string[], i: number): CaregiverSign | undefined {
  const own = sentences[i]!;
  const met = patternOf(words, came).exec(own) ?? withOneAlone.exec(own);
  if (!met || notHeld.test(own)) return undefined;
  const near = [sentences[i - 1], own, sentences[i + 1]].filter((s) => s !== undefined).join('\n');
  const told = sentences.slice(i, i + 4).join('\n');
  if (words.behaviour.test(near) || presentIn(told)) return undefined;
  const away = awayFrom(words, own, near);
  const alone = patternOf(words, onTheirOwn).test(own) || withOneAlone.test(own);
  if (!away && !(alone && !/\b(?:lives?|living) alone\b/.test(own))) return undefined;
  if (away !== 'patient' && !(alone && away) && (!taughtIn(told) || patientActs.test(told))) return undefined;
  if (!taughtIn(told) && !skillIn(told)) return undefined;
  return { at: met.index, end: met.index + met[0].length, setting: severalFamiliesIn(words, told) ? 'caregiver_group' : 'caregiver_alone' };
}

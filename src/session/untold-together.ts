/** Notes that leave open whether several patients were treated together or one by one: they say so themselves, or tell of the patients and of nothing else. */
import { isAlone } from './alone-signs.ts';
import { patternOf, type PeopleWords } from './participant-words.ts';
import { byTurns, countsIn, eachAlone, oneEachIn, pairNamed, together } from './people-counts.ts';

const unknown = '(?:(?:does|did|do)(?: not|n\'t|nt) (?:say|state|tell|specify|show|indicate|mention|document|note|write|record|know|spell out)|(?:nothing|nowhere|no one|nobody|no note|none of (?:it|them))(?: [a-z]+){0,3}? (?:says?|said|tells?|told|shows?|wrote|notes?|noted|document\\w*|record\\w*|states?|stated|indicat\\w+|knows?)|no (?:word|mention|note|record|indication|way|idea|telling|documentation)|(?:not|never|isn\'t|wasn\'t|isnt) (?:stated|said|documented|clear|recorded|noted|specified|written|told|spelled out|sure|indicated|obvious)|unclear|unknown|unsure|unstated|undocumented|(?:can(?:not|\'t| not)|could(?:n\'t| not)) (?:tell|say|see|make out)|cant tell|silent|hard to tell|leaves? (?:it )?open|left open|forgot to (?:note|write|say|chart)|omits)';
const manner = '(?:together|one[- ](?:on|to)[- ]one|1:1|1-on-1|individual(?:ly)?|as a group|in a group|group|(?:at )?(?:the )?same time|at once|simultaneous(?:ly)?|concurrent(?:ly)?|by (?:him|her|them)sel\\w+|one by one|one after (?:the other|another)|in turn|separate(?:ly)?|back[- ]to[- ]back|apart|alone|side[- ]by[- ]side|one at a time|with (?:others|other patients|several))';
const saysNothing = new RegExp(`\\b${unknown}\\b[^.;\\n]{0,70}?\\b${manner}\\b`);
const openManner = new RegExp(`\\b${manner} ?(?:or|vs\\.?|versus|\\/) ?(?:in |as |a |the )*${manner}\\b[^.;\\n]{0,30}?\\b${unknown}`);

/** The note itself says that it does not tell who was with whom. */
export function saysUntold(folded: string): boolean {
  const found = saysNothing.exec(folded)?.[0];
  return (found !== undefined && !elsewise.test(found)) || openManner.test(folded);
}

/** What is open there is a plan, an ability or a claim. */
const elsewise = /\b(?:will|would|should|shall|can(?!'t)|able|safe|joins?|next|home|walk\w*|stands?|live|lives|living|code|codes|bills?|billed|pays?|paid)\b/;

const manyParts = /\b(?:two|three|four|2|3|4) (?:[a-z-]+ ){0,2}?(?:knees|hips|shoulders|backs|necks|ankles|tkas|tkrs|thas|acls|cuffs|rtcs?|spines|strokes)\b(?= (?:on (?:the|my|her|his)|at \d|at (?:noon|the same)|in (?:the|my|our|her) (?:gym|clinic|book|slot)|booked|came|scheduled|this (?:morning|afternoon|hour)))/;
const titles = /\b(?:mr|mrs|ms|miss)\.? ?[a-z-]+,? (?:and|&|\+|n) (?:mr|mrs|ms|miss)\.? ?[a-z-]+/;
const withOthers = '\\b(?:pt|patient|he|she|him|her) ?(?:\\+|and|&|plus|with|w\\/) (?:(?:NUM|some|the) )?(?:other PATIENTS|others|another PATIENTS|another pt|one other pt|one other PATIENTS)\\b|\\bwith others\\b';
const didAll = /\b(?:both|all|they|each|everyone)\b(?: (?:of them|three|four|2|3|4))? (?:did|do|does|worked|performed|exercised|went|completed|got|practi[sc]ed|ran through|on (?:my|the|her|his)|with (?:me|the same|one)|were (?:doing|on|given)|had)\b/;
const scheduled = /\b(?:schedule|scheduled|slot|booked|in (?:the )?gym|on (?:the )?floor|calendar)\b/;
const treated = /exerc|ther ?ex|squat|\bbands?\b|balance|stretch|strength|gait|step-?ups?|\bbike|pulley|lunge|bridg|raises?|theraband|plank|leg press|clam/;

/** At sentence `i` several patients are told with what all of them did, and nothing in the text tells of one time or of turns. */
export function untoldTogether(words: PeopleWords, sentences: readonly string[], i: number, folded: string): boolean {
  const own = sentences[i]!;
  const others = patternOf(words, withOthers).test(own);
  if (!others && !manyParts.test(own) && !titles.test(own) && !pairNamed.test(own) && !countsIn(words, own).some((c) => c.n >= 2)) return false;
  const here = `${own}\n${sentences[i + 1] ?? ''}`;
  if (!(others ? scheduled.test(here) : didAll.test(here)) || !treated.test(here)) return false;
  if (isAlone(folded) || eachAlone.test(folded) || byTurns.test(folded) || together.test(here) || oneEachIn(words, folded)) return false;
  return !/\b(?:aide|tech|technician|student|watched|waited|own (?:pt|ot|therapist)|my other|massage|knead\w*)\b/.test(here);
}

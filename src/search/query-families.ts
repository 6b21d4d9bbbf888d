/** Families of codes among which the details of a query choose: who, how many, how far along, where on the body. Only for the code search; a session keeps its own account of time. */
import { choosesCall, choosesCaregiver, choosesDisability, choosesEducation, choosesHome, choosesHomeTraining, choosesOrthotics, choosesSpeech, choosesVisit } from './query-people.ts';
import { choosesAcupuncture, choosesArea, choosesBiofeedback, choosesHeart, choosesLaser, choosesStimulation, choosesSupplies, choosesTens, choosesTraction } from './query-devices.ts';
import { choosesEvaluation, choosesForm } from './query-evaluations.ts';
import { choosesMonitoring } from './query-monitoring.ts';
import { choosesPurpose, choosesUnlisted } from './query-open.ts';
import { choosesCmt, choosesMotion, choosesNeedling, choosesOmt, choosesStrapping } from './query-regions.ts';
import { furtherOrFirst } from './query-stages.ts';

/** One code: chosen; several: open among them. */
export interface Chosen { codes: string[]; by: string }
export interface QueryFamily {
  codes: readonly string[];
  /** Reads a folded text with digits for number words; `lead` is the code that the search led with. */
  choose(text: string, lead: string): Chosen | undefined;
  /** Words that make a query one of this family, whatever the search found weakly, or surely among `from`. */
  gate?: RegExp;
  from?: readonly string[];
}

const stage = (first: string, next: string, also: readonly string[] = []): QueryFamily => ({ codes: [first, next, ...also], choose: (text, lead) => furtherOrFirst(text, lead, first, next) });
const evaluations = ['97161', '97162', '97163', '97164', '97165', '97166', '97167', '97168', '97169', '97170', '97171', '97172'];
const straps = ['29200', '29240', '29260', '29280', '29520', '29530', '29540', '29550'];
const monitoring = ['98975', '98976', '98977', '98978', '98979', '98980', '98981', '98984', '98985', '98986'];
const visits = ['99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'];
const home = ['G0151', 'G0152', 'G0153', 'G0157', 'G0158', 'G0159', 'G0160', 'G2168', 'G2169', 'S9128', 'S9129', 'S9131'];

export const queryFamilies: readonly QueryFamily[] = [
  { codes: ['E0720', 'E0730'], gate: /\b(?:tens|stimulator)\b.*\b(?:[24]|2nd|multi\w*|several)[\s-]*(?:or more )?(?:lead|channel|electrode)|\b[24][\s-]*(?:or more )?leads?\b.*\b(?:tens|stimulator)\b/, from: ['97014', '97032', 'G0283', 'A4595', 'A4557'], choose: choosesTens },
  { codes: evaluations, gate: /\b(?:p\.?t|o\.?t|physical therap\w*|occupational therap\w*|athletic train\w*|atc|physio\w*)\b.*\b(?:initial )?(?:re-?)?(?:eval(?:uation|uated)?s?|ie)\b.*\b(?:high|low|mod\w*|hc|mc|lc|complex\w*|cplx|level)\b/, choose: choosesEvaluation },
  { codes: home, gate: /\b(?:agency|home health|hha|hh|hospice)\b.*\b(?:pta?|ota?|cota|slp|therap\w+|physio\w*|speech)\b|\b(?:pta?|ota?|cota|slp|therap\w+|physio\w*|speech)\b.*\b(?:agency|home health|hha|hh|hospice)\b/, from: ['97535', '97110', '97530', '92507', '97168', '97164'], choose: choosesHome },
  { codes: ['97605', '97606', '97607', '97608'], choose: choosesArea },
  { codes: ['98940', '98941', '98942', '98943'], gate: /\b(?:cmt|98940|chiro\w*|adjust(?:ed|ment|ments)?)\b.*\b\d\b[\s\S]*\b(?:regs?|regions?|areas?)\b/, choose: choosesCmt },
  { codes: ['98925', '98926', '98927', '98928', '98929'], choose: choosesOmt },
  { codes: ['97014', '97032', 'G0283', 'G0281', 'G0282'], choose: choosesStimulation },
  { codes: ['20552', '20553', '20560', '20561'], choose: choosesNeedling },
  { codes: ['S8948', '97037', '0552T', '97039'], choose: choosesLaser },
  { codes: straps, choose: choosesStrapping },
  { codes: monitoring, choose: choosesMonitoring },
  { codes: visits, choose: choosesVisit, from: evaluations, gate: /^(?!.*\b(?:eval\w*|therap\w*|physio\w*|athletic|chiro\w*|acupunct\w*|massage|osteo\w*|omt|pt eval|ot)\b).*\b(?:new|established|est\.?) patient\b.*(?:\b(?:complexity|mdm|decision making|straight\s?-?forward|moderate|low|high|level)\b|\d\s*min)/ },
  { codes: ['98960', '98961', '98962'], choose: choosesEducation },
  {
    codes: ['97550', '97551', '97552', 'G0541', 'G0542', 'G0543'], choose: choosesCaregiver, from: ['S5110', '97535', '97530', '97156'],
    gate: /\b(?:show\w*|taught|teach\w*|train\w*|instruct\w*|learn\w*|educat\w*)\b.*\b(?:wife|husband|spouse|daughter|son|mother|father|mom|mum|dad|parents?|family|caregivers?|carers?|cg|aide|partner|sister|brother|neighbor)\b.*\b(?:(?:without|w\/o) (?:me|him|her|the patient|the child|pt)|not (?:there|present|in the room)|wasn't (?:there|present|in the room)|absent|(?:i|he|she|they|the patient) was (?:not|away|out|asleep)|while (?:i|he|she) (?:slept|was asleep|was out|was away)|(?:kids?|children|child|patients?|pt) not (?:there|present|in the room))\b/,
  },
  { codes: ['97150'], from: ['97110', '97112', '97530'], gate: /^(?!.*\b(?:caregiv\w*|famil\w*|speech|language|educat\w*|self-manage\w*|breath\w*|pulmon\w*|copd|asthma|aba|autis\w*|behavio\w*|parents?|smoking|diabet\w*|nutrition|acupunct\w*)\b).*(?:\bgroup\b.*\b[2-9] (?:\w+ )?(?:patients|clients|pts)\b|\b[2-9] (?:\w+ )?(?:patients|clients|pts)\b.*\bgroup\b)/, choose: () => ({ codes: ['97150'], by: 'several patients in a group' }) },
  { codes: ['98966', '98967', '98968', 'G2251'], choose: choosesCall },
  { codes: ['99455', '99456'], choose: choosesDisability },
  { codes: ['95851', '95852'], choose: choosesMotion },
  { codes: ['90901', '90912', '90913'], choose: choosesBiofeedback },
  { codes: ['G0422', 'G0423'], gate: /\b(?:heart|cardiac|ornish|pritikin)\b.*\b(?:program|intensive|rehab\w*)\b|\bintensive\b.*\b(?:heart|cardiac)\b/, from: ['S9452', '97110'], choose: choosesHeart },
  { codes: ['97012', 'S9090'], choose: choosesTraction },
  { codes: ['96110', '96127', '96160', '96161'], gate: /\b(?:questionnaire|form|checklist|screen(?:er|ing)?)\b.*\b(?:depress\w*|anxiety|mood|scored|filled|milestones?)\b/, choose: choosesForm },
  { codes: ['A4556', 'A4557', 'A4595'], gate: /\b(?:pairs? of|replacement|spare|new|extra)\s+(?:\w+ )?(?:electrodes?|pads)\b|\b(?:electrodes?|pads)\b[\s,]+(?:per )?pairs?\b|\blead wires?\b|\bwires? for (?:the |my )?(?:tens|stim\w*|unit)\b|\b(?:tens|stimulator) (?:\w+ )?(?:supplies|refill)\b/, from: ['97014', '97032', 'G0283', 'E0720', 'E0730'], choose: choosesSupplies },
  { codes: ['97110', '97530'], gate: /\b(?:squats?|squatting|lunges?|step[\s-]?ups?)\b.*\b(?:to|for|at) (?:get back to )?(?:the |his |her |my )?(?:work|jobs?|sports?)\b/, from: ['97545'], choose: choosesPurpose },
  { codes: ['97139', '97799', '97039'], gate: /\bunlisted\b|\b(?:no|without|lacks?|hasn't|doesn't have|has not)\b[\w\s]{0,12}\b(?:codes?|number|cpt)\b[\w\s]{0,12}\b(?:its own|exists?|for it|in the book|assigned)\b/, from: ['97530'], choose: choosesUnlisted },
  { codes: ['S5108', 'S5109', 'S5110'], choose: choosesHomeTraining },
  { codes: ['97760', '97761', '97763'], choose: choosesOrthotics },
  { codes: ['92507', '92508'], gate: /\b(?:slp|st|speech)\b[\s\S]*\b(?:tx|treatment|therapy|visit|session)\b[\s\S]*\b(?:ind|indiv\w*|group|grp|1[\s-]*(?:on|to|:)[\s-]*1)\b/, choose: choosesSpeech },
  { codes: ['97810', '97811', '97813', '97814', 'S8930'], choose: choosesAcupuncture },
  stage('97129', '97130'), stage('97545', '97546'), stage('96112', '96113'), stage('97597', '97598'),
];

/** The codes that a query's details choose among, where the code is one of them. */
export function queryFamilyOf(code: string): readonly string[] | undefined {
  return queryFamilies.find((f) => f.codes.includes(code))?.codes;
}

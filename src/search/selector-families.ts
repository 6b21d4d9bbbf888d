/** Families of codes of which one detail of the record chooses, and how that detail is read. Source: the codes' own plain words in the catalog, NCCI manual ch. XI. */

import { readAttendance } from './attendance.ts';
import { complexityIn } from './evaluation-levels.ts';
import { bodyRegionsIn, spinalRegionsIn } from './spine-regions.ts';
import { decisionsIn, visitLevelIn } from './visit-levels.ts';
import { counterOf, isLarger, withDigits } from './told-numbers.ts';

export interface Choice { code: string; by: string }
/** Reads a folded text, with the minutes and the square centimetres where they are known; undefined when it does not say. */
export type Reader = (text: string, minutes: number | undefined, area?: number) => Choice | undefined;
export interface Family { codes: string[]; readers: Reader[]; field: string; question: string; /** Its plain words alone may choose. */ told?: boolean }

const spelled: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, a: 1, single: 1 };
const number = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|single)';
type Step = [upTo: number, code: string];

/** Up to two words that say which muscles ("five back muscles"), none of them a measure. */
const whichMuscles = '(?:(?!(?:min|mins|minutes?|cc|ml|mg|x|trigger|knots?|points?|passes|needles?|in|into|to|of|the|hz|sets?|reps?)\\b)[a-z-]+\\s+){0,2}';

const stepOf = (steps: readonly Step[], n: number): string | undefined => (n > 0 ? steps.find(([upTo]) => n <= upTo)?.[1] : undefined);

/** "four muscles", "3-4 spinal regions", "muscles x 3". */
function counting(what: string, steps: readonly Step[]): Reader {
  const before = new RegExp(`\\b${number}(?:\\s*(?:-|to)\\s*(\\d+))?(?:\\s+or\\s+more)?\\s+(?:different\\s+|separate\\s+|spinal\\s+|body\\s+|vertebral\\s+)*(?:${what})`);
  const after = new RegExp(`\\b(?:${what})\\s*(?:x|:|\\()\\s*(\\d+)`);
  const times = new RegExp(`\\bx\\s?(\\d+)\\s*(?:${what})`);
  return (text) => {
    const m = before.exec(text) ?? after.exec(text) ?? times.exec(text);
    const n = m && (spelled[m[2] ?? m[1]!] ?? Number(m[2] ?? m[1]));
    const code = m && stepOf(steps, n!);
    return code ? { code, by: m[0] } : undefined;
  };
}

/** Named parts, each counted once. */
function naming(parts: readonly RegExp[], steps: readonly Step[], what: string): Reader {
  return (text) => {
    const named = parts.filter((p) => p.test(text)).length;
    const code = stepOf(steps, named);
    return code ? { code, by: `${named} ${what} named` } : undefined;
  };
}

/** Regions of the spine or the body, each counted once. */
const regionsNamed = (count: (text: string) => number, steps: readonly Step[], what: string): Reader => (text) => {
  const named = count(text);
  const code = stepOf(steps, named);
  return code ? { code, by: `${named} ${what} named` } : undefined;
};

const saying = (pattern: RegExp, code: string): Reader => (text) => {
  const m = pattern.exec(text);
  return m ? { code, by: m[0] } : undefined;
};

/** Minutes of the visit or call, at least so many for each code, largest first. */
const lasting = (steps: readonly [least: number, code: string][]): Reader => (text, minutes) => {
  const told = minutes ?? Number(/\b(\d{1,3})\s*(?:-\s*)?(?:minutes?|mins?|min)\b/.exec(text)?.[1] ?? NaN);
  const code = steps.find(([least]) => told >= least)?.[1];
  return code ? { code, by: `${told} minutes` } : undefined;
};

const within = (pattern: RegExp, reader: Reader): Reader => (text, minutes, area) => (pattern.test(text) ? reader(text, minutes, area) : undefined);
const people = counterOf('patients?|pts|people|persons|participants?|members|attendees|clients|adults|learners|of us');
/** How many were taught together; one where no others are told of. */
const taught: Reader = (text) => {
  const n = people(withDigits(text)) ?? (/\b(?:class|group|course|workshop|together|session with others)\b/.test(text) ? 0 : 1);
  const code = stepOf([[1, '98960'], [4, '98961'], [8, '98962']], n);
  return code ? { code, by: n === 1 ? 'one patient' : `${n} taught together` } : undefined;
};
/** By the complexity that is told of an evaluation. */
const complexity = (...codes: [low: string, moderate: string, high: string]): Reader[] => [(text) => {
  const level = complexityIn(text);
  return level === undefined ? undefined : { code: codes[level], by: `${['low', 'moderate', 'high'][level]} complexity` };
}];

const muscles: RegExp[] = ['(?:upper |middle |lower )?trap(?:ezius|s|ezii)?|ut\\b', 'levator|ls\\b', 'rhomboid', 'infraspin(?:atus)?', 'supraspin(?:atus)?', 'teres', 'subscap', 'deltoid', 'biceps', 'triceps', 'pec(?:toralis|s)?', 'lat(?:issimus|s)', 'multifid', 'erector|paraspinal', 'quadratus|\\bql', 'glute(?:us)? max|gluteus maximus', 'glute(?:us)? med|gluteus medius', 'glute(?:us)? min|gluteus minimus', 'piriformis', 'psoas|iliopsoas|iliacus', 'tfl|tensor', 'quad(?:riceps|s)|vastus|rectus femoris', 'hamstring|semitend|semimem', 'adductor', 'gastroc', 'soleus', 'tibialis', 'peroneal|peroneus|fibularis', 'scm|sternocleido', 'scalene', 'splenius', 'subocc', 'masseter', 'temporalis', 'wrist extensor|extensor carpi|brachioradialis', 'wrist flexor|flexor carpi', 'serratus'].map((m) => new RegExp(`\\b(?:${m})`));

const muscleSteps = (few: string, many: string): Step[] => [[2, few], [20, many]];
const spinal: Step[] = [[2, '98940'], [4, '98941'], [5, '98942']];
const osteopathic: Step[] = [[2, '98925'], [4, '98926'], [6, '98927'], [8, '98928'], [10, '98929']];
const isNew = /\bnew (?:patient|pt|client)\b|\bfirst visit\b|\binitial (?:visit|office|exam)/;
const decisions = (codes: readonly [string, string, string, string], first: string): Reader[] => [(text) => {
  const level = decisionsIn(text);
  if (level !== undefined) return { code: codes[level], by: `${['straightforward', 'low', 'moderate', 'high'][level]} decision making` };
  const number = visitLevelIn(text);
  return number === undefined ? undefined : { code: `${first}${number}`, by: `level ${number}` };
}];
const visit = (codes: string[], gate: RegExp, minutes: [number, string][], levels: [string, string, string, string]): Reader[] => [...decisions(levels, levels[0].slice(0, 4)), lasting(minutes)].map((r) => within(gate, (t, m) => { const c = r(t, m); return c && codes.includes(c.code) ? c : undefined; }));

const newVisit = ['99202', '99203', '99204', '99205'];
const oldVisit = ['99211', '99212', '99213', '99214', '99215'];

const areaReaders = (small: string, large: string): Reader[] => [(text, _, area) => {
  const larger = area === undefined ? isLarger(withDigits(text), 50) : area > 50;
  return larger === undefined ? undefined : { code: larger ? large : small, by: larger ? 'over 50 sq cm' : 'up to 50 sq cm' };
}];
const thrownAway = /(?<!\b(?:not|no|non)[ -](?:a |an |the |those |one of (?:the|those) )?)\bdisp(?:osable)?\b|\bsingle[\s-]use\b|\bthrow-?\s?away\b|\bpico\b|\bprevena\b|\bsnap\b/;

export const families: readonly Family[] = [
  { codes: ['20560', '20561'], readers: [counting(`${whichMuscles}(?:muscles?|mm\\b)`, muscleSteps('20560', '20561')), naming(muscles, muscleSteps('20560', '20561'), 'muscles')], field: 'number_of_muscles', question: 'How many muscles were needled: 1 or 2, or 3 or more?' },
  { codes: ['20552', '20553'], readers: [counting(`${whichMuscles}muscles?`, muscleSteps('20552', '20553')), naming(muscles, muscleSteps('20552', '20553'), 'muscles')], field: 'number_of_muscles', question: 'Into how many muscles: 1 or 2, or 3 or more?' },
  { codes: ['98940', '98941', '98942'], readers: [saying(/\bc\/t\/l\b/, '98941'), saying(/\bcmt\s*(?:\(?1\s*-\s*2)/, '98940'), saying(/\bcmt\s*(?:\(?3\s*-\s*4)/, '98941'), saying(/\b(?:full|entire|whole) spine\b|\ball five\b/, '98942'), counting('regions?|regs?\\b|rgns?|areas?|segments? of the spine', spinal), regionsNamed((text) => spinalRegionsIn(text).size, spinal, 'spinal regions')], field: 'spinal_regions', question: 'How many spinal regions were adjusted: 1-2, 3-4, or all 5?' },
  { codes: ['98925', '98926', '98927', '98928', '98929'], readers: [counting('regions?|regs?\\b|rgns?|areas?', osteopathic), regionsNamed(bodyRegionsIn, osteopathic, 'body regions')], field: 'body_regions', question: 'How many body regions were treated: 1-2, 3-4, 5-6, 7-8 or 9-10?' },
  { codes: ['97161', '97162', '97163'], readers: complexity('97161', '97162', '97163'), field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97165', '97166', '97167'], readers: complexity('97165', '97166', '97167'), field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97169', '97170', '97171'], readers: complexity('97169', '97170', '97171'), field: 'evaluation_complexity', question: 'Was the evaluation of low, moderate or high complexity?' },
  { codes: ['97032', '97014', 'G0283'], readers: [readAttendance], field: 'attended', question: 'Did the clinician stay at the electrodes the whole time, or was it left running?', told: true },
  { codes: ['97550'], readers: [saying(/\bnot (?:there|present|with (?:them|us|her|him)|in the room)\b|\bwithout (?:the (?:patient|child|client)|him|her|me|them)\b|\babsent\b|\bwas away\b/, '97550')], field: 'participants', question: 'Was the patient there? Caregiver training codes are for training without the patient; with the patient it belongs to the therapy service.', told: true },
  { codes: ['98960', '98961', '98962'], readers: [taught], field: 'participants', question: 'How many patients were taught together: one, 2-4, or 5-8?' },
  { codes: newVisit, readers: visit(newVisit, isNew, [[60, '99205'], [45, '99204'], [30, '99203'], [15, '99202']], ['99202', '99203', '99204', '99205']), field: 'evaluation_complexity', question: 'How many minutes of the doctor that day, or how complex were the decisions: straightforward, low, moderate or high?' },
  { codes: oldVisit, readers: visit(oldVisit, /./, [[40, '99215'], [30, '99214'], [20, '99213'], [10, '99212']], ['99212', '99213', '99214', '99215']), field: 'evaluation_complexity', question: 'How many minutes of the doctor that day, or how complex were the decisions: straightforward, low, moderate or high?' },
  { codes: ['98966', '98967', '98968'], readers: [lasting([[21, '98968'], [11, '98967'], [5, '98966']])], field: 'minutes', question: 'How many minutes did the call take?' },
  { codes: ['98970', '98971', '98972'], readers: [lasting([[21, '98972'], [11, '98971'], [5, '98970']])], field: 'minutes', question: 'How many minutes over the 7 days?' },
  { codes: ['29581', '29584'], readers: [saying(/\b(?:upper (?:arm|limb|extremity)|arms?|hands?|fingers?|wrists?|forearms?|axilla|elbows?|mcps?|r?l?ues?|shoulders?|humerus|metacarpals?)\b/, '29584'), saying(/\b(?:lower (?:leg|limb|extremity)|legs?|calf|calves|shins?|foot|feet|toes?|ankles?|knees?|r?l?les?|bles?|thighs?|groin)\b/, '29581')], field: 'body_regions', question: 'Was the wrap on the arm and hand, or on the leg?', told: true },
  { codes: ['97605', '97606'], readers: [...areaReaders('97607', '97608').map((r) => within(thrownAway, r)), ...areaReaders('97605', '97606')], field: 'wound_area', question: 'How large is the wound: up to 50 square centimetres, or more?' },
  { codes: ['97607', '97608'], readers: areaReaders('97607', '97608'), field: 'wound_area', question: 'How large is the wound: up to 50 square centimetres, or more?' },
];

/** The codes of which one detail chooses, where the code is one of them. */
export function familyOf(code: string): readonly string[] | undefined {
  return families.find((f) => f.codes.includes(code))?.codes;
}

/** Office visits and evaluations: whose, new or known, at which level; and classes by their size. */
import { describe, expect, it } from 'vitest';
import { readSession } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const leads = (text: string, provider?: string): string => readSession(testCatalog, text, provider).services.flatMap((s) => s.candidates.slice(0, 1)).map((c) => (c.confidence === 'strong' ? c.code : `${c.code}?`)).join(' ');

type Row = [text: string, expected: string, provider?: string];

const visits: Row[] = [
  ['Est pt, new headaches, separate exam, moderate MDM. Chiropractor adjusted neck and upper back.', '99214 98940'],
  ['Chiro, established, low MDM. CMT to lumbar and pelvis.', '99213 98940'],
  ['New patient exam by the chiropractor, low decision making, then adjusted C2, T5, L4', '99203 98941'],
  ['Dr. Kim (DO) did OMT to 5 regions and a level 3 established visit for migraines', '98927 99213'],
  ['DO manipulated neck and ribs; also refilled her blood pressure pills, established, spent 31 minutes on it', '98925 99214'],
  ['office visit with the doctor, established, decision making was high', '99215'],
];
const noVisit: Row[] = [
  ['Chiro adjusted L4 and L5. Separate exam next week.', '98940'],
  ['Exam by the doctor last week. Therapeutic exercise 20 min.', '97110'],
  ['PT: level 3 exercises, 15 min therapeutic exercise, separate exam room', '97110', 'physical_therapist'],
];
const evaluations: Row[] = [
  ['AT evaluation moderate complexity', '97170'],
  ['AT re-eval of the hamstring', '97172'],
  ['PT evaluated me for the first time, said my case was highly complex', '97163'],
  ['The athletic trainer evaluated my shoulder: a simple case', '97169'],
  ['Initial evaluation, coded as moderate', '97166', 'occupational_therapist'],
  ['OT reassessment of hand function with new goals', '97168'],
  ['PT eval', '97161?'],
];
const classes: Row[] = [
  ['diabetes self-management class by the nurse educator, 6 patients', '98962'],
  ['three patients in a self-management class for chronic pain, taught by a trained educator', '98961'],
];

describe.each(Object.entries({ visits, noVisit, evaluations, classes }))('%s', (_, rows) => {
  it.each(rows)('%s', (text, expected, provider) => {
    expect(leads(text, provider)).toBe(expected);
  });
});

/** What was adjusted and where: texts with the codes that they lead to, the sure ones alone and the open ones with a question mark. */
import { describe, expect, it } from 'vitest';
import { readSession } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

/** Leads of a text, "?" behind those that are not sure. */
const leads = (text: string, provider?: string): string => readSession(testCatalog, text, provider).services.flatMap((s) => s.candidates.slice(0, 1)).map((c) => (c.confidence === 'strong' ? c.code : `${c.code}?`)).join(' ');

type Row = [text: string, expected: string, provider?: string];

const spine: Row[] = [
  ['Chiropractor popped my neck and my lower back', '98940'],
  ['DC: C5-C6, T3 and L4 adjusted, tolerated well', '98941'],
  ['Gonstead adj L5, sacrum, left SI', '98941'],
  ['Activator to C1, C2, T5-T8', '98940'],
  ['Adjusted atlas, T6, L3, sacrum and both SI joints', '98942'],
  ['CMT full spine', '98942'],
  ['segments corrected: C2 C3 C5 T2', '98940', 'chiropractor'],
  ['chiro cracked my neck, then between my shoulder blades, then my tailbone', '98941'],
];
const outside: Row[] = [
  ['Chiropractor popped my jaw and my right elbow, spine was left alone', '98943'],
  ['CMT C/T/L + R wrist manip', '98941 98943'],
  ['My chiropractor adjusted my low back and put my big toe back where it belongs', '98940 98943'],
  ['chiropractic adjustment of the shoulder only, spine not adjusted', '98943'],
];
const open: Row[] = [
  ['Adj as usual, felt better', '98940?', 'chiropractor'],
  ['patient adjusted today, no change', '98940?', 'chiropractor'],
];
const notTreated: Row[] = [
  ['DC adjusted L4 and L5. Neck pain 4/10, neck not adjusted.', '98940'],
  ['Chiro adjusted T4, T6; ultrasound to lumbar and cervical muscles 8 min', '98940 97035'],
  ['Chiropractor: myofascial release 15 min to the left calf, away from the adjusted areas', '97140'],
  ['Chiropractor adjusted the seat of the bike and had me pedal', '97110'],
];
const osteopathic: Row[] = [
  ['Osteopath manipulated her neck and upper back', '98925'],
  ['OMT: cranial, cervical, thoracic, ribs, lumbar, sacrum, pelvis', '98928'],
  ['DO did OMT to 5 regions', '98927'],
];

describe.each(Object.entries({ spine, outside, open, notTreated, osteopathic }))('%s', (_, rows) => {
  it.each(rows)('%s', (text, expected, provider) => {
    expect(leads(text, provider)).toBe(expected);
  });
});

it.each(['Pt adjusted well to the new cane', 'adjusted the loads set by set', 'she is adjusting to wearing the splint', 'wheelchair adjusted and 20 min propulsion training', 'Chiropractic: no adjustment today, hot pack 10 min'])('%s: no adjustment of the spine', (text) => {
  expect(leads(text)).not.toContain('9894');
});

import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/session/suggest.ts';
import { unsaidIn } from '../../src/session/unsaid.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const fieldsOf = (text: string): string[] => unsaidIn(text).unsaid.map((u) => u.fields[0]!);

describe('what a text says was not written down', () => {
  it.each([
    ['Traction 12 min. The slip does not say if it was by hand or on the table.', 'machine_or_hands'],
    ['Calf percussion 10 min (not noted whether device or hands).', 'machine_or_hands'],
    ['Note is silent on manual vs machine.', 'machine_or_hands'],
    ['We own a pump, and Lia sometimes does it by hand.', 'machine_or_hands'],
    ['Sleeves or hands, the sheet does not say which.', 'machine_or_hands'],
    ['E-stim 15 min; I do not know whether anybody stayed in the room.', 'attended'],
    ['Nobody recorded how many muscles.', 'number_of_muscles'],
    ['He never charted which levels.', 'spinal_regions'],
    ['PT eval done, complexity not documented.', 'evaluation_complexity'],
    ['No mention of what the squats were for.', 'purpose'],
    ['I cannot tell if she kneaded or released the tissue.', 'technique'],
  ])('%s', (text, field) => expect(fieldsOf(text)).toContain(field));

  it.each([
    'Massage 30 minutes; she did not say how she was feeling.',
    'He could not say why his back hurts.',
    'Patient did not mention any injections.',
    'She lay on the table and used no machine.',
    'They also used a sleeve machine there, here only her hands.',
    'Nobody wrote if he came with his wife.',
  ])('says nothing of the kind: %s', (text) => expect(fieldsOf(text)).toEqual([]));

  it('blanks what is only weighed and keeps every place', () => {
    const text = 'Leg drainage 40 min, not stated if by hand or pump, then band rows 10 min.';
    const read = unsaidIn(text);
    expect(read.text).toHaveLength(text.length);
    expect(read.text).not.toContain('pump');
    expect(read.text.indexOf('band rows')).toBe(text.indexOf('band rows'));
  });
});

describe('a service that is left open', () => {
  const reply = (service: string) => suggest(testCatalog, { service }, '2026-11-23');
  it.each([
    ['Percussion to the back 15 min, nobody wrote if it was a device or her hands. Band rows for strength 15 min.', 'machine_or_hands', []],
    ['Dry needling to the calf, I did not chart how many muscles. Heel raises for strength 15 min.', 'number_of_muscles', []],
    ['Soft tissue work to the forearm 15 min.', 'technique', []],
    ['Passive stretching of both hamstrings, 20 min.', 'technique', []],
    ['Neck traction for 12 minutes.', 'machine_or_hands', []],
    ['Treadmill 15 min, therapist alongside.', 'purpose', []],
  ])('%s', (service, field, codes) => {
    const { lines, questions } = reply(service);
    expect(questions.map((q) => q.field)).toContain(field);
    expect(lines.map((l) => l.code)).toEqual(codes);
  });

  it.each([
    ['Treadmill 15 min for endurance.', '97110'],
    ['Neck traction 12 min with the harness, 25 lb.', '97012'],
    ['Neck traction 12 min, by hand.', '97140'],
    ['Squats 3x10 with 20 lb, 15 min.', '97110'],
    ['Massage 30 minutes with kneading. She did not say how she was feeling.', '97124'],
  ])('closed: %s', (service, code) => expect(reply(service).lines.map((l) => l.code)).toEqual([code]));
});

/** Who was there, as it comes out of a whole session: lines, questions, and what is left out. */
import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const told = (service: string): { lines: string; fields: string[] } => {
  const { lines, questions } = suggest(testCatalog, { service }, '2026-11-23');
  return { lines: lines.map((l) => `${l.code}x${l.units}`).join(' '), fields: questions.map((q) => q.field) };
};

describe('notes that leave open whether the patients were together', () => {
  it.each([
    'Two hips in the gym at 9. They did bridges, clams and the bike, 30 min.',
    'Mr. P and Mr. L, both rotator cuff repairs, both on my schedule at 3. Pulleys and bands, 30 minutes.',
    'Chart says "exercise 30 min, with others". Can\'t tell if this was individual or group. Shoulder strengthening.',
    'Three ACLs at 4 pm. All did leg press, lunges, box steps. 45 minutes. The note does not say whether they were treated one by one.',
    'The couple had an hour together for their back pain, massage, kneading and stroking, in the double room.',
  ])('asks and makes no line: %s', (text) => {
    expect(told(text).lines).toBe('');
    expect(told(text).fields).toContain('participants');
  });
  it.each([
    'Co-treatment PT and OT 45 minutes for transfers and dressing. No split is written.',
    'OT and SLP were in together, 40 min, feeding. Each charged the full 40.',
  ])('asks whose minutes they were: %s', (text) => {
    expect(told(text).lines).toBe('');
    expect(told(text).fields).toContain('minutes');
  });
  it.each([
    ['Patient is one of two sisters I treat. She did bridges and clams with me for 30 min, one-on-one.', '97110x2'],
    ['Saw two patients before her. She did lunges and squats for strength, 30 min.', '97110x2'],
    ['Both knees are sore. Strengthening of both quads with bands, 30 min.', '97110x2'],
    ['It is unclear whether she will join the group next month. Strengthening with bands, 30 min.', '97110x2'],
    ['Not sure if she is safe alone. Balance training on foam 30 min.', '97112x2'],
  ])('is sure: %s', (text, lines) => expect(told(text).lines).toBe(lines));
});

describe('a group, and what only sounds like one', () => {
  it.each([
    ['Chair fitness, 10:30-11:15, attendance 8, led by me from the front, seated marching and arm raises, BP fine.', '97150x1'],
    ['Present: 5. Seated circle, ball toss, marching, arm bands. OT led. 40 min.', '97150x1'],
    ['One no-show in the knee class, four attended, bikes and bands, 40 min, I led.', '97150x1'],
    ['Present: patient and wife. Strengthening with bands 30 min.', '97110x2'],
    ['Pain present 6/10. Leg strengthening 30 min.', '97110x2'],
    ['She does a yoga class on Fridays with ten people. Here: bridges, clams, squats with me, 30 min.', '97110x2'],
    ['Calendar entry says FALLS GROUP. Everyone else cancelled, so this became an individual visit: single-leg stance, rocker board, 25 minutes.', '97112x2'],
    ['Signed up as group but the other three called out sick, so Mr. Ames had the full 30 minutes with me, bridges, clams and band walks.', '97110x2'],
    ['Couples room. Jen did me, Rosa did my husband. 60 minutes of kneading for my low back strain, doctor\'s script attached.', '97124x4'],
    ['I was with Mr. Gray alone for 16 minutes of gait training, cane on the ramp. Meanwhile my other patient rode the NuStep by herself.', '97116x1'],
  ])('%s', (text, lines) => expect(told(text).lines).toBe(lines));
});

describe('caregivers without the patient, told over several sentences', () => {
  it.each([
    ['Daughter came by herself, mom was at dialysis. 45 minutes: gait belt, car transfer, what to do after a fall. She showed it back.', '97550x1 97551x1'],
    ['60 min with the husband while the patient slept in her room: hoist, positioning, pressure relief. Patient took no part.', '97550x1 97551x2'],
    ['Home aide instructed for 30 min in splint wear and passive range, patient not in the room.', '97550x1'],
    ['Patient at adult day program. Met with his sister and her husband for 30 min on safe lifting, bathing and turning him in bed.', '97550x1'],
    ['Tuesday carers\' workshop, 5 families, none of the patients there, an hour of lifting and bed bathing.', '97552x1'],
    ['Wife stayed home today. Transfers bed to chair with the patient 25 min.', '97530x2'],
    ['Mom dropped him off and went to work. Dressing and grooming training with him 30 min.', '97535x2'],
    ['Son came by himself to pick her up after. ADL training, dressing, with patient 30 min.', '97535x2'],
  ])('%s', (text, lines) => expect(told(text).lines).toBe(lines));
});

describe('part of it done by others', () => {
  it.each([
    ['Aide followed with the wheelchair. Gait training 15 min.', '97116x1'],
    ['The aide kept the wheelchair close while I did gait training with her 15 min.', '97116x1'],
    ['My ankle was mobilized by hand for 15 minutes, and then I was on the bike for 20 minutes while the tech kept an eye on it.', '97140x1'],
    ['Medicare. Our athletic trainer took him through squats for 20 min. I did hip joint mobs 15 min.', '97140x1'],
    ['PTA under the plan of care: gait training 23 min, therapeutic exercise 15 min', '97116x2 97110x1'],
    ['While another patient iced, I did 30 minutes of leg strengthening with her.', '97110x2'],
  ])('%s', (text, lines) => expect(told(text).lines).toBe(lines));
});

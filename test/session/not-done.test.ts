/** Sessions in which nothing was done, or not what was listed, booked, corrected or done by others: the services and minutes that stand. */
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/search/normalise.ts';
import { nothingDone } from '../../src/session/nothing-done.ts';
import { readSession } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const sure = (text: string): string[] => readSession(testCatalog, text).services.filter((s) => s.candidates[0]?.confidence === 'strong').map((s) => `${s.candidates[0]!.code}${s.minutes === undefined || testCatalog.code.get(s.candidates[0]!.code)?.timed !== true ? '' : ` ${s.minutes}`}`).sort();

describe('nobody was treated', () => {
  it.each([
    'Treatment held, MD called.', 'Nobody ever laid a hand on me.', 'Nothing skilled delivered.', 'No treatment was given.', 'Visit aborted before treatment, HR 140.', 'We never started: the mother took a call.',
    'Fire alarm before we got started on anything.', 'He walked out before I touched him.', 'There was no time left to treat.', 'I put no needles in.', 'She was turned away at the desk.', 'They left without being seen.', 'The visit never took place.',
  ])('%s', (text) => expect(nothingDone(foldText(text))).toBe(true));
  it.each([
    'No treatment to the left side.', 'Nothing hurt afterwards.', 'Nobody else was in the room.', 'Heat for ten minutes before we started.', 'Nothing was left out.', 'The insoles are his business, I did not touch them.', 'No massage today, only exercise.', 'Sent home with bands.',
  ])('near miss: %s', (text) => expect(nothingDone(foldText(text))).toBe(false));
});

describe('what stands of a session', () => {
  it.each<[string, string[]]>([
    // Booked, and the visit ended early.
    ['She came in for her 60 minute massage but had a fever so I sent her home.', []],
    ['She came in for massage: 60 minutes of kneading, and I sent her home with a stretch sheet.', ['97124 60']],
    // Lists and what became of them.
    ['To do: heat pack, joint mobilization 15 min, ther ex 20 min. Did all but the heat.', ['97110 20', '97140 15']],
    ['Plan: gait training 15 min, stairs, balance 15 min. None of it was done.', []],
    ['The template says US 8 min, MT 15 min. What she really got was 25 min of therapeutic exercise.', ['97110 25']],
    ['On the whiteboard: traction, 20 min manual therapy. He got the manual therapy and nothing else.', ['97140 20']],
    ['The schedule has therapeutic exercise 30 minutes.', ['97110 30']],
    // Taken back while dictating.
    ['Ultrasound to the shoulder ten minutes, scratch that, ultrasound was eight minutes', ['97035 8']],
    ['Manual therapy fifteen minutes correction twenty minutes then therapeutic exercise fifteen minutes', ['97110 15', '97140 20']],
    ['Ultrasound 8 min. Scratch that. Therapeutic exercise 20 min.', ['97110 20']],
    ['Hot pack, sorry no, cold pack to the knee. Ther ex 23 min.', ['97010', '97110 23']],
    ['Postural correction and neuromuscular re-education 15 min.', ['97112 15']],
    // Unused, or answered with a no.
    ['Cups stayed on the shelf. Myofascial release 30 min.', ['97140 30']],
    ['Exercise yes 30 min, massage no, ultrasound no.', ['97110 30']],
    ['Paraffin? Wax was stone cold. Therapeutic exercise 15 min.', ['97110 15']],
    ['Needling: he got cold feet. Joint mobilization 15 min.', ['97140 15']],
    ['What I did not do: ultrasound, traction. What I did do: joint mobilization 15 min.', ['97140 15']],
    ['The first half, 20 min, was myofascial release, and the ultrasound we skipped.', ['97140 20']],
    ['Her 30 min of aquatic therapy turned into 30 min of land exercise, therapeutic exercise with me.', ['97110 30']],
    // Others, and other dates.
    ['Dry needling by some PT in Salem. Here with me: lymph drainage by hand, 40 minutes.', ['97140 40']],
    ['On 3/4 he had ultrasound and heat. On 3/6: therapeutic exercise 30 min.', ['97110 30']],
    ['The brochure promises lymph drainage. What I got: 30 minutes of kneading massage.', ['97124 30']],
    // Done all the same.
    ['Went exactly to plan: 15 min joint mobilization, 15 min therapeutic exercise.', ['97110 15', '97140 15']],
    ['He asked for release work and got it: myofascial release 25 min to the quads.', ['97140 25']],
    ['I never skip the joint mobs: 15 min, both knees.', ['97140 15']],
    ['We traded the massage for gait training, 15 min.', ['97116 15']],
    ['Home health visit: gait training 23 min in her hallway at home.', ['97116 23']],
    ['Deferred last week, done today: gait training 15 min.', ['97116 15']],
  ])('%s', (text, services) => expect(sure(text)).toEqual(services));
});

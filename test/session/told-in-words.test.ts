/** Services told by what was done and not by name: which code, with which time, and how sure. */
import { describe, expect, test } from 'vitest';
import { readServices } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

/** "97140 strong 12" for each service of the text. */
function told(text: string): string[] {
  return readServices(testCatalog, text).map((s) => [s.candidates[0]?.code, s.candidates[0]?.confidence, s.minutes].filter((x) => x !== undefined).join(' '));
}

type Case = [text: string, ...services: string[]];

/** A time beside few words goes to what the sentences before it tell of. */
const before: Case[] = [
  ['Took the bus to the store with her. She found the aisle and paid the cashier. 40 min, two cues.', '97537 strong 40'],
  ['Kneaded both calves with long oil strokes. 20 min, she liked it.', '97124 strong 20'],
  // Words that tell of another service keep the time.
  ['Kneaded both calves with long oil strokes. 12 min of straight leg raises and clams.', '97110 strong 12', '97124 strong'],
];

/** The nearer sentence has it, not the one that says most. */
const nearer: Case[] = [
  ['Glided the kneecap and mobilized the scar. Squats, lunges and calf raises with dumbbells. 15 minutes for that part.', '97140 strong', '97110 strong 15'],
];

/** A time ahead of who did what, and minutes that do not say so. */
const ahead: Case[] = [
  ['First ten minutes I glided her kneecap and bent the knee, then fifteen minutes of quad sets and heel slides.', '97140 strong 10', '97110 strong 15'],
  ['Shoulder. 16 min of joint glides by my hands. We finished with 12 of band rows and dumbbell curls.', '97140 strong 16', '97110 strong 12'],
  ['20 min of washing and dressing at the sink. The last 15 he cooked eggs and toast at the stove.', '97535 strong 35'],
  ['Recumbent bike seat 7, leg press, then heel raises, 20 minutes.', '97110 strong 20'],
];

/** Titles, numbered lists and days part no service from its time. */
const parting: Case[] = [
  ['Kneaded and stroked the back of Mr. Okoro for 30 minutes on Tuesday.', '97124 strong 30'],
  ['(1) kneading and long strokes to the back - 20 min. (2) bridges, planks and clams - 14 min.', '97124 strong 20', '97110 strong 14'],
];

/** What stands around the care. */
const clutter: Case[] = [
  ['Straight leg raises, clams and bridges, 25 min. Goal: back to golf. Girth down 1 cm. Walked to the car on his own.', '97110 strong 25'],
  ['At hand therapy I squeezed yellow putty and moved clothespins, 14 minutes.', '97110 strong 14'],
  ['Her knee was stif today. Heel slides, quad sets and short arc quads, 18 minutes.', '97110 strong 18'],
];

describe('services told in words', () => {
  test.each([...before, ...nearer, ...ahead, ...parting, ...clutter])('%s', (text, ...services) => expect(told(text).sort()).toEqual([...services].sort()));
});

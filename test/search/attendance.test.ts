/** Who stood by while a current ran. */
import { expect, test } from 'vitest';
import { readAttendance } from '../../src/search/attendance.ts';

test.each<[string, string | undefined]>([
  ['interferential with four pads for 15 minutes, no attendance', '97014'],
  ['stim pads on the knee while she saw another patient', '97014'],
  ['she pulled my neck by hand, then sticky pads alone', '97014'],
  ['tens on the back, call bell in reach', '97014'],
  ['nmes to the quads with the therapist beside the patient', '97032'],
  ['held the electrode on the muscle and never let go', '97032'],
  ['e-stim, never left alone, therapist attending', '97032'],
  ['stim to the calf throughout. then the patient rested alone', '97032'],
  ['e-stim to the low back 15 minutes', undefined],
])('%s', (text, code) => expect(readAttendance(text, undefined)?.code).toBe(code));

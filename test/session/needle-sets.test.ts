/** Sets of needles: the first and further ones, each with its minutes and its current. */
import { describe, expect, test } from 'vitest';
import { currentIn } from '../../src/session/needle-current.ts';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

/** The lines as "code x units", in the order of the codes. */
const lines = (service: string): string => suggest(testCatalog, { service }, '2026-11-23').lines.map((l) => `${l.code} x${l.units}`).sort().join(', ');

describe('sets of needles', () => {
  test.each([
    ['First set with electrical stimulation 15 min; second set without stim 15 min. Acupuncture for back pain.', '97811 x1, 97813 x1'],
    ['Acupuncture, set 1: LI4, LV3, 16 min with patient, no current. Set 2: BL23, BL25 with 2 Hz current clipped on, 15 min.', '97810 x1, 97814 x1'],
    ['Acupuncture, three sets, 15 minutes each, no electrical stim.', '97810 x1, 97811 x2'],
    ['Acupuncture with 12 needles, 15 minutes face to face, second set of needles 15 minutes.', '97810 x1, 97811 x1'],
    ['Acupuncture, first set 20 minutes face to face, needles retained 15 min, then reinserted, second set 15 minutes. No stim.', '97810 x1, 97811 x1'],
    ['Electro-acupuncture to the knee 15 minutes, then another set of needles in the back, by hand only, 18 minutes.', '97811 x1, 97813 x1'],
    ['Acupuncture first set 15 min w/o current, 2nd set 15 min w/o current, then massage of the calves 15 min.', '97124 x1, 97810 x1, 97811 x1'],
  ])('%s', (text, expected) => expect(lines(text)).toBe(expected));

  test.each([
    ['Acupuncture with needles LI4 ST36, 15 min with me. Offered a second set, she declined.', '97810 x1'],
    ['L.Ac. note: 14 needles supine, 18 min with patient; retained 25.', '97810 x1'],
    ['Dry needling of two calf muscles, e-stim through the needles 10 min.', '20560 x1'],
    ['Acupuncture 15 minutes face to face, then the needles stayed in for 30 minutes.', '97810 x1'],
  ])('no further set: %s', (text, expected) => expect(lines(text)).toBe(expected));
});

describe('current through needles', () => {
  test.each<[string, boolean | undefined, boolean]>([
    ['with 2 hz current clipped on', true, false],
    ['e-stim attached', true, false],
    ['no electricity used', false, true],
    ['manual stimulation only', false, false],
    ['no e-stim either round', false, true],
    ['li4 and lv3, de qi obtained', undefined, false],
  ])('%s', (piece, runs, all) => expect(currentIn(piece, () => true)).toEqual(runs === undefined ? { all } : { runs, all }));
});

/** The square centimetres of wounds: sides, squares and totals; and what is no wound's size. */
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/search/normalise.ts';
import { suggest } from '../../src/session/suggest.ts';
import { areaIn, partWorkedOn } from '../../src/session/wound-areas.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

describe('areas told', () => {
  test.each<[string, number | undefined]>([
    ['two wounds, 5 x 4 cm and 3 x 3 cm', 29],
    ['the ulcer is six by five', 30],
    ['heel 4 cm by 4 cm', 16],
    ['ulcer 8.0 x 7.5 x 0.3 cm', 60],
    ['3 x 3 x 0.2', 9],
    ['wound 30 x 20 mm', 6],
    ['three ulcers, each 3 x 3 cm', 27],
    ['6 x 3 = 18 cm2', 18],
    ['4.0 x 3.5 and 5 x 6 cm, total 44 sq cm', 44],
    ['wound 6 x 6 cm, slough removed over 18 sq cm', 18],
    ['15 sq cm right shin and 12 sq cm left shin', 27],
    ['ulcer L 4 cm, W 3 cm, D 0.2', 12],
    ['wound 7 cm long and 5 cm wide', 35],
    ['three point five by four centimeters', 14],
    ['wound was 8 x 6 cm, today 4 x 4 cm', 16],
    ['covered the wound with a 10 x 10 cm foam dressing', undefined],
    ['R 6x4, L 3x3.', 33],
    ['bridges 3x10', undefined],
    ['heel raises 3 x 10 reps', undefined],
    ['more than 50 sq cm', undefined],
    ['twelve square centimeters', 12],
  ])('%s', (text, area) => expect(areaIn(foldText(text))).toBe(area));

  test('the part worked on', () => {
    expect(partWorkedOn('debrided 50% of the wound bed')).toBe(0.5);
    expect(partWorkedOn('bed 50% yellow, debrided with curette')).toBe(1);
  });
});

/** The lines as "code x units". */
const lines = (service: string): string => suggest(testCatalog, { service }, '2026-11-23').lines.map((l) => `${l.code} x${l.units}`).join(', ');

describe('the wound of a service', () => {
  test.each([
    ['Sharp debridement left heel 2 x 3 cm and sacrum 4 x 4 cm, forceps and scissors.', '97597 x1, 97598 x1'],
    ['Sacral wound measures 10 x 8 cm; only 12 sq cm of slough debrided with the scalpel today.', '97597 x1'],
    ['Debrided left heel with curette, 3 x 3 cm. Negative pressure with the rental pump on the right hip, 9 x 8 cm.', '97597 x1, 97606 x1'],
    ['Heel wound 4 cm by 4 cm. Debrided with curette, selective. Then wound vac re-applied with the rental pump.', '97597 x1, 97605 x1'],
    ['Prevena single use device placed over incision 20 x 4 cm.', '97608 x1'],
  ])('%s', (text, expected) => expect(lines(text)).toBe(expected));
});

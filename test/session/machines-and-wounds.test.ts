/** Machines, wounds and bandages told in charts and in everyday words: which code, and what is no service. */
import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

/** The lines as "code x units", in the order of the codes. */
const lines = (service: string): string => suggest(testCatalog, { service }, '2026-11-23').lines.map((l) => `${l.code} x${l.units}`).sort().join(', ');

describe('machines', () => {
  test.each([
    ['IFC 4 electrodes L/S 15 min, no attendance.', '97014 x1'],
    ['NMES to ant tib 12 min, therapist at side adjusting current the whole time.', '97032 x1'],
    ['The belt went round my hips and the bed pulled me for 15 minutes.', '97012 x1'],
    ['The biofeedback computer was down. She stretched the scar by hand for 23 minutes, myofascial release.', '97140 x2'],
    ['MLD 45 min right leg, complete decongestive therapy phase 1.', '97140 x3'],
  ])('%s', (text, expected) => expect(lines(text)).toBe(expected));
});

describe('wounds and bandages', () => {
  test.each([
    ['VAC canister changed only, foam not touched. Heel debrided with curette, 9 sq cm.', '97597 x1'],
    ['Vac re-done with new foam and a new canister, rental pump, 4 x 3 cm.', '97605 x1'],
    ['Unna boot to the right leg after debridement of 6 sq cm with a curette.', '29580 x1, 97597 x1'],
    ['MLD 40 minutes left arm, then she wrapped it in layers of bandage from hand to axilla.', '29584 x1, 97140 x3'],
    ['Venous ulcer 8 x 7 cm. Scalpel debridement of devitalized tissue over the whole bed.', '97597 x1, 97598 x2'],
  ])('%s', (text, expected) => expect(lines(text)).toBe(expected));
});

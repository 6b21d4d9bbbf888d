/** CQ and CO: whose units they are, by CMS's examples and the two exceptions. */
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/units/calculate.ts';
import { assistantShare, assistantShareUntimed } from '../../src/units/assistant.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

describe('one service, therapist and assistant', () => {
  // minutes, units, of them the assistant's minutes -> the assistant's units
  it.each([
    [30, 2, 0, 0, 'the therapist alone'], [30, 2, 30, 2, 'the assistant alone'], [30, 2, 15, 1, 'a quarter each'],
    [45, 3, 15, 1, 'two and one'], [15, 1, 7, 0, 'the therapist gave 8'], [15, 1, 8, 1, 'the therapist gave 7'],
    [15, 1, 1, 0, 'far under a tenth, and 14 minutes of the therapist'], [22, 1, 12, 0, 'the therapist gave 10 of the only unit'],
    [22, 1, 15, 1, 'a whole quarter of the assistant and 7 minutes over'], [25, 2, 12, 1, '13 and 12: one of each'], [28, 2, 14, 1, '14 and 14: one of each'],
    [23, 2, 9, 1, '14 and 9: one of each'], [38, 3, 12, 1, '26 and 12: two of the therapist with what is left, one of the assistant'],
    [40, 3, 33, 3, '7 and 33: the last is over a tenth the assistant\'s'], [40, 3, 7, 1, '33 and 7: two whole of the therapist, 3 and 7 are left'], [45, 3, 23, 2, '22 and 23: one whole each, 7 and 8 are left'], [45, 3, 22, 1, '23 and 22: 8 of the therapist are left'],
    [9, 1, 1, 0, 'the therapist gave 8 of 9'], [8, 1, 1, 1, 'the therapist gave 7 of 8 and one minute is over a tenth'], [8, 1, 8, 1, 'all of it'],
  ] as [number, number, number, number, string][])('%i minutes, %i units, %i of the assistant: %i with CQ (%s)', (minutes, units, assistant, expected) => {
    const share = assistantShare(minutes, units, assistant);
    expect(share.assistant_units, share.why).toBe(expected);
    expect(share.therapist_units + share.assistant_units).toBe(units);
  });
  it('never gives more units than there are, for every split of every length', () => {
    for (let minutes = 0; minutes <= 127; minutes += 1) {
      const units = minutes < 8 ? 0 : Math.floor((minutes + 7) / 15);
      for (let assistant = 0; assistant <= minutes; assistant += 1) {
        const share = assistantShare(minutes, units, assistant);
        expect(share.assistant_units).toBeGreaterThanOrEqual(0);
        expect(share.therapist_units).toBeGreaterThanOrEqual(0);
        expect(share.assistant_units).toBeGreaterThanOrEqual(Math.min(units, Math.floor(assistant / 15)));
      }
    }
  });
  it.each([[30, 3, 0], [30, 4, 1], [20, 2, 0], [20, 20, 1], [30, 0, 0]])('untimed, %i minutes, %i of the assistant: %i', (minutes, assistant, expected) => {
    expect(assistantShareUntimed(minutes, assistant).assistant_units).toBe(expected);
  });
});

it('calculate_units parts the units of each service, in the pool of the day', () => {
  const reply = calculate(testCatalog, { services: [{ code: '97110', minutes: 32, assistant_minutes: 15 }, { code: '97140', minutes: 14 }], payer: 'medicare' });
  const cms = reply.results[0]!;
  expect(cms.lines.map((l) => [l.units, l.assistant?.assistant_units])).toEqual([[2, 1], [1, undefined]]);
  expect(cms.explanation).toContain('97110 x 1');
  expect(reply.sources.map((s) => s.id)).toContain('cms-therapy-page');
});
it('says that none needs it where the assistant gave a tenth or less', () => {
  expect(calculate(testCatalog, { services: [{ code: '97110', minutes: 15, assistant_minutes: 1 }] }).results[0]!.explanation).toContain('None of these units needs CQ or CO.');
});

/** A code that is named for its pay is no service: what was done in words is. */
import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const reply = (service: string): { lines: string[]; pay: boolean } => {
  const { lines, notes } = suggest(testCatalog, { service }, '2026-11-24');
  return { lines: lines.map((l) => `${l.code}x${l.units}`), pay: notes.some((n) => n.about === 'pay') };
};

describe('a code named for its pay', () => {
  it.each([
    ['My plan pays 97140 better than massage. I did 45 min of swedish, can I use it?', ['97124x3']],
    ['Which pays more, 97124 or 97140, for 30 min of kneading?', ['97124x2']],
    ['97140 is better paid, but I did 30 minutes of kneading and long strokes', ['97124x2']],
  ])('%s', (service, lines) => expect(reply(service)).toEqual({ lines, pay: true }));

  it.each([
    ['97110 15 min and manual therapy 20 min, which pays more?', ['97110x1', '97140x1'], true],
    ['97140 x2 and exercise 15 min', ['97140x2', '97110x1'], false],
    ['She paid her copay and feels much better. Kneading 30 min.', ['97124x2'], false],
  ])('a number with minutes or units stands: %s', (service, lines, pay) => expect(reply(service)).toEqual({ lines, pay }));
});

/** Folding and words: places stay right whatever the text holds. */
import { describe, expect, it } from 'vitest';
import { foldText, wordsOf } from '../../src/search/normalise.ts';

describe('foldText', () => {
  it.each([
    ['Deep TISSUE', 'deep tissue'],
    ['PT’s note – 45´', "pt's note - 45'"],
    ['`re‑ed`', "'re-ed'"],
    ['Été À Ω', 'été à ω'],
    // Its small form is two characters; it stays, so that places stay right.
    ['İ x', 'İ x'],
    ['💆‍♀️ Massage', '💆‍♀️ massage'],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text)).toHaveLength(text.length);
  });
});

describe('wordsOf', () => {
  it('number words are digits', () => expect(wordsOf('three regions').map((w) => w.text)).toEqual(['3', 'regions']));
  it('hyphens part words', () => expect(wordsOf('e-stim').map((w) => w.text)).toEqual(['e', 'stim']));
  it.each([['constructor', 'constructor'], ["therapist's", 'therapist'], ['mobilisations', 'mobilization'], ['boxes', 'box'], ['passes', 'pass']])('%s has the stem %s', (text, stem) => {
    expect(wordsOf(text).map((w) => w.stem)).toEqual([stem]);
  });
  it('places are those of the text', () => {
    const text = '💆 Ultrasound, Massage';
    expect(wordsOf(text).map((w) => text.slice(w.start, w.end))).toEqual(['Ultrasound', 'Massage']);
  });
});

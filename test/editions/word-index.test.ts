/** The index of words: what is found beside what a look through every row finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWordIndex, foldWords, WordIndex } from '../../src/editions/word-index.ts';

const word = fc.constantFrom('chair', 'wheelchair', 'cushion', 'arm', 'rest', 'lumbar', 'pillows', 'gel', 'each', 'the');
const texts = fc.array(fc.array(word, { maxLength: 6 }).map((w) => w.join(' ')), { minLength: 1, maxLength: 40 });
const query = fc.array(fc.oneof(word, fc.constant('unheard')), { minLength: 1, maxLength: 4 }).map((w) => w.join(' '));

describe('rows that have every word', () => {
  it('are those of a look through all rows', () => {
    fc.assert(fc.property(texts, query, (rows, asked) => {
      const words = [...new Set(foldWords(asked))];
      const expected = rows.flatMap((text, i) => (words.length > 0 && words.every((w) => foldWords(text).includes(w)) ? [i] : []));
      const found = new WordIndex(buildWordIndex(rows)).searchAll(asked, 100);
      expect(found.map((h) => h.row).sort((a, b) => a - b)).toEqual(expected);
      for (const hit of found) expect([hit.share, hit.matched]).toEqual([1, words]);
    }));
  });

  it('come shorter ones first, and after a search the next one starts anew', () => {
    const index = new WordIndex(buildWordIndex(['wheelchair cushion of gel with a cover and straps', 'wheelchair cushion', 'cushion', 'wheelchair']));
    expect(index.searchAll('cushion wheelchair', 5).map((h) => h.row)).toEqual([1, 0]);
    expect(index.searchAll('cushion wheelchair', 1).map((h) => h.row)).toEqual([1]);
    expect(index.searchAll('cushion', 5).map((h) => h.row)).toEqual([2, 1, 0]);
  });

  it('a word of nearly every row counts too', () => {
    const index = new WordIndex(buildWordIndex(Array.from({ length: 20 }, (_, i) => (i === 7 ? 'item rail' : i === 8 ? 'rail' : 'item'))));
    expect(index.searchAll('rail item', 5).map((h) => h.row)).toEqual([7]);
  });
});

it('rows that have some of the words: those with more come first', () => {
  const index = new WordIndex(buildWordIndex(['lumbar pillow', 'lumbar support', 'pillow of gel', 'walker', 'cane', 'crutch', 'lift', 'rail', 'brace', 'splint', 'sling', 'shoe', 'insole', 'boot', 'cast', 'tape', 'pump']));
  expect(index.search('lumbar pillow unheard', 5).map((h) => [h.row, h.matched.length])).toEqual([[0, 2], [1, 1], [2, 1]]);
});

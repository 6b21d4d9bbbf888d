/** What was learned from the phrasings: in step with them, read as it was written, and the same at every run. */
import { describe, expect, it } from 'vitest';
import { learnWeights } from '../../src/search/learn-weights.ts';
import { phrasingsOf, verdictOf } from '../../src/search/word-evidence.ts';
import { countPhrasings, type Phrasing } from '../../src/search/word-table.ts';
import { readWeights, stampIn, stampOf } from '../../src/search/word-weights.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

describe('catalog/word-weights.txt', () => {
  it('is of the phrasings of today; otherwise run "npm run learn"', () => {
    expect(stampIn(testCatalog.word_weights)).toBe(stampOf(phrasingsOf(testCatalog)));
  });

  it('knows every code that has phrasings', () => {
    const codes = new Set(phrasingsOf(testCatalog).map((p) => p.code));
    expect(new Set(testCatalog.word_weights.split('\n')[1]!.split(' '))).toEqual(codes);
  });
});

const rows: Phrasing[] = ['ice pack on the knee', 'ice pack to the shoulder', 'cold pack for ten', 'ice on the ankle'].map((words) => ({ code: 'COLD', words }))
  .concat(['squats with a band', 'band rows and squats', 'heel raises with a band', 'squats at the wall'].map((words) => ({ code: 'MOVE', words })));

describe('learning', () => {
  const text = learnWeights(rows, countPhrasings(rows));

  it('gives the same text for the same phrasings, and another stamp for others', () => {
    expect(learnWeights(rows, countPhrasings(rows))).toBe(text);
    expect(stampOf(rows.slice(1))).not.toBe(stampOf(rows));
  });

  it('finds for each word the code that it speaks for', () => {
    const weights = readWeights(text, ['COLD', 'MOVE']);
    const of = (word: string): Record<number, number> => Object.fromEntries((weights.of(word) ?? []).flatMap((v, i, all) => (i % 2 === 0 ? [[v, all[i + 1]!]] : [])));
    expect((of('ice')[0] ?? 0) - (of('ice')[1] ?? 0)).toBeGreaterThan(0);
    expect((of('band')[1] ?? 0) - (of('band')[0] ?? 0)).toBeGreaterThan(0);
    expect(weights.of('ultrasound')).toBeUndefined();
  });

  it('puts the weights at the places of the codes that are asked for', () => {
    const turned = readWeights(text, ['MOVE', 'NEW', 'COLD']);
    expect(turned.bias).toHaveLength(3);
    expect(turned.bias[1]).toBeLessThan(turned.bias[0]!);
  });
});

describe('what words say together', () => {
  it.each([
    ['sliding board transfers bed to chair with less help', '97530'],
    ['walked the hallway with the rollator and turned at the end', '97116'],
    ['buttoned her blouse with one hand and the hook', '97535'],
    ['stood on foam with eyes shut and caught a ball', '97112'],
  ])('%s: %s', (words, code) => expect(verdictOf(testCatalog, words).code).toBe(code));

  it.each(['blood pressure 128 over 76 and pulse 72 before we began', 'she will call on monday about the next appointment', 'daughter drove her home'])('no service: %s', (words) => {
    expect(verdictOf(testCatalog, words).confidence).not.toBe('strong');
  });
});

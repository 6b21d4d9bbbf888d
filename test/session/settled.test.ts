import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../src/search/lexicon.ts';
import { lookup } from '../../src/search/lookup.ts';
import { settledAs } from '../../src/search/settling.ts';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const contestedOf = (words: string) => testCatalog.vocabulary.contested.find((c) => c.words.includes(words))!;
const codesOf = (service: string): string[] => suggest(testCatalog, { service }, '2026-11-23').lines.map((l) => l.code);

describe('words that settle a contested one', () => {
  it.each([
    ['deep tissue', 'kneading and long strokes with lotion', '97124'],
    ['deep tissue', 'sustained elbow pressure until it let go', '97140'],
    ['deep tissue', 'sustained pressure, no rubbing', '97140'],
    ['deep tissue', 'kneading, then myofascial release', undefined],
    ['deep tissue', 'to the low back for pain', undefined],
    ['traction', 'motorized table, 80 lb', '97012'],
    ['traction', 'with my hands, not the machine', '97140'],
    ['traction', 'felt good', undefined],
    ['percussion', 'cupped hands to the back', '97124'],
    ['percussion', 'with the theragun', '97039'],
    ['prom', 'with joint mobilization grade III', '97140'],
    ['trigger points', 'held with the thumb: sustained pressure', '97140'],
    ['trigger points', 'two needles', '20560'],
  ])('%s: %s', (words, beside, code) => expect(settledAs(contestedOf(words), beside)).toBe(code));

  it('stands in the lexicon', () => expect(lexiconOf(testCatalog).stems.has('trxn')).toBe(true));
});

describe('a session with a contested name', () => {
  it.each([
    ['Deep tissue to the back for 30 min. Sustained elbow pressure on each knot until it let go.', ['97140']],
    ['Deep tissue work, which was pressure on the trigger points, 15 minutes.', ['97140']],
    ['Slow kneading of the calf. Soft tissue work 20 min.', ['97124']],
    ['Traction 15 min. Saunders unit, 30 lb, intermittent.', ['97012']],
    ['Vibration 10 min. She used the massage gun.', []],
    ['60 minutes of deep tissue massage', ['97124']],
    ['Soft tissue work 20 min. He takes injections for his knee.', []],
    ['Deep tissue 20 min, then myofascial release of the scar 15 min.', []],
  ])('%s', (service, codes) => expect(codesOf(service)).toEqual(codes));

  it('is settled in a search as well', () => {
    expect(lookup(testCatalog, { query: 'traction of the neck with my hands' }, '2026-11-23').matches[0]).toMatchObject({ code: '97140', match: { confidence: 'strong' } });
    expect(lookup(testCatalog, { query: 'neck traction' }, '2026-11-23').matches[0]?.match.confidence).not.toBe('strong');
  });
});

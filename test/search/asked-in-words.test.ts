/** Look-ups in words: what a deleted code is now, devices with a code's form, words of another field, and names that stay open. */
import { describe, expect, it } from 'vitest';
import { lookup } from '../../src/search/lookup.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const find = (query: string, date_of_service?: string): string[] => lookup(testCatalog, { query, ...(date_of_service ? { date_of_service } : {}) }, '2026-11-24').matches.map((m) => `${m.code} ${m.match.confidence}`);

describe('a deleted code among words', () => {
  it('is led by its successors where the words ask for them', () => {
    expect(find('what replaced 97002')).toEqual(['97164 strong', '97002 strong']);
    expect(find('old code 97001').slice(0, 3)).toEqual(['97161 possible', '97162 possible', '97163 possible']);
    expect(find('97762 orthotic checkout')[0]).toBe('97763 strong');
  });

  it('stands alone where it is asked for itself, and on a day when it was in force', () => {
    expect(find('97001')).toEqual(['97001 strong']);
    expect(find('is 97001 still valid')).toEqual(['97001 strong']);
    expect(find('old code 97001', '2015-05-05')).toEqual(['97001 strong']);
  });
});

describe('words that other readings would take away', () => {
  it.each([
    ['DRX9000', 'S9090'],
    ['standard asthma curriculum, three people taught together', '98961'],
    ['first lesson with my new plastic leg', '97761'],
    ['new patient moderate complexity', '99204'],
    ['telephone assessment by qualified nonphysician 21-30', '98968'],
    ['HRA caregiver', '96161'],
  ])('%s: %s', (query, code) => expect(find(query)[0]).toMatch(new RegExp(`^${code} `)));

  it.each(['QX900', 'sourdough starter for three people', '9712'])('%s finds nothing', (query) => expect(find(query)).toEqual([]));
});

describe('a contested name', () => {
  it('stays open beside a place and a time, and is settled by words that tell', () => {
    expect(find('deep tissue, 45 min, upper back').some((m) => m.endsWith('strong'))).toBe(false);
    expect(find('deep tissue with kneading and long oily strokes')[0]).toBe('97124 strong');
  });
});

import { expect, test } from 'vitest';
import { readTables } from '../../src/session/minute-tables.ts';
import { splitSession } from '../../src/session/read-services.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const partsOf = (text: string): number[] => splitSession(testCatalog, text).durations.filter((d) => !d.total && !d.aside && !d.within).map((d) => d.minutes);

test.each<[string, number[], number[]]>([
  ['| Exercise | sets | min |\n|---|---|---|\n| bridges | 3x10 | 7 |\n| leg press | 2x12 | 9 |\n| Total | | 16 |', [7, 9], [16]],
  ['| Service | Minutes | Notes |\n| gait training | 18 min | cane |\n| manual therapy | 12 | gr III |', [18, 12], []],
  ['              9/01   9/04   today\nTher ex       20     25     22\nManual        10     10     -\nTotal         30     35     22', [22], [22]],
  ['         Mon   Wed   Fri\nGait     15    15    20\nTA       10    10    12', [20, 12], []],
])('%s', (text, parts, totals) => {
  const read = readTables(text)!;
  expect(read.text).toHaveLength(text.length);
  expect(read.times.filter((t) => !t.total).map((t) => t.minutes)).toEqual(parts);
  expect(read.times.filter((t) => t.total).map((t) => t.minutes)).toEqual(totals);
  expect(partsOf(text)).toEqual(parts);
});

test('a row without minutes today was not done', () => {
  const text = '           9/01   9/04   today\nTher ex    20     25     22\nUltrasound 8      8      -';
  expect(readTables(text)!.text).not.toContain('Ultrasound');
});

test.each([
  'Exercise 20 min\nManual 10 min',
  'Pain before | after\n6/10 | 3/10',
  'ROM    left   right\nflex   110    120\next    0      0',
  'S: sore | O: tight | A: better | P: continue',
])('no table of minutes: %s', (text) => { expect(readTables(text)).toBeUndefined(); });

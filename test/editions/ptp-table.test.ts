/** The compiled PTP table against a plain Map of the same rows, and what it does with bytes that are not as they were written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableDamaged } from '../../src/editions/byte-reader.ts';
import { PtpBuilder } from '../../src/editions/ptp-builder.ts';
import type { PtpRowIn, PtpWindow } from '../../src/editions/ptp-pair.ts';
import { openPtpTable, type PtpTable } from '../../src/editions/ptp-table.ts';

const row = (text: string): PtpRowIn => {
  const [column_one, column_two, from, to, indicator, rationale] = text.split(/ +/, 6) as [string, string, string, string, '0' | '1' | '9', string];
  return { column_one, column_two, from, ...(to !== '*' && { to }), indicator, rationale: rationale.replaceAll('_', ' ') };
};
const sample = [
  '97140 97124 2002-01-01 * 0 Misuse_of_Column_Two_code_with_Column_One_code',
  '97140 95851 1996-01-01 2001-12-31 1 Standards_of_medical/surgical_practice',
  '97140 95851 2005-07-01 * 1 CPT_Manual_or_CMS_manual_coding_instruction',
  '97530 97124 2020-01-01 2020-01-01 9 Misuse_of_Column_Two_code_with_Column_One_code',
  '97530 97124 1900-01-01 2019-12-31 0 Misuse_of_Column_Two_code_with_Column_One_code',
  '97530 97124 2020-01-25 * 1 Misuse_of_Column_Two_code_with_Column_One_code',
  '0001U 0029U 2018-07-01 2026-06-30 1 Misuse_of_Column_Two_code_with_Column_One_code',
  'G0283 97014 1996-01-01 * 0 More_extensive_procedure',
].map(row);

function compile(rows: PtpRowIn[]): Uint8Array {
  const builder = new PtpBuilder();
  for (const r of rows) builder.add(r);
  return builder.finish();
}
const open = (body: Uint8Array): PtpTable => openPtpTable((position, length) => body.subarray(position, position + length), body.length);

const order = (a: PtpWindow, b: PtpWindow): number => {
  const key = (w: PtpWindow): string => [w.from, w.to ?? '9999', w.indicator, w.rationale].join('\0');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
};
/** The same table the plain way: pair -> its distinct windows in order. */
function reference(rows: PtpRowIn[]): Map<string, PtpWindow[]> {
  const pairs = new Map<string, Map<string, PtpWindow>>();
  for (const { column_one, column_two, ...window } of rows) {
    const windows = pairs.get(`${column_one} ${column_two}`) ?? new Map<string, PtpWindow>();
    pairs.set(`${column_one} ${column_two}`, windows.set(JSON.stringify([window.from, window.to, window.indicator, window.rationale]), window));
  }
  return new Map([...pairs].map(([pair, windows]) => [pair, [...windows.values()].sort(order)]));
}
function expectSame(table: PtpTable, rows: PtpRowIn[]): void {
  const expected = reference(rows);
  expect(table.pair_count).toBe(expected.size);
  expect(table.row_count).toBe([...expected.values()].flat().length);
  for (const [pair, windows] of expected) {
    const [one, two] = pair.split(' ') as [string, string];
    expect(table.windows(one, two)).toEqual(windows);
    if (!expected.has(`${two} ${one}`)) expect(table.windows(two, one)).toEqual([]);
  }
  const listed = table.columnOnes().flatMap((one) => table.pairsOf(one).map((p) => [`${one} ${p.column_two}`, p.windows] as const));
  expect(listed).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const digit = fc.constantFrom(...'0123456789');
const code = fc.oneof(
  fc.constantFrom('97124', '97140', '97110', '00000', 'V9999', '9999Z', '0001U', 'A0000'),
  fc.tuple(fc.constantFrom(...'0123456789AGV'), digit, digit, digit, fc.constantFrom(...'0123456789TUFM')).map((c) => c.join('')),
);
const date = fc.oneof(fc.constantFrom('1900-01-01', '1996-01-01', '2019-12-31', '2020-01-01', '2024-02-29'), fc.date({ min: new Date('1996-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)));
const anyRow: fc.Arbitrary<PtpRowIn> = fc.record({
  column_one: code, column_two: code, from: date, to: fc.option(date, { nil: undefined }), indicator: fc.constantFrom('0', '1', '9'),
  rationale: fc.oneof(fc.constantFrom('', 'Misuse of Column Two code with Column One code', 'Sequential procedure'), fc.string({ unit: 'grapheme', maxLength: 12 })),
}).map(({ to, ...r }) => (to === undefined ? r : { ...r, to }));

describe('the compiled table', () => {
  it('keeps every window of a pair, and tells the order of columns', () => {
    const table = open(compile(sample));
    expectSame(table, sample);
    expect(table.windows('97530', '97124').map((w) => [w.from, w.to, w.indicator])).toEqual([['1900-01-01', '2019-12-31', '0'], ['2020-01-01', '2020-01-01', '9'], ['2020-01-25', undefined, '1']]);
    expect(table.windows('97124', '97140')).toEqual([]);
    expect('to' in table.windows('97140', '97124')[0]!).toBe(false);
  });
  it.each([['', '97124'], ['97140', ''], ['9714', '97124'], ['97140', '971240'], ['97140 ', '97124'], ['g0283', '97014'], ['97140', '９7124'], ['97141', '97124'], ['97140', '97125']])('%j with %j is no edit', (one, two) => {
    expect(open(compile(sample)).windows(one, two)).toEqual([]);
  });
  it('is the same whatever the order of the rows, and a row given twice is kept once', () => {
    const shuffled = sample.toReversed();
    expect(compile([...shuffled, sample[0]!, sample[4]!])).toEqual(compile(sample));
  });
  it('may be empty', () => {
    const table = open(compile([]));
    expect([table.row_count, table.pair_count, table.columnOnes(), table.windows('97140', '97124')]).toEqual([0, 0, [], []]);
  });
  it('reads column ones of one pair, and of very many', () => {
    const rows = Array.from({ length: 70_000 }, (_, i): PtpRowIn => ({ column_one: i < 60_000 ? '97140' : String(10_000 + (i % 130)), column_two: String(i), from: '1996-01-01', indicator: i % 3 === 0 ? '0' : '1', rationale: `r${i % 700}` })).filter((r) => r.column_two.length === 5);
    expect(open(compile(rows)).windows('97140', '50000')).toEqual([{ from: '1996-01-01', indicator: '1', rationale: 'r300' }]);
    const table = open(compile(rows));
    for (const r of [...rows.slice(-300), ...rows.slice(-300)]) expect(table.windows(r.column_one, r.column_two)).toEqual([{ from: r.from, indicator: r.indicator, rationale: r.rationale }]);
  });
  it.each([[1], [4], [5], [20]])('keeps long and short histories of %i pairs each', (pairs) => {
    const rows = [1, 2, 3, 126, 127, 128, 129, 400].flatMap((windows, h) => Array.from({ length: pairs }, (_, p) => Array.from({ length: windows }, (_, w): PtpRowIn => ({
      column_one: '97140', column_two: String(10_000 + p * 10 + h), from: `${1990 + (w % 30)}-01-0${1 + h}`, to: `${2000 + Math.floor(w / 30)}-12-31`, indicator: '1', rationale: '',
    })))).flat();
    expectSame(open(compile(rows)), rows);
  });
  it('does not keep the array of a reader that uses one again', () => {
    const body = compile(sample);
    const one = new Uint8Array(body.length);
    const table = openPtpTable((position, length) => {
      one.fill(0xff);
      one.set(body.subarray(position, position + length));
      return one.subarray(0, length);
    }, body.length);
    for (let round = 0; round < 2; round++) expectSame(table, sample);
  });
  it('gives exactly the windows of any set of rows', () => {
    fc.assert(fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => expectSame(open(compile(rows)), rows)), { numRuns: 150 });
  });
});

describe('a row that the builder cannot take', () => {
  it.each([['column_one', '9712'], ['column_two', '9712é'], ['column_two', 'g0283'], ['from', '2024-02-30'], ['from', '20240101'], ['to', '*']])('%s %s is refused, each time', (field, value) => {
    const builder = new PtpBuilder();
    builder.add(sample[0]!);
    for (let time = 0; time < 2; time++) expect(() => builder.add({ ...sample[2]!, [field]: value })).toThrow(RangeError);
    expectSame(open(builder.finish()), [sample[0]!]);
  });
});

/** What the bytes give when every pair of the sample is asked for: the right answer, or that they are damaged. */
function answer(bytes: Uint8Array, length = bytes.length): unknown {
  try {
    const table = openPtpTable((position, size) => bytes.subarray(position, position + size), length);
    return sample.map((r) => table.windows(r.column_one, r.column_two));
  } catch (error) {
    if (error instanceof TableDamaged) return 'damaged';
    throw error;
  }
}

describe('a damaged table', () => {
  const body = compile(sample);
  it('is never read as another one: every bit turned, one after the other', () => {
    expect(answer(body)).not.toBe('damaged');
    for (let bit = 0; bit < body.length * 8; bit++) {
      const turned = body.slice();
      turned[bit >> 3]! ^= 1 << (bit & 7);
      expect(answer(turned), `bit ${bit}`).toBe('damaged');
    }
  });
  it('cut short anywhere, or with something behind it, is damaged', () => {
    for (let length = 0; length < body.length; length++) {
      expect(answer(body.subarray(0, length)), `${length} bytes`).toBe('damaged');
      expect(answer(body.subarray(0, length), body.length), `${length} bytes that should be more`).toBe('damaged');
    }
    expect(answer(Uint8Array.of(...body, 0))).toBe('damaged');
  });
  it('with any bytes overwritten, or of any bytes at all, gives the right answer or is damaged', () => {
    const right = answer(body);
    fc.assert(fc.property(fc.nat(body.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), (position, bytes) => {
      const changed = body.slice();
      changed.set(bytes.subarray(0, body.length - position), position);
      const got = answer(changed);
      if (got !== 'damaged') expect(got).toEqual(right);
    }), { numRuns: 500 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { expect(answer(bytes)).toBe('damaged'); }));
  });
  it('that changed after it was opened is noticed at the row', () => {
    const changing = compile(sample);
    const table = open(changing);
    changing.fill(0, changing.length - 20);
    expect(() => sample.map((r) => table.windows(r.column_one, r.column_two))).toThrow(TableDamaged);
  });
  it.each([[0, /not a compiled PTP table/], [4, /format \d+; this program reads format 1/], [20, /does not fit its check/]])('says what is wrong (byte %i)', (position, message) => {
    const changed = body.slice();
    changed[position]! ^= 2;
    expect(() => open(changed)).toThrow(message);
  });
});

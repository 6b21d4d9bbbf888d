/** The CMS text of the PTP table, in its published layout and in the forms that tools make of it; and what is not one. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PtpRowIn } from '../../src/editions/ptp-pair.ts';
import { PtpLayoutError, type PtpReadResult } from '../../src/editions/ptp-rows.ts';
import { PtpTextReader, readPtpText } from '../../src/editions/read-ptp-text.ts';
import { splitCells } from '../../src/editions/split-cells.ts';

const misuse = 'Misuse of Column Two code with Column One code';
const header = [
  'CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t',
  'Column1/Column2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '\t\t\t\t*=no data\t1=allowed\t',
  '\t\t\t\t\t9=not applicable\t',
];
const rowLines = [
  `0001U\t0029U\t\t20180701\t20260630\t1\t${misuse}`,
  `0001U\t0030U\t\t20180701\t*\t1\t${misuse}`,
  `97140\t95851\t*\t19960101\t20011231\t1\tStandards of medical/surgical practice`,
  `97140\t95851\t\t20050701\t\t0\tStandards of medical/surgical practice`,
  `97530\t97124\t\t20200101\t20200101\t9\tMutually exclusive procedures`,
  `G0283\t97014\t\t20240229\t*\t0\tMore extensive procedure`,
];
const rows: PtpRowIn[] = [
  { column_one: '0001U', column_two: '0029U', from: '2018-07-01', to: '2026-06-30', indicator: '1', rationale: misuse },
  { column_one: '0001U', column_two: '0030U', from: '2018-07-01', indicator: '1', rationale: misuse },
  { column_one: '97140', column_two: '95851', from: '1900-01-01', to: '2001-12-31', indicator: '1', rationale: 'Standards of medical/surgical practice' },
  { column_one: '97140', column_two: '95851', from: '2005-07-01', indicator: '0', rationale: 'Standards of medical/surgical practice' },
  { column_one: '97530', column_two: '97124', from: '2020-01-01', to: '2020-01-01', indicator: '9', rationale: 'Mutually exclusive procedures' },
  { column_one: 'G0283', column_two: '97014', from: '2024-02-29', indicator: '0', rationale: 'More extensive procedure' },
];
const text = `${[...header, ...rowLines].join('\r\n')}\r\n`;
const bytes = (s: string): Uint8Array => new TextEncoder().encode(s);

function read(content: string | Uint8Array, piece = Number.MAX_SAFE_INTEGER): PtpReadResult & { read: PtpRowIn[] } {
  const got: PtpRowIn[] = [];
  const reader = new PtpTextReader((row) => got.push(row));
  const all = typeof content === 'string' ? bytes(content) : content;
  for (let at = 0; at < all.length; at += piece) reader.push(all.subarray(at, at + piece));
  return { ...reader.end(), read: got };
}
const csv = (cells: string[][], quoteAll = false): string => cells.map((line) => line.map((c) => (quoteAll || /[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')).join('\r\n').concat('\r\n');
const cellsOf = (lines: string[]): string[][] => lines.map((line) => line.split('\t'));
const stacked = ['Column 1', 'Column 2', '*=in existence\nprior to 1996', 'Effective\nDate', 'Deletion\nDate\n*=no data', 'Modifier\n0=not allowed\n1=allowed\n9=not applicable', 'PTP Edit Rationale'];
const american = rowLines.map((line) => line.replaceAll(/\b(\d{4})(\d{2})(\d{2})\b/g, (_, y, m, d) => `${Number(m)}/${Number(d)}/${y}`));

describe('the published text', () => {
  it('gives every row, the notice and the counts', () => {
    expect(read(text)).toEqual({ read: rows, rows: 6, unreadable_count: 0, unreadable: [], notice: 'CPT only copyright 2025 American Medical Association. All rights reserved.', cut_short: false });
  });
  it.each([1, 2, 3, 7, 64, 250])('in pieces of %i bytes', (piece) => {
    expect(read(text, piece)).toEqual(read(text));
  });
  it('as a stream', async () => {
    const got: PtpRowIn[] = [];
    const pieces = async function* (): AsyncGenerator<Uint8Array> { yield bytes(text.slice(0, 500)); yield bytes(text.slice(500)); };
    expect((await readPtpText(pieces(), (row) => got.push(row))).rows).toBe(6);
    expect(got).toEqual(rows);
  });
  const forms: [what: string, content: string][] = [
    ['line feeds alone', text.replaceAll('\r\n', '\n')],
    ['no line end at the end', text.trimEnd()],
    ['a byte order mark', `\uFEFF${text}`],
    ['blank lines and a DOS end of file', `${text}\r\n\t\t\t\t\t\t\r\n\u001a`],
    ['blanks around the cells', text.replaceAll('\t', ' \t ')],
    ['trailing tabs', rowLines.reduce((t, line) => t.replace(line, `${line}\t\t`), text)],
    ['quoted cells', text.replaceAll(misuse, `"${misuse}"`)],
    ['a quoted notice over several lines', text.replace(header[0]!, '"CPT only copyright 2025 American Medical Association. All rights\r\nreserved.\r\nCPT is a registered trademark."\t\t\t\t\t\t')],
    ['a stacked header in one quoted line', [header[0], header[1], stacked.map((c) => `"${c}"`).join('\t'), ...rowLines, ''].join('\r\n')],
    ['a plain header and no notice', ['Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale', ...rowLines, ''].join('\n')],
    ['commas', csv(cellsOf([...header, ...rowLines]))],
    ['commas, every cell quoted', csv(cellsOf([...header, ...rowLines]), true)],
    ['commas with a stacked header', csv([...cellsOf(header.slice(0, 2)), stacked, ...cellsOf(rowLines)])],
    ['commas and dates as a spreadsheet writes them', csv(cellsOf([...header, ...american]))],
    ['a quote in the notice that is never closed', `"${text}`],
    ['one in the title', text.replace('Column1', '"Column1')],
    ['dates with hyphens', text.replaceAll(/\t(\d{4})(\d{2})(\d{2})(?=\t)/g, '\t$1-$2-$3')],
  ];
  it.each(forms)('with %s is the same', (_, content) => {
    const got = read(content);
    expect(got.read).toEqual(rows);
    expect([got.unreadable_count, got.cut_short]).toEqual([0, false]);
    expect(read(content, 5)).toEqual(got);
  });
  it('without the columns of rationale and of 1996', () => {
    const old = [...header.slice(2), ...rowLines].map((line) => line.split('\t').filter((_, i) => i !== 2 && i !== 6).join('\t')).join('\n');
    expect(read(old).read).toEqual(rows.map((r) => ({ ...r, rationale: '', from: r.from === '1900-01-01' ? '1996-01-01' : r.from })));
  });
  it.each([['*', '19960101', '1900-01-01'], ['*', '', '1900-01-01'], ['*', '19950101', '1900-01-01'], [' * ', '*', '1900-01-01'], ['*', '20050701', '2005-07-01'], ['', '19960101', '1996-01-01']])('column 3 %j and the date %j begin on %s', (mark, date, from) => {
    expect(read([...header, `97140\t95851\t${mark}\t${date}\t*\t1\tx`, ''].join('\n')).read).toEqual([{ column_one: '97140', column_two: '95851', from, indicator: '1', rationale: 'x' }]);
  });
  it.each([['Pr\u00f6be', bytes('Pr\u00f6be')], ['Pr\u00f6be', Uint8Array.of(0x50, 0x72, 0xf6, 0x62, 0x65)]])('a rationale %s in UTF-8 or Latin-1', (rationale, encoded) => {
    const line = Uint8Array.of(...bytes(`${header.join('\n')}\n97140\t95851\t\t20050701\t*\t1\t`), ...encoded, 10);
    expect(read(line).read[0]!.rationale).toBe(rationale);
  });
});

describe('a row that cannot be read', () => {
  const bad: [line: string, column: string, reason: RegExp][] = [
    ['bad', 'all', /1 cells; 7/],
    ['9714\t95851\t\t20050701\t*\t1\tx', 'Column 1', /"9714"; a code of five characters.*leading zeros/],
    ['97140\t\t\t20050701\t*\t1\tx', 'Column 2', /is empty; a code/],
    ['97140\tM54.2\t\t20050701\t*\t1\tx', 'Column 2', /"M54.2"/],
    ['97140\t95851\t\t20240230\t*\t1\tx', 'Effective Date', /"20240230"; a day written YYYYMMDD/],
    ['97140\t95851\t\t\t*\t1\tx', 'Effective Date', /is empty/],
    ['97140\t95851\t*\tsoon\t*\t1\tx', 'Effective Date', /"soon"/],
    ['97140\t95851\t\t20050701\t2024\t1\tx', 'Deletion Date', /"2024".*or \* for none/],
    ['97140\t95851\t\t20050701\t*\t2\tx', 'Modifier', /"2"; 0, 1 or 9/],
    ['97140\t95851\t\t20050701\t*\t\tx', 'Modifier', /is empty/],
    ['97140\t95851\t\t20050701\t*\t1\tx\u001b[31m', 'PTP Edit Rationale', /characters/],
    [`97140\t95851\t\t20050701\t*\t1\t${'x'.repeat(201)}`, 'PTP Edit Rationale', /200/],
    ['97140\t95851\t\t20050701\t*\t1', 'all', /6 cells; 7 are expected/],
    ['97140', 'all', /1 cells; 7/],
    ['97140\t95851\t\t20050701\t*\t1\tx\ty', 'all', /8 cells; 7/],
    ['97140\t95851\t\t20050701\t*\t1\t"x', 'all', /quote that is not closed/],
    [`${'9'.repeat(500)}\t95851\t\t20050701\t*\t1\tx`, 'Column 1', /^is "9{79}…"/],
  ];
  it.each(bad)('%j', (line, column, reason) => {
    const got = read([...header, line, rowLines[0], rowLines[1], ''].join('\r\n'));
    expect(got.read).toEqual(rows.slice(0, 2));
    expect(got.unreadable).toEqual([{ line: 7, column, reason: expect.stringMatching(reason) }]);
  });
  it('is counted, and the first ten are kept', () => {
    const got = read([...header, ...Array.from({ length: 25 }, (_, i) => `bad${i}`), rowLines[0], ''].join('\n'));
    expect([got.rows, got.unreadable_count, got.unreadable.map((u) => u.line)]).toEqual([1, 25, [7, 8, 9, 10, 11, 12, 13, 14, 15, 16]]);
  });
  it('a thousand different rationales are the most', () => {
    const got = read([...header, ...Array.from({ length: 1005 }, (_, i) => rowLines[0]!.replace(misuse, `reason ${i}`)), ''].join('\n'));
    expect([got.rows, got.unreadable_count]).toEqual([1000, 5]);
  });
});

describe('a text that was cut', () => {
  it.each([
    ['97140\t958', true], ['97140\t95851\t\t2005', true], ['97140\t95851\t\t20050701\t', true], ['97140\t95851\t\t20050701\t*\t1', true], ['97140\t95851\t\t20050701\t*\t1\t', true],
    ['97140\t95851\t\t20050701\t*\t1\tMisuse of Col', true], [`97140\t95851\t\t20050701\t*\t1\t"${misuse}`, true],
    [`97140\t95851\t\t20050701\t*\t1\t${misuse}`, false], [`97140\t95851\t\t20050701\t*\t1\t${misuse}\r`, false], ['97140\t95851\t\t20050701\t*\t1\tGender-specific procedures', false], ['', false], ['\t\t', false],
  ])('in its last line %j', (end, cut) => {
    expect(read(text + end).cut_short).toBe(cut);
  });
  it.each([['in the notice', 40], ['in the header', text.indexOf('Effective')], ['before the first row', text.indexOf(rowLines[0]!)]])('%s is no table', (_, length) => {
    expect(() => read(text.slice(0, length))).toThrow(PtpLayoutError);
  });
});

describe('what is not the PTP table', () => {
  const others: [what: string, content: string | Uint8Array, message: RegExp][] = [
    ['nothing', '', /no line begins with Column 1/],
    ['a zip', 'PK\u0003\u0004\u0014\u0000\u0000\u0000', /zip or an \.xlsx/],
    ['a licence page', '\r\n<!DOCTYPE html>\n<html><body>License for use of CPT</body></html>', /no line begins|web page/],
    ['a licence page at once', '<!DOCTYPE html>\n<html>', /web page.*accept the licence/],
    ['a page after a mark', '\uFEFF<html lang="en">\n', /web page/],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), /UTF-16/],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from(text, 'utf16le')), /UTF-16/],
    ['the MUE table', 'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n97124,4,3,Clinical\n', /no line begins/],
    ['a table of codes', Array.from({ length: 100 }, (_, i) => `971${i}\tx`).join('\n'), /no line begins/],
    ['a header with no dates', 'Column 1\tColumn 2\tModifier\n97140\t97124\t0\n', /no column Effective Date, Deletion Date/],
    ['a header that goes on', ['Column 1\tColumn 2', ...Array.from({ length: 80 }, () => '\t')].join('\n'), /no line begins/],
    ['a header alone', `${header.join('\r\n')}\r\n`, /no row after it/],
    ['one long line', 'x'.repeat(70_000), /65,536/],
  ];
  it.each(others)('%s', (_, content, message) => {
    for (const piece of [Number.MAX_SAFE_INTEGER, 1000]) {
      expect(() => read(content, piece)).toThrow(PtpLayoutError);
      expect(() => read(content, piece)).toThrow(message);
    }
  });
  it('any bytes at all: an answer or a PtpLayoutError', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (random, afterHeader) => {
      const content = afterHeader ? Uint8Array.of(...bytes(`${header.join('\n')}\n`), ...random) : random;
      try {
        const got = read(content);
        expect(got.rows).toBe(got.read.length);
      } catch (error) {
        expect(error).toBeInstanceOf(PtpLayoutError);
      }
    }), { numRuns: 300 });
  });
});

describe('cells of a line', () => {
  it('are those of a well-kept CSV parser', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '\t', '"', '1'), maxLength: 6 });
    fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), fc.constantFrom(',', '\t'), (cells, delimiter) => {
      const line = cells.map((c) => (c.includes('"') || c.includes(delimiter) ? `"${c.replaceAll('"', '""')}"` : c)).join(delimiter);
      expect(splitCells(line, delimiter)).toEqual(cells);
      if (line.trim() !== '') expect(parse(line, { delimiter })).toEqual([cells]);
    }));
  });
  it.each([['"a', undefined], ['"a"b,c', undefined], ['"a""', undefined], ['a"b",c', ['a"b"', 'c']], ['"",', ['', '']], ['"a""b"', ['a"b']]])('%j', (line, cells) => {
    expect(splitCells(line, ',')).toEqual(cells);
  });
});

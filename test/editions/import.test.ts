/** Official files in, tables out: every layout read back row by row, and what is refused leaves nothing behind. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles, type ImportResult } from '../../src/editions/import-files.ts';
import { openTable } from '../../src/editions/open-table.ts';
import { openPtpTable } from '../../src/editions/ptp-table.ts';
import { RowTable } from '../../src/editions/row-table.ts';
import { makeSheet, makeZip } from './make-zip.ts';
import * as sample from './sample-files.ts';

let work: string;
let folder: string;
beforeEach(() => { work = mkdtempSync(join(tmpdir(), 'claimlint-import-')); folder = join(work, 'data'); });
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Import files given as name and content, in the order given. */
async function take(files: Record<string, string | Buffer>, options: { edition?: string } = {}): Promise<ImportResult> {
  const paths = Object.entries(files).map(([name, content]) => { const path = join(work, name); writeFileSync(path, content); return path; });
  return importFiles(paths, { folder, today: '2026-11-23', ...options });
}
function rowsOf(file: string): Record<string, readonly string[]> {
  const open = openTable(join(folder, file));
  const rows = Object.fromEntries(new RowTable(open.read).entries());
  open.close();
  return rows;
}
const stored = (): string[] => { try { return readdirSync(folder).sort(); } catch { return []; } };

describe('a file is recognised by its content', () => {
  it.each<[string, Record<string, string | Buffer>, string, Record<string, readonly string[]>]>([
    ['MUE as csv', { 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv': sample.mueFile() }, 'mue.2026Q3.claimlint', { 29827: ['1', '2', 'Anatomic Consideration'], 97124: ['3', '3', 'Clinical: Data'], '0001U': ['1', '1', 'Code Descriptor / CPT Instruction'] }],
    ['MUE in a zip', { 'MCR_MUE_PractitionerServices_Eff_07-01-2026.zip': makeZip([{ name: 'x.csv', data: sample.mueFile() }]) }, 'mue.2026Q3.claimlint', { 29827: ['1', '2', 'Anatomic Consideration'] }],
    ['MUE as a spreadsheet whose codes are numbers', { 'MCR_MUE_PractitionerServices_Eff_10-01-2026.xlsx': makeSheet([['notice'], ['HCPCS/\nCPT Code', 'Practitioner Services MUE Values', 'MUE Adjudication Indicator', 'MUE Rationale'], [97124, 3, '3 Date of Service Edit: Clinical', 'x'], [100, 1, '2 Date of Service Edit: Policy', 'x']]) }, 'mue.2026Q4.claimlint', { 97124: ['3', '3', 'x'], '00100': ['1', '2', 'x'] }],
    ['HCPCS', { 'HCPC2026_JUL_ANWEB.csv': sample.hcpcsFile() }, 'hcpcs.2026-07.claimlint', { G9999: ['Made-up service, each 15 minutes', 'Made-up service', '2025-01-01', '2026-04-01', 'C'], E0730: ['Transcutaneous electrical nerve stimulation (tens) device, four or more leads, for multiple nerve stimulation', 'Tens four lead', '1986-01-01', '', 'C'], ZZ: ['Made-up modifier', 'Made-up', '2024-01-01', '', 'C'] }],
    ['fee schedule', { 'PPRRVU2026_Jul.csv': sample.feeScheduleFile() }, 'status.2026-07.claimlint', { 29827: ['A', '0', '2', '1', '090', '15.59', '29.91', '29.91', '33.4009'], '70450-26': ['A', '0', '0', '0', 'XXX', '0.85', '1.19', '1.19', '33.4009'] }],
    ['fee schedule whose name says nothing', { 'download.csv': sample.feeScheduleFile() }, 'status.2026-07.claimlint', { A0382: ['X', '0', '9', '9', 'XXX', '0.00', '0.00', '0.00', '33.4009'] }],
    ['ICD-10-CM order file', { 'icd10cm_order_2026.txt': sample.orderFile() }, 'icd10cm.FY2026.claimlint', { M545: ['0', 'Low back pain', ''], K3580: ['1', 'Unspecified acute appendicitis', 'Unsp acute appendicitis'], QA00101: ['1', 'Made-up name for a code of the new form', ''] }],
    ['ICD-10-CM codes file, categories inferred', { 'icd10cm-codes-2026.txt': sample.codesFile }, 'icd10cm.FY2026.claimlint', { M5450: ['1', '', ''], M545: ['0', '', ''], M54: ['0', '', ''], S92001: ['0', '', ''] }],
    ['the April update', { 'icd10cm-order-April-1-2026.txt': sample.orderFile() }, 'icd10cm.FY2026-04.claimlint', {}],
    ['add-on codes as a spreadsheet', { 'AOC_V2026Q3-MCR.xlsx': makeSheet([['CPT only copyright'], sample.addOnColumns, ...sample.addOnRows]) }, 'add_on_codes.2026Q3.claimlint', { 22842: ['1|22600|2013-04-01|', '1|22610|2013-04-01|2026-07-01'], 15777: ['2|CCCCC|2013-04-01|'] }],
    ['add-on codes in fixed width', { 'AOC_V2026Q3-MCR.txt': sample.addOnRows.map((r) => `${r[0]}${r[1]}${r[2]!.padEnd(7)}${r[3]}${r[4]!.padEnd(7)}${r[5]!.padEnd(7)}${r[6]!.padEnd(7)}${r[7]}\r\n`).join('') }, 'add_on_codes.2026Q3.claimlint', { 22842: ['1|22600|2013-04-01|', '1|22610|2013-04-01|2026-07-01'], 15777: ['2|CCCCC|2013-04-01|'] }],
    ['own fees', { 'our fees 2026.csv': sample.ownFees }, 'fees.2026.claimlint', { 97124: ['45.00'], '97124-GP': ['42.5'], 29827: ['1850.00'] }],
    ['CPT in three files', { 'LONGULT 2026.txt': sample.cptFile('long'), 'MEDU 2026.txt': sample.cptFile('medium'), 'SHORTU 2026.txt': sample.cptFile('short') }, 'cpt.2026.claimlint', { 29827: ['long made-up wording for shoulder work', 'medium made-up wording for shoulder work', 'short made-up wording for shoulder work'] }],
    ['CPT in one zip', { 'CPT2026.zip': makeZip([{ name: 'd/LONGULT.txt', data: sample.cptFile('long') }, { name: 'd/SHORTU.txt', data: sample.cptFile('short') }, { name: 'd/readme.txt', data: 'Read me.\n' }]) }, 'cpt.2026.claimlint', { 97124: ['long made-up wording for hands', '', 'short made-up wording for hands'] }],
    ['a zip with the text and its spreadsheet: the text', { 'MCR_MUE_PractitionerServices_Eff_07-01-2026.zip': makeZip([{ name: 'a.xlsx', data: Buffer.from('never opened') }, { name: 'a.csv', data: sample.mueFile() }]) }, 'mue.2026Q3.claimlint', {}],
    ['Windows-1252 and a byte-order mark', { 'our fees 2026.csv': Buffer.concat([Buffer.from('\ufeffCode,Charge,Notiz\n97124,45,'), Buffer.from([0xfc]), Buffer.from('\n')]) }, 'fees.2026.claimlint', { 97124: ['45'] }],
  ])('%s', async (_, files, file, rows) => {
    const result = await take(files);
    expect(result.failed).toEqual([]);
    expect(stored()).toEqual([file]);
    expect(rowsOf(file)).toMatchObject(rows);
  });

  it('keeps the notice of the CPT file with it, and takes further parts later', async () => {
    await take({ 'LONGULT 2026.txt': sample.cptFile('long') });
    const { imported } = await take({ 'MEDU 2026.txt': sample.cptFile('medium') });
    expect(imported[0]!.header).toMatchObject({ parts: ['long', 'medium'], parts_of: 3, facts: { notice: expect.stringContaining('made up for this test') }, origin: ['LONGULT 2026.txt', 'MEDU 2026.txt'] });
    expect(rowsOf('cpt.2026.claimlint')[29827]).toEqual(['long made-up wording for shoulder work', 'medium made-up wording for shoulder work', '']);
  });
  it('takes the edition that it is told', async () => {
    await take({ 'mue.csv': sample.mueFile() }, { edition: '2025Q1' });
    expect(stored()).toEqual(['mue.2025Q1.claimlint']);
  });
});

describe('the pair table', () => {
  const quarter = (part: number, rows: readonly sample.PairRow[], release = 0): Record<string, string> => ({ [`ccipra-v322r${release}-f${part}.TXT`]: sample.pairFile(rows) });
  const windows = (one: string, two: string): unknown[] => {
    const open = openTable(join(folder, 'ncci_ptp.2026Q3.claimlint'));
    const found = openPtpTable(open.read, open.header.body_bytes).windows(one, two);
    open.close();
    return found.map((w) => [w.from, w.to, w.indicator]);
  };
  it('is put together from parts in any order and at any time', async () => {
    const [a, b, c, d] = [[sample.somePairs[0]!], sample.somePairs.slice(1, 4), [sample.somePairs[4]!], sample.somePairs.slice(5)];
    const first = await take({ ...quarter(3, c), ...quarter(1, a) });
    expect(first.imported[0]).toMatchObject({ header: { parts: ['f1', 'f3'], parts_of: 4, rows: 2 }, notes: [expect.stringMatching(/f2, f4 of 4 are missing/)] });
    const then = await take({ ...quarter(4, d), ...quarter(2, b) });
    expect(then.imported[0]).toMatchObject({ header: { table: 'ncci_ptp', edition: '2026Q3', parts: ['f1', 'f2', 'f3', 'f4'], rows: 7, covers_from: '2026-07-01', covers_to: '2026-10-01', facts: { release: 'r0' } }, notes: [] });
    expect(windows('29827', '29826')).toEqual([['2012-01-01', '2015-12-31', '1'], ['2018-07-01', undefined, '0']]);
    expect(windows('97140', '97124')).toEqual([['1900-01-01', undefined, '0']]);
    expect(windows('97124', '97140')).toEqual([]);
    expect((await take({ ...quarter(1, a) })).imported[0]!.header.rows).toBe(7);
    const replaced = await take({ ...quarter(1, a, 1) });
    expect(replaced.imported[0]).toMatchObject({ header: { parts: ['f1'], rows: 1 }, notes: [expect.stringMatching(/release r0 and were left out/), expect.stringMatching(/missing/)] });
  });
  it('is the hospital table by its name', async () => {
    await take({ 'ccioph-v322r0-f1.TXT': sample.pairFile() });
    expect(stored()).toEqual(['ncci_ptp_hospital.2026Q3.claimlint']);
  });
  it('is read from a spreadsheet too', async () => {
    const rows = sample.somePairs.map(([a, b, from, to, i, prior = '']) => [/^[1-9]\d{4}$/.test(a) ? Number(a) : a, b, prior, Number(from), to, Number(i), 'x']);
    await take({ 'ccipra-v322r0-f1.xlsx': makeSheet([['CPT only'], ['Column1/Column2 Edits'], ['Column 1', 'Column 2', '*=in existence', 'Effective', 'Deletion', 'Modifier', 'PTP Edit Rationale'], ['', '', 'prior to 1996', 'Date', 'Date', '0=not allowed'], ['', '', '', '', '*=no data', '1=allowed'], ['', '', '', '', '', '9=not applicable'], ...rows]) });
    expect(windows('97530', '97124')).toEqual([['2020-01-01', undefined, '1']]);
  });
  it('takes nothing of an edition one part of which is bad', async () => {
    const result = await take({ ...quarter(1, sample.somePairs), 'ccipra-v322r0-f2.TXT': sample.pairFile([['97530', '97124', 'never', '*', '1']]) });
    expect(result.imported).toEqual([]);
    expect(result.failed.map((f) => f.message)).toEqual([expect.stringMatching(/no row that can be read/), expect.stringMatching(/another part of 2026Q3/)]);
    expect(stored()).toEqual([]);
  });
});

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sample.mueFile(), 'utf16le')]);
const html = '\n<!DOCTYPE html>\n<html><head><title>License Agreement</title></head><body>I accept</body></html>';
const many = Array.from({ length: 200 }, (_, n) => `${10000 + n},1,1 Line Edit,x`);

describe('what is refused leaves nothing behind and says why', () => {
  const name = 'MCR_MUE_PractitionerServices_Eff_07-01-2026';
  it.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['an empty file', { 'a.csv': '' }, /is empty/], ['blanks alone', { 'a.csv': ' \n\n' }, /is empty/], ['a web page named .zip', { [`${name}.zip`]: html }, /accept the licence/], ['a web page named .txt', { 'a.txt': html }, /accept the licence/],
    ['a web page inside a zip', { [`${name}.zip`]: makeZip([{ name: 'a.csv', data: html }]) }, /accept the licence/],
    ['UTF-16', { [`${name}.csv`]: utf16 }, /UTF-16/], ['UTF-16 without its mark', { [`${name}.csv`]: utf16.subarray(2) }, /UTF-16/], ['UTF-16 in a zip', { [`${name}.zip`]: makeZip([{ name: 'a.csv', data: utf16 }]) }, /UTF-16/],
    ['an .xlsx that is text', { [`${name}.xlsx`]: sample.mueFile() }, /named .xlsx and is not/], ['an .xlsx that is another zip', { [`${name}.xlsx`]: makeZip([{ name: 'a.csv', data: sample.mueFile() }]) }, /holds no spreadsheet/],
    ['a broken spreadsheet', { [`${name}.xlsx`]: makeZip([{ name: '[Content_Types].xml', data: '<a' }, { name: 'xl/workbook.xml', data: 'no' }]) }, /not a spreadsheet that can be read/], ['an .xls', { 'a.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) }, /old .xls kind/],
    ['a PDF', { 'a.pdf': '%PDF-1.7' }, /is a PDF/], ['bytes', { 'a.txt': Buffer.from([1, 0, 2, 0, 0, 3, 7, 9, 0, 0, 0, 9, 9, 9]) }, /neither text/],
    ['a zip cut short', { [`${name}.zip`]: makeZip([{ name: 'a.csv', data: sample.mueFile(many) }]).subarray(0, 300) }, /not a whole zip/], ['text named .zip', { [`${name}.zip`]: sample.mueFile() }, /named .zip and is not/],
    ['a zip with ../', { [`${name}.zip`]: makeZip([{ name: '../../a.csv', data: sample.mueFile() }]) }, /points outside/], ['a zip with an absolute path', { [`${name}.zip`]: makeZip([{ name: '/etc/a.csv', data: sample.mueFile() }]) }, /points outside/],
    ['a zip bomb', { [`${name}.zip`]: makeZip([{ name: 'a.csv', data: Buffer.alloc(8 * 1024 * 1024, ' ') }]) }, /made to fill a disk/], ['a bomb that lies about its size', { [`${name}.zip`]: makeZip([{ name: 'a.csv', data: Buffer.concat([Buffer.from(sample.mueFile()), Buffer.alloc(8 * 1024 * 1024, ' ')]), says: 5000 }]) }, /other than it says|whole zip/],
    ['a spreadsheet that is a bomb', { [`${name}.xlsx`]: makeZip([{ name: '[Content_Types].xml', data: 'x' }, { name: 'xl/sheet.xml', data: Buffer.alloc(8 * 1024 * 1024, ' ') }]) }, /made to fill a disk/],
    ['a zip without a table', { 'a.zip': makeZip([{ name: 'a.pdf', data: 'x' }]) }, /holds no .txt/], ['a zip of zips', { 'a.zip': makeZip([{ name: 'a.zip', data: 'x' }]) }, /unpack it/],
    ['another layout', { 'a.csv': 'name,age\nx,1\n' }, /none of the layouts/], ['prose', { 'a.txt': 'Dear reader,\nthis is a letter.\n' }, /none of the layouts/],
    ['the hospital MUE table', { 'a.csv': sample.mueFile().replace('Practitioner Services', 'Outpatient Hospital Services') }, /hospitals or suppliers/], ['a fee schedule of another layout', { 'a.csv': sample.feeScheduleFile().replace('BILAT', 'SIDES') }, /has no column bilateral/],
    ['a name without an edition', { 'mue.csv': sample.mueFile() }, /--edition 2026Q3/], ['pairs of unknown kind', { 'pairs-v322r0.txt': sample.pairFile() }, /practitioners or hospitals/],
    ['a heading without rows', { [`${name}.csv`]: sample.mueFile([]) }, /no row that can be read/], ['a row cut through', { [`${name}.csv`]: sample.mueFile(many).slice(0, -18) }, /cut short in line/],
    ['3 bad rows in 200', { [`${name}.csv`]: sample.mueFile([...many.slice(3), 'x,1,1 Line Edit,x', '97124,one,1 Line Edit,x', '97140,1,7 Line,x']) }, /^3 of 200 rows/],
    ['a quotation mark left open', { [`${name}.csv`]: sample.mueFile([...many, '"97124,1,1 Line Edit,x']) }, /quotation mark is open/],
  ])('%s', async (_, files, message) => {
    const result = await take(files);
    expect(result.imported).toEqual([]);
    expect(result.failed).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(stored()).toEqual([]);
  });
  it('a file that is not there, and a folder', async () => {
    const result = await importFiles([join(work, 'none.zip'), work], { folder, today: '2026-11-23' });
    expect(result.failed.map((f) => f.message)).toEqual([expect.stringMatching(/ENOENT/), expect.stringMatching(/not a file/)]);
  });
  it('an edition of another kind', async () => {
    expect((await take({ 'mue.csv': sample.mueFile() }, { edition: '../../x' })).failed[0]!.message).toMatch(/written like 2026Q3/);
  });
  it('counts one bad row in 200, shows it and imports the rest', async () => {
    const { imported } = await take({ [`${name}.csv`]: sample.mueFile([...many.slice(1), '97124,one,1 Line Edit,x']) });
    expect(imported[0]).toMatchObject({ header: { rows: 199, unread: 1 }, unread: [{ file: `${name}.csv`, line: 207, column: 'MUE Values', reason: 'is "one", not a number of units' }] });
  });
  it('shows the first ten bad rows only, without terminal codes', async () => {
    const { failed } = await take({ [`${name}.csv`]: sample.mueFile(Array.from({ length: 40 }, () => '\u001b[31mx,1,1 Line Edit,x')) });
    expect(failed[0]!.unread).toHaveLength(10);
    expect(JSON.stringify(failed)).not.toContain('u001b');
  });
  it('an old edition stands when its replacement is bad', async () => {
    await take({ [`${name}.csv`]: sample.mueFile() });
    const before = readFileSync(join(folder, 'mue.2026Q3.claimlint'));
    await take({ [`${name}.csv`]: html });
    expect(readFileSync(join(folder, 'mue.2026Q3.claimlint')).equals(before)).toBe(true);
  });
});

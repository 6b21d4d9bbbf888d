/** The store on disk: files that are whole or are named as damaged, and the folder that it lives in. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../../src/editions/data-folder.ts';
import { openTable, verifyBody } from '../../src/editions/open-table.ts';
import { buildRowTable, RowTable } from '../../src/editions/row-table.ts';
import { listStore, storeSignature } from '../../src/editions/store.ts';
import { StoreError, storeErrorOf } from '../../src/editions/store-error.ts';
import { writeTable, type NewHeader } from '../../src/editions/write-table.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'claimlint-store-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = (edition = '2026Q3'): NewHeader => ({ table: 'mue', edition, covers_from: '2026-07-01', covers_to: '2026-10-01', origin: ['a.zip'], rows: 2, unread: 0, imported_on: '2026-11-23' });
const rows = Array.from({ length: 200 }, (_, n) => [String(97000 + n), [String(n), `row ${n}`]] as const);
const body = buildRowTable(rows);

describe('a table', () => {
  it('is read as it was written', () => {
    writeTable(folder, header(), body);
    const open = openTable(join(folder, 'mue.2026Q3.claimlint'));
    expect(open.header).toMatchObject({ ...header(), body_bytes: body.length });
    verifyBody(open);
    const table = new RowTable(open.read);
    for (const [key, fields] of rows) expect(table.get(key)).toEqual(fields);
    expect([...table.entries()].map(([k]) => k)).toEqual(rows.map(([k]) => k));
    expect(table.get('96999')).toBeUndefined();
    expect(table.get('97200')).toBeUndefined();
    expect(table.get('9700')).toBeUndefined();
    expect([...table.keysFrom('9701')]).toHaveLength(10);
    open.close();
  });
  it('replaces its own edition and stands beside another', () => {
    writeTable(folder, header(), body);
    writeTable(folder, { ...header(), rows: 3 }, body);
    writeTable(folder, header('2026Q2'), body);
    expect(listStore(folder).tables.map((t) => [t.header.edition, t.header.rows])).toEqual([['2026Q2', 2], ['2026Q3', 3]]);
    expect(readdirSync(folder)).toHaveLength(2);
  });
  it('changes the folder\'s signature', () => {
    const empty = storeSignature(folder);
    writeTable(folder, header(), body);
    const one = storeSignature(folder);
    writeTable(folder, header(), body);
    expect(new Set([empty, one, storeSignature(folder)]).size).toBe(3);
    expect(storeSignature(join(folder, 'none'))).toBe('');
  });
});

describe('a damaged file', () => {
  const file = (): string => join(folder, 'mue.2026Q3.claimlint');
  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut short', (b) => b.subarray(0, b.length - 1), /bytes and should have/], ['longer', (b) => Buffer.concat([b, Buffer.from('x')]), /bytes and should have/], ['empty', () => Buffer.alloc(0), /shorter than a header/],
    ['of another kind', (b) => Buffer.concat([Buffer.from('PK'), b.subarray(2)]), /not a table/], ['of a later version', (b) => { b[16] = 9; return b; }, /version 9/],
    ['changed in its header', (b) => { b[70] = b[70]! ^ 1; return b; }, /header does not match/], ['with a wrong header length', (b) => { b[22] = 0xff; return b; }, /header is cut short/],
  ])('%s is named and left aside', (_, harm, why) => {
    writeTable(folder, header('2026Q2'), body);
    writeTable(folder, header(), body);
    writeFileSync(file(), harm(readFileSync(file())));
    const listing = listStore(folder);
    expect(listing.tables.map((t) => t.header.edition)).toEqual(['2026Q2']);
    expect(listing.damaged).toMatchObject([{ file: 'mue.2026Q3.claimlint', why: expect.stringMatching(why) }]);
  });
  it('is found by its hash when one bit of the body differs', () => {
    writeTable(folder, header(), body);
    const bytes = readFileSync(file());
    bytes[bytes.length - 5] = bytes[bytes.length - 5]! ^ 4;
    writeFileSync(file(), bytes);
    expect(listStore(folder).damaged).toEqual([]);
    expect(listStore(folder, true).damaged).toMatchObject([{ why: expect.stringMatching(/checksum/) }]);
    // A look-up in the bad block fails instead of answering wrongly; another block still answers.
    const open = openTable(file());
    const table = new RowTable(open.read);
    expect(() => table.get('97199')).toThrow(/unpacked/);
    expect(table.get('97000')).toEqual(rows[0]![1]);
    open.close();
  });
});

it('cleans what killed imports left, and leaves a running one alone', () => {
  for (const name of ['.import-1-0.tmp', '.import-2-0.tmp', '.other.tmp']) writeFileSync(join(folder, name), 'x');
  const old = new Date(statSync(folder).mtimeMs - 2 * 3_600_000);
  for (const name of ['.import-1-0.tmp', '.other.tmp']) utimesSync(join(folder, name), old, old);
  writeTable(folder, header(), body);
  expect(readdirSync(folder).sort()).toEqual(['.import-2-0.tmp', '.other.tmp', 'mue.2026Q3.claimlint']);
});
it('says that the folder is a file', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeTable(join(folder, 'file'), header(), body)).toThrow(StoreError);
});

it.each([['ENOSPC', /no room on the disk[^]*needs 5 MB[^]*Nothing was changed/], ['EDQUOT', /no room/], ['EACCES', /cannot be written \(EACCES\)/], ['EROFS', /another folder with --data/], ['ENOTDIR', /is not a folder/]])('says %s in words', (code, words) => {
  expect((storeErrorOf(Object.assign(new Error('x'), { code }), '/data', 5_000_000) as Error).message).toMatch(words);
});
it('leaves an error of another kind as it is', () => { const error = new Error('x'); expect(storeErrorOf(error, '/data')).toBe(error); });

describe('the data folder', () => {
  const at = (platform: string, env: Record<string, string>, asked?: string): string => dataFolder({ platform, home: '/home/u', env }, asked);
  it.each([
    ['linux', {}, undefined, '/home/u/.local/share/claimlint'], ['linux', { XDG_DATA_HOME: '/x' }, undefined, '/x/claimlint'], ['linux', { XDG_DATA_HOME: 'relative' }, undefined, '/home/u/.local/share/claimlint'],
    ['darwin', {}, undefined, '/home/u/Library/Application Support/claimlint'], ['win32', { LOCALAPPDATA: '/l' }, undefined, '/l/claimlint'], ['win32', {}, undefined, '/home/u/AppData/Local/claimlint'],
    ['linux', { CLAIMLINT_DATA: '/d' }, undefined, '/d'], ['linux', { CLAIMLINT_DATA: '/d' }, '/asked', '/asked'], ['linux', { CLAIMLINT_DATA: '${CLAIMLINT_DATA}' }, undefined, '/home/u/.local/share/claimlint'],
    ['linux', { CLAIMLINT_DATA: ' ' }, '', '/home/u/.local/share/claimlint'], ['linux', { CLAIMLINT_DATA: '/d' }, '${user_config.data}', '/d'],
  ])('%s %j %s', (platform, env, asked, folder_) => expect(at(platform, env as Record<string, string>, asked)).toBe(folder_));
});

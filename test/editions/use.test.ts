/** Imported editions in use: rules and look-ups by date of service, the whole code set, damage on the way, a running server. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { catalogOn } from '../../src/catalog/imported.ts';
import { lookUpReference } from '../../src/catalog/reference.ts';
import { importFiles } from '../../src/editions/import-files.ts';
import { liveCatalog } from '../../src/editions/live-catalog.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import type { Core } from '../../src/mcp/define-tool.ts';
import { lookup } from '../../src/search/lookup.ts';
import { tools } from '../../tools/index.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { makeSheet } from './make-zip.ts';
import * as sample from './sample-files.ts';

const today = '2026-08-15';
type Reply = Record<string, any>;
let work: string;
let folder: string;
let warnings: string[];
let live: (today: string) => Catalog;
beforeAll(() => { work = mkdtempSync(join(tmpdir(), 'claimlint-use-')); });
afterAll(() => rmSync(work, { recursive: true, force: true }));
let number = 0;
beforeEach(() => {
  folder = join(work, `data-${number += 1}`);
  warnings = [];
  live = liveCatalog(() => testCatalog, folder, (text) => warnings.push(text));
});

async function take(files: Record<string, string | Buffer>): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => { const path = join(work, name); writeFileSync(path, content); return path; });
  const result = await importFiles(paths, { folder, today });
  expect(result.failed).toEqual([]);
}
const pairs = (quarter: string, rows = sample.somePairs): Record<string, string> => Object.fromEntries([1, 2, 3, 4].map((n) => [`ccipra-v${quarter}r0-f${n}.TXT`, sample.pairFile(n === 1 ? rows : [[`${n}0021`, '97124', '20200101', '*', '1']])]));
const everything = (): Record<string, string | Buffer> => ({
  ...pairs('322'), 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv': sample.mueFile(), 'HCPC2026_JUL_ANWEB.csv': sample.hcpcsFile(), 'PPRRVU2026_Jul.csv': sample.feeScheduleFile(),
  'icd10cm_order_2026.txt': sample.orderFile(), 'AOC_V2026Q3-MCR.xlsx': makeSheet([sample.addOnColumns, ...sample.addOnRows]), 'ours 2026.csv': sample.ownFees,
});
function ask(name: string, args: Record<string, unknown>): Reply {
  const core = (): Core => ({ catalog: live(today), today, again: core });
  const result = callTool(tools.find((t) => t.name === name)!, args, core());
  expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
  return (result as { reply: Reply }).reply;
}
const check = (args: Record<string, unknown>): Reply => ask('check_claim_line', { payer: 'medicare', other_lines: [], ...args });
const found = (reply: Reply): string[] => reply.findings.map((f: Reply) => f.rule);

it('with an empty folder the embedded catalog itself is used', () => expect(live(today)).toBe(testCatalog));

describe('the pair table by date of service', () => {
  beforeEach(() => take(pairs('322')));
  it.each<[string, string, string, string | undefined]>([
    ['2026-08-15', '29827', '29826', 'ptp-pair-never-allowed'], ['2018-07-01', '29827', '29826', 'ptp-pair-never-allowed'], ['2018-06-30', '29827', '29826', undefined], ['2016-01-01', '29827', '29826', undefined],
    ['2015-12-31', '29827', '29826', 'ptp-pair-needs-modifier'], ['2012-01-01', '29827', '29826', 'ptp-pair-needs-modifier'], ['2011-12-31', '29827', '29826', undefined],
    ['2026-06-30', '0001U', '0029U', 'ptp-pair-needs-modifier'], ['2026-07-01', '0001U', '0029U', undefined], ['2022-01-01', '0001A', '90473', undefined], ['2026-08-15', '97140', '97124', 'ptp-pair-never-allowed'], ['1996-01-01', '97140', '97124', 'ptp-pair-never-allowed'],
  ])('%s: %s with %s: %s', (date_of_service, one, two, rule) => {
    for (const [code, other] of [[one, two], [two, one]] as const) {
      const reply = check({ code, date_of_service, other_lines: [{ code: other }] });
      expect(found(reply).filter((r) => r.startsWith('ptp-'))).toEqual(rule ? [rule] : []);
      expect(reply.edition).toMatchObject({ ncci_ptp: '2026Q3', imported: expect.arrayContaining(['ncci_ptp']) });
    }
  });
  it('names the imported file as the source', () => {
    const reply = check({ code: '29826', date_of_service: '2026-08-15', other_lines: [{ code: '29827' }] });
    expect(reply.findings[0].sources).toContain('ncci-ptp-2026q3-imported');
    expect(reply.sources.find((s: Reply) => s.id === 'ncci-ptp-2026q3-imported').citation).toMatch(/imported from ccipra-v322r0-f1.TXT/);
  });
  it('takes the edition of the date where there are several', async () => {
    await take(pairs('323', [['29827', '29826', '20180701', '20260930', '0']]));
    const at = (date_of_service: string): Reply => check({ code: '29826', date_of_service, other_lines: [{ code: '29827' }] });
    expect(at('2026-09-30').edition.ncci_ptp).toBe('2026Q3');
    expect([at('2026-10-01').edition.ncci_ptp, found(at('2026-10-01')).includes('ptp-pair-never-allowed')]).toEqual(['2026Q4', false]);
    // Each line of a claim is judged by its own date.
    const claim = ask('check_claim', { payer: 'medicare', lines: ['2026-09-30', '2026-10-01'].flatMap((date_of_service) => [{ code: '29827', units: 1, date_of_service }, { code: '29826', units: 1, date_of_service }]) });
    expect(claim.findings.filter((f: Reply) => f.rule === 'ptp-pair-never-allowed').map((f: Reply) => f.line)).toEqual([2]);
  });
  it('says that a date after its own is not covered, with what to import', () => {
    const reply = check({ code: '97124', date_of_service: '2026-10-01', other_lines: [{ code: '97110' }] });
    expect(reply.edition.not_covered).toContain('ncci_ptp');
    expect(reply.not_checked.find((n: Reply) => n.rule === 'ptp-pair-never-allowed')).toMatchObject({ matters: true, because: expect.stringMatching(/2026Q3, which does not cover 2026-10-01; import the current/) });
  });
  it('with parts missing finds what is there and does not pass what is not', async () => {
    folder = join(work, `part-${number += 1}`);
    live = liveCatalog(() => testCatalog, folder, () => {});
    await take({ 'ccipra-v322r0-f1.TXT': sample.pairFile() });
    expect(found(check({ code: '29826', date_of_service: '2026-08-15', other_lines: [{ code: '29827' }] }))).toContain('ptp-pair-never-allowed');
    const open = check({ code: '97110', date_of_service: '2026-08-15', other_lines: [{ code: '97112' }] });
    expect(open.not_checked.find((n: Reply) => n.rule === 'ptp-pair-never-allowed')).toMatchObject({ matters: true, because: expect.stringMatching(/parts that are imported/) });
  });
});

describe('codes of the whole set', () => {
  beforeEach(() => take(everything()));
  const on = '2026-08-15';
  it('a clean line of surgery passes what could be checked, and says what could not', () => {
    const reply = check({ code: '29827', units: 1, date_of_service: on, diagnosis_codes: ['S92.001A'], modifiers: [] });
    expect(reply.findings).toEqual([]);
    expect(reply.verdict).toBe('no_problem_found');
    expect(reply.passed).toEqual(expect.arrayContaining(['code-unknown', 'units-exceed-mue', 'code-not-payable-by-payer', 'diagnosis-not-billable']));
    const uncurated = ['units-exceed-minutes', 'untimed-code-multiple-units', 'minutes-missing', 'therapy-modifier-missing', 'one-per-day-code-repeated', 'threshold-modifier-missing'];
    for (const rule of uncurated) expect(reply.not_checked.find((n: Reply) => n.rule === rule), rule).toMatchObject({ matters: false, because: expect.stringMatching(/known from imported files alone/) });
    expect(reply.passed.filter((p: string) => uncurated.includes(p))).toEqual([]);
  });
  it.each<[string, Record<string, unknown>, string]>([
    ['over its unit limit', { code: '29827', units: 2 }, 'units-exceed-mue'], ['excluded by status', { code: 'A0382', units: 1 }, 'code-not-payable-by-payer'], ['both sides where the indicator is 0', { code: '70450', units: 1, modifiers: ['50'] }, 'modifier-not-valid-for-code'],
    ['an add-on alone', { code: '22842', units: 1 }, 'add-on-without-primary'], ['an add-on beside a primary that ended', { code: '22842', units: 1, other_lines: [{ code: '22610' }] }, 'add-on-without-primary'],
    ['an ended code', { code: 'G9999', units: 1 }, 'code-not-in-force'], ['a category as diagnosis', { code: '29827', units: 1, diagnosis_codes: ['K35'] }, 'diagnosis-not-billable'], ['a diagnosis that does not exist', { code: '29827', units: 1, diagnosis_codes: ['K35.99'] }, 'diagnosis-not-in-force'],
    ['a diagnosis without its seventh character', { code: '29827', units: 1, diagnosis_codes: ['S92.001'] }, 'diagnosis-seventh-character-missing'], ['a code in no table', { code: '29899', units: 1 }, 'code-unknown'],
  ])('%s', (_, args, rule) => expect(found(check({ date_of_service: on, diagnosis_codes: ['K35.80'], ...args }))).toContain(rule));
  it.each<[string, Record<string, unknown>, string]>([
    ['both sides where the indicator is 1', { code: '29827', units: 1, modifiers: ['50'] }, 'modifier-not-valid-for-code'], ['an add-on beside its primary', { code: '22842', units: 1, other_lines: [{ code: '22600' }] }, 'add-on-without-primary'],
    ['the ended primary while it stood', { code: '22842', units: 1, date_of_service: '2026-06-30', other_lines: [{ code: '22610' }] }, 'add-on-without-primary'], ['an add-on whose primaries the contractor sets', { code: '15777', units: 1 }, 'add-on-without-primary'],
    ['the ended code on its last day', { code: 'G9999', units: 1, date_of_service: '2026-03-31' }, 'code-not-in-force'], ['a HCPCS modifier that only the file has', { code: '97124', units: 1, modifiers: ['ZZ'] }, 'modifier-unknown'], ['a QA code of fiscal year 2026', { code: '29827', units: 1, diagnosis_codes: ['QA0.0101'] }, 'diagnosis-not-in-force'],
  ])('no false alarm: %s', (_, args, rule) => expect(found(check({ date_of_service: on, diagnosis_codes: ['K35.80'], ...args }))).not.toContain(rule));
  it('does not count a code whose time is unknown among timed minutes', () => {
    const reply = ask('calculate_units', { services: [{ code: '97110', minutes: 24 }, { code: '29827', minutes: 60 }] });
    expect(JSON.stringify(reply)).not.toMatch(/29827 is not timed/);
    expect(reply.results[0].total_units).toBe(2);
  });
  it('says what tables of another date say of a code, and no more', () => {
    const reply = check({ code: '29827', units: 9, date_of_service: '2027-02-01' });
    expect(reply.findings.find((f: Reply) => f.rule === 'units-exceed-mue').message).toMatch(/2026Q3 \(the newest on hand; it does not cover 2027-02-01\)/);
    expect(reply.edition.not_covered).toEqual(['ncci_ptp', 'mue', 'status']);
  });
  it('embedded tables fill in where nothing is imported, imported ones win for their dates', () => {
    expect(catalogOn(live(today), '2024-08-15').mue.get('97124')?.units).toBe(4);
    expect(catalogOn(live(today), '2026-08-15').mue.get('97124')).toMatchObject({ units: 3, sources: ['mue-2026q3-imported'] });
    expect(check({ code: '97124', units: 4, date_of_service: '2024-08-15' }).edition.mue).toBe('2024Q3');
  });
});

describe('look-ups', () => {
  beforeEach(() => take(everything()));
  it('find an imported code by its number, with what is known and what is not', () => {
    const { matches, found: yes } = lookup(live(today), { query: '70450' }, today);
    expect(yes).toBe(true);
    expect(matches[0]).toMatchObject({ code: '70450', system: 'cpt', timed: false, timed_known: false, medicare_status: 'A', in_force: true, medicare: { work_rvu: 0.85, conversion_factor: 33.4009 } });
    expect(lookup(live(today), { query: 'G9999', date_of_service: '2026-04-01' }, today).matches[0]).toMatchObject({ in_force: false, deleted_on: '2026-04-01', timed: true, unit_minutes: 15 });
    expect(lookup(live(today), { query: '97124' }, today).matches[0]).toMatchObject({ name: testCatalog.code.get('97124')!.name, your_charge: 45 });
    expect(lookup(live(today), { query: '29899' }, today).found).toBe(false);
  });
  it('find imported codes by their words, after curated ones', () => {
    const words = lookup(live(today), { query: 'made-up service' }, today);
    expect(words.matches.map((m) => m.code)).toEqual(['G9999']);
    const both = lookup(live(today), { query: 'tens four leads electrical nerve stimulation' }, today);
    expect(both.matches[0]!.code).toBe(lookup(testCatalog, { query: 'tens four leads electrical nerve stimulation' }, today).matches[0]!.code);
  });
  it('show licensed descriptors from the user\'s own disk alone, with the notice', async () => {
    await take({ 'LONGULT 2026.txt': sample.cptFile('long'), 'SHORTU 2026.txt': sample.cptFile('short') });
    const reply = lookup(live(today), { query: '29827' }, today);
    expect(reply).toMatchObject({ notice: expect.stringMatching(/made up for this test/), matches: [{ name: 'short made-up wording for shoulder work', description: 'long made-up wording for shoulder work', licensed: true }] });
    // A curated code keeps our words.
    expect(lookup(live(today), { query: '97124' }, today)).not.toHaveProperty('notice');
    expect(lookup(live(today), { query: 'wording picture of the head' }, today).matches.map((m) => m.code)).toEqual(['70450']);
  });
  it('find diagnoses and modifiers of the files', () => {
    const reference = (kind: 'diagnosis' | 'modifier', query: string): Reply => lookUpReference(live(today), { kind, query, date_of_service: today, today });
    expect(reference('diagnosis', 'k3580').matches[0]).toMatchObject({ code: 'K35.80', name: 'Unspecified acute appendicitis', billable: true });
    expect(reference('diagnosis', 'K35').matches[0]).toMatchObject({ billable: false, more_specific: ['K35.80'] });
    expect(reference('diagnosis', 'acute appendicitis').matches.map((m: Reply) => m.code)).toContain('K35.80');
    expect(reference('diagnosis', 'K35.99')).toMatchObject({ found: false, summary: expect.stringMatching(/no code of ICD-10-CM FY2026, which is imported in full/) });
    expect(reference('modifier', 'ZZ').matches[0]).toMatchObject({ code: 'ZZ', description: 'Made-up modifier' });
    expect(reference('modifier', 'GP').matches[0].name).toBe(testCatalog.modifier.get('GP')!.name);
  });
  it('list every edition with its origin', () => {
    const rows = lookUpReference(live(today), { kind: 'edition', query: 'all', today }).matches as Reply[];
    expect(rows.find((r) => r.code === 'mue')).toMatchObject({ edition: '2026Q3', origin: 'imported', files: ['MCR_MUE_PractitionerServices_Eff_07-01-2026.csv'], rows: 3, in_use: true, out_of_date: false });
    expect(rows.find((r) => r.code === 'mue 2024Q3 embedded')).toMatchObject({ origin: 'embedded', in_use: false });
    expect(rows.find((r) => r.code === 'payers')).toMatchObject({ origin: 'embedded', in_use: true });
    const old = lookUpReference(live(today), { kind: 'edition', query: 'mue', date_of_service: '2024-08-15', today }).matches as Reply[];
    expect(old[0]).toMatchObject({ code: 'mue', edition: '2024Q3', origin: 'embedded' });
  });
});

describe('ICD-10-CM of several years', () => {
  it('the codes file borrows descriptions, and curated rows keep their own dates outside an edition', async () => {
    await take({ 'icd10cm-codes-2026.txt': sample.codesFile, 'icd10cm_order_2021.txt': sample.orderFile().replace('00003 M5450   1', '00003 M5450   0') });
    const at = (date: string): Catalog => catalogOn(live(today), date);
    expect(at('2026-08-15').diagnosis.get('M54.51')?.name).toBe(testCatalog.diagnosis.get('M54.51')!.name);
    expect(at('2026-08-15').diagnosis.get('S92.001A')?.name).toMatch(/^Unspecified fracture of right calcaneus/);
    expect(at('2026-08-15').diagnosis.get('A00.0')?.name).toMatch(/ICD-10-CM FY2026/);
    expect(at('2021-01-15').editionOf.get('icd10cm')?.edition).toBe('FY2021');
    expect(at('2024-08-15').editionOf.get('icd10cm')?.edition).toBe('FY2026');
    expect(at('2024-08-15').editionOf.get('icd10cm')?.imported).toBeUndefined();
    // The year after the newest: it goes on to speak, with its age said.
    expect(check({ code: '97124', date_of_service: '2026-12-01', diagnosis_codes: ['M54.50'] }).passed).toContain('diagnosis-not-billable');
  });
});

describe('damage on the way', () => {
  beforeEach(() => take({ ...pairs('322'), 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv': sample.mueFile() }));
  it.each(['mue.2026Q3', 'ncci_ptp.2026Q3'])('%s damaged inside: left aside, said once, the rest works', (name) => {
    const path = join(folder, `${name}.claimlint`);
    const bytes = readFileSync(path);
    for (let n = bytes.length - 40; n < bytes.length; n += 1) bytes[n] = bytes[n]! ^ 0x55;
    writeFileSync(path, bytes);
    const args = { code: '97124', units: 4, date_of_service: '2026-08-15', other_lines: [{ code: '29827' }, { code: '40021' }] };
    const reply = check(args);
    expect(reply.edition.damaged).toEqual([`${name}.claimlint`]);
    expect(reply.edition.imported).toEqual(name.startsWith('mue') ? ['ncci_ptp'] : ['mue']);
    check(args);
    expect(warnings).toEqual([expect.stringMatching(/is damaged and left aside/)]);
    expect((lookUpReference(live(today), { kind: 'edition', query: 'all', today }).matches as Reply[]).find((r) => r.damaged)).toMatchObject({ code: `${name}.claimlint` });
  });
  it('a header that is damaged is found at once', () => {
    writeFileSync(join(folder, 'mue.2026Q3.claimlint'), 'CLAIMLINT-TABLE\nrest');
    expect(check({ code: '97124', units: 4, date_of_service: '2026-08-15' }).edition).toMatchObject({ mue: '2024Q3', damaged: ['mue.2026Q3.claimlint'] });
  });
  it('a file that is taken away between two questions', () => {
    expect(live(today).mue.get('29827')?.units).toBe(1);
    rmSync(join(folder, 'mue.2026Q3.claimlint'));
    expect(live(today).mue.get('29827')).toBeUndefined();
  });
});

it('a running server sees a new import, and goes on while one is written', async () => {
  const built = fileURLToPath(new URL('../../dist/claimlint.mjs', import.meta.url));
  const env = { PATH: process.env.PATH!, CLAIMLINT_TODAY: today, CLAIMLINT_DATA: folder };
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [built], env }));
  const limit = async (): Promise<unknown> => { const r = await client.callTool({ name: 'check_claim_line', arguments: { code: '97124', units: 4, payer: 'medicare', date_of_service: '2026-08-15' } }); return (r.structuredContent as Reply).findings.map((f: Reply) => f.rule).includes('units-exceed-mue'); };
  const run = (...args: string[]): Promise<unknown> => new Promise((resolve) => { spawn(process.execPath, [built, 'data', ...args], { env, stdio: 'ignore' }).on('exit', resolve); });
  try {
    expect(await limit()).toBe(false);
    const path = join(work, 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv');
    writeFileSync(path, sample.mueFile());
    const importing = run('import', path);
    await limit();
    expect(await importing).toBe(0);
    expect(await limit()).toBe(true);
    writeFileSync(path, sample.mueFile(['97124,9,3 Date of Service Edit: Clinical,x']));
    expect(await run('import', path)).toBe(0);
    expect(await limit()).toBe(false);
    expect(await run('remove', 'mue')).toBe(0);
    expect(await limit()).toBe(false);
  } finally {
    await client.close();
  }
}, 60_000);

/** `claimlint data` as users run it, its progress line, and imports that are killed or run at once. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { openTable } from '../../src/editions/open-table.ts';
import { RowTable } from '../../src/editions/row-table.ts';
import { listStore } from '../../src/editions/store.ts';
import * as sample from './sample-files.ts';

const built = fileURLToPath(new URL('../../dist/claimlint.mjs', import.meta.url));
let work: string;
let folder: string;
beforeAll(() => { work = mkdtempSync(join(tmpdir(), 'claimlint-data-')); });
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => { folder = join(work, `data-${readdirSync(work).length}`); });

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH!, CLAIMLINT_TODAY: '2026-11-23', CLAIMLINT_DATA: folder });
const run = (...args: string[]) => spawnSync(process.execPath, [built, 'data', ...args], { encoding: 'utf8', env: environment() });
function file(name: string, content: string | Buffer): string {
  const path = join(work, name);
  writeFileSync(path, content);
  return path;
}

describe('data', () => {
  it('imports, tells, verifies and removes', () => {
    const mue = file('MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', sample.mueFile());
    expect(run('status')).toMatchObject({ status: 0, stdout: expect.stringMatching(/Nothing is imported/) });
    expect(run('import', mue)).toMatchObject({ status: 0, stdout: expect.stringMatching(/mue 2026Q3: 3 rows, for 2026-07-01 to before 2026-10-01/), stderr: '' });
    const status = run('status');
    expect(status.stdout).toMatch(/mue 2026Q3[^]*3 rows, 1 KB, imported 2026-11-23 from\s+MCR_MUE[^]*STALE/);
    expect(JSON.parse(run('status', '--json').stdout)).toMatchObject({ folder, tables: [{ table: 'mue', edition: '2026Q3', rows: 3, stale: true, unread: 0 }], damaged: [] });
    expect(run('verify')).toMatchObject({ status: 0, stdout: expect.stringMatching(/Every file is whole/) });
    expect(run('remove', 'mue', '--edition', '2026Q2')).toMatchObject({ status: 2, stderr: expect.stringMatching(/has no mue of edition 2026Q2/) });
    expect(run('remove', 'mue')).toMatchObject({ status: 0, stdout: expect.stringMatching(/Removed mue.2026Q3.claimlint/) });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('names a damaged file, ends with 1, and lets it be removed', () => {
    run('import', file('MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', sample.mueFile()), file('ours 2026.csv', sample.ownFees));
    const path = join(folder, 'mue.2026Q3.claimlint');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = bytes[bytes.length - 1]! ^ 1;
    writeFileSync(path, bytes);
    expect(run('status').status).toBe(0);
    expect(run('verify')).toMatchObject({ status: 1, stdout: expect.stringMatching(/fees 2026[^]*mue.2026Q3.claimlint: DAMAGED, its content does not match/) });
    writeFileSync(path, 'x');
    expect(run('status')).toMatchObject({ status: 1, stdout: expect.stringMatching(/DAMAGED, it is shorter/) });
    expect(run('remove', 'mue').status).toBe(0);
    expect(run('status').status).toBe(0);
  });
  it.each<[string[], RegExp]>([
    [[], /claimlint data import/], [['imprt'], /Did you mean "import"/], [['import'], /name the files/], [['import', '--editon', '1', 'x'], /it takes --edition/], [['import', 'none.zip'], /ENOENT/], [['remove'], /name one table/], [['remove', 'mui'], /Did you mean "mue"/], [['status', 'mue'], /no further words/],
  ])('%j is wrong usage', (args, text) => {
    const result = run(...args);
    expect(result.status).toBe(2);
    expect(result.stdout + result.stderr).toMatch(text);
  });
  it('takes its folder from --data, before the environment', () => {
    const other = join(work, 'other');
    expect(spawnSync(process.execPath, [built, 'data', '--data', other, 'import', file('f 2026.csv', sample.ownFees)], { env: environment() }).status).toBe(0);
    expect(readdirSync(other)).toEqual(['fees.2026.claimlint']);
    expect(spawnSync(process.execPath, [built, 'data', 'status', '--data'], { encoding: 'utf8', env: environment() })).toMatchObject({ status: 2, stderr: expect.stringMatching(/needs a folder/) });
  });
  it('says that the folder cannot be used', () => {
    writeFileSync(folder, '');
    expect(run('import', file('f 2026.csv', sample.ownFees))).toMatchObject({ status: 2, stderr: expect.stringMatching(/is not a folder/) });
  });
  it('tells how to import the rest when one file fails, and imports the others', () => {
    const result = run('import', file('MCR_MUE_PractitionerServices_Eff_07-01-2026.zip', '<html>licence</html>'), file('f 2026.csv', sample.ownFees));
    expect(result).toMatchObject({ status: 2, stdout: expect.stringMatching(/fees 2026: 3 rows/), stderr: expect.stringMatching(/accept the licence/) });
  });
});

describe('an import that is killed', () => {
  const table = (units: number): string => sample.mueFile(Array.from({ length: 4000 }, (_, n) => `${10_000 + n},${units},1 Line Edit,reason ${n}`));
  it('leaves the old edition or the new one, whole, at 50 moments', async () => {
    const old = file('old/MCR_MUE_PractitionerServices_Eff_07-01-2026.csv'.replace('old/', 'a-'), table(1));
    const fresh = file('b-MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', table(2));
    const start = Date.now();
    expect(run('import', old).status).toBe(0);
    const took = Date.now() - start;
    const seen = new Set<string>();
    for (let n = 0; n < 50; n += 1) {
      // Most moments lie in the second half of an import's time, where it writes.
      const delay = took * (n < 10 ? n / 20 : 0.4 + (0.9 * (n - 10)) / 40);
      const [path, units] = n % 2 === 0 ? [fresh, '2'] : [old, '1'];
      const child = spawn(process.execPath, [built, 'data', 'import', path], { env: environment(), stdio: 'ignore' });
      const ended = new Promise((resolve) => { child.on('exit', resolve); });
      await new Promise((resolve) => { setTimeout(resolve, delay); });
      child.kill('SIGKILL');
      await ended;
      const { tables, damaged } = listStore(folder, true);
      expect(damaged, `killed after ${delay} ms`).toEqual([]);
      expect(tables, `killed after ${delay} ms`).toHaveLength(1);
      const open = openTable(tables[0]!.path);
      const rows = new RowTable(open.read);
      const values = new Set([...rows.entries()].map(([, row]) => row[0]!));
      open.close();
      expect(rows.size).toBe(4000);
      expect(values.size, 'never half of each').toBe(1);
      seen.add([...values][0] === units ? 'new' : 'old');
    }
    expect(seen).toEqual(new Set(['old', 'new']));
    // What was killed does not stand in the way of the next.
    expect(run('import', fresh).status).toBe(0);
  }, 120_000);

  it('and two at once do not harm each other', async () => {
    const parts = [0, 1, 2, 3].map((n) => file(`ccipra-v322r0-f${n + 1}.TXT`, sample.pairFile(Array.from({ length: 500 }, (_, i) => [String(20_000 + n * 1000 + i), '97124', '20200101', '*', '1'] as const))));
    const mue = file('c-MCR_MUE_PractitionerServices_Eff_07-01-2026.csv', table(1));
    const children = [...parts.map((p) => [p]), [mue], [mue]].map((paths) => new Promise((resolve) => { spawn(process.execPath, [built, 'data', 'import', ...paths], { env: environment(), stdio: 'ignore' }).on('exit', resolve); }));
    expect(await Promise.all(children)).toEqual([0, 0, 0, 0, 0, 0]);
    const { tables, damaged } = listStore(folder, true);
    expect(damaged).toEqual([]);
    expect(tables.map((t) => [t.header.table, t.header.rows, t.header.parts?.length])).toEqual([['mue', 4000, undefined], ['ncci_ptp', 2000, 4]]);
    expect(readdirSync(folder)).toHaveLength(2);
  }, 60_000);

  it('does not lock the folder for ever', () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    for (const holder of [String(ended), '']) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '.import.lock'), holder);
      expect(run('import', file('f 2026.csv', sample.ownFees)).status).toBe(0);
    }
    expect(readdirSync(folder)).toEqual(['fees.2026.claimlint']);
  }, 30_000);
});

describe('progress', () => {
  const tell = (times: number[]): string => {
    let at = 0;
    let text = '';
    const line = progressLine((t) => { text += t; }, () => times[Math.min(at++, times.length - 1)]!);
    for (let n = 1; n < times.length - 1; n += 1) line.tell('a.zip', n * 10, 100, n * 1000);
    line.end();
    return text;
  };
  it('says nothing in the first second', () => expect(tell([0, 100, 500, 999])).toBe(''));
  it('tells share, rows and time left, and cleans up', () => expect(tell([0, 500, 1000, 2000, 3000])).toMatch(/^\ra\.zip: 20%, 2,000 rows, about 2 s left\ra\.zip: 30%, 3,000 rows, about 4 s left *\r +\r$/));
  it('tells at most ten times a second', () => expect(tell([0, 2000, 2010, 2020, 2101, 2150]).match(/%/g)).toHaveLength(2));
  it('is silent without a terminal', () => { const line = progressLine(undefined, () => 5000); line.tell('a', 1, 2, 3); line.end(); });
});

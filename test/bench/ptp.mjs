/**
 * The PTP table from the text of CMS to a look-up, beside a JavaScript Map and SQLite (sql.js) in the same run.
 * CLAIMLINT_BENCH_CMS names a folder with the files of CMS (ccipra-*.zip, .TXT); without it a table of the same size is made up.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeSyntheticPtp } from './synthetic-ptp.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-bench-ptp-'));
const editions = join(scratch, 'editions.mjs');
const table = join(scratch, 'ptp.table');
const folder = process.env.CLAIMLINT_BENCH_CMS;

await build({
  stdin: { contents: "export { PtpBuilder } from './src/editions/ptp-builder.ts'; export { PtpTextReader } from './src/editions/read-ptp-text.ts'; export { openPtpTable } from './src/editions/ptp-table.ts';", resolveDir: join(here, '..', '..'), loader: 'ts' },
  bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', outfile: editions, logLevel: 'error',
});

/** Runs a step in a process of its own; gives the figures that it prints. */
function run(step, ...sources) {
  return new Promise((resolve, reject) => {
    const flags = step === 'import' ? [] : ['--expose-gc', '--max-old-space-size=8192'];
    const child = spawn(process.execPath, [...flags, join(here, 'ptp-steps.mjs'), step, editions, table, ...sources], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`the step ${step} ended with ${code}`))));
  });
}

let sources = folder && existsSync(folder) ? readdirSync(folder).filter((f) => /^ccipra.*\.(zip|txt)$/i.test(f)).sort().map((f) => join(folder, f)) : [];
if (folder && sources.length === 0) throw new Error('CLAIMLINT_BENCH_CMS names a folder without ccipra-*.zip or .TXT');
console.log(`\nPTP table: ${sources.length > 0 ? `${sources.length} files of CMS` : 'a made-up table of the same size (CLAIMLINT_BENCH_CMS=<folder> for the files of CMS)'}`);
if (sources.length === 0) sources = await writeSyntheticPtp(scratch);

const imported = await run('import', ...sources);
const opens = [];
for (let i = 0; i < 9; i++) opens.push(await run('open'));
opens.sort((a, b) => a.open_ms - b.open_ms);
const opened = opens[4];
const compared = await run('compare', ...sources);
await rm(scratch, { recursive: true, force: true });

const mb = (bytes) => bytes / 1e6;
const lines = [
  ['import, s', imported.total_ms / 1000, 15], ['import, peak RSS, MB', mb(imported.peak_rss), 600], ['rows that cannot be read', imported.unreadable, 0],
  ['file, MB', mb(imported.file_bytes), 12], ['open, ms (median of 9 processes)', opened.open_ms, 5], ['held while open, MB', mb(opened.bytes), 5],
  ['look-up with its read, us', compared.look_up_us, 3], ['look-up, file in memory, us', compared.in_memory_us], ['pairs that differ from the text', compared.wrong + Math.abs(compared.pairs - compared.table_pairs), 0],
  ['random pairs that differ', compared.disagreeing, 0], ['Map look-up, us', compared.map_us], ['SQLite look-up, us', compared.sqlite_us], ['look-up / Map', compared.look_up_us / compared.map_us],
  ['look-up / SQLite', compared.look_up_us / compared.sqlite_us, 1], ['import / SQLite import', imported.total_ms / compared.sqlite_build_ms], ['file / SQLite file', imported.file_bytes / compared.sqlite_bytes, 1],
];
let over = !compared.same_found;
console.log(`${compared.table_rows} rows, ${compared.pairs} pairs, ${compared.asked} random pairs; ${mb(imported.text_bytes).toFixed(0)} MB of text; other work makes the times longer (load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores)`);
for (const [what, value, limit] of lines) {
  if (limit !== undefined && value > limit) over = true;
  console.log(`${what.padEnd(36)} ${value.toFixed(Number.isInteger(value) ? 0 : 2).padStart(10)} ${limit === undefined ? '' : `limit ${limit}${value > limit ? '  OVER' : ''}`}`);
}
process.exitCode = over ? 1 : 0;

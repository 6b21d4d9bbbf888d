/** Start, calls and search with every table imported beside the same with none, in the same run; ratios, not times. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const built = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'claimlint.mjs');
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-bench-'));
const [full, none] = [join(scratch, 'full'), join(scratch, 'none')];
const environment = (folder) => ({ PATH: process.env.PATH, CLAIMLINT_TODAY: '2026-08-15', CLAIMLINT_DATA: folder });
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** A table of the size of the real one, of made-up words; the generator is fixed, so every run has the same rows. */
let seed = 7;
const next = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return seed % n; };
const syllables = ['car', 'dio', 'neu', 'ro', 'spi', 'no', 'frac', 'ture', 'der', 'ma', 'tho', 'rax', 'gas', 'tro', 'len', 'tic', 'pul', 'mo', 'ste', 'nal'];
const vocabulary = Array.from({ length: 6000 }, () => Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join(''));
const sentence = (n) => Array.from({ length: n }, () => vocabulary[Math.min(next(6000), next(6000))]).join(' ');
const codes = [];
for (let a = 0; codes.length < 100_000; a += 1) codes.push(`${'ABCDEFGHIJKLMNOPQRST'[Math.floor(a / 5000) % 20]}${String(Math.floor(a / 50) % 100).padStart(2, '0')}${String(a % 50).padStart(2, '0')}`);
await writeFile(join(scratch, 'icd10cm_order_2026.txt'), [...new Set(codes)].map((c, i) => `${String(i % 100000).padStart(5, '0')} ${c.padEnd(7)} 1 ${sentence(4).slice(0, 60).padEnd(60)} ${sentence(9)}\r\n`).join(''));
await writeFile(join(scratch, 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv'), `"notice",,,\r\n"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n${Array.from({ length: 15_000 }, (_, i) => `${10000 + i * 3},${1 + (i % 9)},${1 + (i % 3)} Date,reason\r\n`).join('')}`);
const imported = spawnSync(process.execPath, [built, 'data', 'import', join(scratch, 'icd10cm_order_2026.txt'), join(scratch, 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv')], { env: environment(full), encoding: 'utf8' });
if (imported.status !== 0) throw new Error(imported.stderr);
console.log(imported.stdout.trim());

function start(folder) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [built], { env: environment(folder), stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk) => { out += chunk; if (out.includes('"id":2')) { resolve(Number(process.hrtime.bigint() - begun) / 1e6); child.kill(); } });
    child.on('error', reject);
    for (const m of [{ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '0' } } }, { method: 'notifications/initialized' }, { id: 2, method: 'tools/list', params: {} }]) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...m })}\n`);
  });
}
const [a, b] = [[], []];
for (let i = 0; i < 16; i += 1) { const [x, y] = [await start(full), await start(none)]; if (i > 0) { a.push(x); b.push(y); } }
const rows = [['start, all tables imported', median(a), median(b), 1.15]];

const open = async (folder) => { const client = new Client({ name: 'bench', version: '0' }); await client.connect(new StdioClientTransport({ command: process.execPath, args: [built], env: environment(folder) })); return client; };
const [mine, bare] = [await open(full), await open(none)];
const time = async (client, params) => { const begun = process.hrtime.bigint(); await client.callTool(params); return Number(process.hrtime.bigint() - begun) / 1e6; };
for (const [what, params, limit] of [
  ['check_claim_line', { name: 'check_claim_line', arguments: { code: '97124', units: 2, payer: 'medicare', date_of_service: '2026-08-15', diagnosis_codes: ['A00.01'], other_lines: [] } }, undefined],
  ['lookup_cpt, words', { name: 'lookup_cpt', arguments: { query: 'deep tissue massage for the neck' } }, undefined],
  ['diagnosis, a long sentence', { name: 'lookup_reference', arguments: { kind: 'diagnosis', query: sentence(18).slice(0, 190) } }, undefined],
]) {
  const [x, y] = [[], []];
  for (let i = 0; i < 120; i += 1) { const [m, n] = [await time(mine, params), await time(bare, params)]; if (i >= 20) { x.push(m); y.push(n); } }
  rows.push([what, median(x), median(y), limit]);
}
await mine.close(); await bare.close();
await rm(scratch, { recursive: true, force: true });
let over = false;
console.log('what                          imported ms    none ms   ratio   limit');
for (const [what, x, y, limit] of rows) {
  if (limit !== undefined && x / y > limit) over = true;
  console.log(`${what.padEnd(28)} ${x.toFixed(2).padStart(12)} ${y.toFixed(2).padStart(10)} ${(x / y).toFixed(2).padStart(7)} ${limit === undefined ? '      -' : limit.toFixed(2).padStart(7)}`);
}
if (over) { console.error('over its limit'); process.exitCode = 1; }

/** Start-up and one call beside a bundled, minified no-op McpServer of the same SDK, in the same run; ratios, not times. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineTime } from './engine.mjs';
import { buildNoOp, noOpCall, openClient, timeCall } from './no-op.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-bench-'));
const environment = { PATH: process.env.PATH };
const ours = join(root, 'dist', 'claimlint.mjs');
const theirs = join(scratch, 'noop.mjs');

await buildNoOp(theirs);

/** Milliseconds from spawn to the answer of tools/list. */
function start(file) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [file], { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (!out.includes('"id":2')) return;
      resolve(Number(process.hrtime.bigint() - begun) / 1e6);
      child.kill();
    });
    child.on('error', reject);
    const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '0' } } });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/list', params: {} });
  });
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

async function startRatio(runs) {
  const [a, b] = [[], []];
  await start(ours); await start(theirs);
  for (let i = 0; i < runs; i++) { a.push(await start(ours)); b.push(await start(theirs)); }
  return { ours: median(a), theirs: median(b) };
}

async function callRatio(name, args, calls) {
  const [mine, noop] = [await openClient(ours), await openClient(theirs)];
  const [a, b] = [[], []];
  for (let i = 0; i < calls + 50; i++) {
    const [x, y] = [await timeCall(mine, { name, arguments: args }), await timeCall(noop, noOpCall)];
    if (i >= 50) { a.push(x); b.push(y); }
  }
  await mine.close(); await noop.close();
  return { ours: median(a), theirs: median(b) };
}

/** A Medicare session of six lines with something to say about some of them. */
const sixLines = {
  payer: 'medicare', provider_type: 'PT', date_of_service: '2024-08-15', place_of_service: '11', diagnosis_codes: ['M54.2', 'M54.50'],
  lines: [
    { code: '97110', modifiers: ['GP'], units: 2, minutes: 24 }, { code: '97140', modifiers: ['GP'], units: 1, minutes: 23 }, { code: '97124', modifiers: ['GP'], units: 1, minutes: 15 },
    { code: '97530', modifiers: ['GP'], units: 1, minutes: 15 }, { code: '97014', units: 1 }, { code: '97012', modifiers: ['GP'], units: 1 },
  ],
};

const rows = [
  ['start (spawn to tools/list)', await startRatio(25), 0.9],
  ['lookup_cpt 97124', await callRatio('lookup_cpt', { query: '97124' }, 500), 3],
  ['suggest, 3 services', await callRatio('suggest_code_for_service', { service: '30 min petrisage and effleurge to uper traps, then 15 minutes of hot packs and 20 min ther ex' }, 300), undefined],
  ['check_claim_line', await callRatio('check_claim_line', { code: '97124', units: 4, minutes: 60, payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], other_lines: [{ code: '98941' }] }, 300), undefined],
  ['check_claim, 6 lines', await callRatio('check_claim', sixLines, 300), 5],
];
let over = false;
console.log('what                          claimlint ms   no-op ms   ratio   limit');
for (const [what, { ours: a, theirs: b }, limit] of rows) {
  const ratio = a / b;
  if (limit !== undefined && ratio > limit) over = true;
  console.log(`${what.padEnd(28)} ${a.toFixed(2).padStart(13)} ${b.toFixed(2).padStart(10)} ${ratio.toFixed(2).padStart(7)} ${limit === undefined ? '      -' : limit.toFixed(2).padStart(7)}`);
}
const engine = await engineTime();
const mostMicroseconds = 50;
if (engine.microseconds > mostMicroseconds) over = true;
console.log(`the rules alone: ${engine.microseconds.toFixed(1)} microseconds a line over the ${engine.lines} lines of the corpus (at most ${mostMicroseconds})`);
await rm(scratch, { recursive: true, force: true });
process.exitCode = over ? 1 : 0;

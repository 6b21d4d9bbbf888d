/** Throughput over HTTP: lookup_cpt here beside a tool that does nothing in the SDK's stateless Express example, in the same run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const here = dirname(fileURLToPath(import.meta.url));
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const limit = 3;

async function serve(...args) {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  while (!text.includes('\n')) text += (await once(child.stderr, 'data'))[0];
  child.stderr.resume();
  return { child, url: JSON.parse(text.split('\n')[0]).url };
}

const modern = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} };
const body = (_meta) => JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'lookup_cpt', arguments: { query: '97124' }, ...(_meta ? { _meta } : {}) } });

async function load(url, headers = {}, meta = undefined) {
  const result = await autocannon({ url, method: 'POST', connections: 16, duration: seconds, headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers }, body: body(meta) });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} replies were no success and ${result.errors} failed`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

const ours = await serve(join(here, '..', '..', 'dist', 'claimlint.mjs'), 'serve', '--http', '--port', '0');
const theirs = await serve(join(here, 'sdk-express-example.mjs'));
const median = (list) => list.toSorted((a, b) => a.rate - b.rate)[Math.floor(list.length / 2)];
const rounds = { ours: [], modern: [], theirs: [] };
for (let round = 0; round < 4; round++) {
  const now = {
    theirs: await load(theirs.url), ours: await load(ours.url),
    modern: await load(ours.url, { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'lookup_cpt' }, modern),
  };
  // The first round only warms up.
  if (round > 0) for (const [name, result] of Object.entries(now)) rounds[name].push(result);
}
ours.child.kill();
theirs.child.kill();

const base = median(rounds.theirs);
let under = false;
console.log('over HTTP, 16 connections          calls/s    p99 ms   ratio   at least');
for (const [what, { rate, p99 }, least] of [['the SDK\'s Express example, no-op', base], ['lookup_cpt 97124', median(rounds.ours), limit], ['lookup_cpt 97124, 2026-07-28', median(rounds.modern), limit]]) {
  const ratio = rate / base.rate;
  if (least !== undefined && ratio < least) under = true;
  console.log(`${what.padEnd(33)} ${rate.toFixed(0).padStart(8)} ${p99.toFixed(1).padStart(9)} ${ratio.toFixed(2).padStart(7)} ${(least?.toFixed(2) ?? '-').padStart(10)}`);
}
process.exitCode = under ? 1 : 0;

/** Four servers behind nginx under load for 30 seconds, one killed every second: no call may fail. */
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { findNginx, startBalanced } from '../deploy/balanced.mjs';

const nginx = findNginx();
if (nginx === undefined) {
  console.log('balancer: skipped, nginx is not installed (apt-get install nginx-light)');
  process.exit(0);
}
const seconds = Number(process.env.BENCH_SECONDS ?? 30);
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'lookup_cpt', arguments: { query: '97124' } } });
const load = (url, duration) => autocannon({ url, method: 'POST', connections: 16, duration, headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }, body, expectBody });
const balanced = await startBalanced(nginx);
// What every reply must be, to the byte.
const expectBody = await (await fetch(balanced.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();

let kills = 0;
let failed;
let working = true;
const killer = (async () => {
  for (let turn = 0; working; turn += 1) {
    const replica = balanced.replicas[turn % balanced.replicas.length];
    const next = wait(1000);
    await replica.end('SIGKILL');
    kills += 1;
    await replica.start();
    await next;
  }
})().catch((error) => { failed = error; });
try {
  const result = await load(balanced.url, seconds);
  working = false;
  await killer;
  if (failed) throw failed;
  const bad = result.non2xx + result.errors + result.timeouts + result.mismatches;
  console.log('behind nginx, 16 connections     calls   calls/s    p99 ms   kills   failed   limit');
  console.log(`one of four killed each second ${String(result.requests.total).padStart(7)} ${result.requests.average.toFixed(0).padStart(9)} ${result.latency.p99.toFixed(1).padStart(9)} ${String(kills).padStart(7)} ${String(bad).padStart(8)} ${'0'.padStart(7)}`);
  // A run in which nearly nothing was killed or asked shows nothing.
  process.exitCode = bad > 0 || kills < seconds / 3 || result.requests.total < seconds * 50 ? 1 : 0;
} finally {
  await balanced.stop();
}

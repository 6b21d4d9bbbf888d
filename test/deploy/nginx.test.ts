/** nginx, as configured for users, in front of four servers: whatever happens to one of them, every call is answered. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mueFile } from '../editions/sample-files.ts';
import { call, json, lookup, post } from '../http/start.ts';
import { built } from '../mcp/clients.ts';
import { usualLimits } from '../../src/http/server.ts';
import { readOptions } from '../../src/http/options.ts';
import { fillIn, findNginx, startBalanced, type Balanced } from './balanced.mjs';

const conf = readFileSync(fileURLToPath(new URL('../../src/deploy/nginx.conf', import.meta.url)), 'utf8');

it('says how to start the servers that it names', async () => {
  const [, options] = /^# {3}claimlint serve (--http .*)$/m.exec(conf)!;
  const read = await readOptions(options!.split(' '), {});
  expect(read).toMatchObject({ host: '127.0.0.1', trustProxy: true, allowedHosts: [/server_name (.*);/.exec(conf)![1]] });
  expect([...conf.matchAll(/server 127\.0\.0\.1:(\d+) /g)].map((m) => Number(m[1]))).toEqual([0, 1, 2, 3].map((n) => read!.port + n));
  // Bodies that the servers take must reach them, from memory, and idle connections must be closed at this end first.
  const kilobytes = (name: string): number => Number(new RegExp(`${name} (\\d+)k;`).exec(conf)![1]);
  expect(kilobytes('client_max_body_size') * 1024).toBeGreaterThan(usualLimits.body);
  expect(kilobytes('client_body_buffer_size')).toBe(kilobytes('client_max_body_size'));
  expect(Number(/keepalive_timeout (\d+)s;/.exec(conf)![1]) * 1000).toBeLessThan(usualLimits.keepAliveTimeout);
});
it('cannot be filled in where a line is missing', () => {
  expect(() => fillIn(conf.replace('listen 80;', ''), 1, [2])).toThrow(/0 listen lines/);
  expect(() => fillIn(conf, 1, [2, 3, 4, 5, 6])).toThrow(/4 servers; 5/);
});

const nginx = findNginx();
// Never silent; the gate installs nginx first.
if (nginx === undefined) process.stderr.write('test/deploy/nginx.test.ts: skipped in part, since nginx is not installed (apt-get install nginx-light)\n');

describe.skipIf(nginx === undefined)('in front of four servers', () => {
  let balanced: Balanced;
  const data = mkdtempSync(join(tmpdir(), 'claimlint-shared-'));
  beforeAll(async () => { balanced = await startBalanced(nginx!, { env: { CLAIMLINT_DATA: data } }); }, 60_000);
  afterAll(async () => { await balanced?.stop(); rmSync(data, { recursive: true, force: true }); });

  const calls = async (at: string): Promise<number> => Number(/^claimlint_tool_calls_total\{tool="lookup_cpt",outcome="ok"\} (\d+)$/m.exec(await (await fetch(`${at}/metrics`)).text())?.[1] ?? 0);

  it('spreads the calls over all of them', async () => {
    await Promise.all(Array.from({ length: 80 }, async () => expect((await post(balanced.url, lookup)).status).toBe(200)));
    for (const { port } of balanced.replicas) expect(await calls(`http://127.0.0.1:${port}`)).toBeGreaterThan(0);
  });

  it('shows the endpoint and nothing else, and says all in JSON', async () => {
    for (const path of ['/metrics', '/healthz', '/readyz', '/', '/mcp/x']) {
      const response = await fetch(balanced.base + path);
      expect([path, response.status, response.headers.get('content-type'), (await response.json() as { error: object }).error]).toMatchObject([path, 404, 'application/json', { code: -32600 }]);
    }
    for (const size of [usualLimits.body + 10, 2 * usualLimits.body]) {
      const response = await post(balanced.url, `{"x":"${'x'.repeat(size)}"}`);
      expect([response.status, (await response.json() as { error: object }).error]).toMatchObject([413, { code: -32600 }]);
    }
    expect((await fetch(balanced.url, { headers: json })).status).toBe(405);
  });

  it('an edition imported once serves all of them, with no restart', async () => {
    const ask = async (url: string): Promise<unknown> => {
      const { result } = await (await post(url, call('lookup_reference', { kind: 'edition', query: 'mue', date_of_service: '2026-08-15' }))).json() as { result: { structuredContent: { matches: { edition: string; origin: string }[] } } };
      return result.structuredContent.matches.map((m) => [m.edition, m.origin]);
    };
    const everywhere = [...balanced.replicas.map((r) => `http://127.0.0.1:${r.port}/mcp`), balanced.url];
    const before = await Promise.all(everywhere.map(ask));
    expect(new Set(before.map((b) => JSON.stringify(b))).size).toBe(1);
    const file = join(data, 'MCR_MUE_PractitionerServices_Eff_07-01-2026.csv');
    writeFileSync(file, mueFile());
    const imported = spawnSync(process.execPath, [built, 'data', 'import', file], { env: { PATH: process.env.PATH, CLAIMLINT_DATA: data }, encoding: 'utf8' });
    expect(imported.status, imported.stderr).toBe(0);
    const after = await Promise.all(everywhere.map(ask));
    for (const answer of after) expect(answer).toEqual([['2026Q3', 'imported'], ...(before[0] as unknown[])]);
    // And a code that only the import knows the limit of.
    for (const url of everywhere) {
      const reply = await (await post(url, call('check_claim_line', { code: '29827', units: 2, payer: 'medicare', date_of_service: '2026-08-15' }))).text();
      expect(reply).toContain('units-exceed-mue');
      expect(reply).toContain('2026Q3');
    }
  }, 60_000);

  it.each([['killed', 'SIGKILL'], ['stopped', 'SIGTERM']] as const)('loses no answer when each in turn is %s and restarted', async (_, signal) => {
    let working = true;
    let done = 0;
    const lost: string[] = [];
    const body = call('check_claim_line', { code: '97124', units: 5, minutes: 75, payer: 'medicare' });
    const expected = await (await post(balanced.url, body)).text();
    const clients = Array.from({ length: 8 }, async () => {
      while (working) {
        // Told in the end: a failure here would be one of a promise that nobody waits for yet.
        const [status, text] = await post(balanced.url, body).then(async (response) => [response.status, await response.text()] as const, (error: unknown) => [0, String(error)] as const);
        if (status !== 200 || text !== expected) lost.push(`${status} ${text.slice(0, 100)}`);
        done += 1;
      }
    });
    for (const replica of balanced.replicas) {
      const before = done;
      await replica.end(signal);
      while (done < before + 40) await new Promise((next) => { setTimeout(next, 10); });
      await replica.start();
    }
    working = false;
    await Promise.all(clients);
    expect(lost).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(160);
  }, 120_000);

  it('says in JSON that it can reach none', async () => {
    await Promise.all(balanced.replicas.map((r) => r.end('SIGKILL')));
    const response = await post(balanced.url, lookup);
    expect([response.status, response.headers.get('retry-after'), (await response.json() as { error: object }).error]).toMatchObject([503, '1', { code: -32603 }]);
    await Promise.all(balanced.replicas.map((r) => r.start()));
    const until = Date.now() + 10_000;
    while ((await post(balanced.url, lookup)).status !== 200) if (Date.now() > until) throw new Error('nginx does not find the servers again');
  }, 60_000);
});

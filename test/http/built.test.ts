/** The built file as it is run: started, asked by the SDK's client, and stopped. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterEach, expect, it } from 'vitest';

const built = fileURLToPath(new URL('../../dist/claimlint.mjs', import.meta.url));
const environment = { PATH: process.env.PATH!, CLAIMLINT_TODAY: '2026-11-23' };
let child: ChildProcess | undefined;
afterEach(() => { child?.kill('SIGKILL'); });

/** Starts it on a free port; the address stands in its first line of log. */
async function serve(args: string[], extra: Record<string, string> = {}): Promise<{ url: string; log: () => string; child: ChildProcess }> {
  const started = spawn(process.execPath, [built, 'serve', '--http', '--port', '0', ...args], { env: { ...environment, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  let text = '';
  started.stderr!.on('data', (chunk) => { text += chunk; });
  while (!text.includes('\n')) await once(started.stderr!, 'data');
  return { url: (JSON.parse(text.split('\n')[0]!) as { url: string }).url, log: () => text, child: started };
}

it('serves the SDK\'s client, and ends with 0 on SIGTERM', async () => {
  const server = await serve([]);
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url)) as never);
  expect(client.getServerVersion()).toMatchObject({ name: 'claimlint' });
  expect((await client.listTools()).tools.map((t) => t.name)).toContain('check_claim_line');
  const result = await client.callTool({ name: 'check_claim_line', arguments: { code: '97124', units: 5, payer: 'medicare' } });
  expect(result.structuredContent).toMatchObject({ verdict: 'fix_before_sending' });
  await client.close();
  const ended = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(server.log()).toMatch(/"event":"stopped"/);
  expect(server.log()).not.toContain('97124');
});

it('listens on every address with a token, and only then', async () => {
  const alone = spawnSync(process.execPath, [built, 'serve', '--http', '--host', '0.0.0.0', '--port', '0'], { env: environment, encoding: 'utf8' });
  expect(alone).toMatchObject({ status: 2, stdout: '' });
  expect(alone.stderr).toMatch(/token is required/);
  const token = 'a-token-of-24-characters';
  const { url } = await serve(['--host', '0.0.0.0'], { CLAIMLINT_TOKEN: token });
  const ask = (headers: Record<string, string>) => fetch(url.replace('0.0.0.0', '127.0.0.1'), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' });
  expect([(await ask({})).status, (await ask({ authorization: `Bearer ${token}` })).status]).toEqual([401, 200]);
});

it('loads nothing of HTTP where it is not asked for', () => {
  // A static import of the bundle would be loaded at every start of the desktop server.
  const imports = [...readFileSync(built, 'utf8').matchAll(/\bfrom"node:([a-z]+)"/g)].map((m) => m[1]);
  for (const name of ['http', 'https', 'http2', 'net', 'tls', 'dns', 'crypto']) expect(imports).not.toContain(name);
});

it('says what is wrong with its options, tells them, and does not fight over a port', async () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [built, 'serve', '--http', ...args], { env: environment, encoding: 'utf8' });
  expect(run('--prot', '1')).toMatchObject({ status: 2, stderr: expect.stringContaining('--prot') });
  expect(spawnSync(process.execPath, [built, 'serve', '--port', '1'], { env: environment, encoding: 'utf8' })).toMatchObject({ status: 2, stderr: expect.stringContaining('only with --http') });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--token-file') });
  const { url } = await serve([]);
  expect(run('--port', new URL(url).port)).toMatchObject({ status: 2, stderr: expect.stringMatching(/cannot listen .*EADDRINUSE/) });
});

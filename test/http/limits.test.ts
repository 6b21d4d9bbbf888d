/** What is too much, too slow or too often; and an end that loses no answer. */
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { clientOf, createRateLimit } from '../../src/http/rate-limit.ts';
import { lookup, post, start } from './start.ts';

/** Bytes as given over a bare connection; resolves with all that came back when the server closed it. */
function wire(url: string, ...pieces: (string | number | Promise<unknown>)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (piece instanceof Promise) await piece;
        else if (typeof piece === 'number') await new Promise((next) => { setTimeout(next, piece); });
        else socket.write(piece);
      }
    });
    let text = '';
    socket.on('data', (chunk) => { text += chunk; });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}
const head = 'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const bodyOf = (text: string): unknown => JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));

it.each([
  ['announced', (size: number) => `"${'x'.repeat(size)}"`],
  ['in pieces', (size: number) => new ReadableStream({ pull(c) { for (let i = 0; i < size; i += 1000) c.enqueue(new TextEncoder().encode(' '.repeat(1000))); c.close(); } })],
])('a body over the limit, %s, is 413', async (_, body) => {
  const { url } = await start({}, { body: 10_000 });
  const response = await post(url, body(30_000));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('10 KiB') } });
  expect((await post(url, lookup)).status).toBe(200);
});

it('a body that is announced far over the limit is not waited for', async () => {
  const { url } = await start({}, { body: 1000 });
  const text = await wire(url, `${head}Content-Length: 99999999\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(bodyOf(text)).toHaveProperty('error.code', -32600);
});

it('a body of the limit passes, and one that is no UTF-8 does not', async () => {
  const { url } = await start({}, { body: 1000 });
  expect((await post(url, lookup.padEnd(1000))).status).toBe(200);
  expect((await post(url, lookup.padEnd(1001))).status).toBe(413);
  const response = await post(url, new Uint8Array([0x22, 0xff, 0x22]));
  expect(await response.json()).toMatchObject({ error: { code: -32700 } });
});

const fast = { headersTimeout: 200, requestTimeout: 400, keepAliveTimeout: 200, checkInterval: 50 };
it.each([
  ['headers that never end', [`${head}X-Slow: 1`], /^HTTP\/1\.1 408 /],
  ['a body that never ends', [`${head}Content-Length: 50\r\n\r\n{"json`], /^HTTP\/1\.1 408 /],
  ['a body drop by drop', [`${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`, 150, '1\r\n \r\n', 150, '1\r\n \r\n', 150, '1\r\n \r\n'], /^HTTP\/1\.1 408 /],
  ['no request at all', [], /^HTTP\/1\.1 408 |^$/],
  ['a connection left open', [`${head}Content-Length: ${lookup.length}\r\n\r\n${lookup}`], /^HTTP\/1\.1 200 /],
  ['no HTTP', ['hello\r\n\r\n'], /^HTTP\/1\.1 400 /],
  ['no Host', ['POST /mcp HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}'], /^HTTP\/1\.1 403 /],
  ['an expectation that cannot be met', [`${head}Expect: a-miracle\r\nContent-Length: 2\r\n\r\n{}`], /^HTTP\/1\.1 417 /],
  ['headers without measure', [`${head}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`], /^HTTP\/1\.1 431 /],
])('%s: the connection is cut', async (_, pieces, expected) => {
  const { url } = await start({}, fast);
  const text = await wire(url, ...pieces);
  expect(text).toMatch(expected);
  if (text !== '') expect(bodyOf(text)).toHaveProperty('jsonrpc', '2.0');
});

// Six a minute: the ten at once that are always let through come back one in ten seconds, so the test can be slow.
it('a client that asks too often waits, and is told how long', async () => {
  const { url } = await start({ rateLimit: 6 });
  const statuses = [];
  for (let i = 0; i < 12; i += 1) statuses.push((await post(url, lookup)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  const response = await post(url, lookup);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/wait \d+ s/) } });
  expect((await fetch(url.replace('/mcp', '/healthz'))).status).toBe(200);
});

it('a batch counts as what it holds', async () => {
  const { url } = await start({ rateLimit: 6 });
  const batch = `[${Array.from({ length: 6 }, () => lookup).join(',')}]`;
  expect([(await post(url, batch)).status, (await post(url, batch)).status]).toEqual([200, 429]);
});

it('behind a proxy of ours each client counts by itself, by the entry that the proxy wrote', async () => {
  const ask = async (trustProxy: boolean, ...addresses: string[]) => {
    const { url } = await start({ rateLimit: 6, trustProxy });
    const statuses = [];
    for (const address of addresses) statuses.push((await post(url, lookup, { 'x-forwarded-for': address })).status);
    return statuses.filter((s) => s === 429).length;
  };
  const many = Array.from({ length: 15 }, (_, i) => `198.51.100.${i}`);
  expect(await ask(true, ...many)).toBe(0);
  expect(await ask(true, ...many.map((a) => `${a}, 203.0.113.7`))).toBe(5);
  expect(await ask(false, ...many)).toBe(5);
});

it('the bucket fills again, and forgets the client not seen for longest', () => {
  const limit = createRateLimit(60, 2, 3);
  expect([limit.take('a', 0), limit.take('a', 0), limit.take('a', 0), limit.take('b', 0), limit.take('a', 999), limit.take('a', 1000), limit.take('a', 1000)]).toEqual([0, 0, 1, 0, 1, 0, 1]);
  limit.take('c', 1000); limit.take('d', 1000); limit.take('e', 1000);
  expect([limit.size(), limit.take('a', 1000)]).toEqual([3, 0]);
  const none = createRateLimit(0);
  for (let i = 0; i < 1000; i += 1) expect(none.take('a', 0)).toBe(0);
  expect(none.size()).toBe(0);
});

it.each([
  ['192.0.2.1', '192.0.2.1'], ['::ffff:192.0.2.1', '192.0.2.1'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:DB8:1:2::9', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['::1', '0:0:0:0::/64'], [undefined, 'unknown'],
])('%s counts as %s', (address, client) => expect(clientOf(address)).toBe(client));

it('finishes what is in flight before it ends, and takes nothing new', async () => {
  const { url, base, stop, logs } = await start();
  let goOn = (): void => {};
  const stopped = new Promise<void>((resolve) => { goOn = resolve; });
  const inFlight = wire(url, `${head}Content-Length: ${lookup.length}\r\n\r\n${lookup.slice(0, 20)}`, stopped, lookup.slice(20));
  const idle = wire(url);
  // The one that asks is in flight too.
  while (!/in_flight 2$/m.test(await (await fetch(`${base}/metrics`)).text()));
  const ended = stop('SIGTERM');
  await expect(post(url, lookup)).rejects.toThrow();
  goOn();
  const text = await inFlight;
  expect(text).toMatch(/^HTTP\/1\.1 200 [^]*"97124/);
  expect(text).toMatch(/connection: close/i);
  await ended;
  expect(await idle).toBe('');
  expect(logs().map((l) => l.event)).toEqual(['listening', 'stopping', 'request', 'stopped']);
});

it('does not wait for ever for a client that never finishes', async () => {
  const { url, stop } = await start({}, { stopTimeout: 200 });
  const stuck = wire(url, `${head}Content-Length: 50\r\n\r\n{`);
  while (!/in_flight 2$/m.test(await (await fetch(url.replace('/mcp', '/metrics'))).text()));
  await stop('SIGTERM');
  expect(await stuck).toBe('');
});

/** The endpoint as a client meets it: what it answers, what it turns away, and that everything is JSON. */
import { request as rawRequest } from 'node:http';
import { expect, it } from 'vitest';
import { call, json, lookup, post, start } from './start.ts';

const message = (method: string, params?: object, id: unknown = 1): string => JSON.stringify({ jsonrpc: '2.0', id, method, ...(params ? { params } : {}) });
const note = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
const initialize = (protocolVersion: unknown): string => message('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 't', version: '0' } });

/** fetch sets Host by itself, so this speaks plainly. */
function speak(url: string, method: string, headers: Record<string, string>, body = ''): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { method, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

it('answers a call in JSON, the same bytes every time', async () => {
  const { url } = await start();
  const first = await post(url, lookup);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('application/json');
  const text = await first.text();
  const { id, result } = JSON.parse(text);
  expect(id).toBe(1);
  expect(result.structuredContent.matches[0]).toMatchObject({ code: '97124', unit_minutes: 15 });
  expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent);
  expect(await (await post(url, lookup)).text()).toBe(text);
});

it.each([
  ['initialize', initialize('2025-06-18'), {}, { result: { protocolVersion: '2025-06-18', serverInfo: { name: 'claimlint' }, capabilities: { tools: {} } } }],
  ['initialize with a version to come', initialize('2099-01-01'), {}, { result: { protocolVersion: '2025-11-25' } }],
  ['initialize whatever the header', initialize('2025-11-25'), { 'mcp-protocol-version': '1.0.0' }, { result: { protocolVersion: '2025-11-25' } }],
  ['ping', message('ping'), {}, { id: 1, result: {} }],
  ['an id of text', message('ping', {}, 'a-1'), {}, { id: 'a-1', result: {} }],
  ['tools/list', message('tools/list'), { 'mcp-protocol-version': '2025-11-25' }, { result: { tools: expect.arrayContaining([expect.objectContaining({ name: 'lookup_cpt' })]) } }],
  ['a wrong argument', call('lookup_cpt', { qury: '97124' }), {}, { result: { isError: true, content: [{ text: expect.stringContaining('Did you mean "query"') }] } }],
  ['an unknown tool', call('nope', {}), {}, { error: { code: -32602, message: expect.stringContaining('lookup_cpt') } }],
  ['an unknown method', message('tools/nope'), {}, { error: { code: -32601 } }],
  ['a cursor', message('tools/list', { cursor: 'x' }), {}, { error: { code: -32602 } }],
  ['initialize without a version', initialize(undefined), {}, { error: { code: -32602 } }],
])('%s is answered with 200', async (_, body, headers, expected) => {
  const { url } = await start();
  const response = await post(url, body, headers as never);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ jsonrpc: '2.0', ...expected });
});

it.each([
  ['a notification', note], ['a response', JSON.stringify({ jsonrpc: '2.0', id: 9, result: {} })],
  ['a batch of notifications', `[${note}]`],
])('%s is taken with 202 and no body', async (_, body) => {
  const response = await post((await start()).url, body);
  expect([response.status, await response.text()]).toEqual([202, '']);
});

it('answers a batch in the versions that had them, and only there', async () => {
  const { url } = await start();
  const batch = `[${message('ping', {}, 1)},${note},${message('tools/nope', {}, 2)}]`;
  for (const headers of [{}, { 'mcp-protocol-version': '2025-03-26' }]) expect(await (await post(url, batch, headers as never)).json()).toMatchObject([{ id: 1, result: {} }, { id: 2, error: { code: -32601 } }]);
  for (const version of ['2025-06-18', '2025-11-25', '2026-07-28']) {
    const response = await post(url, batch, { 'mcp-protocol-version': version });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: -32600 } });
  }
  for (const bad of ['[]', `[${initialize('2025-03-26')}]`, `[${Array.from({ length: 21 }, () => message('ping')).join(',')}]`]) expect((await post(url, bad)).status).toBe(400);
});

const refused: [what: string, method: string, path: string, headers: Record<string, string>, body: string, status: number, code: number, header?: [string, RegExp]][] = [
  ['GET', 'GET', '/mcp', json, '', 405, -32600, ['allow', /^POST, OPTIONS$/]],
  ['DELETE', 'DELETE', '/mcp', json, '', 405, -32600, ['allow', /^POST/]],
  ['PUT', 'PUT', '/mcp', json, lookup, 405, -32600, ['allow', /^POST/]],
  ['another path', 'POST', '/mcp/x', json, lookup, 404, -32600],
  ['the root', 'GET', '/', json, '', 404, -32600],
  ['POST to health', 'POST', '/healthz', json, '{}', 405, -32600, ['allow', /^GET/]],
  ['OAuth metadata without an issuer', 'GET', '/.well-known/oauth-protected-resource', json, '', 404, -32600],
  ['a foreign Host', 'POST', '/mcp', { ...json, host: 'evil.example' }, lookup, 403, -32600],
  ['a Host that only begins well', 'POST', '/mcp', { ...json, host: 'localhost.evil.example:80' }, lookup, 403, -32600],
  ['an address that is not this machine', 'POST', '/mcp', { ...json, host: '192.0.2.1' }, lookup, 403, -32600],
  ['a Host that is none', 'POST', '/mcp', { ...json, host: 'a b@c' }, lookup, 403, -32600],
  ['a foreign Origin', 'POST', '/mcp', { ...json, origin: 'http://evil.example' }, lookup, 403, -32600],
  ['Origin null', 'POST', '/mcp', { ...json, origin: 'null' }, lookup, 403, -32600],
  ['an Origin with a user in front', 'POST', '/mcp', { ...json, origin: 'http://localhost@evil.example' }, lookup, 403, -32600],
  ['foreign metrics', 'GET', '/metrics', { host: 'evil.example' }, '', 403, -32600],
  ['a reply that must be HTML', 'POST', '/mcp', { ...json, accept: 'text/html' }, lookup, 406, -32600],
  ['a reply that must not be JSON', 'POST', '/mcp', { ...json, accept: 'application/json;q=0, text/html' }, lookup, 406, -32600],
  ['a form', 'POST', '/mcp', { ...json, 'content-type': 'text/plain' }, lookup, 415, -32600],
  ['no type', 'POST', '/mcp', { accept: '*/*' }, lookup, 415, -32600],
  ['a compressed body', 'POST', '/mcp', { ...json, 'content-encoding': 'gzip' }, lookup, 415, -32600],
  ['no JSON', 'POST', '/mcp', json, '{"jsonrpc"', 400, -32700],
  ['nothing', 'POST', '/mcp', json, '', 400, -32700],
  ['a number', 'POST', '/mcp', json, '7', 400, -32600],
  ['JSON-RPC 1', 'POST', '/mcp', json, '{"id":1,"method":"ping"}', 400, -32600],
  ['no method', 'POST', '/mcp', json, '{"jsonrpc":"2.0","id":1}', 400, -32600],
  ['an id of null', 'POST', '/mcp', json, '{"jsonrpc":"2.0","id":null,"method":"ping"}', 400, -32600],
  ['params in a list', 'POST', '/mcp', json, '{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}', 400, -32600],
  ['a version that nobody knows', 'POST', '/mcp', { ...json, 'mcp-protocol-version': '1900-01-01' }, lookup, 400, -32022],
];
it.each(refused)('%s is turned away in JSON', async (_, method, path, headers, body, status, code, header) => {
  const { base } = await start();
  const response = await speak(base + path, method, headers, body);
  expect(response.status).toBe(status);
  expect(response.headers['content-type']).toBe('application/json');
  const reply = JSON.parse(response.text);
  expect(reply).toMatchObject({ jsonrpc: '2.0', error: { code } });
  expect(reply.error.message).toMatch(/\w/);
  expect(response.text).not.toContain('evil');
  if (header) expect(response.headers[header[0]]).toMatch(header[1]);
});

it.each([['its own name', { host: 'localhost:1' }], ['its own address', { host: '127.0.0.1' }], ['IPv6', { host: '[::1]:80' }], ['a page of this machine', { origin: 'http://localhost:6274' }], ['anything accepted', { accept: '*/*' }], ['a charset', { 'content-type': 'application/json; charset=utf-8' }]])('%s passes', async (_, headers) => {
  const { url } = await start();
  expect((await speak(url, 'POST', { ...json, ...headers } as never, lookup)).status).toBe(200);
});

it('lets in the names and pages that were allowed, and answers their preflight', async () => {
  const { url } = await start({ allowedHosts: ['claims.example.com'], allowedOrigins: ['https://app.example.com'], publicUrl: 'https://public.example.com/mcp' });
  for (const host of ['claims.example.com', 'CLAIMS.example.com:443', 'public.example.com']) expect((await speak(url, 'POST', { ...json, host }, lookup)).status).toBe(200);
  const origin = 'https://app.example.com';
  const answered = await speak(url, 'POST', { ...json, origin }, lookup);
  expect([answered.status, answered.headers['access-control-allow-origin']]).toEqual([200, origin]);
  const preflight = await speak(url, 'OPTIONS', { origin, 'access-control-request-method': 'POST' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers['access-control-allow-headers']).toMatch(/Mcp-Method/);
  expect((await speak(url, 'OPTIONS', { origin: 'https://other.example.com' })).status).toBe(403);
});

it('says how it is, how much it did, and nothing of what was asked', async () => {
  const { url, base, logs } = await start();
  for (const path of ['/healthz', '/readyz']) expect((await speak(base + path, 'GET', { host: '10.1.2.3:8750' })).status).toBe(200);
  await post(url, call('check_claim_line', { code: '97124', units: 5, payer: 'medicare', service_performed: 'SECRETWORD massage' }));
  await post(url, call('SECRETTOOL', {}));
  await post(url, message('SECRETMETHOD'));
  await post(url, call('lookup_cpt', { qury: 'SECRETWORD' }));
  const text = await (await fetch(`${base}/metrics`)).text();
  expect(text).toMatch(/^claimlint_tool_calls_total\{tool="check_claim_line",outcome="ok"\} 1$/m);
  expect(text).toMatch(/^claimlint_tool_calls_total\{tool="lookup_cpt",outcome="refused"\} 1$/m);
  expect(text).toMatch(/^claimlint_tool_calls_total\{tool="unknown",outcome="refused"\} 1$/m);
  expect(text).toMatch(/^claimlint_findings_total\{rule="units-exceed-mue",severity="error"\} 1$/m);
  expect(text).toMatch(/^claimlint_tool_seconds_count\{tool="check_claim_line"\} 1$/m);
  expect(text).toMatch(/^claimlint_http_requests_total\{status="200"\} \d+$/m);
  for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+)$/);
  expect(logs().filter((l) => l.event === 'request').map((l) => [l.status, l.method, l.tool, l.outcome])).toEqual([[200, 'tools/call', 'check_claim_line', 'ok'], [200, 'tools/call', undefined, 'refused'], [200, undefined, undefined, 'refused'], [200, 'tools/call', 'lookup_cpt', 'refused']]);
  expect(text + JSON.stringify(logs())).not.toMatch(/SECRET|97124/);
});

it('logs no single requests when it is quiet', async () => {
  const { url, logs } = await start({ quiet: true });
  await post(url, lookup);
  expect(logs().map((l) => l.event)).toEqual(['listening']);
});

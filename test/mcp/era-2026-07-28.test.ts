/** Protocol 2026-07-28 on the wire: what each request must say, what each result carries, and the codes of what is refused. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { post, start } from '../http/start.ts';
import { built, environment } from './clients.ts';

const version = '2026-07-28';
const key = (name: string): string => `io.modelcontextprotocol/${name}`;
const meta = (extra: object = {}): object => ({ [key('protocolVersion')]: version, [key('clientInfo')]: { name: 't', version: '0' }, [key('clientCapabilities')]: {}, ...extra });
const request = (method: string, params: object = {}, _meta: object | undefined = meta()): object => ({ jsonrpc: '2.0', id: 7, method, params: { ...params, ...(_meta ? { _meta } : {}) } });
const lookup = { name: 'lookup_cpt', arguments: { query: '97124' } };
const headers = (method: string, name?: string, v: string | undefined = version): Record<string, string> => ({ ...(v ? { 'mcp-protocol-version': v } : {}), 'mcp-method': method, ...(name ? { 'mcp-name': name } : {}) });

const cached = { ttlMs: expect.any(Number), cacheScope: 'public' };
it.each<[string, object, object]>([
  ['server/discover', {}, { ...cached, supportedVersions: [version, '2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'], capabilities: { tools: {} }, instructions: expect.any(String) }],
  ['tools/list', {}, { ...cached, tools: expect.any(Array) }],
  ['tools/call', lookup, { structuredContent: { found: true } }],
  ['resources/list', {}, { ...cached, resources: expect.any(Array) }],
  ['resources/templates/list', {}, { ...cached, resourceTemplates: expect.any(Array) }],
  ['resources/read', { uri: 'claimlint://rules' }, { ...cached, contents: [{ mimeType: 'text/markdown' }] }],
  ['prompts/list', {}, { ...cached, prompts: expect.any(Array) }],
  ['prompts/get', { name: 'which_of_these_codes', arguments: { codes: '97124 97140' } }, { messages: [{ role: 'user' }] }],
  ['completion/complete', { ref: { type: 'ref/prompt', name: 'check_my_claim' }, argument: { name: 'payer', value: 'med' } }, { completion: { hasMore: false } }],
])('%s says its type and who answers, and how long it keeps', async (method, params, expected) => {
  const { url } = await start();
  const subject = (params as { name?: string; uri?: string }).uri ?? (params as { name?: string }).name;
  const response = await post(url, JSON.stringify(request(method, params)), headers(method, subject));
  expect(response.status).toBe(200);
  const { result } = await response.json() as { result: Record<string, unknown> };
  expect(result).toMatchObject({ ...expected, resultType: 'complete', _meta: { [key('serverInfo')]: { name: 'claimlint' } } });
  if (!('ttlMs' in expected)) expect(result).not.toHaveProperty('ttlMs');
  // The same over stdio, where there are no headers.
  const [line] = await overStdio(request(method, params));
  expect(line!.result).toEqual(result);
});

const call = request('tools/call', lookup);
it.each<[string, object, Record<string, string>, number, number]>([
  ['another version in the header', call, headers('tools/call', 'lookup_cpt', '2025-11-25'), 400, -32020],
  ['no version in the header', call, headers('tools/call', 'lookup_cpt', ''), 400, -32020],
  ['no Mcp-Method', call, { 'mcp-protocol-version': version, 'mcp-name': 'lookup_cpt' }, 400, -32020],
  ['another Mcp-Method', call, headers('tools/list', 'lookup_cpt'), 400, -32020],
  ['Mcp-Method in other letters', call, headers('Tools/Call', 'lookup_cpt'), 400, -32020],
  ['no Mcp-Name', call, headers('tools/call'), 400, -32020],
  ['another Mcp-Name', call, headers('tools/call', 'check_claim'), 400, -32020],
  ['an Mcp-Name that cannot be decoded', call, headers('tools/call', '=?base64?***?='), 400, -32020],
  ['another address in Mcp-Name', request('resources/read', { uri: 'claimlint://rules' }), headers('resources/read', 'claimlint://editions'), 400, -32020],
  ['a version to come', request('tools/call', lookup, meta({ [key('protocolVersion')]: '2099-01-01' })), headers('tools/call', 'lookup_cpt', '2099-01-01'), 400, -32022],
  ['a version of the past', request('tools/call', lookup, meta({ [key('protocolVersion')]: '1900-01-01' })), headers('tools/call', 'lookup_cpt', '1900-01-01'), 400, -32022],
  ['a version that is no text', request('tools/call', lookup, meta({ [key('protocolVersion')]: 7 })), headers('tools/call', 'lookup_cpt'), 400, -32602],
  ['nothing in _meta', request('tools/call', lookup, {}), headers('tools/call', 'lookup_cpt'), 400, -32602],
  ['no _meta', { jsonrpc: '2.0', id: 7, method: 'tools/list' }, headers('tools/list'), 400, -32602],
  ['no capabilities', request('tools/call', lookup, { [key('protocolVersion')]: version }), headers('tools/call', 'lookup_cpt'), 400, -32602],
  ['a version of the handshake under our header', request('tools/call', lookup, meta({ [key('protocolVersion')]: '2025-11-25' })), headers('tools/call', 'lookup_cpt'), 400, -32020],
  ['a method that is no more', request('ping'), headers('ping'), 404, -32601],
  ['the handshake', request('initialize', { protocolVersion: version }), headers('initialize'), 404, -32601],
  ['subscriptions, which claimlint has none of', request('subscriptions/listen'), headers('subscriptions/listen'), 404, -32601],
  ['a method that never was', request('toString'), headers('toString'), 404, -32601],
  ['an unknown tool', request('tools/call', { name: 'nope' }), headers('tools/call', 'nope'), 200, -32602],
  ['an unknown resource', request('resources/read', { uri: 'claimlint://nope' }), headers('resources/read', 'claimlint://nope'), 200, -32602],
])('%s is refused', async (_, body, sent, status, code) => {
  const { url } = await start();
  const response = await post(url, JSON.stringify(body), sent);
  expect([response.status, await response.json()]).toMatchObject([status, { id: 7, error: { code } }]);
});

it('names the versions that it knows', async () => {
  const { url } = await start();
  const response = await post(url, JSON.stringify(request('tools/list', {}, meta({ [key('protocolVersion')]: '1900-01-01' }))), headers('tools/list', undefined, '1900-01-01'));
  expect(await response.json()).toMatchObject({ error: { data: { requested: '1900-01-01', supported: expect.arrayContaining([version, '2025-11-25']) } } });
});

it('decodes an Mcp-Name that stands in base64', async () => {
  const { url } = await start();
  for (const name of [Buffer.from('lookup_cpt').toString('base64')]) expect((await post(url, JSON.stringify(call), headers('tools/call', `=?base64?${name}?=`))).status).toBe(200);
  const uri = 'claimlint://codes/\u00e9';
  const response = await post(url, JSON.stringify(request('resources/read', { uri })), headers('resources/read', `=?base64?${Buffer.from(uri).toString('base64')}?=`));
  expect(await response.json()).toMatchObject({ error: { code: -32602, data: { uri } } });
});

it('takes notifications, and requests of the handshake that carry other _meta', async () => {
  const { url } = await start();
  expect((await post(url, '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}', { 'mcp-protocol-version': version })).status).toBe(202);
  const old = await post(url, JSON.stringify(request('tools/call', lookup, { progressToken: 1 })), { 'mcp-protocol-version': '2025-11-25' });
  expect((await old.json() as { result: object }).result).not.toHaveProperty('resultType');
  const batch = await post(url, JSON.stringify([call]));
  expect([batch.status, await batch.json()]).toMatchObject([400, { error: { code: -32600 } }]);
});

it('serves both eras in one process over stdio', async () => {
  const [initialized, modern, old, unknown] = await overStdio(
    { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '0' } } },
    { ...call, id: 2 }, { jsonrpc: '2.0', id: 3, method: 'tools/call', params: lookup }, { ...request('tools/list', {}, meta({ [key('protocolVersion')]: '1900-01-01' })), id: 4 },
  );
  expect(initialized!.result).toMatchObject({ protocolVersion: '2025-06-18' });
  expect(modern!.result).toMatchObject({ resultType: 'complete' });
  expect(old!.result).not.toHaveProperty('resultType');
  expect(unknown!.error).toMatchObject({ code: -32022 });
});

async function overStdio(...messages: object[]): Promise<{ id: number; result?: object; error?: object }[]> {
  const child = spawn(process.execPath, [built], { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.stdin.write(messages.map((m) => `${JSON.stringify(m)}\n`).join(''));
  while (text.split('\n').length <= messages.length) await once(child.stdout, 'data');
  child.stdin.end();
  return text.trim().split('\n').map((line) => JSON.parse(line)).toSorted((a, b) => a.id - b.id);
}

/** The built server over standard input and output, as a host drives it when things go well and when they do not. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { LATEST_PROTOCOL_VERSION, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLineReader } from '../../src/mcp/line-reader.ts';
import { handshakeVersions } from '../../src/mcp/versions.ts';
import { built, environment } from './clients.ts';

type Message = Record<string, unknown> & { id?: unknown };

/** A server that was sent `input`; `all` ends the input and gives every line of the output with the exit status. */
function serve(input: string | Buffer): { child: ChildProcessWithoutNullStreams; all(): Promise<{ replies: Message[]; status: unknown; errors: string }> } {
  const child = spawn(process.execPath, [built], { env: environment });
  onTestFinished(() => { child.kill('SIGKILL'); });
  const [out, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.write(input);
  return {
    child,
    async all() {
      child.stdin.end();
      const [status] = await once(child, 'close');
      return { status, errors: Buffer.concat(errors).toString(), replies: Buffer.concat(out).toString().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Message) };
    },
  };
}
const line = (message: unknown): string => `${JSON.stringify(message)}\n`;
const request = (id: unknown, method: string, params?: object): string => line({ jsonrpc: '2.0', id, method, ...(params ? { params } : {}) });
const lookup = (id: unknown): string => request(id, 'tools/call', { name: 'lookup_cpt', arguments: { query: '97124' } });
const ids = (replies: Message[]): unknown[] => replies.map((r) => r.id).toSorted();

it('knows the versions that the SDK knows', () => {
  expect(handshakeVersions).toEqual(SUPPORTED_PROTOCOL_VERSIONS);
  expect(handshakeVersions[0]).toBe(LATEST_PROTOCOL_VERSION);
});

it.each([['2025-11-25', '2025-11-25'], ['2024-11-05', '2024-11-05'], ['1999-01-01', '2025-11-25']])('shakes hands at %s with %s', async (asked, given) => {
  const { replies } = await serve(request(1, 'initialize', { protocolVersion: asked, capabilities: {}, clientInfo: { name: 't', version: '0' } })).all();
  expect(replies).toMatchObject([{ jsonrpc: '2.0', id: 1, result: { protocolVersion: given, serverInfo: { name: 'claimlint' }, instructions: expect.stringContaining('check_claim'), capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} } } }]);
});

it('answers all that was asked before its input ended', async () => {
  const { replies, status } = await serve(lookup(1) + request('two', 'tools/list') + request(3, 'ping') + lookup(4)).all();
  expect([ids(replies), status]).toEqual([[1, 3, 4, 'two'], 0]);
});

it.each<[string, string]>([
  ['nothing', '\n\r\n'], ['no JSON', 'hello\n{"jsonrpc":\n'], ['other JSON', '7\nnull\n"x"\n[]\n{}\n'], ['JSON-RPC 1', line({ id: 8, method: 'ping' })], ['an id of null', request(null, 'ping')], ['a reply to a request that was never made', line({ jsonrpc: '2.0', id: 8, result: {} })],
  ['notifications', line({ jsonrpc: '2.0', method: 'notifications/initialized' }) + line({ jsonrpc: '2.0', method: 'notifications/nope', params: { x: 1 } })],
  ['a cancellation of what is not under way', line({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 99 } }) + line({ jsonrpc: '2.0', method: 'notifications/cancelled', params: null })],
])('%s gets no answer, and the next request does', async (_, input) => {
  const { replies, errors } = await serve(input + request(1, 'ping')).all();
  expect(replies).toEqual([{ jsonrpc: '2.0', id: 1, result: {} }]);
  expect(errors).toBe('');
});

it.each<[string, string, number]>([['an unknown method', request(1, 'nope'), -32601], ['a method that objects have', request(1, 'constructor'), -32601], ['params in a list', line({ jsonrpc: '2.0', id: 1, method: 'ping', params: [1] }), -32600], ['an unknown tool', request(1, 'tools/call', { name: 'nope' }), -32602], ['initialize without a version', request(1, 'initialize', {}), -32602]])('%s is an error', async (_, input, code) => {
  expect((await serve(input).all()).replies).toMatchObject([{ id: 1, error: { code, message: expect.stringMatching(/\w/) } }]);
});

it('takes lines that come in pieces, with both ends, and characters cut in two', async () => {
  const bytes = Buffer.from(request('é', 'ping').replace('\n', '\r\n') + request('日本', 'ping'));
  const server = serve(bytes.subarray(0, 0));
  for (const byte of bytes) { server.child.stdin.write(Buffer.of(byte)); await new Promise((next) => { setImmediate(next); }); }
  expect(ids((await server.all()).replies)).toEqual(['é', '日本'].toSorted());
});

it('sends no answer to what was cancelled while it was under way', async () => {
  const { replies } = await serve(lookup(1) + line({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1, reason: 'x' } }) + lookup(2)).all();
  expect(ids(replies)).toEqual([2]);
});

it('takes a message of 9 MiB, and ends with words at one of more than 10', async () => {
  const long = (size: number): string => request(1, 'tools/call', { name: 'lookup_cpt', arguments: { query: 'x'.repeat(size) } });
  expect((await serve(long(9 * 1024 * 1024)).all()).replies).toMatchObject([{ id: 1, result: { isError: true } }]);
  const { child } = serve('');
  let errors = '';
  child.stderr.on('data', (chunk) => { errors += chunk; });
  child.stdin.write('x'.repeat(11 * 1024 * 1024));
  expect((await once(child, 'close'))[0]).toBe(1);
  expect(errors).toMatch(/longer than 10485760 bytes/);
});

describe('ends with 0', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('on %s', async (signal) => {
    const { child } = serve(request(1, 'ping'));
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
  it('when nobody reads its output any more', async () => {
    const { child } = serve(request(1, 'ping'));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    // The first write may still fit a pipe that is being closed.
    const timer = setInterval(() => child.stdin.write(request(2, 'tools/list')), 20);
    expect(await once(child, 'exit')).toEqual([0, null]);
    clearInterval(timer);
  });
});

it.each<[string, string[], number, string[], boolean]>([
  ['whole lines', ['ab\ncd\n'], 2, ['ab', 'cd'], true], ['lines in pieces', ['a', 'b\nc', 'd', '\n'], 2, ['ab', 'cd'], true], ['empty lines', ['\n\n'], 2, ['', ''], true],
  ['a line without an end', ['ab\nc'], 2, ['ab'], true], ['a line that is too long', ['ab\ncde\n', 'f\n'], 2, ['ab'], false], ['too long in pieces', ['a', 'b', 'c\n', 'd\n'], 2, [], false],
])('cuts %s', (_, chunks, most, lines, whole) => {
  const taken: string[] = [];
  const read = createLineReader(most, (text) => taken.push(text));
  expect(chunks.map((chunk) => read(Buffer.from(chunk))).at(-1)).toBe(whole);
  expect(taken).toEqual(lines);
});

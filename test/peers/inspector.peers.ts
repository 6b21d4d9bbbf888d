/** The Inspector's command line against the built file: no tool schema that a client cannot take, and one call a tool. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/http/log.ts';
import { startServer, type Running } from '../../src/http/server.ts';
import { tools } from '../../tools/index.ts';
import { load, plain } from '../http/start.ts';
import { built } from '../mcp/clients.ts';
import { inScratch, runPeer, versions, type Ended } from './run-peer.ts';

let server: Running;
beforeAll(async () => { server = await startServer(plain, load, createLog(() => {})); });
afterAll(() => server.stop('test'));
const inspect = (target: readonly string[], ...args: string[]): Promise<Ended> => inScratch((folder) => runPeer([versions.inspector], ['mcp-inspector', '--cli', ...target, ...args], folder));
const overStdio = [process.execPath, built];

it('finds no error in the tools', async () => {
  const { status, out, text } = await inspect(overStdio, '--method', 'tools/list', '--strict');
  expect(status, text.slice(-2000)).toBe(0);
  expect((JSON.parse(out) as { tools: { name: string }[] }).tools.map((t) => t.name)).toEqual(tools.map((t) => t.name));
});

it.each(tools.map((tool, index) => [tool.name, index % 2 === 0 ? 'stdio' : 'HTTP', tool.example] as const))('calls %s over %s', async (name, transport, example) => {
  const { status, out, text } = await inspect(transport === 'stdio' ? overStdio : [server.url], '--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(example));
  expect(status, text.slice(-2000)).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ structuredContent: { summary: expect.any(String) } });
});

it('tells a refusal from an answer', async () => expect((await inspect(overStdio, '--method', 'tools/call', '--tool-name', 'lookup_cpt', '--tool-arg', 'qury=1')).status).toBe(5));
it('reads a resource and a prompt', async () => {
  expect((await inspect(overStdio, '--method', 'resources/read', '--uri', 'claimlint://codes/97124')).out).toContain('# 97124');
  expect((await inspect([server.url], '--method', 'prompts/get', '--prompt-name', 'fix_a_denial', '--prompt-args', 'denial_codes=CO-97')).out).toContain('CO-97');
});

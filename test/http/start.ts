/** A server of the test's own, on a free port, with the program's tables. */
import { onTestFinished } from 'vitest';
import { embeddedCatalog } from '../../src/catalog/embedded.ts';
import { readClaimFile } from '../../src/claim-form/read-file.ts';
import { createLog } from '../../src/http/log.ts';
import type { HttpOptions } from '../../src/http/options.ts';
import { startServer, usualLimits, type Limits, type Running } from '../../src/http/server.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import type { Loaded } from '../../src/mcp/methods.ts';
import { tools } from '../../tools/index.ts';

export const load = async (): Promise<Loaded> => ({ tools, callTool, readClaimFile, core: () => ({ catalog: embeddedCatalog(), today: '2026-11-23' }) });
export const plain: HttpOptions = { host: '127.0.0.1', port: 0, tokens: [], allowedHosts: [], allowedOrigins: [], rateLimit: 0, trustProxy: false, quiet: false };

export interface Started extends Running { base: string; logs(): Record<string, unknown>[] }

export async function start(options: Partial<HttpOptions> = {}, limits: Partial<Limits> = {}): Promise<Started> {
  let text = '';
  const log = createLog((lines) => { text += lines; });
  const server = await startServer({ ...plain, ...options }, load, log, { ...usualLimits, ...limits });
  onTestFinished(() => server.stop('test'));
  return { ...server, base: server.url.replace(/\/mcp$/, ''), logs: () => { log.flush(); return text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); } };
}

export const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
export const call = (name: string, args: object, id: unknown = 1): string => JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
export const lookup = call('lookup_cpt', { query: '97124' });
export const post = (url: string, body: string | ReadableStream | Uint8Array, headers: Record<string, string> = {}): Promise<Response> => fetch(url, { method: 'POST', body: body as never, headers: { ...json, ...headers }, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) } as RequestInit);

/** Servers for the peers' suites: the program with their fixtures, in sessions of the SDK's transport or stateless as it ships. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createAccess } from '../../src/http/access.ts';
import { createEndpoint } from '../../src/http/endpoint.ts';
import { checkOrigin, type Doors } from '../../src/http/guard.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { refuse } from '../../src/http/refusal.ts';
import { createMethods } from '../../src/mcp/methods.ts';
import { createServer as createMcpServer } from './sdk-server.ts';
import { load, plain } from '../http/start.ts';
import { withFixtures } from './fixtures.ts';
import { z } from 'zod';

const doors: Doors = { loopback: true, hosts: new Set(), origins: new Set() };
export interface Served { url: string; close(): Promise<void> }

async function listen(handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Served> {
  const server = createServer((request, response) => {
    const stranger = checkOrigin(request.headers, doors);
    if (stranger) refuse(response, stranger);
    else void handler(request, response);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }) };
}

/** The server of a local host, with the fixtures, under the SDK's own transport with sessions and streams. */
export function serveSessions(): Promise<Served> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  return listen(async (request, response) => {
    const known = sessions.get(String(request.headers['mcp-session-id']));
    if (known) return known.handleRequest(request, response);
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: randomUUID, onsessioninitialized: (id) => { sessions.set(id, transport); } });
    const server = createMcpServer(load);
    server.registerCapabilities({ logging: {}, resources: { subscribe: true } });
    const own = server.fallbackRequestHandler!;
    server.fallbackRequestHandler = (asked, extra) => withFixtures({ serverInfo: { name: '', title: '', version: '' }, capabilities: {}, instructions: '', has: () => true, run: (method, params) => own({ ...asked, method, params }, extra) as never })
      .runWith(asked.method, asked.params ?? {}, {
        notify: (method, params) => extra.sendNotification({ method, params } as never),
        ask: (method, params) => extra.sendRequest({ method, params } as never, z.looseObject({}) as never) as never,
      }) as never;
    await server.connect(transport as never);
    await transport.handleRequest(request, response);
  });
}

/** The endpoint as it ships, with the fixtures beside the program's own methods. */
export async function serveStateless(): Promise<Served> {
  const methods = withFixtures(createMethods(load, () => {}));
  const tools = new Set<string>();
  return listen(createEndpoint({ methods, access: await createAccess(plain), metrics: createMetrics('0', tools), log: undefined, tools, rateLimit: 0, bodyLimit: 1_048_576, doors }));
}

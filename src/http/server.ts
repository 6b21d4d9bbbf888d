/** The HTTP server: its endpoints, its limits, and its end. Everything that it says is JSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createMethods, type Loaded } from '../mcp/methods.ts';
import { createAccess } from './access.ts';
import { ticks } from './clock.ts';
import { checkOrigin, hostName, isLoopback } from './guard.ts';
import type { Log } from './log.ts';
import { createEndpoint } from './endpoint.ts';
import { createMetrics } from './metrics.ts';
import type { HttpOptions } from './options.ts';
import { refusalBody, refuse, send } from './refusal.ts';

export interface Limits {
  /** Bytes of a body. */
  body: number;
  /** Milliseconds until the headers, and until the whole request, must have come. */
  headersTimeout: number;
  requestTimeout: number;
  /** How long a connection may lie idle; longer than the 60 seconds of common load balancers, so that they close first. */
  keepAliveTimeout: number;
  /** How often slow connections are looked for. */
  checkInterval: number;
  /** How long a stop waits for what is in flight. */
  stopTimeout: number;
}
export const usualLimits: Limits = { body: 1_048_576, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000, checkInterval: 2_000, stopTimeout: 20_000 };

export interface Running { url: string; stop(why: string): Promise<void> }

export async function startServer(options: HttpOptions, load: () => Promise<Loaded>, log: Log, limits: Limits = usualLimits): Promise<Running> {
  const { createServer } = await import('node:http');
  // Read the tables before the first request, so that "ready" means it.
  const loaded = await load();
  loaded.core();
  const methods = createMethods(async () => loaded, (tool, cause) => log('error', 'tool failed', { tool, kind: cause instanceof Error ? cause.name : 'failure' }));
  const tools = new Set(loaded.tools.map((t) => t.name));
  const metrics = createMetrics(methods.serverInfo.version, tools);
  const access = await createAccess(options);
  const publicHost = options.publicUrl === undefined ? undefined : hostName(new URL(options.publicUrl).host);
  const doors = { loopback: isLoopback(options.host), hosts: new Set([...options.allowedHosts, options.host.toLowerCase(), ...(publicHost ? [publicHost] : [])]), origins: new Set(options.allowedOrigins) };
  const endpoint = createEndpoint({ methods, access, metrics, log: options.quiet ? undefined : log, tools, rateLimit: options.rateLimit, bodyLimit: limits.body, doors });
  let stopping = false;
  const open = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/healthz') return read(request, response, () => send(response, 200, '{"status":"ok"}'));
    if (path === '/readyz') return read(request, response, () => send(response, stopping ? 503 : 200, stopping ? '{"status":"stopping"}' : '{"status":"ready"}'));
    const stranger = checkOrigin(request.headers, doors);
    if (stranger) return refuse(response, stranger);
    if (path === '/mcp') return endpoint(request, response);
    if (access.metadata?.paths.includes(path)) return read(request, response, () => send(response, 200, access.metadata!.text, { 'access-control-allow-origin': '*', 'cache-control': 'max-age=3600' }));
    if (path === '/metrics') {
      const caller = await access.check(request);
      return 'refusal' in caller ? refuse(response, caller.refusal) : read(request, response, () => send(response, 200, metrics.text(), {}, 'text/plain; version=0.0.4; charset=utf-8'));
    }
    refuse(response, { status: 404, message: 'Nothing is here. The MCP endpoint is /mcp.' });
  };

  const server = createServer({ headersTimeout: limits.headersTimeout, requestTimeout: limits.requestTimeout, keepAliveTimeout: limits.keepAliveTimeout, connectionsCheckingInterval: limits.checkInterval, requireHostHeader: false }, (request, response) => {
    open.add(response);
    metrics.inFlight = open.size;
    if (stopping) response.setHeader('connection', 'close');
    response.on('close', () => { open.delete(response); metrics.inFlight = open.size; metrics.request(response.writableFinished ? response.statusCode : 499); });
    answer(request, response).catch((error: unknown) => {
      log('error', 'request failed', { kind: error instanceof Error ? error.name : 'failure' });
      refuse(response, { status: 500, message: 'claimlint failed; nothing was checked.' });
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)); });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => refuse(response, { status: 417, message: 'Only Expect: 100-continue is met.', headers: { connection: 'close' } }));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => turnAway(error, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(`serve: cannot listen on ${options.host} port ${options.port} (${error.code ?? 'unknown reason'}).`, { cause: error })));
    server.listen(options.port, options.host, resolve);
  });
  const { port, address, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/mcp`;
  const began = ticks();
  log('info', 'listening', { url, version: methods.serverInfo.version, token: access.required, rate_limit: options.rateLimit });
  log.flush();
  return {
    url,
    async stop(why) {
      stopping = true;
      log('info', 'stopping', { why, in_flight: open.size });
      for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
      // Those that never said anything are not idle in the eyes of Node's server, and would hold up the end.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      const late = setTimeout(() => server.closeAllConnections(), limits.stopTimeout).unref();
      await new Promise<void>((resolve) => { server.close(() => resolve()); });
      clearTimeout(late);
      log('info', 'stopped', { seconds: Math.round((ticks() - began) / 1000) });
    },
  };
}

function read(request: IncomingMessage, response: ServerResponse, give: () => void): void {
  if (request.method === 'GET' || request.method === 'HEAD') give();
  else refuse(response, { status: 405, message: 'Read this with GET.', headers: { allow: 'GET, HEAD' } });
}

/** What is not HTTP, too long in its headers, or too slow. There is no response object then, only the connection. */
function turnAway(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? ['408 Request Timeout', 'The request took too long to come.'] : error.code === 'HPE_HEADER_OVERFLOW' ? ['431 Request Header Fields Too Large', 'The headers are too long.'] : ['400 Bad Request', 'This is not HTTP as claimlint reads it.'];
  const body = refusalBody({ status: Number.parseInt(status, 10), message });
  socket.end(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}

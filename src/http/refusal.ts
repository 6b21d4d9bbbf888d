/** A request that is turned away: its status, its words, and the headers that go with them. Always JSON. */
import type { ServerResponse } from 'node:http';
import { errorBody } from '../mcp/dispatch.ts';
import { errorCodes } from '../mcp/protocol-error.ts';

export interface Refusal { status: number; message: string; code?: number; headers?: Record<string, string> }

export function send(response: ServerResponse, status: number, body: string | undefined, headers: Record<string, string> = {}, type = 'application/json'): void {
  if (response.headersSent || response.destroyed) return;
  if (body === undefined) response.writeHead(status, { ...headers, 'content-length': 0 }).end();
  else response.writeHead(status, { ...headers, 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

export function refuse(response: ServerResponse, refusal: Refusal): void {
  send(response, refusal.status, refusalBody(refusal), refusal.headers);
}

export function refusalBody({ status, message, code }: Refusal): string {
  return errorBody(code ?? (status >= 500 ? errorCodes.internal : errorCodes.invalidRequest), message);
}

/** JSON-RPC messages answered one by one, with nothing kept between them: what every transport needs of the protocol. */
import { answerModern, isModern, unknownVersion, type RequestHeaders } from './era-2026-07-28.ts';
import type { Methods, Params, Result } from './methods.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { handshakeVersions } from './versions.ts';

type Id = string | number;
interface Request { id: Id; method: string; params?: Params | undefined }

/** What to send back. No body: nothing is owed (a notification was taken). `calls` tells who counts what was done. */
export interface Answer { status: number; body?: string; calls: Call[] }
export interface Call { method: string; /** As sent, for tools/call. */ tool?: unknown; outcome: 'ok' | 'refused' | 'error'; result?: Result }

/** The last version in which several messages could come as one. */
const batchVersions = new Set(['2025-03-26', '2024-11-05', '2024-10-07']);
const mostInBatch = 20;

/** One message or batch, already parsed; over HTTP with the headers that go with it. Never throws. */
export async function dispatch(methods: Methods, body: unknown, headers?: RequestHeaders): Promise<Answer> {
  if (!Array.isArray(body)) return answerOne(methods, body, headers);
  if (headers?.version !== undefined && !batchVersions.has(headers.version)) return refuse(null, new ProtocolError(errorCodes.invalidRequest, `Batches are not part of protocol ${cut(headers.version)}: send one message a request.`, undefined, 400));
  if (body.length === 0 || body.length > mostInBatch) return refuse(null, new ProtocolError(errorCodes.invalidRequest, `A batch holds 1 to ${mostInBatch} messages.`, undefined, 400));
  if (body.some((m) => isObject(m) && (m.method === 'initialize' || (isObject(m.params) && isModern({ method: String(m.method), params: m.params }))))) return refuse(null, new ProtocolError(errorCodes.invalidRequest, 'This message cannot be part of a batch.', undefined, 400));
  const answers = [];
  for (const message of body) answers.push(await answerOne(methods, message, headers));
  const bodies = answers.flatMap((a) => (a.body === undefined ? [] : [a.body]));
  const calls = answers.flatMap((a) => a.calls);
  return bodies.length === 0 ? { status: 202, calls } : { status: 200, body: `[${bodies.join(',')}]`, calls };
}

async function answerOne(methods: Methods, message: unknown, headers?: RequestHeaders): Promise<Answer> {
  if (!isObject(message) || message.jsonrpc !== '2.0') return refuse(null, new ProtocolError(errorCodes.invalidRequest, 'Not a JSON-RPC 2.0 message. Example: {"jsonrpc":"2.0","id":1,"method":"tools/list"}', undefined, 400));
  const { id, method, params } = message;
  const goodId = typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id));
  if (typeof method !== 'string') {
    // A client's response to a request: claimlint makes none, so there is nothing to do with it.
    if (goodId && ('result' in message || 'error' in message) && headers?.version !== '2026-07-28') return { status: 202, calls: [] };
    return refuse(goodId ? id : null, new ProtocolError(errorCodes.invalidRequest, 'A message needs a "method".', undefined, 400));
  }
  if (params !== undefined && !isObject(params)) return refuse(goodId ? id : null, new ProtocolError(errorCodes.invalidRequest, '"params" must be an object.', undefined, 400));
  if (id === undefined) return { status: 202, calls: [] };
  if (!goodId) return refuse(null, new ProtocolError(errorCodes.invalidRequest, '"id" must be text or a number.', undefined, 400));
  const call: Call = { method, outcome: 'ok', ...(method === 'tools/call' ? { tool: params?.name } : {}) };
  try {
    call.result = await run(methods, { id, method, params }, headers);
    if (call.result.isError === true) call.outcome = 'refused';
    return { status: 200, body: `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${JSON.stringify(call.result)}}`, calls: [call] };
  } catch (error) {
    call.outcome = error instanceof ProtocolError ? 'refused' : 'error';
    return { ...refuse(id, error instanceof ProtocolError ? error : new ProtocolError(errorCodes.internal, 'claimlint failed; nothing was checked.')), calls: [call] };
  }
}

async function run(methods: Methods, request: Request, headers?: RequestHeaders): Promise<Result> {
  if (isModern(request, headers)) return answerModern(methods, request, headers);
  if (request.method === 'initialize') return initialize(methods, request.params ?? {});
  if (headers?.version !== undefined && !handshakeVersions.includes(headers.version)) throw unknownVersion(headers.version);
  if (request.method === 'ping') return {};
  try {
    return await methods.run(request.method, request.params ?? {});
  } catch (error) {
    // Up to 2025-11-25 an error of the protocol is a reply like any other; only the newer version has statuses for it.
    throw error instanceof ProtocolError ? new ProtocolError(error.code, error.message, error.data) : error;
  }
}

function initialize(methods: Methods, params: Params): Result {
  if (typeof params.protocolVersion !== 'string') throw new ProtocolError(errorCodes.invalidParams, 'initialize needs "protocolVersion".');
  const protocolVersion = handshakeVersions.includes(params.protocolVersion) ? params.protocolVersion : handshakeVersions[0];
  return { protocolVersion, capabilities: methods.capabilities, serverInfo: methods.serverInfo, instructions: methods.instructions };
}

function refuse(id: Id | null, error: ProtocolError): Answer {
  return { status: error.status ?? 200, body: errorBody(error.code, error.message, id, error.data), calls: [] };
}

/** An error as a JSON-RPC response; `null` where the request could not be read. */
export function errorBody(code: number, message: string, id: Id | null = null, data?: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } });
}

function cut(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, 40);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

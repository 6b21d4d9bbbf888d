/** Protocol 2026-07-28 over the same methods: no handshake, each request says its version. Goes when the SDK does this. */
import type { Methods, Params, Result } from './methods.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { handshakeVersions } from './versions.ts';

export const modernVersion = '2026-07-28';
const prefix = 'io.modelcontextprotocol/';
const headerMismatch = -32020;
const unsupportedVersion = -32022;
/** Of the methods of this version, those that are lists or reads; a client may keep their results so long. */
const freshForMs: ReadonlyMap<string, number> = new Map([
  ['server/discover', 3_600_000], ['tools/list', 3_600_000], ['prompts/list', 3_600_000], ['resources/list', 3_600_000], ['resources/templates/list', 3_600_000], ['resources/read', 300_000],
]);
const modernMethods = new Set([...freshForMs.keys(), 'tools/call', 'prompts/get', 'completion/complete']);
/** Methods whose subject stands in the Mcp-Name header, and the argument that it repeats. */
const named: ReadonlyMap<string, 'name' | 'uri'> = new Map([['tools/call', 'name'], ['prompts/get', 'name'], ['resources/read', 'uri']]);

/** The three headers that repeat what the body says; over stdio there are none. */
export interface RequestHeaders { version: string | undefined; method: string | undefined; name: string | undefined }
export interface ModernRequest { method: string; params?: Params | undefined }

export const supportedVersions: readonly string[] = [modernVersion, ...handshakeVersions];

/**
 * True when the request is to be answered by this version: its `_meta` says a version that is not one of the handshake's,
 * or its header names this one. `initialize` without such a claim always belongs to the handshake.
 */
export function isModern(request: ModernRequest, headers?: RequestHeaders): boolean {
  const meta = metaOf(request);
  const claims = meta !== undefined && Object.hasOwn(meta, `${prefix}protocolVersion`);
  if (claims && !handshakeVersions.includes(meta[`${prefix}protocolVersion`] as string)) return true;
  return headers?.version === modernVersion && (claims || request.method !== 'initialize');
}

/** The result as this version has it, or a ProtocolError with its HTTP status. */
export async function answerModern(methods: Methods, request: ModernRequest, headers?: RequestHeaders): Promise<Result> {
  const { method } = request;
  checkEnvelope(metaOf(request), headers);
  if (headers) checkHeaders(request, headers);
  if (!modernMethods.has(method) || (method !== 'server/discover' && !methods.has(method))) throw new ProtocolError(errorCodes.methodNotFound, 'Method not found', undefined, 404);
  const result = method === 'server/discover' ? { supportedVersions, capabilities: methods.capabilities, instructions: methods.instructions } : await legacyErrors(methods.run(method, request.params ?? {}));
  const fresh = freshForMs.get(method);
  return {
    ...result, resultType: 'complete',
    ...(fresh === undefined ? {} : { ttlMs: fresh, cacheScope: 'public' }),
    _meta: { ...(result._meta as object | undefined), [`${prefix}serverInfo`]: methods.serverInfo },
  };
}

/** Codes of earlier versions that this one replaced. */
async function legacyErrors(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof ProtocolError && error.code === errorCodes.resourceNotFound) throw new ProtocolError(errorCodes.invalidParams, error.message, error.data);
    throw error;
  }
}

function checkEnvelope(meta: Record<string, unknown> | undefined, headers?: RequestHeaders): void {
  const version = meta?.[`${prefix}protocolVersion`];
  if (typeof version === 'string' && headers?.version !== undefined && headers.version !== version) throw mismatch('MCP-Protocol-Version does not match the version in _meta');
  const missing = [typeof version === 'string' ? '' : 'protocolVersion', isObject(meta?.[`${prefix}clientCapabilities`]) ? '' : 'clientCapabilities'].filter(Boolean);
  if (missing.length > 0) throw new ProtocolError(errorCodes.invalidParams, `Invalid _meta: missing or of a wrong type: ${missing.map((key) => prefix + key).join(', ')}`, undefined, 400);
  if (version !== modernVersion) throw unknownVersion(version as string);
}

function checkHeaders(request: ModernRequest, headers: RequestHeaders): void {
  if (headers.version === undefined) throw mismatch('MCP-Protocol-Version is missing');
  if (headers.method === undefined) throw mismatch('Mcp-Method is missing');
  if (headers.method !== request.method) throw mismatch('Mcp-Method does not match the method of the body');
  const subject = named.get(request.method);
  if (subject === undefined) return;
  if (headers.name === undefined) throw mismatch('Mcp-Name is missing');
  const name = decodeHeader(headers.name);
  if (name === undefined) throw mismatch('Mcp-Name cannot be read');
  if (name !== request.params?.[subject]) throw mismatch(`Mcp-Name does not match params.${subject}`);
}

/** A header's value, which stands plain or as `=?base64?...?=`; undefined when it is neither. */
function decodeHeader(value: string): string | undefined {
  const encoded = /^=\?base64\?(.*)\?=$/.exec(value)?.[1];
  if (encoded === undefined) return /^[\t\x20-\x7e]*$/.test(value) ? value : undefined;
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(encoded, 'base64'));
  } catch {
    return undefined;
  }
}

/** A version that neither era knows, or that a request may not name in this way. */
export function unknownVersion(requested: string): ProtocolError {
  return new ProtocolError(unsupportedVersion, 'Unsupported protocol version', { supported: supportedVersions, requested: requested.slice(0, 40) }, 400);
}

function mismatch(what: string): ProtocolError {
  return new ProtocolError(headerMismatch, `Header mismatch: ${what}`, undefined, 400);
}

function metaOf(request: ModernRequest): Record<string, unknown> | undefined {
  const meta = request.params?._meta;
  return isObject(meta) ? meta : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

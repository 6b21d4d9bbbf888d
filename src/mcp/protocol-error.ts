/** An error of the protocol itself, with the code that a client gets and, over HTTP, the status that goes with it. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  constructor(readonly code: number, message: string, readonly data?: unknown, readonly status?: number) {
    super(message);
  }
}

/** JSON-RPC's own codes, and the one that MCP used for a missing resource up to 2025-11-25. */
export const errorCodes = { parse: -32700, invalidRequest: -32600, methodNotFound: -32601, invalidParams: -32602, internal: -32603, resourceNotFound: -32002 } as const;

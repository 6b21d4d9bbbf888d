/** The MCP server of a local host: the SDK's connection over the same table of methods as every transport. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { answerModern, isModern } from './era-2026-07-28.ts';
import { createMethods, type Loaded } from './methods.ts';

export type { Loaded } from './methods.ts';

export function createServer(load: () => Promise<Loaded>): Server {
  const methods = createMethods(load, (tool, cause) => void process.stderr.write(`claimlint: ${tool}: ${cause instanceof Error ? cause.name : 'failure'}\n`));
  const server = new Server(methods.serverInfo, { capabilities: methods.capabilities, instructions: methods.instructions });
  server.fallbackRequestHandler = (request) => (isModern(request) ? answerModern(methods, request) : methods.run(request.method, request.params ?? {}));
  return server;
}

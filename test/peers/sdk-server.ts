/** The SDK's connection over the program's table of methods: what the conformance suite's sessions and streams need. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { answerModern, isModern } from '../../src/mcp/era-2026-07-28.ts';
import { createMethods, type Loaded } from '../../src/mcp/methods.ts';

export function createServer(load: () => Promise<Loaded>): Server {
  const methods = createMethods(load, (tool, cause) => void process.stderr.write(`claimlint: ${tool}: ${cause instanceof Error ? cause.name : 'failure'}\n`));
  const server = new Server(methods.serverInfo, { capabilities: methods.capabilities, instructions: methods.instructions });
  server.fallbackRequestHandler = (request) => (isModern(request) ? answerModern(methods, request) : methods.run(request.method, request.params ?? {}));
  return server;
}

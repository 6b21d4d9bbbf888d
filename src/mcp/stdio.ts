/** The server over standard input and output: nothing but JSON-RPC ever reaches stdout. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createServer, type Loaded } from './server.ts';

export async function serveStdio(load: () => Promise<Loaded>): Promise<void> {
  // The host may close its end at any time; that is a normal end.
  process.stdout.on('error', () => process.exit(0));
  process.stdin.on('end', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.on('SIGINT', () => process.exit(0));
  await createServer(load).connect(new StdioServerTransport());
}

/** What a tool call costs by itself: a bundled, minified server of the SDK whose only tool does nothing, and a client to call it. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const banner = "import{createRequire as r}from'node:module';const require=r(import.meta.url);";

/** Writes the server to a file. */
export async function buildNoOp(outfile) {
  await build({
    stdin: { contents: `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'; import { z } from 'zod';
const server = new McpServer({ name: 'noop', version: '0' });
server.registerTool('noop', { inputSchema: { query: z.string() } }, () => ({ content: [{ type: 'text', text: 'ok' }] }));
await server.connect(new StdioServerTransport());`, resolveDir: root, loader: 'js' },
    bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', outfile, banner: { js: banner }, logLevel: 'error',
  });
}

/** The call that does nothing. */
export const noOpCall = { name: 'noop', arguments: { query: '97124' } };

/** A client of a server in a process of its own. */
export async function openClient(file, environment = {}) {
  const client = new Client({ name: 'bench', version: '0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [file], env: { PATH: process.env.PATH, ...environment } }));
  return client;
}

/** Milliseconds of one call. */
export async function timeCall(client, params) {
  const begun = process.hrtime.bigint();
  await client.callTool(params);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

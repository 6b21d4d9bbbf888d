/** The SDK's own stateless Express example (examples/server/simpleStatelessStreamableHttp) with one tool, replies in JSON. */
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

function getServer() {
  const server = new McpServer({ name: 'stateless-streamable-http-server', version: '1.0.0' });
  server.registerTool('lookup_cpt', { inputSchema: { query: z.string() } }, () => ({ content: [{ type: 'text', text: 'ok' }] }));
  return server;
}

const app = createMcpExpressApp();
app.post('/mcp', async (req, res) => {
  const server = getServer();
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
  res.on('close', () => { transport.close(); server.close(); });
});
const listening = app.listen(0, '127.0.0.1', () => process.stderr.write(`${JSON.stringify({ url: `http://127.0.0.1:${listening.address().port}/mcp` })}\n`));

/** The MCP server: the only place where replies become protocol objects. The core is loaded at the first call. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import toolListText from 'claimlint:tool-list';
import version from 'claimlint:version';
import type { Core, Tool } from './define-tool.ts';

const instructions = [
  'claimlint answers US billing questions around hands-on care (massage, physical medicine, chiropractic, acupuncture) from dated tables, without guessing.',
  'A session in words: suggest_code_for_service. A code or term: lookup_cpt. Minutes: calculate_units. A claim line: check_claim_line. A whole claim, also as CMS-1500 boxes or an 837P: check_claim.',
  'A mistake and what follows: explain_wrong_code_consequences. A denial: explain_denial. Modifiers, places, diagnoses, denial codes, payers, editions: lookup_reference.',
  'Ask the user the `questions` of a reply and tell them what is in `not_checked`. No reply promises payment. What was done decides the code, never what pays.',
  'Send no patient names or numbers: none are needed.',
].join(' ');

/** What a call needs, made when the first call comes. */
export interface Loaded { tools: readonly Tool[]; core(): Core; callTool: typeof import('./call-tool.ts').callTool; readClaimFile: typeof import('../claim-form/read-file.ts').readClaimFile }

export function createServer(load: () => Promise<Loaded>): Server {
  const server = new Server({ name: 'claimlint', title: 'claimlint', version }, { capabilities: { tools: {} }, instructions });
  const listed = JSON.parse(toolListText) as never;
  let loaded: Promise<Loaded> | undefined;
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listed }));
  server.setRequestHandler(CallToolRequestSchema, async (request): Promise<CallToolResult> => {
    const { tools, core, callTool } = await (loaded ??= load());
    const tool = tools.find((t) => t.name === request.params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `Unknown tool. Tools: ${tools.map((t) => t.name).join(', ')}`);
    const result = callTool(tool, request.params.arguments, core());
    if (result.ok) return { content: [{ type: 'text', text: JSON.stringify(result.reply) }], structuredContent: result.reply };
    if (result.cause !== undefined) process.stderr.write(`claimlint: ${tool.name}: ${result.cause instanceof Error ? result.cause.name : 'failure'}\n`);
    return { isError: true, content: [{ type: 'text', text: result.message }] };
  });
  return server;
}

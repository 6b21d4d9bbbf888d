/** What the server answers, method by method: one table for every transport and every version of the protocol. */
import toolListText from 'claimlint:tool-list';
import version from 'claimlint:version';
import type { Core, Tool } from './define-tool.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';

/** What a call needs, made when the first call comes. */
export interface Loaded { tools: readonly Tool[]; core(): Core; callTool: typeof import('./call-tool.ts').callTool; readClaimFile: typeof import('../claim-form/read-file.ts').readClaimFile }

export type Params = Record<string, unknown>;
export type Result = Record<string, unknown>;
type Method = (params: Params) => Result | Promise<Result>;

export interface Methods {
  readonly serverInfo: { name: string; title: string; version: string };
  readonly capabilities: Record<string, object>;
  readonly instructions: string;
  has(method: string): boolean;
  /** Throws a ProtocolError where the protocol asks for one. */
  run(method: string, params: Params): Promise<Result>;
}

const instructions = [
  'claimlint answers US billing questions around hands-on care (massage, physical medicine, chiropractic, acupuncture) from dated tables, without guessing.',
  'A session in words: suggest_code_for_service. A code or term: lookup_cpt. Minutes: calculate_units. A claim line: check_claim_line. A whole claim, also as CMS-1500 boxes or an 837P: check_claim.',
  'A mistake and what follows: explain_wrong_code_consequences. A denial: explain_denial. Modifiers, places, diagnoses, denial codes, payers, editions: lookup_reference.',
  'Ask the user the `questions` of a reply and tell them what is in `not_checked`. No reply promises payment. What was done decides the code, never what pays.',
  'Send no patient names or numbers: none are needed.',
].join(' ');

/** The table, over what `load` gives at the first call. `fail` is told of failures that are claimlint's own. */
export function createMethods(load: () => Promise<Loaded>, fail: (tool: string, cause: unknown) => void): Methods {
  let promise: Promise<Loaded> | undefined;
  const loaded = (): Promise<Loaded> => (promise ??= load());
  let listed: unknown[] | undefined;
  const methods: Record<string, Method> = {
    'tools/list': (params) => onePage(params, { tools: (listed ??= JSON.parse(toolListText) as unknown[]) }),
    'tools/call': async (params) => {
      const { tools, core, callTool } = await loaded();
      const tool = tools.find((t) => t.name === params.name);
      if (!tool) throw new ProtocolError(errorCodes.invalidParams, `Unknown tool. Tools: ${tools.map((t) => t.name).join(', ')}`);
      const result = callTool(tool, params.arguments, core());
      if (result.ok) return { content: [{ type: 'text', text: JSON.stringify(result.reply) }], structuredContent: result.reply };
      if (result.cause !== undefined) fail(tool.name, result.cause);
      return { isError: true, content: [{ type: 'text', text: result.message }] };
    },
    // Loaded when first asked for: many clients show tools only.
    'resources/list': async (params) => onePage(params, (await import('./resources.ts')).listResources(await loaded())),
    'resources/templates/list': async (params) => onePage(params, (await import('./resources.ts')).listTemplates()),
    'resources/read': async (params) => (await import('./resources.ts')).readResource(await loaded(), params.uri),
    'prompts/list': async (params) => onePage(params, (await import('./prompts.ts')).listPrompts()),
    'prompts/get': async (params) => (await import('./prompts.ts')).getPrompt(await loaded(), params),
    'completion/complete': async (params) => (await import('./complete.ts')).complete((await loaded()).core(), params),
  };
  return {
    serverInfo: { name: 'claimlint', title: 'claimlint', version }, capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} }, instructions,
    has: (method) => Object.hasOwn(methods, method),
    async run(method, params) {
      const answer = Object.hasOwn(methods, method) ? methods[method]! : undefined;
      if (!answer) throw new ProtocolError(errorCodes.methodNotFound, 'Method not found', undefined, 404);
      return answer(params);
    },
  };
}

/** Every list fits one page, so a cursor can only be a mistake. */
function onePage(params: Params, result: Result): Result {
  if (params.cursor !== undefined && params.cursor !== null) throw new ProtocolError(errorCodes.invalidParams, 'There is one page only: call again without "cursor".');
  return result;
}

/** What the conformance suite asks a server to have beside its own things: tools, resources and prompts of fixed names. */
import type { Methods, Params, Result } from '../../src/mcp/methods.ts';
import { errorCodes, ProtocolError } from '../../src/mcp/protocol-error.ts';

/** How a fixture reaches the client while it works; undefined where nothing but the reply can be sent. */
export interface Session { notify(method: string, params: Params): Promise<void>; ask(method: string, params: Params): Promise<Result> }
type Run = (args: Params, session: Session | undefined, meta: Params) => Result | Promise<Result>;

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
const wav = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=';
const text = (value: string): { type: 'text'; text: string } => ({ type: 'text', text: value });
const image = { type: 'image', data: png, mimeType: 'image/png' };
const content = (...blocks: object[]): Result => ({ content: blocks });
const pause = (): Promise<void> => new Promise((next) => { setTimeout(next, 50); });
const no = (): never => { throw new ProtocolError(errorCodes.invalidParams, 'This needs a session with the client.'); };
const elicit = (message: string, properties: object, required?: string[]): Run => async (args, session) => {
  const answer = await (session ?? no()).ask('elicitation/create', { message: typeof args.message === 'string' ? args.message : message, requestedSchema: { type: 'object', properties, ...(required ? { required } : {}) } });
  return content(text(`Elicitation completed: action=${String(answer.action)}, content=${JSON.stringify(answer.content ?? {})}`));
};
const titled = (...values: string[]): object[] => values.map((value, i) => ({ const: value, title: `Choice ${i + 1}` }));
const three = ['option1', 'option2', 'option3'];
const object = (properties: object = {}): object => ({ type: 'object', properties });

const toolTable: Record<string, { schema?: object; run: Run }> = {
  test_simple_text: { run: () => content(text('This is a simple text response for testing.')) },
  test_image_content: { run: () => content(image) },
  test_audio_content: { run: () => content({ type: 'audio', data: wav, mimeType: 'audio/wav' }) },
  test_embedded_resource: { run: () => content({ type: 'resource', resource: { uri: 'test://embedded-resource', mimeType: 'text/plain', text: 'This is an embedded resource content.' } }) },
  test_multiple_content_types: { run: () => content(text('Multiple content types test:'), image, { type: 'resource', resource: { uri: 'test://mixed-content-resource', mimeType: 'application/json', text: '{"test":"data","value":123}' } }) },
  test_error_handling: { run: () => ({ isError: true, ...content(text('This tool intentionally returns an error for testing')) }) },
  test_tool_with_logging: { run: async (_, session) => {
    for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) { await (session ?? no()).notify('notifications/message', { level: 'info', data }); await pause(); }
    return content(text('done'));
  } },
  test_tool_with_progress: { run: async (_, session, { progressToken }) => {
    for (const progress of [0, 50, 100]) { if (progressToken !== undefined) await (session ?? no()).notify('notifications/progress', { progressToken, progress, total: 100 }); await pause(); }
    return content(text('done'));
  } },
  test_sampling: { schema: object({ prompt: { type: 'string' } }), run: async (args, session) => {
    const answer = await (session ?? no()).ask('sampling/createMessage', { messages: [{ role: 'user', content: text(String(args.prompt)) }], maxTokens: 100 });
    return content(text(`LLM response: ${(answer.content as { text?: string }).text ?? ''}`));
  } },
  // Of 2026-07-28: what a client did not declare is not asked for, and nothing but the reply comes unasked.
  test_missing_capability: { run: (_, __, meta) => {
    if ((meta['io.modelcontextprotocol/clientCapabilities'] as Params | undefined)?.sampling === undefined) throw new ProtocolError(-32021, 'This tool needs sampling.', { requiredCapabilities: { sampling: {} } }, 400);
    return content(text('declared'));
  } },
  test_streaming_elicitation: { run: () => content(text('nothing was asked')) },
  test_logging_tool: { run: () => content(text('nothing was logged')) },
  test_elicitation: { schema: object({ message: { type: 'string' } }), run: elicit('', { username: { type: 'string', description: 'User\'s response' }, email: { type: 'string', description: 'User\'s email address' } }, ['username', 'email']) },
  test_elicitation_sep1034_defaults: { run: elicit('Defaults', {
    name: { type: 'string', default: 'John Doe' }, age: { type: 'integer', default: 30 }, score: { type: 'number', default: 95.5 },
    status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' }, verified: { type: 'boolean', default: true },
  }) },
  test_elicitation_sep1330_enums: { run: elicit('Enums', {
    untitledSingle: { type: 'string', enum: three }, titledSingle: { type: 'string', oneOf: titled('value1', 'value2', 'value3') },
    legacyEnum: { type: 'string', enum: ['opt1', 'opt2', 'opt3'], enumNames: ['Option One', 'Option Two', 'Option Three'] },
    untitledMulti: { type: 'array', items: { type: 'string', enum: three } }, titledMulti: { type: 'array', items: { anyOf: titled('value1', 'value2', 'value3') } },
  }) },
};

const resourceTable: Record<string, (uri: string) => object> = {
  'test://static-text': (uri) => ({ uri, mimeType: 'text/plain', text: 'This is the content of the static text resource.' }),
  'test://static-binary': (uri) => ({ uri, mimeType: 'image/png', blob: png }),
  'test://watched-resource': (uri) => ({ uri, mimeType: 'text/plain', text: 'watched' }),
};
const template = 'test://template/{id}/data';

const message = (block: object): object => ({ role: 'user', content: block });
const promptTable: Record<string, { arguments?: string[]; messages(args: Params): object[] }> = {
  test_simple_prompt: { messages: () => [message(text('This is a simple prompt for testing.'))] },
  test_prompt_with_arguments: { arguments: ['arg1', 'arg2'], messages: (a) => [message(text(`Prompt with arguments: arg1='${String(a.arg1)}', arg2='${String(a.arg2)}'`))] },
  test_prompt_with_embedded_resource: { arguments: ['resourceUri'], messages: (a) => [message({ type: 'resource', resource: { uri: a.resourceUri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' } }), message(text('Please process the embedded resource above.'))] },
  test_prompt_with_image: { messages: () => [message(image), message(text('Please analyze the image above.'))] },
};

/** The program's own methods with the fixtures beside them. */
export function withFixtures(methods: Methods): Methods & { runWith(method: string, params: Params, session: Session | undefined): Promise<Result> } {
  const extra: Record<string, (params: Params, session: Session | undefined) => Result | Promise<Result> | undefined> = {
    'tools/call': (p, session) => toolTable[String(p.name)]?.run((p.arguments ?? {}) as Params, session, (p._meta ?? {}) as Params),
    'resources/read': ({ uri }) => {
      const id = /^test:\/\/template\/([^/]+)\/data$/.exec(String(uri))?.[1];
      if (id !== undefined) return { contents: [{ uri, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }) }] };
      const make = resourceTable[String(uri)];
      return make && { contents: [make(String(uri))] };
    },
    'prompts/get': (p) => { const prompt = promptTable[String(p.name)]; return prompt && { messages: prompt.messages((p.arguments ?? {}) as Params) }; },
    'completion/complete': ({ ref }) => ((ref as { name?: string }).name === 'test_prompt_with_arguments' ? { completion: { values: ['paris', 'park', 'party'], total: 3, hasMore: false } } : undefined),
    'logging/setLevel': () => ({}), 'resources/subscribe': () => ({}), 'resources/unsubscribe': () => ({}),
  };
  const lists: Record<string, [string, object[]]> = {
    'tools/list': ['tools', Object.entries(toolTable).map(([name, { schema }]) => ({ name, description: `Fixture ${name}`, inputSchema: schema ?? object() }))],
    'resources/list': ['resources', Object.keys(resourceTable).map((uri) => ({ uri, name: uri, description: 'Fixture' }))],
    'resources/templates/list': ['resourceTemplates', [{ uriTemplate: template, name: 'template', description: 'Fixture' }]],
    'prompts/list': ['prompts', Object.entries(promptTable).map(([name, p]) => ({ name, description: `Fixture ${name}`, arguments: (p.arguments ?? []).map((a) => ({ name: a, description: 'Fixture', required: true })) }))],
  };
  const runWith = async (method: string, params: Params, session: Session | undefined): Promise<Result> => {
    const found = extra[method]?.(params, session);
    if (found !== undefined) return found;
    const result = await methods.run(method, params);
    const list = lists[method];
    return list ? { ...result, [list[0]]: [...result[list[0]] as object[], ...list[1]] } : result;
  };
  return { ...methods, has: (method) => method in extra || methods.has(method), runWith, run: (method, params) => runWith(method, params, undefined) };
}

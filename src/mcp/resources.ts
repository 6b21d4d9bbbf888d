/** The resources: pages of the catalog under claimlint:// addresses, made when they are read. */
import { codePage } from '../guides/code-page.ts';
import { editionsPage } from '../guides/editions-page.ts';
import { modifierPage } from '../guides/modifier-page.ts';
import { payerPage } from '../guides/payer-page.ts';
import { ruleIds, rulePage, rulesPage } from '../guides/rule-pages.ts';
import { stepByStepPage } from '../guides/step-by-step.ts';
import { quote } from '../claim/clean-text.ts';
import type { Core } from './define-tool.ts';
import type { Loaded, Result } from './methods.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';

const mimeType = 'text/markdown';

interface Fixed { uri: string; name: string; title: string; description: string; read(loaded: Loaded): string }
interface Template { kind: string; variable: string; name: string; title: string; description: string; example: string; read(core: Core, value: string): string | undefined; values(core: Core): readonly string[] }

const fixed: readonly Fixed[] = [
  { uri: 'claimlint://guide/step-by-step', name: 'step-by-step', title: 'From a session to a claim line', description: 'The workflow with a worked example: code the session, count the units, check the lines, put a denial right.', read: ({ tools, callTool, core }) => stepByStepPage((name, args) => {
    const tool = tools.find((t) => t.name === name);
    if (!tool) return undefined;
    const result = callTool(tool, args, core());
    return result.ok ? tool.render(result.reply) : result.message;
  }) },
  { uri: 'claimlint://rules', name: 'rules', title: 'All rules', description: 'Every rule that a claim line is checked by, with its severity.', read: () => rulesPage() },
  { uri: 'claimlint://editions', name: 'editions', title: 'Data on hand', description: 'Every data table with its edition, the dates that it covers, and whether it is out of date.', read: ({ core }) => editionsPage(core().catalog, core().today) },
];

export const templates: readonly Template[] = [
  { kind: 'codes', variable: 'code', name: 'code', title: 'A procedure code', description: 'What a CPT or HCPCS code is, its unit limit, what it is confused with, what the record must show.', example: '97124', read: ({ catalog, today }, value) => codePage(catalog, value.toUpperCase(), today), values: ({ catalog }) => [...catalog.code.keys(), ...catalog.deleted.keys(), ...catalog.misprint.keys()] },
  { kind: 'modifiers', variable: 'modifier', name: 'modifier', title: 'A modifier', description: 'What a modifier says, what it does not go with, where it is not valid.', example: '59', read: ({ catalog, today }, value) => modifierPage(catalog, value.toUpperCase(), today), values: ({ catalog }) => catalog.modifiers.toSorted((a, b) => Number(a.kind === 'listed') - Number(b.kind === 'listed')).map((m) => m.modifier) },
  { kind: 'rules', variable: 'rule', name: 'rule', title: 'A rule', description: 'When a rule fires, why, the denials it foretells, its sources and examples.', example: 'units-exceed-mue', read: ({ catalog }, value) => rulePage(catalog, value.toLowerCase()), values: () => ruleIds },
  { kind: 'payers', variable: 'payer', name: 'payer', title: 'A payer', description: 'Who is recognised, which unit method and modifiers, exclusions, limits, filing time; and what is not known.', example: 'medicare', read: ({ catalog }, value) => payerPage(catalog, value.toLowerCase()), values: ({ catalog }) => [...catalog.payer.keys()] },
];

const addressOf = (t: Template): string => `claimlint://${t.kind}/{${t.variable}}`;

/** The pages that have one address, and those of the payers; codes, modifiers and rules are reached by template. */
export function listResources({ core }: Loaded): Result {
  const payers = core().catalog.payers.map((p) => ({ uri: `claimlint://payers/${p.id}`, name: `payer-${p.id}`, title: p.name, description: p.description, mimeType }));
  return { resources: [...fixed.map(({ uri, name, title, description }) => ({ uri, name, title, description, mimeType })), ...payers] };
}

export function listTemplates(): Result {
  return { resourceTemplates: templates.map((t) => ({ uriTemplate: addressOf(t), name: t.name, title: t.title, description: t.description, mimeType })) };
}

/** One page. Throws a ProtocolError when there is none under that address. */
export function readResource(loaded: Loaded, uri: unknown): Result {
  if (typeof uri !== 'string' || uri.length > 300) throw new ProtocolError(errorCodes.invalidParams, 'resources/read needs "uri", such as claimlint://guide/step-by-step');
  const text = pageAt(loaded, uri);
  if (text === undefined) throw new ProtocolError(errorCodes.resourceNotFound, `Nothing is at "${quote(uri)}". Addresses: ${[...fixed.map((f) => f.uri), ...templates.map(addressOf)].join(', ')}. Example: claimlint://codes/97124`, { uri });
  return { contents: [{ uri, mimeType, text }] };
}

function pageAt(loaded: Loaded, uri: string): string | undefined {
  const one = fixed.find((f) => f.uri === uri);
  if (one) return one.read(loaded);
  const [, kind, raw] = /^claimlint:\/\/([a-z]+)\/([^/?#]+)$/.exec(uri) ?? [];
  const template = templates.find((t) => t.kind === kind);
  const value = raw === undefined ? undefined : decoded(raw);
  return template && value !== undefined ? template.read(loaded.core(), value) : undefined;
}

function decoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw).trim();
  } catch {
    return undefined;
  }
}

/** What the variable of a template can be; undefined when there is no such template or variable. */
export function templateValues(core: Core, uriTemplate: unknown, variable: unknown): readonly string[] | undefined {
  return templates.find((t) => addressOf(t) === uriTemplate && t.variable === variable)?.values(core);
}

/** The page of rules in Markdown, made from the registry: what each finds, why, how it is put right, an example. */
import type { Catalog } from '../catalog/catalog.ts';
import { claimContext, lineContext } from './context.ts';
import type { Rule, RuleExample } from './define-rule.ts';
import { denialsOfRule } from '../consequences/denial-of-rule.ts';
import type { Claim, ClaimLine } from '../claim/claim.ts';

export interface ShownExample { name: string; line: Record<string, unknown>; outcome: string; message?: string; fix?: string }

/** Run an example of a rule as check_claim_line would on `today`. */
export function runExample(catalog: Catalog, rule: Rule, example: RuleExample, today: string): ShownExample {
  const { other_lines: others, ...args } = example.line as { other_lines?: Partial<ClaimLine>[] };
  const line = (given: Partial<ClaimLine>): ClaimLine => ({ ...given, code: given.code ?? '', modifiers: given.modifiers ?? [] });
  const claim = { ...args, lines: [line(args), ...(others ?? []).map(line)], siblings_known: others !== undefined, only_line: 1, today } as Claim;
  const context = claimContext(catalog, claim);
  const outcome = rule.check(lineContext(context, context.views[0]!));
  const first = Array.isArray(outcome) ? outcome[0]! : outcome;
  return { name: example.name, line: example.line, outcome: first.kind, ...(first.kind === 'finding' ? { message: first.message, fix: first.fix } : {}) };
}

/** One rule as Markdown, from its heading down. */
export function ruleSection(catalog: Catalog, rule: Rule, today: string): string {
  const shown = runExample(catalog, rule, rule.examples.find((e) => e.outcome === 'finding')!, today);
  const silent = rule.examples.filter((e) => e.outcome === 'pass').map((e) => e.name);
  const denials = (denialsOfRule[rule.id] ?? []).map((d) => `${d.group ? `${d.group}-` : ''}${d.carc}${d.rarc ? ` with ${d.rarc}` : ''}`);
  return [
    `## ${rule.id}`, '',
    `**${rule.severity}** at most. ${rule.what}`, '',
    `${rule.why}`, '',
    `- Fires: \`${JSON.stringify(shown.line)}\``, `  - ${shown.message}`, `  - Fix: ${shown.fix}`,
    `- Stays silent: ${silent.join('; ')}.`,
    ...(denials.length > 0 ? [`- Likely denial: ${denials.join(', ')}`] : []),
    `- Source: ${rule.sources.map((id) => catalog.source.get(id)?.title ?? id).join('; ')}`,
  ].join('\n');
}

/** All rules, in the order in which they run. */
export function rulesPage(catalog: Catalog, rules: readonly Rule[], today: string): string {
  const rows = rules.map((r) => `| [\`${r.id}\`](#${r.id}) | ${r.severity} | ${r.what} |`);
  return [
    '# Rules', '',
    'Made from the rules themselves: `npx vitest run test/docs.test.ts -u` writes this page anew. The severity is the most that a rule reports; payer policy and weaker sources lower it.', '',
    '| rule | severity | fires when |', '|---|---|---|', ...rows, '',
    ...rules.flatMap((r) => [ruleSection(catalog, r, today), '']),
  ].join('\n');
}

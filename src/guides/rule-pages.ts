/** The rules as pages: the list of all, and one with its reason, its likely denials, its sources and examples. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations } from '../catalog/citations.ts';
import { denialsOfRule } from '../consequences/denial-of-rule.ts';
import { rules } from '../rules/index.ts';
import { item, page, section, sourceList, table } from './markdown.ts';

export const ruleIds: readonly string[] = rules.map((rule) => rule.id).toSorted();

export function rulesPage(): string {
  return page('Rules',
    '`error`: a published national edit, code-set or format rule says that the line fails. `warning`: payer policy, or the record has to show something. `info`: advice. A rule that cannot be judged is listed in `not_checked`, never passed.',
    table(['rule', 'at most', 'fires when'], rules.map((rule) => [`\`${rule.id}\``, rule.severity, rule.what])));
}

const outcomes = { finding: 'fires', pass: 'passes', not_applicable: 'does not apply', not_checked: 'cannot be checked' } as const;

/** Undefined when there is no such rule. */
export function rulePage(catalog: Catalog, id: string): string | undefined {
  const rule = rules.find((r) => r.id === id);
  if (!rule) return undefined;
  const denials = (denialsOfRule[id] ?? []).map((d) => item(`${d.group ? `${d.group}-` : ''}${d.carc}${d.rarc ? ` with ${d.rarc}` : ''}`, [catalog.carc.get(d.carc)?.meaning, d.rarc && catalog.rarc.get(d.rarc)?.meaning].filter(Boolean).join('; ')));
  return page(rule.id, rule.what, `At most \`${rule.severity}\`. ${rule.why}`,
    section('Likely denials', denials),
    section('Examples', rule.examples.map((e) => item(`${outcomes[e.outcome]}, ${e.name}`, `\`check_claim_line ${JSON.stringify(e.line)}\``))),
    sourceList(citations(catalog, rule.sources)));
}

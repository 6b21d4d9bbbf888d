/** Runs rules over a claim: every outcome is kept, none is swallowed. */
import { denialsOfRule, type LikelyDenial } from '../consequences/denial-of-rule.ts';
import type { ClaimContext, LineView } from './context.ts';
import { lineContext } from './context.ts';
import { sourcesInUse } from '../catalog/imported.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Outcome, Rule, Severity } from './define-rule.ts';

export interface Finding {
  rule: string; severity: Severity; line?: number; field: string; message: string; fix: string;
  denial?: readonly LikelyDenial[]; sources: string[]; data: Record<string, unknown>;
}
export interface NotChecked { rule: string; because: string; needs?: string[]; matters: boolean; line?: number }
export interface RuleResults { findings: Finding[]; not_checked: NotChecked[]; passed: string[] }
export type Verdict = 'fix_before_sending' | 'review' | 'no_problem_found';

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** All rules over all lines (or the one asked about, or those named); findings by severity, then line, then rule. */
export function runRules(rules: readonly Rule[], claim: ClaimContext, views: readonly LineView[] = claim.views): RuleResults {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  const passed = new Set<string>();
  const only = claim.claim.only_line;
  for (const view of views) {
    if (only !== undefined && view.number !== only) continue;
    const context = lineContext(claim, view);
    const line = only === undefined ? { line: view.number } : {};
    for (const rule of rules) {
      const outcome = rule.check(context);
      for (const result of Array.isArray(outcome) ? outcome : [outcome]) add(rule, withKnown(view, result), line, context.catalog);
    }
  }
  findings.sort((a, b) => order[a.severity] - order[b.severity] || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule) || compare(a.message, b.message));
  notChecked.sort((a, b) => Number(b.matters) - Number(a.matters) || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule));
  const open = new Set([...findings, ...notChecked].map((r) => r.rule));
  return { findings, not_checked: notChecked, passed: [...passed].filter((id) => !open.has(id)).sort() };

  function add(rule: Rule, result: Outcome, line: { line?: number }, catalog: Catalog): void {
    if (result.kind === 'pass') passed.add(rule.id);
    if (result.kind === 'not_checked') {
      notChecked.push({ rule: rule.id, because: result.because, ...(result.needs && result.needs.length > 0 ? { needs: result.needs } : {}), matters: result.matters, ...line });
    }
    if (result.kind === 'finding') {
      const denial = denialsOfRule[rule.id];
      findings.push({
        rule: rule.id, severity: result.severity ?? rule.severity, ...line, field: result.field, message: result.message, fix: result.fix,
        ...(denial && denial.length > 0 ? { denial } : {}), sources: sourcesInUse(catalog, result.sources ?? rule.sources), data: result.data ?? {},
      });
    }
  }
}

/** Of a code that only imported files know, the facts that a rule wants are not curated: not checked, and no lack of the claim. */
function withKnown(view: LineView, result: Outcome): Outcome {
  if (!view.known || result.kind !== 'not_checked' || !result.needs?.includes('code table')) return result;
  return { ...result, because: `${view.code} is known from imported files alone; whether it is timed, hands-on or a therapy service is not curated here`, matters: false };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** fix_before_sending at an error; review at a warning or where a rule that matters was not checked. */
export function verdictOf(results: Pick<RuleResults, 'findings' | 'not_checked'>): Verdict {
  if (results.findings.some((f) => f.severity === 'error')) return 'fix_before_sending';
  if (results.findings.some((f) => f.severity === 'warning') || results.not_checked.some((n) => n.matters)) return 'review';
  return 'no_problem_found';
}

/** Runs rules over a claim: every outcome is kept, none is swallowed. */
import { onceFor } from '../claim/once-for.ts';
import { denialsOfRule, type LikelyDenial } from '../consequences/denial-of-rule.ts';
import type { ClaimContext, LineView } from './context.ts';
import { lineContext } from './context.ts';
import { sourcesInUse } from '../catalog/imported.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { FindingOutcome, Outcome, Rule, Severity } from './define-rule.ts';

export interface Finding {
  rule: string; severity: Severity; line?: number; field: string; message: string; fix: string;
  denial?: readonly LikelyDenial[]; sources: string[]; data: Record<string, unknown>;
}
export interface NotChecked { rule: string; because: string; needs?: string[]; matters: boolean; line?: number }
export interface RuleResults { findings: Finding[]; not_checked: NotChecked[]; passed: string[] }
export type Verdict = 'fix_before_sending' | 'review' | 'no_problem_found';

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The rules by their ids, so that the order in which they are listed shows nowhere. */
const byId = onceFor((rules: readonly Rule[]): readonly Rule[] => [...rules].sort((a, b) => compare(a.id, b.id)));

/**
 * All rules over all lines (or the one asked about, or those named); findings by severity, then line, then rule.
 * What is not checked comes by what matters, then line, then rule: the order in which it is met here.
 */
export function runRules(rules: readonly Rule[], claim: ClaimContext, views: readonly LineView[] = claim.views): RuleResults {
  const findings: Finding[] = [];
  const mattering: NotChecked[] = [];
  const minor: NotChecked[] = [];
  const passed = new Set<string>();
  const open = new Set<string>();
  const ordered = byId(rules);
  const only = claim.claim.only_line;
  for (const view of views) {
    if (only !== undefined && view.number !== only) continue;
    const context = lineContext(claim, view);
    const line = only === undefined ? view.number : undefined;
    for (const rule of ordered) {
      const outcome = rule.check(context);
      if (Array.isArray(outcome)) for (const one of outcome) add(rule, withKnown(view, one), line, context.catalog);
      else add(rule, withKnown(view, outcome), line, context.catalog);
    }
  }
  findings.sort((a, b) => order[a.severity] - order[b.severity] || (a.line ?? 0) - (b.line ?? 0) || compare(a.rule, b.rule) || compare(a.message, b.message));
  return { findings, not_checked: [...mattering, ...minor], passed: ordered.map((r) => r.id).filter((id) => passed.has(id) && !open.has(id)) };

  function add(rule: Rule, result: Outcome, line: number | undefined, catalog: Catalog): void {
    if (result.kind === 'pass') passed.add(rule.id);
    else if (result.kind === 'not_checked') {
      open.add(rule.id);
      const missing: NotChecked = { rule: rule.id, because: result.because, matters: result.matters };
      if (result.needs && result.needs.length > 0) missing.needs = result.needs;
      if (line !== undefined) missing.line = line;
      (result.matters ? mattering : minor).push(missing);
    } else if (result.kind === 'finding') {
      open.add(rule.id);
      findings.push(findingOf(rule, result, line, catalog));
    }
  }
}

/** Of a code that only imported files know, the facts that a rule wants are not curated: not checked, and no lack of the claim. */
function withKnown(view: LineView, result: Outcome): Outcome {
  if (!view.known || result.kind !== 'not_checked' || !result.needs?.includes('code table')) return result;
  return { ...result, because: `${view.code} is known from imported files alone; whether it is timed, hands-on or a therapy service is not curated here`, matters: false };
}

function findingOf(rule: Rule, result: FindingOutcome, line: number | undefined, catalog: Catalog): Finding {
  const denial = denialsOfRule[rule.id];
  return {
    rule: rule.id, severity: result.severity ?? rule.severity, ...(line === undefined ? {} : { line }), field: result.field, message: result.message, fix: result.fix,
    ...(denial && denial.length > 0 ? { denial } : {}), sources: sourcesInUse(catalog, result.sources ?? rule.sources), data: result.data ?? {},
  };
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

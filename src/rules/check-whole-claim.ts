/** A whole claim checked by all rules: the reply of check_claim. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import type { Claim } from '../claim/claim.ts';
import { unitsByMethod, type UnitsByMethod } from '../units/units.ts';
import { questionsOf, type Question } from './claim-questions.ts';
import { claimContext, type ClaimContext } from './context.ts';
import type { Change, CorrectedLine } from './correct-line.ts';
import { rules } from './index.ts';
import { findingsOnce, notCheckedOnce } from './said-once.ts';
import { triedCorrection } from './tried-correction.ts';
import { runRules, verdictOf, type Finding, type NotChecked, type RuleResults, type Verdict } from './run-rules.ts';

export interface ClaimReply {
  summary: string; verdict: Verdict; payer: string;
  findings: Finding[]; not_checked: NotChecked[]; passed: string[];
  lines: { line: number; code: string; verdict: Verdict; corrected_line?: CorrectedLine; changes?: Change[] }[];
  units?: { cms: UnitsByMethod; cpt_midpoint: UnitsByMethod };
  questions: Question[]; edition: EditionSummary; sources: Citation[];
}

/** Check 1 to 50 lines of one claim. Never throws for values that the schema admits. */
export function checkClaim(catalog: Catalog, claim: Claim): ClaimReply {
  const context = claimContext(catalog, { ...claim, siblings_known: true, only_line: undefined });
  const results = runRules(rules, context);
  const verdict = verdictOf(results);
  const findings = findingsOnce(results.findings, context.views.length);
  const lines = context.views.map((view) => ({ line: view.number, code: view.code, verdict: lineVerdict(results, view.number), ...triedCorrection(context, view, results.findings) }));
  const units = claimUnits(context);
  const dates = [...new Set(context.views.map((v) => v.date))].sort();
  // The date that the tables cover least speaks for the claim.
  const edition = dates.map((d) => editionSummary(catalog, d)).sort((a, b) => (b.not_covered?.length ?? 0) - (a.not_covered?.length ?? 0))[0]!;
  return {
    summary: summaryOf(context, { ...results, findings }, verdict, edition), verdict, payer: context.payer.id,
    findings, not_checked: notCheckedOnce(results.not_checked, context.views.length), passed: results.passed,
    lines, ...(units ? { units } : {}), questions: questionsOf(context, context.views, results),
    edition, sources: citations(catalog, results.findings.flatMap((f) => f.sources)),
  };
}

function lineVerdict({ findings, not_checked }: RuleResults, line: number): Verdict {
  const own = findings.filter((f) => f.line === line);
  // What matters comes first in the list.
  const open: NotChecked[] = [];
  for (const missing of not_checked) {
    if (!missing.matters) break;
    if (missing.line === line) open.push(missing);
  }
  return verdictOf({ findings: own, not_checked: open });
}

/** Timed units of the claim, each day pooled by itself. */
function claimUnits(context: ClaimContext): { cms: UnitsByMethod; cpt_midpoint: UnitsByMethod } | undefined {
  const timed = context.views.filter((v) => v.row?.timed && v.line.minutes !== undefined);
  if (timed.length === 0) return undefined;
  const days = [...new Set(timed.map((v) => v.date))].sort();
  const total = context.claim.total_timed_minutes;
  const each = days.map((day) => unitsByMethod(context.catalog, timed.filter((v) => v.date === day).map((v) => ({ code: v.code, minutes: v.line.minutes! })), total !== undefined && days.length === 1 ? { total_timed_minutes: total } : {}));
  if (each.length === 1) return each[0];
  const sum = (method: 'cms' | 'cpt_midpoint'): UnitsByMethod => {
    const by_code: Record<string, number> = {};
    for (const code of [...new Set(each.flatMap((e) => Object.keys(e[method].by_code)))].sort()) by_code[code] = each.reduce((n, e) => n + (e[method].by_code[code] ?? 0), 0);
    return { total: each.reduce((n, e) => n + e[method].total, 0), by_code };
  };
  return { cms: sum('cms'), cpt_midpoint: sum('cpt_midpoint') };
}

function summaryOf(context: ClaimContext, results: RuleResults, verdict: Verdict, edition: EditionSummary): string {
  const what = `${context.views.length} ${context.views.length === 1 ? 'line' : 'lines'}${context.payerKnown ? ` for ${context.payer.name}` : ''}`;
  const undated = context.views.some((v) => v.dateGiven === undefined) ? ` Lines without a date are judged as of ${context.claim.today}.` : '';
  const age = edition.not_covered ? ` The tables ${edition.not_covered.join(', ')} on hand do not cover every date of it.` : '';
  if (verdict === 'no_problem_found') return `${what}: no problem found by the rules that could be checked; that is no promise of payment.${undated}${age}`;
  const count = (severity: string): number => results.findings.filter((f) => f.severity === severity).length;
  const open = new Set(results.not_checked.filter((n) => n.matters).map((n) => n.rule)).size;
  const counts = [count('error') && `${count('error')} to fix`, count('warning') && `${count('warning')} to review`, open && `${open} rules that matter not checked`].filter(Boolean).join(', ');
  const worst = results.findings[0];
  return `${what}: ${verdict === 'fix_before_sending' ? 'fix before sending' : 'review'} (${counts}).${worst ? ` ${worst.line === undefined ? '' : `Line ${worst.line}: `}${worst.message}` : ` Not checked: ${results.not_checked.find((n) => n.matters)!.because}.`}${undated}${age}`;
}

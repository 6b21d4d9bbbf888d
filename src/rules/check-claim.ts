/** A claim, or one line of it, checked by all rules: the reply of check_claim_line and the core of check_claim. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import type { Claim } from '../claim/claim.ts';
import { isIsoDate } from '../claim/iso-date.ts';
import { quote } from '../claim/clean-text.ts';
import { unitsByMethod, type UnitsByMethod } from '../units/units.ts';
import { questionsOf, type Question } from './claim-questions.ts';
import { claimContext, type ClaimContext, type LineView } from './context.ts';
import type { Change, CorrectedLine } from './correct-line.ts';
import { rules } from './index.ts';
import { triedCorrection } from './tried-correction.ts';
import { runRules, verdictOf, type Finding, type NotChecked, type RuleResults, type Verdict } from './run-rules.ts';

export interface LineReply {
  summary: string; verdict: Verdict; payer: string; judged_on: string;
  findings: Finding[]; not_checked: NotChecked[]; passed: string[];
  units?: { cms?: UnitsByMethod; cpt_midpoint?: UnitsByMethod };
  corrected_line?: CorrectedLine; changes?: Change[];
  questions: Question[]; edition: EditionSummary; sources: Citation[];
}

/** Check one line among its siblings (`claim.only_line`). Never throws for values that the schema admits. */
export function checkClaimLine(catalog: Catalog, claim: Claim): LineReply {
  const context = claimContext(catalog, { ...claim, only_line: claim.only_line ?? 1 });
  const view = context.views[(claim.only_line ?? 1) - 1]!;
  const results = runRules(rules, context);
  const verdict = verdictOf(results);
  const corrected = triedCorrection(context, view, results.findings);
  const units = dayUnits(context, view);
  return {
    summary: summaryOf(context, view, results, verdict), verdict, payer: context.payer.id, judged_on: view.date, ...results,
    ...(units ? { units } : {}), ...corrected,
    questions: questionsOf(context, [view], results),
    edition: editionSummary(catalog, view.date),
    sources: citations(catalog, results.findings.flatMap((f) => f.sources)),
  };
}

function dayUnits(context: ClaimContext, view: LineView): { cms: UnitsByMethod; cpt_midpoint: UnitsByMethod } | undefined {
  const day = context.views.filter((v) => v.date === view.date && v.row?.timed && v.line.minutes !== undefined);
  if (day.length === 0 || !day.includes(view)) return undefined;
  const total = context.claim.total_timed_minutes;
  return unitsByMethod(context.catalog, day.map((v) => ({ code: v.code, minutes: v.line.minutes! })), total === undefined ? {} : { total_timed_minutes: total });
}

function summaryOf(context: ClaimContext, view: LineView, results: RuleResults, verdict: Verdict): string {
  const name = view.row ? `${view.code} (${view.row.name})` : quote(view.code, 20);
  const forWhom = context.payerKnown ? ` for ${context.payer.name}` : '';
  const worst = results.findings[0];
  const count = (severity: string): number => results.findings.filter((f) => f.severity === severity).length;
  const open = results.not_checked.filter((n) => n.matters).length;
  const when = view.dateGiven !== undefined && isIsoDate(view.dateGiven) ? '' : ` Judged as of ${view.date}, since no usable date of service was given.`;
  const old = editionSummary(context.catalog, view.date).not_covered;
  const age = old ? ` The tables ${old.join(', ')} on hand do not cover ${view.date}.` : '';
  if (verdict === 'no_problem_found') return `${name}${forWhom}: no problem found by the rules that could be checked; that is no promise of payment.${when}${age}`;
  const counts = [count('error') && `${count('error')} to fix`, count('warning') && `${count('warning')} to review`, open && `${open} that matter not checked`].filter(Boolean).join(', ');
  const first = worst ? ` ${worst.message}` : ` Not checked: ${results.not_checked[0]!.because}.`;
  return `${name}${forWhom}: ${verdict === 'fix_before_sending' ? 'fix before sending' : 'review'} (${counts}).${first}${when}${age}`;
}

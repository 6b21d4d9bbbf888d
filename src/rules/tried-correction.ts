/** A corrected line that was tried out: what would bring in a new error is left off. */
import { lineView, type ClaimContext, type LineView } from './context.ts';
import { correctLine, type CorrectedField, type Correction } from './correct-line.ts';
import { rules } from './index.ts';
import { runRules, type Finding } from './run-rules.ts';

/** As much as can be corrected first, then less of it. */
const attempts: readonly (readonly CorrectedField[])[] = [['code', 'modifiers', 'units'], ['modifiers', 'units'], ['modifiers'], ['units']];
/** What can turn on a line when another one changes. */
const acrossLines = rules.filter((rule) => rule.acrossLines);
/** A new code may want a modifier or other units in its turn. */
const rounds = 3;

/**
 * The correction of a line that leaves the claim with no error that it did not have; undefined when there is none.
 * `findings` are those of the whole run, each with its line where the claim has several.
 */
export function triedCorrection(context: ClaimContext, view: LineView, findings: readonly Finding[]): Correction | undefined {
  const own = findings.filter((f) => f.line === undefined || f.line === view.number);
  if (own.length === 0 || !correctLine(view, own, attempts[0]!)) return undefined;
  const had = new Set(findings.filter((f) => f.severity === 'error').map(errorKey));
  let tried = 0;
  for (const fields of attempts) {
    const first = correctLine(view, own, fields);
    // Fewer fields that change as much as before would fail as before.
    if (!first || first.changes.length === tried) continue;
    tried = first.changes.length;
    const correction = tryOut(context, view, first, fields, had);
    if (correction) return correction;
  }
  return undefined;
}

function tryOut(context: ClaimContext, view: LineView, first: Correction, fields: readonly CorrectedField[], had: ReadonlySet<string>): Correction | undefined {
  const fresh = (found: readonly Finding[]): boolean => found.some((f) => f.severity === 'error' && !had.has(errorKey(f)));
  let correction = first;
  for (let round = 0; round < rounds; round++) {
    const now = lineView(context.catalog, context.claim, { ...view.line, ...correction.corrected_line }, view.number);
    const changed = { ...context, views: context.views.map((v) => (v === view ? now : v)) };
    const { findings } = runRules(rules, changed, [now]);
    const more = correctLine(now, findings, fields);
    if (more) {
      correction = { corrected_line: more.corrected_line, changes: [...correction.changes, ...more.changes] };
      continue;
    }
    if (fresh(findings)) return undefined;
    const others = touched(context, view, correction);
    return others.length > 0 && fresh(runRules(acrossLines, changed, others).findings) ? undefined : correction;
  }
  return undefined;
}

/** Lines whose findings may turn with this one: those of its code where modifiers only come in, else all of its day. */
function touched(context: ClaimContext, view: LineView, { corrected_line: to }: Correction): LineView[] {
  const onlyMore = to.code === view.code && to.units === view.line.units && view.modifiers.every((m) => to.modifiers.includes(m));
  return context.views.filter((v) => v !== view && v.date === view.date && (!onlyMore || v.code === view.code));
}

function errorKey(finding: Finding): string {
  return `${finding.rule}/${finding.line ?? 'line'}`;
}

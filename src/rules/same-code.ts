/** Two lines of one code on one day: are they the same service twice, one service split, or rightly apart? */
import type { LineContext, LineView } from './context.ts';

export type SameCode = 'duplicate' | 'split' | 'apart';

/** Modifiers whose difference leaves two lines of a code one service: the rest (assistant, discipline, side, distinct, repeat ...) tells them apart. */
const silent = new Set(['threshold', 'purpose', 'telehealth']);

function compareLines(context: LineContext, a: LineView, b: LineView): SameCode {
  const differing = [...a.modifiers.filter((m) => !b.modifiers.includes(m)), ...b.modifiers.filter((m) => !a.modifiers.includes(m))];
  if (differing.some((m) => !silent.has(context.catalog.modifier.get(m)?.kind ?? 'listed'))) return 'apart';
  const [one, other] = [a.line.rendering_npi ?? context.claim.rendering_npi, b.line.rendering_npi ?? context.claim.rendering_npi];
  if (one !== undefined && other !== undefined && one.trim() !== other.trim()) return 'apart';
  return differing.length === 0 && a.line.units === b.line.units ? 'duplicate' : 'split';
}

/**
 * The other lines of the day that carry this line's code and stand to it as `kind`. In a whole claim a repeat is
 * reported once, on the later line; a line asked about alone reports either way.
 */
export function sameCodeLines(context: LineContext, kind: SameCode): LineView[] {
  const { claim, siblings, view } = context;
  return siblings.filter((s) => s.code === view.code && (claim.only_line !== undefined || s.number < view.number) && compareLines(context, view, s) === kind);
}

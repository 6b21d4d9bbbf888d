/** What a line becomes by changes that keep to what was done: never a code or a modifier to get paid. */
import type { LineView } from './context.ts';
import type { Finding } from './run-rules.ts';

export interface Change { field: string; from: unknown; to: unknown; because: string }
export interface CorrectedLine { code: string; modifiers: string[]; units?: number }
export interface Correction { corrected_line: CorrectedLine; changes: Change[] }
export type CorrectedField = 'code' | 'modifiers' | 'units';

/**
 * The corrected line and its changes in the fields named; undefined when nothing follows from the facts alone.
 * A 59 is never added; a pair is for the record to decide.
 */
export function correctLine(view: LineView, findings: readonly Finding[], fields: readonly CorrectedField[]): Correction | undefined {
  // What folds to nothing, or to more than any code, is beyond correction.
  if ([view.code, ...view.modifiers].some((text) => text === '' || text.length > 20)) return undefined;
  const changes: Change[] = [];
  const of = (rule: string): Finding | undefined => findings.find((f) => f.rule === rule);
  let code = view.code;
  let modifiers = [...view.modifiers];
  let units = view.line.units;
  const done = of('service-does-not-match-code')?.data.use_instead;
  const own = of('code-not-payable-by-payer')?.data.use_instead;
  const other = typeof done === 'string' ? done : typeof own === 'string' ? own : undefined;
  const next = fields.includes('code') ? other : undefined;
  if (next !== undefined) {
    changes.push({ field: 'code', from: code, to: next, because: next === done ? 'the words for what was done describe this code' : 'the payer takes the same service under this code' });
    code = next;
  }
  const kept = fields.includes('modifiers') ? modifiers.filter((m, i) => modifiers.indexOf(m) === i) : modifiers;
  const invalid = next === undefined && fields.includes('modifiers') ? findings.filter((f) => f.rule === 'modifier-not-valid-for-code').map((f) => f.data.remove) : [];
  const cleaned = kept.filter((m) => !invalid.includes(m));
  if (cleaned.length !== modifiers.length) {
    changes.push({ field: 'modifiers', from: modifiers, to: cleaned, because: invalid.length > 0 ? `${invalid.join(', ')} does not go with ${code}` : 'a modifier stands on the line once' });
    modifiers = cleaned;
  }
  const discipline = next === undefined && fields.includes('modifiers') ? of('therapy-modifier-missing')?.data.add : undefined;
  if (typeof discipline === 'string' && modifiers.length < 4) {
    const with_ = [...modifiers, discipline];
    changes.push({ field: 'modifiers', from: modifiers, to: with_, because: `the payer wants the discipline modifier, and this provider works under a plan of ${discipline}` });
    modifiers = with_;
  }
  const fewer = fields.includes('units') ? correctedUnits(view, findings) : undefined;
  if (fewer !== undefined && next === undefined) {
    changes.push({ field: 'units', from: units ?? null, to: fewer.units, because: fewer.because });
    units = fewer.units;
  }
  if (changes.length === 0) return undefined;
  return { corrected_line: { code, modifiers, ...(units === undefined ? {} : { units }) }, changes };
}

function correctedUnits(view: LineView, findings: readonly Finding[]): { units: number; because: string } | undefined {
  if (findings.some((f) => f.rule === 'untimed-code-multiple-units')) return { units: 1, because: 'a code that is not timed is one unit' };
  const wrong = findings.find((f) => f.rule === 'units-exceed-minutes' || (f.rule === 'units-below-minutes' && f.severity === 'warning'));
  const expected = Object.values((wrong?.data.expected ?? {}) as Record<string, number>);
  // Only where the methods agree, and never to a line of no units.
  if (expected.length === 0 || new Set(expected).size > 1 || expected[0]! < 1 || wrong?.data.certain === false) return undefined;
  const limit = findings.find((f) => f.rule === 'units-exceed-mue')?.data.limit;
  if (typeof limit === 'number' && expected[0]! > limit) return undefined;
  return { units: expected[0]!, because: `${view.line.minutes} minutes make ${expected[0]}` };
}

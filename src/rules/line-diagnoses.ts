/** The diagnoses that a line points at. */
import type { LineContext } from './context.ts';

/** Those of its pointers, in their order; without pointers (or with none that resolves) all of the claim's. */
export function lineDiagnoses({ diagnoses, view }: LineContext): string[] {
  const all = diagnoses ?? [];
  const pointed = pointersOf(view.line.diagnosis_pointers).map((p) => all['ABCDEFGHIJKL'.indexOf(p)]).filter((d): d is string => d !== undefined);
  return pointed.length > 0 ? pointed : all;
}

/** Pointers, cleaned and upper-cased: `["a", "AB"]` -> A, A, B. A word of letters A to L is taken letter by letter, as box 24E prints it. */
export function pointersOf(given: readonly string[] | undefined): string[] {
  return (given ?? []).map((p) => p.normalize('NFKC').trim().toUpperCase()).filter((p) => p !== '').flatMap((p) => (/^[A-L]{2,}$/.test(p) ? [...p] : [p]));
}

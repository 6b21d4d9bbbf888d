/** Why diagnoses cannot be held against the list on hand. */
import { diagnosesAreCovered, type LineContext } from './context.ts';
import { notChecked, type Outcome } from './define-rule.ts';

/** Diagnoses that no table has, or a date that the list does not cover: both matter. Undefined where the list speaks. */
export function diagnosisGap(context: LineContext, unknown: readonly string[]): Outcome | undefined {
  if (unknown.length > 0) return notChecked(`${[...unknown].sort().join(', ')} is not among the diagnoses on hand; import the ICD-10-CM file to check it`, ['ICD-10-CM table'], true);
  return diagnosesAreCovered(context) ? undefined : notChecked(`the ICD-10-CM list on hand does not cover ${context.view.date}`, ['ICD-10-CM table'], true);
}

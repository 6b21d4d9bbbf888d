/** A diagnosis that is a category: more characters complete it. */
import { isDiagnosisForm } from '../claim/diagnosis-code.ts';
import { lacksDiagnosis } from './context.ts';
import { diagnosisGap } from './diagnosis-gap.ts';
import { defineRule, finding, notChecked, pass, type Outcome } from './define-rule.ts';

export const diagnosisNotBillable = defineRule({
  id: 'diagnosis-not-billable',
  severity: 'error',
  what: 'A diagnosis is a category that needs more characters.',
  why: 'Only codes of full length are valid on a claim; an old code that was split into finer ones is refused from that day.',
  sources: ['icd10cm-fy2026', 'icd10cm-guidelines'],
  check(context) {
    const { catalog, diagnoses, view, payer } = context;
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes'], payer.kind !== 'self_pay');
    const outcomes: Outcome[] = [];
    const unknown: string[] = [];
    for (const code of new Set(diagnoses.filter(isDiagnosisForm))) {
      const row = catalog.diagnosis.get(code);
      // A list in full that lacks the code leaves it to diagnosis-not-in-force.
      if (!row && lacksDiagnosis(context, code)) continue;
      const below = row ? [] : catalog.diagnoses.filter((d) => d.code.startsWith(code) && d.code !== code && d.billable);
      if (!row && below.length === 0) { unknown.push(code); continue; }
      if (row?.needs_seventh_character) continue;
      if (row?.billable || (row?.billable_until && view.date < row.billable_until)) continue;
      const finer = row?.more_specific.length ? row.more_specific : below.map((d) => d.code);
      outcomes.push(finding({
        field: 'diagnosis_codes',
        message: `${code}${row ? ` (${row.name})` : ''} is not a billable code${row?.billable_until ? ` since ${row.billable_until}` : ''}: it needs more characters. ${finer.length > 0 ? `What completes it: ${finer.slice(0, 12).map((c) => `${c}${catalog.diagnosis.get(c) ? ` ${catalog.diagnosis.get(c)!.name}` : ''}`).join('; ')}.` : ''}`,
        fix: 'Take the one that the record supports; ask whoever diagnosed it if the record does not say.',
        data: { diagnosis: code, more_specific: finer },
      }));
    }
    if (outcomes.length > 0) return outcomes;
    return diagnosisGap(context, unknown) ?? pass;
  },
  examples: [
    { name: 'low back pain before it was split', line: { code: '97124', diagnosis_codes: ['M54.5'], date_of_service: '2026-03-01' }, outcome: 'finding' },
    { name: 'what completes it', line: { code: '97124', diagnosis_codes: ['M54.50'], date_of_service: '2026-03-01' }, outcome: 'pass' },
    { name: 'neck pain', line: { code: '97124', diagnosis_codes: ['M542'], date_of_service: '2026-03-01' }, outcome: 'pass' },
    { name: 'a code that the table lacks', line: { code: '97124', diagnosis_codes: ['Q99.8'] }, outcome: 'not_checked' },
    { name: 'not given', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

/** A diagnosis that does not exist on the date of service. */
import { isDiagnosisForm } from '../claim/diagnosis-code.ts';
import { lacksDiagnosis } from './context.ts';
import { diagnosisGap } from './diagnosis-gap.ts';
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome } from './define-rule.ts';

export const diagnosisNotInForce = defineRule({
  id: 'diagnosis-not-in-force',
  severity: 'error',
  what: 'A diagnosis code is not yet, or no longer, valid on the date of service.',
  why: 'ICD-10-CM changes on 1 October (and at times 1 April); the code has to be valid on the day of the service, not on the day of the claim.',
  sources: ['icd10cm-fy2026', 'icd10cm-order-2021', 'icd10cm-guidelines'],
  check(context) {
    const { catalog, diagnoses, view, payer } = context;
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes'], true);
    const outcomes: Outcome[] = [];
    const unknown: string[] = [];
    for (const code of new Set(diagnoses.filter(isDiagnosisForm))) {
      const row = catalog.diagnosis.get(code);
      if (!row && lacksDiagnosis(context, code)) {
        const { edition } = catalog.editionOf.get('icd10cm')!;
        const before = code.length > 3 ? [...Array(code.length - 3).keys()].map((n) => code.slice(0, code.length - 1 - n).replace(/\.$/, '')).find((c) => catalog.diagnosis.has(c)) : undefined;
        outcomes.push(finding({
          field: 'diagnosis_codes', message: `${code} is no code of ICD-10-CM ${edition}, the edition in force on ${view.date}.${before ? ` The nearest above it is ${before} (${catalog.diagnosis.get(before)!.name}).` : ''}`,
          fix: 'Check the code against the record; take the code that stood for the condition on that day.', data: { diagnosis: code, edition, ...(before ? { nearest: before } : {}) },
        }));
        continue;
      }
      if (!row) { unknown.push(code); continue; }
      const early = row.billable_from !== undefined && view.date < row.billable_from;
      const gone = !row.billable && row.billable_until !== undefined && view.date >= row.billable_until && row.more_specific.length === 0;
      if (!early && !gone) continue;
      outcomes.push(finding({
        field: 'diagnosis_codes',
        message: early ? `${code} (${row.name}) is valid from ${row.billable_from}; the service was on ${view.date}.` : `${code} (${row.name}) is not valid since ${row.billable_until}; the service was on ${view.date}.`,
        fix: early ? 'Take the code that stood for the condition on that day, or check the date of service.' : 'Take the code that stands for the condition now.',
        data: { diagnosis: code, ...(early ? { valid_from: row.billable_from } : { valid_until: row.billable_until }) },
      }));
    }
    if (outcomes.length > 0) return outcomes;
    return diagnosisGap(context, unknown) ?? pass;
  },
  examples: [
    { name: 'a finer code before it came', line: { code: '97124', diagnosis_codes: ['M51.360'], date_of_service: '2024-09-30' }, outcome: 'finding' },
    { name: 'on its first day', line: { code: '97124', diagnosis_codes: ['M51.360'], date_of_service: '2024-10-01' }, outcome: 'pass' },
    { name: 'the old code before the split', line: { code: '97124', diagnosis_codes: ['M51.36'], date_of_service: '2024-09-30' }, outcome: 'pass' },
    { name: 'an old code that was split is not billable, which another rule says', line: { code: '97124', diagnosis_codes: ['M54.5'], date_of_service: '2024-08-15' }, outcome: 'pass' },
    { name: 'a code that the table lacks', line: { code: '97124', diagnosis_codes: ['Q99.8'] }, outcome: 'not_checked' },
  ],
});

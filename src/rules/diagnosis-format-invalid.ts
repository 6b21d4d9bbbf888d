/** A diagnosis that has no ICD-10-CM form. */
import { quote } from '../claim/clean-text.ts';
import { isDiagnosisForm } from '../claim/diagnosis-code.ts';
import { findLookAlike } from '../claim/procedure-code.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const diagnosisFormatInvalid = defineRule({
  id: 'diagnosis-format-invalid',
  severity: 'error',
  what: 'A diagnosis does not have the form of an ICD-10-CM code.',
  why: 'A claim takes ICD-10-CM codes only: a letter, a digit, a letter or digit, then up to four more characters.',
  sources: ['hipaa-code-sets', 'icd10cm-fy2026'],
  check({ diagnoses }) {
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    const bad = [...new Set(diagnoses.filter((d) => !isDiagnosisForm(d)))];
    if (bad.length === 0) return pass;
    return bad.map((code) => {
      const alien = findLookAlike(code);
      return finding({
        field: 'diagnosis_codes', message: `"${quote(code, 20)}" is not the form of an ICD-10-CM code, such as M54.2.${alien ? ` "${alien.char}" only looks like "${alien.looksLike}".` : ''}`,
        fix: 'Enter the ICD-10-CM code, a letter first; the dot is optional.', data: { diagnosis: quote(code, 20) },
      });
    });
  },
  examples: [
    { name: 'a procedure code in its place', line: { code: '97124', diagnosis_codes: ['97124'] }, outcome: 'finding' },
    { name: 'without the dot', line: { code: '97124', diagnosis_codes: ['m542'] }, outcome: 'pass' },
  ],
});

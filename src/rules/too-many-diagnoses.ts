/** More diagnoses than a claim holds. */
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const tooManyDiagnoses = defineRule({
  id: 'too-many-diagnoses',
  severity: 'error',
  what: 'The claim has more than twelve diagnoses.',
  why: 'Box 21 has twelve places, A to L, and so has a professional electronic claim; what goes beyond is cut off or rejected.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ diagnoses }) {
    if (diagnoses === undefined) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    if (diagnoses.length <= 12) return pass;
    return finding({ field: 'diagnosis_codes', message: `The claim has ${diagnoses.length} diagnoses; twelve is the most.`, fix: 'Keep the twelve that the services of this claim were for; the others stay in the record.', data: { diagnoses: diagnoses.length, most: 12 } });
  },
  examples: [
    { name: 'thirteen', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.6', 'M54.50', 'M62.838', 'M79.18', 'M25.511', 'M25.512', 'M25.551', 'M25.552', 'M25.561', 'M25.562', 'G44.209', 'R51.9'] }, outcome: 'finding' },
    { name: 'twelve', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.6', 'M54.50', 'M62.838', 'M79.18', 'M25.511', 'M25.512', 'M25.551', 'M25.552', 'M25.561', 'M25.562', 'G44.209'] }, outcome: 'pass' },
    { name: 'not given', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

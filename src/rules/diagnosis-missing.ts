/** A line with no diagnosis. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const diagnosisMissing = defineRule({
  id: 'diagnosis-missing',
  severity: 'error',
  what: 'No diagnosis stands on the claim.',
  why: 'A professional claim points each line at a diagnosis; without one it is returned as unprocessable.',
  sources: ['claims-manual-ch26', 'nucc-1500'],
  check({ claim, diagnoses, payer }) {
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    if (diagnoses !== undefined && diagnoses.length > 0) return pass;
    const given = claim.diagnosis_codes !== undefined;
    return finding({
      field: 'diagnosis_codes', severity: given ? 'error' : 'warning',
      message: given ? 'The claim has no diagnosis code; each line has to point at one.' : 'No diagnosis was given; an insurance claim needs at least one, and what it is decides whether the service is covered.',
      fix: 'Give the ICD-10-CM code of the condition treated, as the referral or the record has it.', data: { given },
    });
  },
  examples: [
    { name: 'none on the claim', line: { code: '97124', payer: 'medicare', diagnosis_codes: [] }, outcome: 'finding' },
    { name: 'not mentioned', line: { code: '97124', payer: 'medicare' }, outcome: 'finding' },
    { name: 'neck pain', line: { code: '97124', payer: 'medicare', diagnosis_codes: ['M54.2'] }, outcome: 'pass' },
    { name: 'self-pay', line: { code: '97124', payer: 'self_pay' }, outcome: 'not_applicable' },
  ],
});

/** A diagnosis that has sides, coded without one. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DiagnosisRow } from '../catalog/schemas.ts';
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome } from './define-rule.ts';

/** The same condition with its side said: codes of the same length that differ in one character. */
function sidedForms(catalog: Catalog, row: DiagnosisRow): DiagnosisRow[] {
  return catalog.diagnoses.filter((d) => (d.side === 'right' || d.side === 'left' || d.side === 'bilateral') && d.billable && d.code.length === row.code.length
    && [...d.code].filter((c, i) => c !== row.code[i]).length === 1 && d.code.startsWith(row.code.slice(0, 4)));
}

export const diagnosisSideUnspecified = defineRule({
  id: 'diagnosis-side-unspecified',
  severity: 'warning',
  what: 'A diagnosis of a body part that has sides leaves the side open.',
  why: 'Whoever treats by hand knows the side; many payers refuse an unspecified side, and the record has it.',
  sources: ['icd10cm-guidelines', 'payer-practice'],
  check({ catalog, diagnoses, payer }) {
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    const outcomes: Outcome[] = [];
    for (const code of new Set(diagnoses)) {
      const row = catalog.diagnosis.get(code);
      if (row?.side !== 'unspecified') continue;
      const sided = sidedForms(catalog, row);
      outcomes.push(finding({
        field: 'diagnosis_codes',
        message: `${code} (${row.name}) leaves the side open.${sided.length > 0 ? ` With its side: ${sided.map((d) => `${d.code} ${d.side}`).join(', ')}.` : ''}`,
        fix: 'Take the side that the record names; leave it open only where the record really does.', data: { diagnosis: code, more_specific: sided.map((d) => d.code) },
      }));
    }
    if (outcomes.length > 0) return outcomes;
    const unknown = diagnoses.filter((d) => !catalog.diagnosis.has(d));
    return unknown.length > 0 ? notChecked(`${unknown.length === 1 ? 'one diagnosis is' : `${unknown.length} diagnoses are`} not on hand`, ['ICD-10-CM table']) : pass;
  },
  examples: [
    { name: 'shoulder pain, side open', line: { code: '97124', diagnosis_codes: ['M25.519'] }, outcome: 'finding' },
    { name: 'right shoulder pain', line: { code: '97124', diagnosis_codes: ['M25.511'] }, outcome: 'pass' },
    { name: 'neck pain has no sides', line: { code: '97124', diagnosis_codes: ['M54.2'] }, outcome: 'pass' },
    { name: 'not given', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

/** Two diagnoses that ICD-10-CM parts by an Excludes1 note. */
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome } from './define-rule.ts';

export const diagnosesExcludeEachOther = defineRule({
  id: 'diagnoses-exclude-each-other',
  severity: 'warning',
  what: 'Two diagnoses stand together that ICD-10-CM does not take side by side (an Excludes1 note).',
  why: 'An Excludes1 note says that the two are one condition told twice; payers refuse the pair, unless the record shows two unrelated conditions.',
  sources: ['icd10cm-guidelines'],
  check({ catalog, diagnoses, payer }) {
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    if (diagnoses === undefined) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    if (diagnoses.length < 2) return notApplicable('there is at most one diagnosis');
    const outcomes: Outcome[] = [];
    const said = new Set<string>();
    for (const code of diagnoses) {
      const row = catalog.diagnosis.get(code);
      for (const other of diagnoses) {
        const key = [code, other].sort().join('/');
        if (other === code || said.has(key) || !row?.excludes.some((stem) => other.startsWith(stem))) continue;
        said.add(key);
        outcomes.push(finding({
          field: 'diagnosis_codes',
          message: `${code} (${row.name}) and ${other}${catalog.diagnosis.get(other) ? ` (${catalog.diagnosis.get(other)!.name})` : ''} exclude each other (Excludes1).`,
          fix: 'Keep the one that says what the record shows, most often the more exact; both stand only where they are two unrelated conditions.', data: { diagnoses: [code, other] },
        }));
      }
    }
    if (outcomes.length > 0) return outcomes;
    const unknown = diagnoses.filter((d) => !catalog.diagnosis.has(d));
    return unknown.length > 0 ? notChecked(`${unknown.length === 1 ? 'one diagnosis is' : `${unknown.length} diagnoses are`} not on hand, so what they exclude is not known`, ['ICD-10-CM table']) : pass;
  },
  examples: [
    { name: 'low back pain beside a strain of the low back', line: { code: '97124', diagnosis_codes: ['M54.50', 'S39.012A'] }, outcome: 'finding' },
    { name: 'muscle pain beside fibromyalgia', line: { code: '97124', diagnosis_codes: ['M79.7', 'M79.18'] }, outcome: 'finding' },
    { name: 'neck pain beside low back pain', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.50'] }, outcome: 'pass' },
    { name: 'one diagnosis', line: { code: '97124', diagnosis_codes: ['M54.50'] }, outcome: 'not_applicable' },
    { name: 'not given', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

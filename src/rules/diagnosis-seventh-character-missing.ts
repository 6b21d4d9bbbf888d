/** An injury code without its seventh character. */
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const diagnosisSeventhCharacterMissing = defineRule({
  id: 'diagnosis-seventh-character-missing',
  severity: 'error',
  what: 'A diagnosis needs a seventh character and has none.',
  why: 'Injury codes say in the seventh character whether treatment is active (A), the rest of healing (D) or a late effect (S); places before it are held with X.',
  sources: ['icd10cm-guidelines', 'icd10cm-fy2026'],
  check({ catalog, diagnoses }) {
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    const short = [...new Set(diagnoses)].filter((code) => catalog.diagnosis.get(code)?.needs_seventh_character);
    if (short.length === 0) return pass;
    return short.map((code) => {
      const row = catalog.diagnosis.get(code)!;
      return finding({
        field: 'diagnosis_codes', message: `${code} (${row.name}) needs a seventh character: ${row.more_specific.join(', ')}.`,
        fix: 'A while treatment is active, D for routine healing and rehabilitation (most massage after an injury), S for a late effect.', data: { diagnosis: code, more_specific: row.more_specific },
      });
    });
  },
  examples: [
    { name: 'a neck sprain cut short', line: { code: '97124', diagnosis_codes: ['S13.4'] }, outcome: 'finding' },
    { name: 'complete', line: { code: '97124', diagnosis_codes: ['S13.4XXD'] }, outcome: 'pass' },
  ],
});

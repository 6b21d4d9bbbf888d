/** An NCCI pair with modifier indicator 0 on one day. */
import { severityByUse, tableName } from './context.ts';
import { defineRule, finding, pass } from './define-rule.ts';
import { pairGap, pairsOf } from './pairs.ts';

export const ptpPairNeverAllowed = defineRule({
  id: 'ptp-pair-never-allowed',
  severity: 'error',
  acrossLines: true,
  what: 'Two codes of one day are an NCCI pair with modifier indicator 0.',
  why: 'Only the column one code is paid that day; no modifier changes it, and the denial may not be billed to the patient.',
  sources: ['ncci-ptp-2024q3', 'ncci-manual-ch1'],
  check(context) {
    const severity = severityByUse(context.payer.ncci.use);
    const pairs = pairsOf(context).filter((p) => p.edit.indicator === '0');
    const gap = pairGap(context, pairs.length === 0);
    if (gap) return gap;
    if (pairs.length === 0) return pass;
    return pairs.map(({ edit, columnOne, columnTwo }) => finding({
      field: 'code', ...(severity ? { severity } : {}),
      message: `${columnOne.code} and ${columnTwo.code} on one day are an NCCI pair with indicator 0 (column one ${edit.column_one}, column two ${edit.column_two}): never both, whatever modifier. ${tableName(context, 'ncci_ptp', 'NCCI practitioner table')}.${severity === 'warning' ? ` Whether ${context.payer.name} follows this edit is not known.` : ''}`,
      fix: `Bill what the record shows was done. If both were, only ${edit.column_one} can be paid that day; a 59 or X modifier does not help, and ${edit.column_two} may not be billed to the patient.`,
      data: { column_one: edit.column_one, column_two: edit.column_two, indicator: edit.indicator, rationale: edit.rationale, other_line: columnOne === context.view ? columnTwo.number : columnOne.number },
    }));
  },
  examples: [
    { name: 'manual therapy and massage to Medicare', line: { code: '97124', payer: 'medicare', other_lines: [{ code: '97140' }] }, outcome: 'finding' },
    { name: 'a modifier does not help', line: { code: '97124', modifiers: ['59'], payer: 'medicare', other_lines: [{ code: '97140' }] }, outcome: 'finding' },
    { name: 'on another day', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97140', date_of_service: '2024-08-16' }] }, outcome: 'not_applicable' },
    { name: 'a pair that is no edit', line: { code: '97530', payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97140' }] }, outcome: 'pass' },
    { name: 'the same pair today, outside the table', line: { code: '97530', payer: 'medicare', date_of_service: '2026-08-15', other_lines: [{ code: '97140' }] }, outcome: 'not_checked' },
    { name: 'other lines not given', line: { code: '97124', payer: 'medicare' }, outcome: 'not_checked' },
  ],
});

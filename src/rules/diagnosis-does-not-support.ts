/** A diagnosis that does not carry the service. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DiagnosisLimitRow } from '../catalog/schemas.ts';
import { matchesSelector } from './code-selector.ts';
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome, type Severity } from './define-rule.ts';
import { lineDiagnoses } from './line-diagnoses.ts';

const has = (row: DiagnosisLimitRow, code: string): boolean => row.stems.some((stem) => code.startsWith(stem));
const named = (catalog: Catalog, code: string): string => `${code}${catalog.diagnosis.get(code) ? ` (${catalog.diagnosis.get(code)!.name})` : ''}`;

export const diagnosisDoesNotSupport = defineRule({
  id: 'diagnosis-does-not-support',
  severity: 'error',
  what: 'The diagnoses of the line do not name a condition that the service treats.',
  why: 'An external cause never stands first; a wellness or life-circumstance code by itself names nothing to treat by hand.',
  sources: ['icd10cm-guidelines', 'payer-practice'],
  check(context) {
    const { catalog, diagnoses, payer, view } = context;
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    if (diagnoses === undefined || diagnoses.length === 0) return notChecked('no diagnosis was given', ['diagnosis_codes']);
    const own = lineDiagnoses(context);
    const outcomes: Outcome[] = [];
    const say = (row: DiagnosisLimitRow, severity: Severity, about: readonly string[], message: string, fix: string): void => {
      outcomes.push(finding({ field: 'diagnosis_codes', severity: row.confidence === 'M' ? 'info' : severity, sources: row.sources, message: `${message} ${row.why}`, fix, data: { kind: row.kind, diagnoses: about } }));
    };
    for (const row of catalog.diagnosis_limits) {
      if (row.kind === 'external_cause') {
        if (has(row, diagnoses[0]!)) say(row, 'error', diagnoses, `${named(catalog, diagnoses[0]!)} stands first on the claim.`, 'Put the condition treated first, and the external cause after it.');
        else if (has(row, own[0]!)) say(row, 'warning', own, `The line points first at ${named(catalog, own[0]!)}.`, 'Point first at the condition that was treated.');
        continue;
      }
      if (!own.every((code) => has(row, code)) || !row.codes.some((selector) => matchesSelector(catalog, view.code, selector))) continue;
      say(row, 'warning', own, `${own.map((code) => named(catalog, code)).join(', ')} ${own.length === 1 ? 'is the only diagnosis' : 'are the only diagnoses'} for ${view.code}.`, 'If the record or the referral names a condition that the service treated, give its code; if not, this is not a service for insurance.');
    }
    if (outcomes.length > 0) return outcomes;
    return view.row ? pass : notChecked('the code is in no table on hand', ['code table']);
  },
  examples: [
    { name: 'stress by itself', line: { code: '97124', payer: 'medicare', diagnosis_codes: ['Z73.3'] }, outcome: 'finding' },
    { name: 'stress beside neck pain', line: { code: '97124', payer: 'medicare', diagnosis_codes: ['M54.2', 'Z73.3'] }, outcome: 'pass' },
    { name: 'the cause of the accident first', line: { code: '97140', payer: 'commercial', diagnosis_codes: ['V43.52XA', 'S13.4XXA'] }, outcome: 'finding' },
    { name: 'the cause second', line: { code: '97140', payer: 'commercial', diagnosis_codes: ['S13.4XXA', 'V43.52XA'] }, outcome: 'pass' },
    { name: 'the line points at the cause alone', line: { code: '97140', diagnosis_codes: ['S13.4XXA', 'V43.52XA'], diagnosis_pointers: ['B'] }, outcome: 'finding' },
    { name: 'self-pay', line: { code: '97124', payer: 'self_pay', diagnosis_codes: ['Z73.3'] }, outcome: 'not_applicable' },
  ],
});

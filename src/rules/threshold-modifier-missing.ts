/** Therapy over the yearly amount without KX. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import { severityByNeed } from './context.ts';

export const thresholdModifierMissing = defineRule({
  id: 'threshold-modifier-missing',
  severity: 'error',
  what: 'The patient\'s therapy of the year is over the threshold and the line has no KX.',
  why: 'Over the yearly amount (PT and SLP together, OT by itself) Medicare denies therapy without KX, which says that it is needed and that the record shows it.',
  sources: ['cms-therapy-page'],
  check({ catalog, claim, payer, view }) {
    const { need, why } = payer.modifiers.threshold;
    if (need === 'not_used') return notApplicable(`${payer.name}: ${why}`);
    if (need === 'unknown') return notChecked(`${payer.name}: ${why}`, ['payer']);
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], true);
    const underPlan = view.modifiers.some((m) => m === 'GP' || m === 'GO' || m === 'GN');
    if (view.row.therapy_designation !== 'always' && !(view.row.therapy_designation === 'sometimes' && underPlan)) return notApplicable(`${view.code} does not count towards the therapy threshold here`);
    if (view.modifiers.includes('KX')) return pass;
    const spent = claim.year_to_date_therapy_amount;
    if (spent === undefined) return notChecked('the allowed therapy amount of the year so far was not given', ['year_to_date_therapy_amount']);
    const year = view.date.slice(0, 4);
    const threshold = catalog.threshold.get(year);
    if (!threshold) return notChecked(`the threshold of ${year} is not on hand`, ['current threshold']);
    if (spent <= threshold.amount) return pass;
    return finding({
      field: 'modifiers', severity: threshold.confidence === 'M' ? 'info' : severityByNeed(catalog, payer.modifiers.threshold),
      message: `$${spent} of therapy so far in ${year} is over the threshold of $${threshold.amount}, and the line has no KX.`,
      fix: 'Add KX only if the record shows that further therapy is needed. If it does not, the patient may pay for it with a signed notice (ABN, GA).',
      data: { spent, threshold: threshold.amount, year },
    });
  },
  examples: [
    { name: 'over the amount of 2026', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', date_of_service: '2026-05-01', year_to_date_therapy_amount: 2500 }, outcome: 'finding' },
    { name: 'over it with KX', line: { code: '97110', modifiers: ['GP', 'KX'], payer: 'medicare', date_of_service: '2026-05-01', year_to_date_therapy_amount: 2500 }, outcome: 'pass' },
    { name: 'under the amount of that year', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', date_of_service: '2026-05-01', year_to_date_therapy_amount: 2450 }, outcome: 'pass' },
    { name: 'the same amount in 2025', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', date_of_service: '2025-05-01', year_to_date_therapy_amount: 2450 }, outcome: 'finding' },
    { name: 'exactly the amount', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', date_of_service: '2024-08-15', year_to_date_therapy_amount: 2330 }, outcome: 'pass' },
    { name: 'a year that is not on hand', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', date_of_service: '2027-01-05', year_to_date_therapy_amount: 9000 }, outcome: 'not_checked' },
    { name: 'an adjustment is no therapy', line: { code: '98941', modifiers: ['AT'], payer: 'medicare', year_to_date_therapy_amount: 9000 }, outcome: 'not_applicable' },
  ],
});

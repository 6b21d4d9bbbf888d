/** A spinal adjustment to Medicare without AT. */
import { severityByNeed } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const activeTreatmentModifierMissing = defineRule({
  id: 'active-treatment-modifier-missing',
  severity: 'error',
  what: 'A spinal adjustment (98940 to 98942) has no AT and the payer requires it for active treatment.',
  why: 'Without AT Medicare takes the adjustment as maintenance and denies it.',
  sources: ['mac-chiropractic', 'bpm-ch15-240'],
  check({ catalog, payer, payerKnown, view }) {
    if (!['98940', '98941', '98942'].includes(view.code)) return notApplicable(`${view.code} is not a spinal adjustment`);
    if (view.modifiers.includes('AT')) return pass;
    if (view.modifiers.some((m) => ['GA', 'GX', 'GY', 'GZ'].includes(m))) return notApplicable('the line is marked as not covered, as maintenance is');
    const { need, why, source } = payer.modifiers.active_treatment;
    if (need === 'not_used') return notApplicable(`${payer.name} does not use AT`);
    if (need === 'unknown') return notChecked(payerKnown ? `whether ${payer.name} wants AT is not known: ${why}` : 'no payer was given; Medicare wants AT for active treatment', ['payer'], !payerKnown);
    return finding({
      field: 'modifiers', severity: severityByNeed(catalog, payer.modifiers.active_treatment), sources: ['mac-chiropractic', source], message: `${view.code} has no AT; ${payer.name} denies an adjustment without it as maintenance.`,
      fix: 'Add AT only if the record shows active, corrective treatment. Maintenance care goes without AT, with the notice that Medicare wants.', data: { code: view.code },
    });
  },
  examples: [
    { name: 'no AT', line: { code: '98941', payer: 'medicare' }, outcome: 'finding' },
    { name: 'AT', line: { code: '98941', payer: 'medicare', modifiers: ['AT'] }, outcome: 'pass' },
    { name: 'maintenance with a signed notice', line: { code: '98941', payer: 'medicare', modifiers: ['GA'] }, outcome: 'not_applicable' },
  ],
});

/** An always-therapy code without GP, GO or GN where the payer wants one. */
import { severityByNeed } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

const disciplines = ['GP', 'GO', 'GN'];

export const therapyModifierMissing = defineRule({
  id: 'therapy-modifier-missing',
  severity: 'error',
  what: 'An always-therapy code has none of GP, GO and GN, and the payer wants one.',
  why: 'Medicare returns always-therapy lines without a discipline modifier, whoever performs them; several other payers do the same.',
  sources: ['claims-manual-ch5'],
  check({ catalog, payer, payerKnown, view }) {
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], true);
    if (view.row.therapy_designation !== 'always') return notApplicable(`${view.code} is not an always-therapy code`);
    if (view.modifiers.some((m) => disciplines.includes(m))) return pass;
    const { need, why, source } = payer.modifiers.discipline;
    if (need === 'not_used') return notApplicable(`${payer.name} does not use discipline modifiers`);
    if (need === 'unknown') return notChecked(payerKnown ? `whether ${payer.name} wants GP, GO or GN is not known: ${why}` : 'no payer was given; Medicare wants GP, GO or GN on this code', ['payer'], !payerKnown);
    const own = view.provider?.discipline;
    return finding({
      field: 'modifiers', severity: severityByNeed(catalog, payer.modifiers.discipline), sources: ['claims-manual-ch5', source],
      message: `${view.code} is an always-therapy code and the line has no GP, GO or GN; ${payer.name} ${need === 'required' ? 'requires' : 'usually wants'} one of them.`,
      fix: `Add the modifier of the plan of care that the service was given under: GP physical, GO occupational, GN speech therapy.${own ? ` For this provider that is usually ${own}.` : ''}`,
      data: { code: view.code, allowed: disciplines, ...(own ? { add: own } : {}) },
    });
  },
  examples: [
    { name: 'exercise to Medicare with none', line: { code: '97110', payer: 'medicare' }, outcome: 'finding' },
    { name: 'with GP', line: { code: '97110', payer: 'medicare', modifiers: ['GP'] }, outcome: 'pass' },
    { name: 'an adjustment needs none', line: { code: '98941', payer: 'medicare', modifiers: ['AT'] }, outcome: 'not_applicable' },
    { name: 'no payer given', line: { code: '97110' }, outcome: 'not_checked' },
    { name: 'self-pay', line: { code: '97124', payer: 'cash' }, outcome: 'not_applicable' },
  ],
});

/** An assistant's work without CQ or CO. */
import { withArticle } from '../claim/provider-type.ts';
import { severityByNeed } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const assistantModifierMissing = defineRule({
  id: 'assistant-modifier-missing',
  severity: 'error',
  acrossLines: true,
  what: 'The service was given by a therapy assistant and the line has no CQ or CO, which the payer wants.',
  why: 'Medicare pays an assistant\'s service at 85 percent; a line without the modifier is paid too much.',
  sources: ['cms-therapy-page'],
  check({ catalog, payer, siblings, view }) {
    const { need, why, source } = payer.modifiers.assistant;
    if (need === 'not_used') return notApplicable(`${payer.name}: ${why}`);
    if (!view.provider?.recognised) return notChecked('who performed the service was not given', ['provider_type']);
    if (!view.provider.assistant) return notApplicable(`${withArticle(view.provider.name)} is no assistant`);
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], need === 'required');
    if (view.row.therapy_designation !== 'always' && view.row.therapy_designation !== 'sometimes') return notApplicable(`${view.code} is not a therapy code`);
    const wanted = view.provider.discipline === 'GO' ? 'CO' : 'CQ';
    // The wrong one of the two is for therapy-modifier-wrong-discipline.
    if (view.modifiers.includes('CQ') || view.modifiers.includes('CO')) return pass;
    if (need === 'unknown') return notChecked(`${payer.name}: ${why}`, ['payer']);
    // The claim names the assistant, whose part of this code stands on a line of its own: this one is the therapist's.
    if (view.line.provider_type === undefined && siblings.some((s) => s.code === view.code && s.modifiers.includes(wanted))) return pass;
    return finding({
      field: 'modifiers', severity: severityByNeed(catalog, payer.modifiers.assistant), sources: ['cms-therapy-page', source],
      message: `${view.code} was given by ${withArticle(view.provider.name)} and the line has no ${wanted}; ${payer.name} ${need === 'required' ? 'requires' : 'usually wants'} it.`,
      fix: `Add ${wanted} behind ${view.provider.discipline}, unless the therapist gave the service and the assistant no more than a tenth of the unit.`,
      data: { code: view.code, allowed: [wanted], add: wanted },
    });
  },
  examples: [
    { name: 'a physical therapist assistant without CQ', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', provider_type: 'PTA' }, outcome: 'finding' },
    { name: 'with CQ', line: { code: '97110', modifiers: ['GP', 'CQ'], payer: 'medicare', provider_type: 'PTA' }, outcome: 'pass' },
    { name: 'a physical therapist', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', provider_type: 'PT' }, outcome: 'not_applicable' },
    { name: 'a plan whose use is unknown', line: { code: '97110', modifiers: ['GP'], payer: 'commercial', provider_type: 'PTA' }, outcome: 'not_checked' },
  ],
});

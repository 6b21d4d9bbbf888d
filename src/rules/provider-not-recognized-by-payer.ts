/** A provider whose services the payer does not take. */
import { withArticle } from '../claim/provider-type.ts';
import { severityBySource } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const providerNotRecognizedByPayer = defineRule({
  id: 'provider-not-recognized-by-payer',
  severity: 'error',
  what: 'The payer does not recognise this kind of provider for the service.',
  why: 'Who may bill comes before which code: Medicare never takes the services of massage therapists, not even incident to a physician.',
  sources: ['bpm-ch15-230'],
  check({ catalog, payer, payerKnown, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no payer decides on a self-pay service');
    if (!view.provider) return notChecked('who performed the service was not given', ['provider_type']);
    if (!payerKnown) {
      const medicare = catalog.payer.get('medicare')?.recognises[view.provider.type]?.answer;
      return notChecked(`no payer was given${medicare === 'no' ? `; Medicare would not take ${withArticle(view.provider.name)}` : ''}`, ['payer'], medicare === 'no');
    }
    const stated = payer.recognises[view.provider.type];
    if (!stated || stated.answer === 'depends') return notChecked(`${payer.name}: ${stated?.why ?? 'nothing is known about this kind of provider'}`, stated ? [] : ['provider_type']);
    if (stated.answer === 'yes') return pass;
    return finding({
      field: 'provider_type', severity: severityBySource(catalog, stated), sources: [stated.source],
      message: `${payer.name} does not take claims for the work of ${withArticle(view.provider.name)}. ${stated.why}`,
      fix: `Do not bill ${payer.name} for this service, and do not put another provider's name on it. The patient may pay for it, with the notice that the payer wants.`,
      data: { payer: payer.id, provider_type: view.provider.type },
    });
  },
  examples: [
    { name: 'a massage therapist to Medicare', line: { code: '97124', payer: 'medicare', provider_type: 'LMT' }, outcome: 'finding' },
    { name: 'a physical therapist to Medicare', line: { code: '97124', payer: 'medicare', provider_type: 'PT' }, outcome: 'pass' },
    { name: 'a massage therapist to Washington L&I', line: { code: '97124', payer: 'wa_lni', provider_type: 'massage_therapist' }, outcome: 'pass' },
    { name: 'a plan that decides by contract', line: { code: '97124', payer: 'commercial', provider_type: 'massage_therapist' }, outcome: 'not_checked' },
    { name: 'cash', line: { code: '97124', payer: 'cash', provider_type: 'LMT' }, outcome: 'not_applicable' },
  ],
});

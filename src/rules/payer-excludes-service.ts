/** A service that the payer's own rules leave out. */
import { withArticle } from '../claim/provider-type.ts';
import { isWithin } from '../claim/iso-date.ts';
import { matchesCodeRange } from './code-selector.ts';
import { severityBySource } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const payerExcludesService = defineRule({
  id: 'payer-excludes-service',
  severity: 'error',
  what: 'The payer leaves this service out, for everyone or for this kind of provider.',
  why: 'Some exclusions are law: Florida no-fault pays no massage, Medicare pays a chiropractor for spinal adjustment only.',
  sources: ['fl-627-736', 'bpm-ch15-240'],
  check({ catalog, payer, payerKnown, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no payer decides on a self-pay service');
    if (!payerKnown) return notChecked('no payer was given', ['payer']);
    const byCode = payer.exclusions.filter((e) => e.codes.some((c) => matchesCodeRange(view.code, c)) && !e.except?.some((c) => matchesCodeRange(view.code, c)) && isWithin(view.date, e.from, e.to));
    const hit = byCode.find((e) => e.providers.length === 0 || (view.provider && e.providers.includes(view.provider.type)));
    if (!hit) return byCode.length > 0 && !view.provider ? notChecked('who performed the service was not given', ['provider_type']) : pass;
    if (hit.answer === 'refer') return notChecked(`${payer.name}: ${hit.why}`);
    return finding({
      field: 'code', severity: severityBySource(catalog, hit), sources: [hit.source],
      message: `${payer.name} does not pay ${view.code}${hit.providers.length > 0 ? ` from ${withArticle(view.provider!.name)}` : ', whoever gives it'}${hit.from ? ` (since ${hit.from})` : ''}. ${hit.why}`,
      fix: 'Do not bill it to this payer, and do not bill another code in its place.', data: { payer: payer.id, code: view.code },
    });
  },
  examples: [
    { name: 'massage to Florida no-fault', line: { code: '97124', payer: 'fl_pip', provider_type: 'PT' }, outcome: 'finding' },
    { name: 'massage by a chiropractor to Medicare', line: { code: '97124', payer: 'medicare', provider_type: 'DC' }, outcome: 'finding' },
    { name: 'an adjustment by a chiropractor to Medicare', line: { code: '98941', payer: 'medicare', provider_type: 'DC' }, outcome: 'pass' },
    { name: 'massage by a physical therapist to Medicare', line: { code: '97124', payer: 'medicare', provider_type: 'PT' }, outcome: 'pass' },
  ],
});

/** A service outside, or not everywhere inside, the licence of who gave it. */
import { withArticle } from '../claim/provider-type.ts';
import { matchesCodeRange } from './code-selector.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const providerScopeQuestionable = defineRule({
  id: 'provider-scope-questionable',
  severity: 'warning',
  what: 'The service is outside the usual scope of this licence.',
  why: 'Scope of practice is state law; a payer refuses, and a board disciplines, what the licence does not carry.',
  sources: ['nonpayer-state-law'],
  check({ catalog, view }) {
    if (!view.provider) return notChecked('who performed the service was not given', ['provider_type']);
    const entry = catalog.providerType.get(view.provider.type);
    if (!view.row || !entry || view.provider.type === 'other') return notChecked(view.row ? 'nothing is known about the scope of this kind of provider' : 'the code is in no table on hand', [view.row ? 'provider_type' : 'code table']);
    const outside = entry.outside_scope?.find((o) => o.codes.some((c) => matchesCodeRange(view.code, c)));
    if (!outside) return pass;
    return finding({
      field: 'provider_type', severity: outside.level, sources: [outside.source],
      message: `${view.code} (${view.row.name}) from ${withArticle(entry.name)}: ${outside.why}`,
      fix: `Check the practice act of the state${outside.level === 'info' ? ' and the plan' : ''}. If someone else gave the service, the line carries that person; a service outside the licence is not billed under another name.`,
      data: { provider_type: entry.id, code: view.code },
    });
  },
  examples: [
    { name: 'an adjustment by a massage therapist', line: { code: '98941', provider_type: 'LMT' }, outcome: 'finding' },
    { name: 'exercise by a massage therapist is contested', line: { code: '97110', provider_type: 'LMT' }, outcome: 'finding' },
    { name: 'an evaluation by an assistant', line: { code: '97161', provider_type: 'PTA' }, outcome: 'finding' },
    { name: 'massage by a massage therapist', line: { code: '97124', provider_type: 'LMT' }, outcome: 'pass' },
    { name: 'manual therapy by a massage therapist', line: { code: '97140', provider_type: 'LMT' }, outcome: 'pass' },
    { name: 'exercise by an assistant', line: { code: '97110', provider_type: 'PTA' }, outcome: 'pass' },
    { name: 'an adjustment by a chiropractor', line: { code: '98941', provider_type: 'DC' }, outcome: 'pass' },
    { name: 'not said', line: { code: '98941' }, outcome: 'not_checked' },
  ],
});

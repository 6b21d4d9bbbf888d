/** The words for what was done describe another code's service. */
import { quote } from '../claim/clean-text.ts';
import { readServices } from '../session/read-services.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const serviceDoesNotMatchCode = defineRule({
  id: 'service-does-not-match-code',
  severity: 'error',
  what: 'The description of what was done belongs to another code.',
  why: 'What was done decides the code. A code that describes something else misstates the service, whatever it pays.',
  sources: ['ncci-manual-ch1', 'hipaa-code-sets'],
  check({ catalog, view }) {
    const words = view.line.service_performed;
    if (words === undefined || words.trim() === '') return notChecked('what was done was not described', ['service_performed']);
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], true);
    const services = readServices(catalog, words);
    const named = services.flatMap((s) => s.candidates);
    if (named.some((c) => c.code === view.code || catalog.payers.some((p) => p.own_codes.some((o) => o.code === c.code && o.use_instead === view.code)))) return pass;
    // What words tell only together is no ground for an error.
    const strong = [...new Set(named.filter((c) => c.confidence === 'strong' && !c.by_words).map((c) => c.code))];
    if (strong.length === 0) return notChecked('the words do not say clearly enough what was done', ['service_performed']);
    const confused = strong.filter((code) => catalog.confusionsOf.get(view.code)?.some((c) => c.other === code));
    const instead = strong.length === 1 ? strong[0] : confused.length === 1 ? confused[0] : undefined;
    const described = strong.map((code) => `${code} (${catalog.code.get(code)?.name ?? ''})`).join(' and ');
    const difference = catalog.confusionsOf.get(view.code)?.find((c) => c.other === (instead ?? strong[0]))?.difference;
    return finding({
      field: 'code',
      message: `${view.code} is ${view.row.name}; "${quote(words, 60)}" describes ${described}.${difference ? ` ${difference}` : ''}`,
      fix: instead ? `If that is what was done, the code is ${instead}.` : 'Bill the code of what was done, each service on a line of its own.',
      data: { code: view.code, described: strong, ...(instead ? { use_instead: instead } : {}) },
    });
  },
  examples: [
    { name: 'exercise billed as gait training', line: { code: '97116', service_performed: 'therapeutic exercises during the massage' }, outcome: 'finding' },
    { name: 'kneading billed as massage', line: { code: '97124', service_performed: 'petrissage to upper traps' }, outcome: 'pass' },
    { name: 'contested words stand for either', line: { code: '97140', service_performed: 'deep tissue massage' }, outcome: 'pass' },
    { name: 'not described', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

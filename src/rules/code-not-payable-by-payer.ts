/** A code whose status, or whose payer, rules out payment: bundled, invalid, excluded. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import { isCovered, nameOf, severityBySource, tableName } from './context.ts';

const statusWords: Record<string, string> = {
  B: 'bundled: never paid apart, whatever is billed with it', I: 'not valid for Medicare, which has another code for the service',
  N: 'not covered', X: 'excluded by law', E: 'excluded by regulation', P: 'bundled or excluded',
};

export const codeNotPayableByPayer = defineRule({
  id: 'code-not-payable-by-payer',
  severity: 'error',
  what: 'The payer never pays this code: its status is bundled, invalid, not covered or excluded, or the payer has its own code for the service.',
  why: 'A code of such a status is denied however well it is documented; some have a twin that the payer takes.',
  sources: ['mpfs-2024-07'],
  check(context) {
    const { catalog, payer, view } = context;
    if (payer.kind === 'self_pay') return notApplicable('no payer decides on a self-pay service');
    if (!view.row && !view.known) return notChecked('the code is in no table on hand', ['code table'], true);
    const own = payer.own_codes.find((entry) => entry.code === view.code);
    const status = catalog.status.get(view.code);
    const word = status ? statusWords[status.status] : undefined;
    if (own || (word && payer.medicare_status.use === 'medicare_edition')) {
      const twin = own ? ` ${payer.name} takes ${own.use_instead} for the same service.` : '';
      return finding({
        field: 'code', severity: payer.kind === 'medicare' ? 'error' : own ? severityBySource(catalog, own) === 'info' ? 'info' : 'warning' : 'warning',
        sources: own ? ['mpfs-2024-07', own.source] : ['mpfs-2024-07'],
        message: `${view.code} (${nameOf(view)}) has status ${status?.status ?? 'unknown'} for ${payer.name}: ${word ?? 'not taken under this number'}.${twin} ${tableName(context, 'status', 'Medicare fee schedule')}.`,
        fix: own ? `Bill ${own.use_instead}: the same service under the payer's own code.` : 'Do not bill it apart to this payer; its cost is part of the other services, or it is the patient\'s own choice to pay for with the notice that the payer wants.',
        data: { code: view.code, status: status?.status, ...(own ? { use_instead: own.use_instead } : {}) },
      });
    }
    if (payer.medicare_status.use === 'medicare_edition') {
      if (!status) return notChecked(`${view.code} is not in the fee schedule on hand`, ['code table'], false);
      return isCovered(context, 'status') ? pass : notChecked(`nothing against it in the fee schedule of ${catalog.editionOf.get('status')?.edition}, which does not cover ${view.date}`, ['current fee schedule'], false);
    }
    if (!word) return pass;
    return notChecked(context.payerKnown ? `Medicare does not pay ${view.code} (status ${status!.status}); whether ${payer.name} does is for the plan to say` : `no payer was given; Medicare would not pay ${view.code} (status ${status!.status})`, ['payer'], !context.payerKnown);
  },
  examples: [
    { name: 'a hot pack to Medicare', line: { code: '97010', payer: 'medicare' }, outcome: 'finding' },
    { name: 'unattended stimulation to Medicare: G0283', line: { code: '97014', payer: 'medicare' }, outcome: 'finding' },
    { name: 'the twin code', line: { code: 'G0283', payer: 'medicare', date_of_service: '2024-08-15' }, outcome: 'pass' },
    { name: 'massage on the day that the table covers', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-15' }, outcome: 'pass' },
    { name: 'a hot pack to a commercial plan', line: { code: '97010', payer: 'commercial' }, outcome: 'not_checked' },
    { name: 'self-pay', line: { code: '97010', payer: 'self_pay' }, outcome: 'not_applicable' },
  ],
});

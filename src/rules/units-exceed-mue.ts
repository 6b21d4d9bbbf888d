/** More units than the medically unlikely edit of the code. */
import { isCovered, severityByUse, tableName } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

const adjudication = {
  1: 'counted by claim line (indicator 1)',
  2: 'counted over the day and absolute, with no way past it (indicator 2)',
  3: 'counted over the day; it can be overturned on review with records (indicator 3)',
} as const;

export const unitsExceedMue = defineRule({
  id: 'units-exceed-mue',
  severity: 'error',
  acrossLines: true,
  what: 'The units are over the published medically unlikely edit (MUE) of the code.',
  why: 'Units over the limit are denied, and the denial may not be billed to the patient.',
  sources: ['mue-2024q3', 'ncci-manual-ch1'],
  check(context) {
    const { catalog, payer, view, siblings, claim } = context;
    const severity = severityByUse(payer.mue.use);
    if (!severity) return notApplicable(`unit limits of NCCI do not apply to ${payer.name}`);
    if (!view.row && !view.known) return notChecked('the code is in no table on hand', ['code table'], true);
    const limit = catalog.mue.get(view.code);
    if (!limit) return catalog.imported?.complete.has('mue') && isCovered(context, 'mue') ? notApplicable(`${view.code} has no published limit in ${catalog.editionOf.get('mue')?.edition}`) : notChecked(`${view.code} has no limit in the table on hand`, ['MUE table']);
    if (limit.units === 0) return notApplicable(`the limit of ${view.code} is 0: Medicare never pays it, which code-not-payable-by-payer says`);
    const units = view.line.units;
    if (units === undefined || !(units > 0)) return notChecked('no usable units were given', ['units']);
    const byDay = limit.adjudication !== '1';
    const same = byDay ? siblings.filter((s) => s.code === view.code && (s.line.units ?? 0) > 0) : [];
    const total = units + same.reduce((n, s) => n + s.line.units!, 0);
    if (total > limit.units) {
      // Over the whole day the finding stands once, on the first of the lines.
      if (claim.only_line === undefined && same.some((s) => s.number < view.number)) return pass;
      return finding({
        field: 'units', severity,
        message: `${total} units of ${view.code}${same.length > 0 ? ' over the day' : ''} are over the limit of ${limit.units}, ${adjudication[limit.adjudication]}. ${tableName(context, 'mue', 'MUE table')}.${severity === 'warning' ? ` Whether ${payer.name} follows this limit is not known.` : ''}`,
        fix: `Check the minutes and the units. If more than ${limit.units} were really given and needed, ${limit.adjudication === '2' ? 'the rest is still not payable' : 'keep the records for a review'}; do not spread units over days or codes.`,
        data: { units: total, limit: limit.units, adjudication: limit.adjudication === '1' ? 'line' : limit.adjudication === '2' ? 'date_policy' : 'date_clinical' },
      });
    }
    return isCovered(context, 'mue') ? pass : notChecked(`within the limit of ${limit.units} of ${catalog.editionOf.get('mue')?.edition}, which does not cover ${view.date}`, ['current MUE table']);
  },
  examples: [
    { name: 'five units of massage', line: { code: '97124', units: 5, payer: 'medicare' }, outcome: 'finding' },
    { name: 'four units', line: { code: '97124', units: 4, payer: 'medicare', date_of_service: '2024-08-15' }, outcome: 'pass' },
    { name: 'three and two on one day', line: { code: '97124', units: 3, payer: 'medicare', other_lines: [{ code: '97124', units: 2 }] }, outcome: 'finding' },
    { name: 'a line without units beside it counts for nothing', line: { code: '97124', units: 4, payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97124' }] }, outcome: 'pass' },
    { name: 'four units today, outside the table', line: { code: '97124', units: 4, payer: 'medicare', date_of_service: '2026-08-15' }, outcome: 'not_checked' },
    { name: 'six units for cash', line: { code: '97124', units: 6, payer: 'self_pay' }, outcome: 'not_applicable' },
  ],
});

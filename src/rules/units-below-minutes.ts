/** Fewer units than the minutes make. */
import { boundsForPayer, methodWords } from './expected-units.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const unitsBelowMinutes = defineRule({
  id: 'units-below-minutes',
  severity: 'warning',
  acrossLines: true,
  what: 'The line has fewer units than its minutes make by the payer\'s method (by both, where the method is unknown).',
  why: 'Work that was done and documented is not billed; a record and a claim that disagree are also questioned.',
  sources: ['claims-manual-ch5', 'cpt-timed-midpoint'],
  check(context) {
    const { view } = context;
    if (!view.row) return notChecked('the code is in no table on hand', ['code table']);
    if (!view.row.timed) return notApplicable(`${view.code} is not a timed code`);
    const units = view.line.units;
    if (units === undefined || units < 1 || !Number.isInteger(units)) return notChecked('no usable units were given', ['units']);
    if (view.line.minutes === undefined) return notChecked('no minutes were given', ['minutes']);
    const bounds = boundsForPayer(context);
    if (!bounds.every((b) => units < b.expected)) return pass;
    const certain = bounds.every((b) => units < b.least);
    return finding({
      field: 'units', severity: certain ? 'warning' : 'info',
      message: `${units} ${units === 1 ? 'unit' : 'units'}, while ${view.line.minutes} minutes of ${view.code} make ${bounds.map((b) => `${b.expected} by ${methodWords[b.method]}`).join(', ')}.${certain ? '' : ' In a day with other timed services the pool may give fewer.'}`,
      fix: `Bill ${bounds[0]!.expected} if the record shows ${view.line.minutes} skilled minutes.`,
      data: { units, minutes: view.line.minutes, expected: Object.fromEntries(bounds.map((b) => [b.method, b.expected])) },
    });
  },
  examples: [
    { name: '2 units for 60 minutes', line: { code: '97124', units: 2, minutes: 60, payer: 'medicare' }, outcome: 'finding' },
    { name: '4 units for 60 minutes', line: { code: '97124', units: 4, minutes: 60, payer: 'medicare' }, outcome: 'pass' },
    { name: '1 unit for 22 minutes', line: { code: '97124', units: 1, minutes: 22, payer: 'medicare' }, outcome: 'pass' },
  ],
});

/** More units than the minutes make. */
import { boundsForPayer, methodWords } from './expected-units.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const unitsExceedMinutes = defineRule({
  id: 'units-exceed-minutes',
  severity: 'error',
  acrossLines: true,
  what: 'The line has more units than its minutes make by the payer\'s method (by both methods, where the method is unknown).',
  why: 'Units above the minutes are an overpayment when paid, and the first count that an auditor makes.',
  sources: ['claims-manual-ch5', 'cpt-timed-midpoint'],
  check(context) {
    const { view, claim, payer } = context;
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], true);
    if (!view.row.timed) return notApplicable(`${view.code} is not a timed code`);
    const units = view.line.units;
    if (units === undefined || units < 1 || !Number.isInteger(units)) return notChecked('no usable units were given', ['units']);
    if (view.line.minutes === undefined) return notChecked('no minutes were given', ['minutes'], payer.kind !== 'self_pay');
    const bounds = boundsForPayer(context);
    if (!bounds.every((b) => units > b.expected)) return pass;
    const certain = bounds.every((b) => units > b.most);
    const told = bounds.map((b) => `${b.expected} by ${methodWords[b.method]}`).join(', ');
    return finding({
      field: 'units', severity: certain && payer.kind !== 'self_pay' ? 'error' : 'warning',
      message: certain
        ? `${units} units, but ${view.line.minutes} minutes of ${view.code} make ${told}.`
        : `${units} units, but ${view.line.minutes} minutes of ${view.code} make ${told}; one more could only come from pooling with another timed service of the day${claim.siblings_known ? ', with a remainder as large' : ', and none was given'}.`,
      fix: `Bill ${bounds[0]!.expected}, unless the record shows more minutes.`,
      data: { units, minutes: view.line.minutes, expected: Object.fromEntries(bounds.map((b) => [b.method, b.expected])), certain },
    });
  },
  examples: [
    { name: '4 units for 45 minutes', line: { code: '97124', units: 4, minutes: 45, payer: 'medicare' }, outcome: 'finding' },
    { name: '4 units for 60 minutes', line: { code: '97124', units: 4, minutes: 60, payer: 'medicare' }, outcome: 'pass' },
    { name: '3 units for 38 minutes', line: { code: '97124', units: 3, minutes: 38, payer: 'medicare' }, outcome: 'pass' },
    { name: 'pooling earns the second unit', line: { code: '97110', units: 2, minutes: 24, payer: 'medicare', other_lines: [{ code: '97112', units: 1, minutes: 23 }] }, outcome: 'pass' },
    { name: '2 and 2 for 24 and 23 minutes is the mid-point, not CMS', line: { code: '97112', units: 2, minutes: 23, payer: 'medicare', other_lines: [{ code: '97110', units: 2, minutes: 24 }] }, outcome: 'finding' },
    { name: 'remainders tie and this line takes the unit', line: { code: '97140', units: 2, minutes: 20, payer: 'medicare', other_lines: [{ code: '97110', units: 1, minutes: 20 }] }, outcome: 'pass' },
    { name: 'remainders tie and both take it', line: { code: '97110', units: 2, minutes: 20, payer: 'medicare', other_lines: [{ code: '97140', units: 2, minutes: 20 }] }, outcome: 'finding' },
    { name: 'the same where the method is unknown', line: { code: '97112', units: 2, minutes: 23, payer: 'commercial', other_lines: [{ code: '97110', units: 2, minutes: 24 }] }, outcome: 'pass' },
    { name: 'a session of 40 minutes whose other service is not billed', line: { code: '97140', units: 2, minutes: 20, payer: 'medicare', total_timed_minutes: 40, other_lines: [] }, outcome: 'pass' },
    { name: 'three units of it are too many all the same', line: { code: '97140', units: 3, minutes: 20, payer: 'medicare', total_timed_minutes: 60, other_lines: [] }, outcome: 'finding' },
    { name: 'no minutes', line: { code: '97124', units: 4 }, outcome: 'not_checked' },
  ],
});

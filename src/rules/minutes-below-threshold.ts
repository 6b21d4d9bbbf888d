/** Minutes too short for a unit. */
import { midpointOf } from '../units/units.ts';
import { boundsForPayer } from './expected-units.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const minutesBelowThreshold = defineRule({
  id: 'minutes-below-threshold',
  severity: 'error',
  acrossLines: true,
  what: 'The minutes are under what one unit of the code needs, and pooling with the other timed services does not earn it either.',
  why: 'Under 8 minutes of a 15-minute code (under the mid-point of a longer one) nothing is billed by itself.',
  sources: ['claims-manual-ch5', 'cpt-timed-midpoint'],
  check(context) {
    const { payer, view, claim } = context;
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], payer.kind !== 'self_pay');
    if (!view.row.timed) return notApplicable(`${view.code} is not a timed code`);
    const minutes = view.line.minutes;
    if (minutes === undefined) return notChecked('no minutes were given', ['minutes'], payer.kind !== 'self_pay');
    const least = midpointOf(view.row.unit_minutes ?? 15);
    if (minutes >= least) return pass;
    if (view.line.units === 0) return notApplicable('no unit is billed');
    const bounds = boundsForPayer(context);
    // Where any method that the payer may use earns the unit, there is nothing to say.
    if (bounds.some((b) => b.expected > 0)) return pass;
    const certain = bounds.every((b) => b.most === 0);
    return finding({
      field: 'minutes', severity: certain && payer.kind !== 'self_pay' ? 'error' : 'warning',
      message: `${minutes} minutes of ${view.code}; one unit needs at least ${least}.${certain ? '' : claim.siblings_known ? ' The pool of the day gives the unit to another service.' : ' A pool with other timed services of the day might earn it; none was given.'}`,
      fix: 'Leave the line out, unless the record shows more minutes. The minutes still belong in the note and in the day\'s total.', data: { minutes, needed: least, certain },
    });
  },
  examples: [
    { name: '7 minutes alone', line: { code: '97124', units: 1, minutes: 7, payer: 'medicare', other_lines: [] }, outcome: 'finding' },
    { name: '8 minutes', line: { code: '97124', units: 1, minutes: 8, payer: 'medicare' }, outcome: 'pass' },
    { name: '7 and 7 minutes: the pool earns one unit', line: { code: '97110', units: 1, minutes: 7, payer: 'medicare', other_lines: [{ code: '97140', minutes: 7, units: 0 }] }, outcome: 'pass' },
    { name: '7 minutes of a session of 21 that earned one unit', line: { code: '97110', units: 1, minutes: 7, payer: 'medicare', total_timed_minutes: 21, other_lines: [] }, outcome: 'pass' },
    { name: '7 minutes, and the session had no more', line: { code: '97110', units: 1, minutes: 7, payer: 'medicare', total_timed_minutes: 7, other_lines: [] }, outcome: 'finding' },
    { name: '15 minutes of a 30-minute code', line: { code: '98960', units: 1, minutes: 15, payer: 'commercial' }, outcome: 'finding' },
    { name: '16 minutes of it', line: { code: '98960', units: 1, minutes: 16, payer: 'commercial' }, outcome: 'pass' },
    { name: 'a hot pack has no threshold', line: { code: '97010', units: 1, minutes: 5 }, outcome: 'not_applicable' },
  ],
});

/** A timed code with no minutes given. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const minutesMissing = defineRule({
  id: 'minutes-missing',
  severity: 'warning',
  what: 'The code is timed and no minutes were given.',
  why: 'Units of a timed code can only be judged by its minutes, and the record must hold them. A claim itself carries no minutes, so this is never an error.',
  sources: ['claims-manual-ch5', 'documentation-guidance'],
  check({ view }) {
    if (!view.row) return notChecked('the code is in no table on hand', ['code table']);
    if (!view.row.timed) return notApplicable(`${view.code} is not a timed code`);
    if (view.line.minutes !== undefined) return pass;
    return finding({ field: 'minutes', message: `${view.code} is a timed code (${view.row.unit_minutes ?? 15} minutes a unit) and no minutes were given, so its units cannot be judged.`, fix: 'Give the minutes of this service as the record has them.', data: { code: view.code, unit_minutes: view.row.unit_minutes } });
  },
  examples: [
    { name: 'massage without minutes', line: { code: '97124', units: 2 }, outcome: 'finding' },
    { name: 'with minutes', line: { code: '97124', units: 2, minutes: 30 }, outcome: 'pass' },
    { name: 'a hot pack has no minutes to count', line: { code: '97010', units: 1 }, outcome: 'not_applicable' },
  ],
});

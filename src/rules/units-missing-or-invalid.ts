/** Units absent, zero, negative or fractional. */
import { defineRule, finding, pass } from './define-rule.ts';

export const unitsMissingOrInvalid = defineRule({
  id: 'units-missing-or-invalid',
  severity: 'error',
  what: 'Units are absent, zero, negative or not a whole number.',
  why: 'Every service line carries a whole number of units of at least one; anything else is rejected.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ view }) {
    const units = view.line.units;
    if (units === undefined) {
      return finding({ field: 'units', severity: 'warning', message: 'No units were given; a claim line needs a whole number of at least 1.', fix: 'Give the units, or the minutes so that they can be worked out.', data: { units: null } });
    }
    if (Number.isInteger(units) && units >= 1) return pass;
    return finding({ field: 'units', message: `Units are ${units}; a claim line takes a whole number of at least 1.`, fix: 'Units come from the minutes; calculate_units shows how.', data: { units } });
  },
  examples: [
    { name: 'zero', line: { code: '97124', units: 0 }, outcome: 'finding' },
    { name: 'a fraction', line: { code: '97124', units: 1.5 }, outcome: 'finding' },
    { name: 'absent', line: { code: '97124' }, outcome: 'finding' },
    { name: 'one', line: { code: '97124', units: 1 }, outcome: 'pass' },
  ],
});

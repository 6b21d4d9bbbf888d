/** A charge that is no amount of money. */
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const chargeMissingOrInvalid = defineRule({
  id: 'charge-missing-or-invalid',
  severity: 'error',
  what: 'The charge is negative, or has fractions of a cent; zero is questioned.',
  why: 'Each line carries a charge in dollars and cents.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ view }) {
    const charge = view.line.charge;
    if (charge === undefined) return notChecked('no charge was given', ['charge']);
    if (charge < 0 || Math.abs(charge * 100 - Math.round(charge * 100)) > 1e-6) {
      return finding({ field: 'charge', message: `The charge is ${charge}; it must be dollars and whole cents, not negative.`, fix: 'Give the charge of this line for all its units.', data: { charge } });
    }
    if (charge === 0) return finding({ field: 'charge', severity: 'warning', message: 'The charge is 0; many payers refuse a line without a charge.', fix: 'Give the practice\'s usual charge of the line.', data: { charge } });
    return pass;
  },
  examples: [
    { name: 'a negative charge', line: { code: '97124', charge: -5 }, outcome: 'finding' },
    { name: 'dollars and cents', line: { code: '97124', charge: 119.95 }, outcome: 'pass' },
  ],
});

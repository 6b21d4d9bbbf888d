/** A date of service that is no calendar day. */
import { quote } from '../claim/clean-text.ts';
import { isIsoDate } from '../claim/iso-date.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const dateOfServiceInvalid = defineRule({
  id: 'date-of-service-invalid',
  severity: 'error',
  what: 'The date of service is not a calendar day written YYYY-MM-DD.',
  why: 'Every edit, code and limit depends on the date; a claim with an impossible date is rejected.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ view }) {
    if (view.dateGiven === undefined) return notChecked('no date of service was given; the line is judged as of today', ['date_of_service']);
    if (isIsoDate(view.dateGiven)) return pass;
    return finding({ field: 'date_of_service', message: `"${quote(view.dateGiven, 20)}" is not a calendar day written YYYY-MM-DD, such as 2024-08-15; the rest is judged as of today.`, fix: 'Give the day of the service.', data: { date_of_service: quote(view.dateGiven, 20) } });
  },
  examples: [
    { name: '30 February', line: { code: '97124', date_of_service: '2026-02-30' }, outcome: 'finding' },
    { name: 'a day', line: { code: '97124', date_of_service: '2024-02-29' }, outcome: 'pass' },
  ],
});

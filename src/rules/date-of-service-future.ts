/** A date of service after today (or after the date of the claim). */
import { isIsoDate } from '../claim/iso-date.ts';
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const dateOfServiceFuture = defineRule({
  id: 'date-of-service-future',
  severity: 'error',
  what: 'The date of service lies after today or after the date of the claim.',
  why: 'A service can only be billed when it has been given.',
  sources: ['claims-manual-ch1', 'nucc-1500'],
  check({ claim, view }) {
    if (view.dateGiven === undefined || !isIsoDate(view.dateGiven)) return notApplicable('no usable date of service was given');
    const last = claim.claim_date !== undefined && isIsoDate(claim.claim_date) && claim.claim_date < claim.today ? claim.claim_date : claim.today;
    if (view.dateGiven <= last) return pass;
    return finding({ field: 'date_of_service', message: `The date of service ${view.dateGiven} lies after ${last}.`, fix: 'Bill after the service was given; check the year.', data: { date_of_service: view.dateGiven, latest: last } });
  },
  examples: [
    { name: 'next century', line: { code: '97124', date_of_service: '2099-01-01' }, outcome: 'finding' },
    { name: 'long ago', line: { code: '97124', date_of_service: '2024-08-15' }, outcome: 'pass' },
  ],
});

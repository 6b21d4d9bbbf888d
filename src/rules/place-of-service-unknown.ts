/** A place of service that is not on the CMS list. */
import { quote } from '../claim/clean-text.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const placeOfServiceUnknown = defineRule({
  id: 'place-of-service-unknown',
  severity: 'error',
  what: 'The place of service is not on the CMS list.',
  why: 'Box 24B takes a two-digit code of the CMS list; anything else is rejected.',
  sources: ['cms-pos'],
  check({ catalog, view }) {
    if (view.place === undefined) return notChecked('no place of service was given', ['place_of_service']);
    if (catalog.place.has(view.place)) return pass;
    return finding({ field: 'place_of_service', message: `Place of service "${quote(view.place, 10)}" is not on the CMS list of ${catalog.editionOf.get('places_of_service')?.edition ?? 'the catalog'}; 11 is an office, 12 a home.`, fix: 'Take the two-digit code of where the service was given.', data: { place_of_service: quote(view.place, 10) } });
  },
  examples: [
    { name: 'not assigned', line: { code: '97124', place_of_service: '63' }, outcome: 'finding' },
    { name: 'office', line: { code: '97124', place_of_service: '11' }, outcome: 'pass' },
  ],
});

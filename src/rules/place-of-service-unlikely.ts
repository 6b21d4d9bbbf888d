/** Hands-on care at a place where it cannot be, or is seldom paid. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const placeOfServiceUnlikely = defineRule({
  id: 'place-of-service-unlikely',
  severity: 'error',
  what: 'The place of service does not fit a hands-on service.',
  why: 'Hands cannot work by telehealth, and payers question care in a hotel, a workplace or an ambulance.',
  sources: ['cms-pos', 'claims-manual-ch5'],
  check({ catalog, payer, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    if (view.place === undefined) return notChecked('no place of service was given', ['place_of_service']);
    const place = catalog.place.get(view.place);
    if (!place) return notApplicable('the place is not on the list, which place-of-service-unknown says');
    if (!view.row) return notChecked('the code is in no table on hand', ['code table']);
    if (!place.unlikely_for_hands_on) return pass;
    if (!view.row.hands_on) return notApplicable(`${view.code} is not given by hand`);
    const medicare = payer.kind === 'medicare' || payer.kind === 'medicare_advantage';
    return finding({
      field: 'place_of_service', severity: place.telehealth && medicare ? 'error' : 'warning',
      message: `${view.code} (${view.row.name}) at place of service ${place.code} (${place.name}). ${place.note ?? 'Hands-on care here is questioned.'}`,
      fix: place.telehealth ? 'If the patient was touched, give the place where that was; if not, this is not the service that was given.' : 'Check that this is where it was; if so, ask the payer whether it covers it there.',
      data: { place_of_service: place.code, code: view.code },
    });
  },
  examples: [
    { name: 'massage by telehealth', line: { code: '97124', payer: 'medicare', place_of_service: '10' }, outcome: 'finding' },
    { name: 'massage in a hotel', line: { code: '97124', payer: 'commercial', place_of_service: '16' }, outcome: 'finding' },
    { name: 'massage in an office', line: { code: '97124', payer: 'medicare', place_of_service: '11' }, outcome: 'pass' },
    { name: 'massage at home', line: { code: '97124', payer: 'medicare', place_of_service: '12' }, outcome: 'pass' },
    { name: 'a phone call by telehealth', line: { code: '98966', payer: 'medicare', place_of_service: '10' }, outcome: 'not_applicable' },
    { name: 'not given', line: { code: '97124' }, outcome: 'not_checked' },
  ],
});

/** A claim sent after the payer's time limit. */
import { addDays, addYears, isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { severityBySource } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

/** A last day on a weekend runs on to Monday. */
function afterWeekend(date: IsoDate): IsoDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 6 ? addDays(date, 2) : day === 0 ? addDays(date, 1) : date;
}

export const timelyFilingPassed = defineRule({
  id: 'timely-filing-passed',
  severity: 'error',
  what: 'The claim is sent after the payer\'s time limit.',
  why: 'A claim that comes too late is denied for good, and the patient may not be billed for it.',
  sources: ['claims-manual-ch1'],
  check({ catalog, claim, payer, payerKnown, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no claim is filed');
    const sent = claim.claim_date?.trim();
    if (sent === undefined || !isIsoDate(sent)) return notChecked(sent === undefined ? 'the date of the claim was not given' : 'the date of the claim is not a date', ['claim_date']);
    if (view.dateGiven === undefined || !isIsoDate(view.dateGiven)) return notChecked('no usable date of service was given', ['date_of_service']);
    if (!payerKnown) return notChecked('no payer was given', ['payer']);
    const limit = payer.timely_filing;
    if (limit.calendar_years === undefined && limit.days === undefined) return notChecked(`${payer.name}: ${limit.rule}`);
    const due = limit.calendar_years !== undefined ? addYears(view.date, limit.calendar_years) : addDays(view.date, limit.days!);
    if (sent <= afterWeekend(due)) return pass;
    return finding({
      field: 'claim_date', severity: severityBySource(catalog, limit), sources: [limit.source],
      message: `The service was on ${view.date} and the claim is of ${sent}; ${payer.name} takes it until ${due}. ${limit.rule}`,
      fix: 'Look for proof that it was sent in time, or for an exception that the payer grants. If there is none, write it off; the date of service stays as it was.', data: { due, claim_date: sent },
    });
  },
  examples: [
    { name: 'a year and a day later', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-15', claim_date: '2025-08-16' }, outcome: 'finding' },
    { name: 'on the last day', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-15', claim_date: '2025-08-15' }, outcome: 'pass' },
    { name: 'the last day was a Sunday', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-17', claim_date: '2025-08-18' }, outcome: 'pass' },
    { name: 'no date of the claim', line: { code: '97124', payer: 'medicare', date_of_service: '2024-08-15' }, outcome: 'not_checked' },
    { name: 'a plan that decides by contract', line: { code: '97124', payer: 'commercial', date_of_service: '2024-08-15', claim_date: '2026-08-16' }, outcome: 'not_checked' },
  ],
});

/** A 59 or X modifier with nothing that it could part from. */
import { isCovered } from './context.ts';
import { pairsAreKnown } from './pairs.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const distinctServiceModifierUnneeded = defineRule({
  id: 'distinct-service-modifier-unneeded',
  severity: 'warning',
  acrossLines: true,
  what: 'A modifier for a distinct service stands on a line that is in no pair with another line of the day.',
  why: '59 and its X forms say that two services that are otherwise one were distinct. Where there is no such pair the modifier says nothing true, and a habit of it draws audits.',
  sources: ['ncci-manual-ch1'],
  check(context) {
    const { catalog, claim, payer, view, siblings } = context;
    const distinct = view.modifiers.filter((m) => catalog.modifier.get(m)?.kind === 'distinct');
    if (distinct.length === 0) return notApplicable('the line has no modifier for a distinct service');
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
    if (siblings.some((s) => s.code === view.code)) return notApplicable('the same code stands on another line of the day');
    const paired = siblings.some((s) => [`${s.code}/${view.code}`, `${view.code}/${s.code}`].some((key) => (catalog.ptp.get(key)?.indicator ?? '9') !== '9'));
    if (paired) return pass;
    if (siblings.length > 0) {
      const unknown = [view, ...siblings].find((v) => !pairsAreKnown(catalog, v));
      if (unknown) return notChecked(`${unknown.code} is in no table on hand, so its pairs are not known`, ['code table']);
      if (payer.ncci.use !== 'medicare_edition') return notChecked(`no such pair in the Medicare table; ${context.payerKnown ? payer.name : 'the payer'} may have pairs of its own`, ['payer']);
      if (!isCovered(context, 'ncci_ptp')) return notChecked(`no such pair in the NCCI table on hand, which does not cover ${view.date}`, ['current NCCI table']);
    }
    return finding({
      field: 'modifiers', severity: payer.ncci.use === 'medicare_edition' ? 'warning' : 'info',
      message: `${distinct.join(', ')} on ${view.code}, and ${siblings.length === 0 ? 'there is no other line on this day' : 'no other line of the day is in a pair with it'}.`,
      fix: `Take ${distinct.join(', ')} off, unless another claim of the same day holds the service that it parts from.`, data: { modifiers: distinct },
    });
  },
  examples: [
    { name: '59 on the only line', line: { code: '97124', modifiers: ['59', 'GP'], payer: 'medicare', other_lines: [] }, outcome: 'finding' },
    { name: '59 beside a code that is no pair', line: { code: '97110', modifiers: ['59', 'GP'], payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97140' }] }, outcome: 'finding' },
    { name: '59 beside an adjustment', line: { code: '97124', modifiers: ['59'], payer: 'medicare', other_lines: [{ code: '98941' }] }, outcome: 'pass' },
    { name: 'a plan with pairs of its own', line: { code: '97530', modifiers: ['59'], payer: 'commercial', other_lines: [{ code: '97140' }] }, outcome: 'not_checked' },
    { name: 'the other lines are not known', line: { code: '97124', modifiers: ['59'], payer: 'medicare' }, outcome: 'not_checked' },
  ],
});

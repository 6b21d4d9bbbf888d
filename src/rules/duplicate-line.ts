/** The same line twice on one day. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import { sameCodeLines } from './same-code.ts';

export const duplicateLine = defineRule({
  id: 'duplicate-line',
  severity: 'error',
  acrossLines: true,
  what: 'Two lines of one day have the same code, the same modifiers and the same units.',
  why: 'The second is taken for a duplicate and denied, whether it was a slip or a second service that nothing tells apart.',
  sources: ['claims-manual-ch1', 'nucc-1500'],
  check(context) {
    const { claim, payer, siblings, view } = context;
    if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
    if (siblings.length === 0) return notApplicable('there is no other line on this day');
    const twins = sameCodeLines(context, 'duplicate');
    if (twins.length === 0) return pass;
    const unsure = view.line.units === undefined;
    return finding({
      field: 'code', severity: payer.kind === 'self_pay' || unsure ? 'warning' : 'error',
      message: `${[view.code, ...view.modifiers].join('-')}${unsure ? '' : ` with ${view.line.units} unit${view.line.units === 1 ? '' : 's'}`} stands ${twins.length + 1} times on ${view.date}; the repeat is denied as a duplicate.`,
      fix: 'If it was given once, delete the repeat. If more was given, put all its units on one line; a procedure that was really repeated later in the day is told apart by a modifier for a repeat, from the record.',
      data: { code: view.code, lines: [...twins.map((t) => t.number), view.number].sort((a, b) => a - b) },
    });
  },
  examples: [
    { name: 'one massage line twice', line: { code: '97124', modifiers: ['GP'], units: 2, payer: 'medicare', other_lines: [{ code: '97124', modifiers: ['GP'], units: 2 }] }, outcome: 'finding' },
    { name: 'the modifiers in another order', line: { code: '97124', modifiers: ['GP', '59'], units: 2, payer: 'medicare', other_lines: [{ code: '97124', modifiers: ['59', 'GP'], units: 2 }] }, outcome: 'finding' },
    { name: 'on another day', line: { code: '97124', units: 2, date_of_service: '2024-08-15', other_lines: [{ code: '97124', units: 2, date_of_service: '2024-08-16' }] }, outcome: 'not_applicable' },
    { name: 'other units are a split', line: { code: '97124', units: 2, other_lines: [{ code: '97124', units: 1 }] }, outcome: 'pass' },
    { name: 'the part of an assistant', line: { code: '97110', modifiers: ['GP', 'CQ'], units: 1, payer: 'medicare', other_lines: [{ code: '97110', modifiers: ['GP'], units: 1 }] }, outcome: 'pass' },
    { name: 'right and left', line: { code: '29240', modifiers: ['RT'], units: 1, other_lines: [{ code: '29240', modifiers: ['LT'], units: 1 }] }, outcome: 'pass' },
    { name: 'another code', line: { code: '97124', units: 2, other_lines: [{ code: '97110', units: 2 }] }, outcome: 'pass' },
    { name: 'the other lines are not known', line: { code: '97124', units: 2 }, outcome: 'not_checked' },
  ],
});

/** One code of one day on several lines. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import { sameCodeLines } from './same-code.ts';

export const splitLineSameCode = defineRule({
  id: 'split-line-same-code',
  severity: 'error',
  acrossLines: true,
  what: 'The units of one code and day are split over lines that nothing tells apart.',
  why: 'All units of a code on a day go on one line; Medicare contractors reject split lines of timed therapy, and other payers take the second for a duplicate.',
  sources: ['mac-therapy-units', 'claims-manual-ch5'],
  check(context) {
    const { claim, payer, siblings, view } = context;
    if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
    if (siblings.length === 0) return notApplicable('there is no other line on this day');
    const parts = sameCodeLines(context, 'split');
    if (parts.length === 0) return pass;
    const all = [view, ...parts];
    const total = all.every((v) => v.line.units !== undefined) ? all.reduce((n, v) => n + v.line.units!, 0) : undefined;
    const certain = payer.kind === 'medicare' && view.row?.timed === true && view.date >= '2021-04-19' && total !== undefined;
    return finding({
      field: 'code', severity: certain ? 'error' : 'warning',
      message: `${view.code} stands on ${all.length} lines of ${view.date}${total === undefined ? '' : `, ${total} units together`}; the units of one code and day go on one line.`,
      fix: 'Add the units up on one line. Only a part that an assistant gave, another discipline, another side or a documented repeat stands apart, by its modifier.',
      data: { code: view.code, lines: all.map((v) => v.number).sort((a, b) => a - b), ...(total === undefined ? {} : { units: total }) },
    });
  },
  examples: [
    { name: 'three units as two and one', line: { code: '97124', modifiers: ['GP'], units: 2, payer: 'medicare', other_lines: [{ code: '97124', modifiers: ['GP'], units: 1 }] }, outcome: 'finding' },
    { name: 'an identical line is a duplicate', line: { code: '97124', units: 2, other_lines: [{ code: '97124', units: 2 }] }, outcome: 'pass' },
    { name: 'a split for an assistant', line: { code: '97110', modifiers: ['GP', 'CQ'], units: 1, payer: 'medicare', other_lines: [{ code: '97110', modifiers: ['GP'], units: 2 }] }, outcome: 'pass' },
    { name: 'two disciplines', line: { code: '97530', modifiers: ['GP'], units: 2, payer: 'medicare', other_lines: [{ code: '97530', modifiers: ['GO'], units: 1 }] }, outcome: 'pass' },
    { name: 'two clinicians', line: { code: '97124', units: 2, rendering_npi: '1234567893', other_lines: [{ code: '97124', units: 1, rendering_npi: '1245319599' }] }, outcome: 'pass' },
    { name: 'alone', line: { code: '97124', units: 2, other_lines: [] }, outcome: 'not_applicable' },
  ],
});

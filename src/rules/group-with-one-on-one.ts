/** Group therapy beside one-on-one minutes. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import type { LineView } from './context.ts';

const group = '97150';
const oneOnOne = (v: LineView): boolean => v.row?.timed === true && /one-on-one/.test(v.row.contact ?? '') && !/not one-on-one/.test(v.row.contact ?? '');

export const groupWithOneOnOne = defineRule({
  id: 'group-with-one-on-one',
  severity: 'warning',
  acrossLines: true,
  what: 'Group therapy stands beside one-on-one services of the same day, and nothing says that they had times of their own.',
  why: 'No minute is both: while two or more patients share the therapist it is a group, whatever each of them does.',
  sources: ['ncci-manual-ch11', 'bpm-ch15-230'],
  check({ catalog, claim, payer, siblings, view }) {
    if (view.code !== group && !(claim.only_line !== undefined && oneOnOne(view))) return notApplicable(`${view.code} is not group therapy`);
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
    const others = siblings.filter((s) => (view.code === group ? oneOnOne(s) : s.code === group));
    if (others.length === 0) return pass;
    const apart = [view, ...others].some((v) => v.line.separate_region_or_time === true) || others.every((s) => [...s.modifiers, ...view.modifiers].some((m) => catalog.modifier.get(m)?.kind === 'distinct'));
    if (apart) return pass;
    const codes = [...new Set(others.map((s) => s.code))].sort();
    return finding({
      field: 'code',
      message: `${view.code} stands on one day with ${codes.join(', ')}: one is group time, the other one-on-one time; the record has to show a time block for each.`,
      fix: 'If the patient was never alone with the therapist, bill the group only. If there were separate blocks, the note says from when to when.',
      data: { group, one_on_one: view.code === group ? codes : [view.code] },
    });
  },
  examples: [
    { name: 'group and exercise', line: { code: '97150', modifiers: ['GP'], payer: 'medicare', other_lines: [{ code: '97110', modifiers: ['GP'] }] }, outcome: 'finding' },
    { name: 'separate blocks', line: { code: '97150', modifiers: ['GP'], payer: 'medicare', separate_region_or_time: true, other_lines: [{ code: '97110', modifiers: ['GP'] }] }, outcome: 'pass' },
    { name: 'group and an untimed modality', line: { code: '97150', modifiers: ['GP'], payer: 'medicare', other_lines: [{ code: 'G0283', modifiers: ['GP'] }] }, outcome: 'pass' },
    { name: 'no group', line: { code: '97010', payer: 'medicare', other_lines: [{ code: '97110' }] }, outcome: 'not_applicable' },
    { name: 'the other lines are not known', line: { code: '97150', payer: 'medicare' }, outcome: 'not_checked' },
  ],
});

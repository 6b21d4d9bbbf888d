/** More than four modifiers on a line. */
import { defineRule, finding, pass } from './define-rule.ts';

export const tooManyModifiers = defineRule({
  id: 'too-many-modifiers',
  severity: 'error',
  what: 'The line has more than four modifiers.',
  why: 'Box 24D and the 837P line segment have four places for modifiers.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ view }) {
    if (view.modifiers.length <= 4) return pass;
    return finding({ field: 'modifiers', message: `The line has ${view.modifiers.length} modifiers; a claim line has room for four.`, fix: 'Keep the four that matter most to the payer; modifier 99 exists for payers that take it.', data: { count: view.modifiers.length } });
  },
  examples: [
    { name: 'five', line: { code: '97124', modifiers: ['59', 'GP', 'KX', 'CQ', '22'] }, outcome: 'finding' },
    { name: 'four', line: { code: '97124', modifiers: ['59', 'GP', 'CQ', 'KX'] }, outcome: 'pass' },
  ],
});

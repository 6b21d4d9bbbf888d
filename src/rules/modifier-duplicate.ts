/** The same modifier twice on a line. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const modifierDuplicate = defineRule({
  id: 'modifier-duplicate',
  severity: 'error',
  what: 'The same modifier stands twice on the line.',
  why: 'A repeated modifier says nothing more and makes the line invalid at many payers.',
  sources: ['nucc-1500', 'hipaa-code-sets'],
  check({ view }) {
    if (view.modifiers.length < 2) return notApplicable('the line has fewer than two modifiers');
    const twice = [...new Set(view.modifiers.filter((m, i) => view.modifiers.indexOf(m) !== i))];
    if (twice.length === 0) return pass;
    return finding({ field: 'modifiers', message: `Modifier ${twice.join(', ')} stands more than once on the line; each may stand once.`, fix: 'Keep one of them.', data: { modifiers: twice } });
  },
  examples: [
    { name: 'GP twice', line: { code: '97124', modifiers: ['GP', 'gp'] }, outcome: 'finding' },
    { name: 'two different ones', line: { code: '97124', modifiers: ['59', 'GP'] }, outcome: 'pass' },
  ],
});

/** Two modifiers that exclude each other. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const modifiersConflict = defineRule({
  id: 'modifiers-conflict',
  severity: 'error',
  what: 'Two modifiers on the line exclude each other.',
  why: 'They say opposite things (two disciplines, two kinds of distinct service, a notice given and not given), so the line is invalid.',
  sources: ['ncci-manual-ch1', 'claims-manual-ch5'],
  check({ catalog, view }) {
    const present = [...new Set(view.modifiers)];
    if (present.length < 2) return notApplicable('the line has fewer than two modifiers');
    const pairs = present.flatMap((a) => present.filter((b) => a < b && catalog.modifier.get(a)?.conflicts_with.includes(b)).map((b) => [a, b] as const));
    if (pairs.length === 0) return pass;
    return pairs.map(([a, b]) => {
      const strict = [a, b].every((m) => catalog.modifier.get(m)!.confidence !== 'M');
      return finding({
        field: 'modifiers', severity: strict ? 'error' : 'warning',
        message: `Modifiers ${a} (${catalog.modifier.get(a)!.name}) and ${b} (${catalog.modifier.get(b)!.name}) exclude each other on one line.`,
        fix: 'Keep the one that the record supports.', data: { modifiers: [a, b] },
      });
    });
  },
  examples: [
    { name: 'two disciplines', line: { code: '97110', modifiers: ['GP', 'GO'] }, outcome: 'finding' },
    { name: '59 beside XS', line: { code: '97124', modifiers: ['59', 'XS'] }, outcome: 'finding' },
    { name: 'GA beside GZ', line: { code: '97124', modifiers: ['GA', 'GZ'] }, outcome: 'finding' },
    { name: 'a therapy modifier and its assistant', line: { code: '97110', modifiers: ['GP', 'CQ'] }, outcome: 'pass' },
    { name: '59 and GP', line: { code: '97124', modifiers: ['59', 'GP'] }, outcome: 'pass' },
  ],
});

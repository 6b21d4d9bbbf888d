/** A modifier on a code that it does not belong to. */
import { matchesSelector } from './code-selector.ts';
import { nameOf } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const modifierNotValidForCode = defineRule({
  id: 'modifier-not-valid-for-code',
  severity: 'error',
  what: 'A modifier stands on a code that it may not be used with.',
  why: 'A modifier that contradicts the code makes the line invalid: sides where sides do not apply, 25 on a procedure, 59 on a visit, AT off the spinal adjustments, video on hands-on care.',
  sources: ['ncci-manual-ch1', 'mpfs-2024-07', 'mac-chiropractic'],
  check({ catalog, view }) {
    const curated = view.modifiers.filter((m) => catalog.modifier.get(m) && catalog.modifier.get(m)!.not_valid_for.length > 0);
    if (curated.length === 0) return notApplicable('no modifier on the line is limited to certain codes');
    if (!view.row && !view.known) return notChecked(`${view.code} is in no table on hand`, ['code table'], true);
    const wrong = [...new Set(curated)].filter((m) => catalog.modifier.get(m)!.not_valid_for.some((s) => matchesSelector(catalog, view.code, s) === true));
    if (wrong.length === 0) return view.row ? pass : notChecked(`what kind of service ${view.code} is`, ['code table']);
    return wrong.map((m) => {
      const row = catalog.modifier.get(m)!;
      const strict = row.confidence !== 'M' && row.sources.some((id) => catalog.source.get(id)?.rank === 'national');
      return finding({
        field: 'modifiers', severity: strict ? 'error' : 'warning', sources: row.sources,
        message: `Modifier ${m} (${row.name}) does not go with ${view.code} (${nameOf(view)}).${row.why_not ? ` ${row.why_not}` : ''}`,
        fix: `Take ${m} off this line, unless the code itself is wrong.`, data: { modifier: m, code: view.code, remove: m },
      });
    });
  },
  examples: [
    { name: 'both sides, where the bilateral indicator is 0', line: { code: '97124', modifiers: ['50'] }, outcome: 'finding' },
    { name: '25 on a procedure', line: { code: '97124', modifiers: ['25'] }, outcome: 'finding' },
    { name: '25 on a visit', line: { code: '99213', modifiers: ['25'] }, outcome: 'pass' },
    { name: '59 on a visit', line: { code: '99213', modifiers: ['59'] }, outcome: 'finding' },
    { name: '59 on massage', line: { code: '97124', modifiers: ['59'] }, outcome: 'pass' },
    { name: 'AT on massage', line: { code: '97124', modifiers: ['AT'] }, outcome: 'finding' },
    { name: 'AT on a spinal adjustment', line: { code: '98941', modifiers: ['AT'] }, outcome: 'pass' },
    { name: 'video on massage', line: { code: '97124', modifiers: ['95'] }, outcome: 'finding' },
    { name: 'video on exercise', line: { code: '97110', modifiers: ['95'] }, outcome: 'pass' },
    { name: 'a side on massage', line: { code: '97124', modifiers: ['RT'] }, outcome: 'finding' },
  ],
});

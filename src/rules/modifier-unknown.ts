/** A modifier that is in no table on hand. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';
import { isModifierForm } from './modifier-format-invalid.ts';

export const modifierUnknown = defineRule({
  id: 'modifier-unknown',
  severity: 'warning',
  what: 'A modifier is in no table on hand.',
  why: 'A modifier that nobody assigned makes the line invalid; one that is not in the table cannot be checked.',
  sources: ['hcpcs-2024-07'],
  check({ catalog, view }) {
    const formed = view.modifiers.filter(isModifierForm);
    if (formed.length === 0) return notApplicable('the line has no modifier of a valid form');
    const unknown = [...new Set(formed.filter((m) => !catalog.modifier.has(m)))];
    if (unknown.length === 0) return pass;
    return unknown.map((modifier) => finding({
      field: 'modifiers', message: `Modifier ${modifier} is in no table on hand; it is not checked and may not exist.`,
      fix: 'Check the two characters; a payer may also define modifiers of its own.', data: { modifier },
    }));
  },
  examples: [
    { name: 'nobody assigned ZZ', line: { code: '97124', modifiers: ['ZZ'] }, outcome: 'finding' },
    { name: 'a real modifier of another field', line: { code: '97124', modifiers: ['TC'] }, outcome: 'pass' },
    { name: 'GP', line: { code: '97124', modifiers: ['GP'] }, outcome: 'pass' },
  ],
});

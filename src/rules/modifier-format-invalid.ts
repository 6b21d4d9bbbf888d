/** A modifier that is not two letters or digits. */
import { quote } from '../claim/clean-text.ts';
import { findLookAlike } from '../claim/procedure-code.ts';
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const isModifierForm = (modifier: string): boolean => /^[0-9A-Z]{2}$/.test(modifier);

export const modifierFormatInvalid = defineRule({
  id: 'modifier-format-invalid',
  severity: 'error',
  what: 'A modifier is not two letters or digits.',
  why: 'A claim has four modifier fields of two characters each; anything else is rejected.',
  sources: ['hipaa-code-sets', 'nucc-1500'],
  check({ view }) {
    if (view.modifiers.length === 0) return notApplicable('the line has no modifier');
    const bad = view.modifiers.filter((m) => !isModifierForm(m));
    if (bad.length === 0) return pass;
    return bad.map((modifier) => {
      const alien = findLookAlike(modifier);
      return finding({
        field: 'modifiers',
        message: `"${quote(modifier, 20)}" is not a modifier: a modifier is two letters or digits, such as 59 or GP.${alien ? ` "${alien.char}" only looks like "${alien.looksLike}".` : ''}`,
        fix: 'Enter each modifier as its two characters.', data: { modifier: quote(modifier, 20) },
      });
    });
  },
  examples: [
    { name: 'three digits', line: { code: '97124', modifiers: ['590'] }, outcome: 'finding' },
    { name: 'lower case is folded', line: { code: '97124', modifiers: ['gp'] }, outcome: 'pass' },
  ],
});

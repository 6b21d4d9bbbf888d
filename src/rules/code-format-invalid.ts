/** A procedure code that is not five characters of a valid form. */
import { quote } from '../claim/clean-text.ts';
import { findLookAlike, isCodeForm } from '../claim/procedure-code.ts';
import { defineRule, finding, pass } from './define-rule.ts';

export const codeFormatInvalid = defineRule({
  id: 'code-format-invalid',
  severity: 'error',
  what: 'The procedure code is not five characters of a valid form.',
  why: 'HIPAA claims take CPT (five digits, or four and a letter) and HCPCS Level II (a letter and four digits) only; anything else is rejected before it is read. A modifier goes in its own field.',
  sources: ['hipaa-code-sets'],
  check({ view }) {
    if (isCodeForm(view.code)) return pass;
    const alien = findLookAlike(view.code);
    const message = alien
      ? `The code has "${alien.char}" at position ${alien.position}, a letter of another alphabet that only looks like "${alien.looksLike}".`
      : `"${quote(view.line.code, 20)}" has ${[...view.code].length} characters or a form that no procedure code has; a code is five digits (97124), four digits and a letter (0552T), or a letter and four digits (G0283).`;
    const split = /^([0-9A-Z]{5})-?([0-9A-Z]{2})$/.exec(view.code);
    return finding({
      field: 'code', message,
      fix: alien ? `Type it again as ${view.code.replace(alien.char, alien.looksLike)}.` : split && isCodeForm(split[1]!) ? `Put ${split[1]} in the code field and ${split[2]} in the modifier field.` : 'Enter the five characters of the code alone.',
      data: { code: quote(view.code, 20), ...(alien ? { position: alien.position, looks_like: alien.looksLike } : {}) },
    });
  },
  examples: [
    { name: 'four digits', line: { code: '9712' }, outcome: 'finding' },
    { name: 'a modifier glued to the code', line: { code: '97124-59' }, outcome: 'finding' },
    { name: 'a Cyrillic letter for a Latin one', line: { code: 'G028З' }, outcome: 'finding' },
    { name: 'full-width digits are folded', line: { code: '９７１２４' }, outcome: 'pass' },
    { name: 'a Category III code', line: { code: '0552T' }, outcome: 'pass' },
  ],
});

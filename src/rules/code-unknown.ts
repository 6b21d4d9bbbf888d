/** A well-formed code that is in no table on hand. */
import { isCodeForm } from '../claim/procedure-code.ts';
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';
import { nearCodes } from '../search/near-codes.ts';

export const codeUnknown = defineRule({
  id: 'code-unknown',
  // Not an error: the embedded catalog is not the whole code set, and a real code of another field must not be called wrong.
  severity: 'warning',
  what: 'The code has a valid form but is in no table on hand.',
  why: 'A number that nobody assigned is denied as an invalid code; a real code outside the embedded catalog cannot be checked. Neither may pass as fine.',
  sources: ['claimlint'],
  check({ catalog, view }) {
    if (!isCodeForm(view.code)) return notApplicable('the code has no valid form');
    if (catalog.deleted.has(view.code)) return notApplicable('the code is known as deleted');
    if (catalog.misprint.has(view.code)) return notApplicable('the number is known as a misprint');
    if (view.row || view.known) return pass;
    const near = nearCodes(catalog, view.code);
    const neighbours = near.map((code) => `${code} (${catalog.code.get(code)!.name})`).join('; ');
    return finding({
      field: 'code',
      message: `${view.code} is in no table on hand: it is not checked, and it may not exist.${near.length > 0 ? ` Codes one digit away: ${neighbours}.` : ''}`,
      fix: 'Look at the source of the number. If it is a real code of another field, import the official files that hold it; do not take a neighbour because it is near.',
      data: { code: view.code, near_codes: near },
    });
  },
  examples: [
    { name: 'a number that is near 97124', line: { code: '97125' }, outcome: 'finding' },
    { name: 'a known code', line: { code: '97124' }, outcome: 'pass' },
    { name: 'a deleted code has a rule of its own', line: { code: '97001' }, outcome: 'not_applicable' },
    { name: 'a misprint has a rule of its own', line: { code: '97122' }, outcome: 'not_applicable' },
  ],
});

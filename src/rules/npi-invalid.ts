/** A National Provider Identifier that fails its check digit. */
import { quote } from '../claim/clean-text.ts';
import { isValidNpi } from '../claim/npi.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const npiInvalid = defineRule({
  id: 'npi-invalid',
  severity: 'error',
  what: 'The NPI is not ten digits with a right check digit.',
  why: 'A wrong NPI is rejected at the front door; the check digit finds nearly every slip.',
  sources: ['npi-rule'],
  check({ claim, view }) {
    const npi = (view.line.rendering_npi ?? claim.rendering_npi)?.normalize('NFKC').replace(/[\s-]/g, '');
    if (npi === undefined || npi === '') return notChecked('no NPI was given', ['rendering_npi']);
    if (isValidNpi(npi)) return pass;
    return finding({ field: 'rendering_npi', message: `"${quote(npi, 20)}" is not a valid NPI: ten digits, beginning with 1 or 2, with a Luhn check digit over 80840 and the number.`, fix: 'Copy the NPI from the NPPES record.', data: {} });
  },
  examples: [
    { name: 'a wrong last digit', line: { code: '97124', rendering_npi: '1234567890' }, outcome: 'finding' },
    { name: 'a right one', line: { code: '97124', rendering_npi: '1234567893' }, outcome: 'pass' },
  ],
});

/** An unlisted code without words for what was done. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

const unlisted = ['97039', '97139', '97799'];

export const unlistedCodeNeedsDescription = defineRule({
  id: 'unlisted-code-needs-description',
  severity: 'error',
  what: 'An unlisted code stands on the claim without a description of the service.',
  why: 'An unlisted code says only that no other fits; without words in the narrative field the line comes back as unprocessable.',
  sources: ['nucc-1500', 'hipaa-code-sets', 'ncci-manual-ch1'],
  check({ payer, view }) {
    if (!unlisted.includes(view.code)) return notApplicable(`${view.code} is not an unlisted code`);
    if ((view.line.service_performed ?? '').trim().length >= 3) return pass;
    return finding({
      field: 'service_performed', severity: payer.kind === 'self_pay' ? 'info' : 'error',
      message: `${view.code} (${view.row?.name ?? 'an unlisted code'}) has no description; an unlisted code needs one on the claim.`,
      fix: 'Say what was done in the narrative field (box 19 or the shaded area of 24; SV101-7 in an 837P): technique or device, time, who attended. First check that no listed code fits.',
      data: { code: view.code },
    });
  },
  examples: [
    { name: 'an unlisted modality with no words', line: { code: '97039', payer: 'medicare' }, outcome: 'finding' },
    { name: 'an unlisted procedure with blank words', line: { code: '97139', service_performed: '  ', payer: 'commercial' }, outcome: 'finding' },
    { name: 'with a description', line: { code: '97799', service_performed: 'whole-body vibration platform, 10 minutes, attended' }, outcome: 'pass' },
    { name: 'a listed code', line: { code: '97124' }, outcome: 'not_applicable' },
  ],
});

/** A number that is known to be printed or typed for another. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const codeOftenMisprinted = defineRule({
  id: 'code-often-misprinted',
  severity: 'error',
  what: 'The number is known to be printed or typed in place of a real code.',
  why: 'School notes and web pages carry wrong numbers for years; a claim with one is denied as an invalid code.',
  sources: ['cms-deleted-codes', 'web-misprints'],
  check({ catalog, view }) {
    const misprint = catalog.misprint.get(view.code);
    if (!misprint) return view.row ? pass : notApplicable('the number is not a known misprint');
    const national = misprint.sources.some((id) => catalog.source.get(id)?.rank === 'national');
    const meant = misprint.meant.map((code) => `${code} (${catalog.code.get(code)?.name ?? 'not in the catalog'})`).join(' or ');
    return finding({
      field: 'code', severity: national && misprint.confidence !== 'M' ? 'error' : 'warning', sources: misprint.sources,
      message: `${view.code} is not a valid code today. ${misprint.why} Usually meant: ${meant}.`,
      fix: 'Take the code that describes what was done; the number alone does not say which.',
      data: { code: view.code, meant: misprint.meant },
    });
  },
  examples: [
    { name: 'the number printed for neuromuscular re-education', line: { code: '97122' }, outcome: 'finding' },
    { name: 'the old myofascial release number', line: { code: '97250' }, outcome: 'finding' },
    { name: 'the code that was meant', line: { code: '97112' }, outcome: 'pass' },
  ],
});

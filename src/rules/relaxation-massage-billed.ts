/** Relaxation or wellness massage billed to an insurer. */
import { severityBySource } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

/** True when one of the words or phrases stands in the text as whole words. */
export function saysAnyOf(text: string, words: readonly string[]): boolean {
  let ready = asWholeWords.get(words);
  if (!ready) asWholeWords.set(words, (ready = words.map((w) => ` ${plain(w).trim()} `)));
  const folded = ` ${plain(text)} `;
  return ready.some((w) => folded.includes(w));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9']+/g, ' ');
}

/** The lists of the catalog, made ready once. */
const asWholeWords = new WeakMap<readonly string[], readonly string[]>();

/** The text without the places where a word of relaxation names a technique, a muscle or a room ("contract-relax"); its length is kept. */
export function withoutHarmless(text: string, harmless: readonly string[]): string {
  const folded = text.toLowerCase();
  let out = text;
  for (const words of harmless) for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) out = out.slice(0, at) + ' '.repeat(words.length) + out.slice(at + words.length);
  return out;
}

export const relaxationMassageBilled = defineRule({
  id: 'relaxation-massage-billed',
  severity: 'error',
  what: 'The service is described as relaxation or wellness and is billed to an insurer.',
  why: 'Massage for stress relief or wellness treats no condition and is not a covered therapy; billing it as therapy states a need that was not there.',
  sources: ['coder-qa-97124-97140', 'bpm-ch15-230'],
  check({ catalog, payer, payerKnown, view }) {
    if (!['97124', '97140', '97010', '97112', '97110', '97139', '97039', '97799'].includes(view.code)) return notApplicable(`${view.code} is not a code that relaxation massage is billed under`);
    if (payer.kind === 'self_pay') return notApplicable('a self-pay service is no insurance claim');
    const text = view.line.service_performed;
    if (text === undefined || text.trim() === '') return notChecked('what was done was not described', ['service_performed']);
    if (!saysAnyOf(withoutHarmless(text, catalog.vocabulary.relaxation_harmless), catalog.vocabulary.relaxation_words)) return pass;
    if (saysAnyOf(text, catalog.vocabulary.treatment_words)) return pass;
    const { covered, why, source } = payer.relaxation_massage;
    if (covered === 'yes') return pass;
    const severity = payerKnown && covered === 'no' && payer.federal ? severityBySource(catalog, payer.relaxation_massage) : 'warning';
    return finding({
      field: 'service_performed', severity, sources: ['coder-qa-97124-97140', source],
      message: `The service is described as relaxation or wellness, with no condition treated; ${payerKnown ? payer.name : 'an insurer'} does not cover that as therapy. ${why}`,
      fix: 'If it was for relaxation, the client pays for it and no insurance claim is made. If a condition was treated, the record has to say which, and what changed.',
      data: { payer: payer.id, code: view.code },
    });
  },
  examples: [
    { name: 'a relaxation massage to a plan', line: { code: '97124', payer: 'commercial', service_performed: 'relaxation massage, full body' }, outcome: 'finding' },
    { name: 'massage of a treated region', line: { code: '97124', payer: 'commercial', service_performed: 'massage to neck for muscle spasm' }, outcome: 'pass' },
    { name: 'cash', line: { code: '97124', payer: 'self_pay', service_performed: 'relaxation massage' }, outcome: 'not_applicable' },
  ],
});

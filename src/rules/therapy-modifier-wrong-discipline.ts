/** A therapy modifier of one discipline on the work of another. */
import { withArticle } from '../claim/provider-type.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';
import { severityByNeed } from './context.ts';

const disciplineOf: Record<string, string> = { CQ: 'GP', CO: 'GO' };
const evaluationOf = (code: string): string | undefined => (/^9716[1-4]$/.test(code) ? 'GP' : /^9716[5-8]$/.test(code) ? 'GO' : undefined);
const words: Record<string, string> = { GP: 'physical therapy', GO: 'occupational therapy', GN: 'speech-language therapy' };

export const therapyModifierWrongDiscipline = defineRule({
  id: 'therapy-modifier-wrong-discipline',
  severity: 'error',
  acrossLines: true,
  what: 'The therapy or assistant modifier names another discipline than the provider, the evaluation or the other modifier.',
  why: 'GP, GO and GN say under whose plan of care the service was given, CQ and CO which assistant gave it; a wrong one is an invalid combination, and counts against the wrong yearly threshold.',
  sources: ['claims-manual-ch5', 'cms-therapy-page'],
  check({ catalog, payer, siblings, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    const discipline = view.modifiers.find((m) => m === 'GP' || m === 'GO' || m === 'GN');
    const assistant = view.modifiers.find((m) => m === 'CQ' || m === 'CO');
    if (!discipline && !assistant) return notApplicable('the line has no therapy modifier');
    const severity = severityByNeed(catalog, assistant && !discipline ? payer.modifiers.assistant : payer.modifiers.discipline);
    const tell = (message: string, fix: string, data: Record<string, unknown>) => finding({ field: 'modifiers', severity, message, fix, data });
    if (discipline && assistant && disciplineOf[assistant] !== discipline) {
      return tell(`${assistant} goes with ${disciplineOf[assistant]}, and the line has ${discipline}.`, 'Keep the pair that the record supports: GP CQ for a physical therapist assistant, GO CO for an occupational therapy assistant.', { modifiers: [discipline, assistant] });
    }
    const own = evaluationOf(view.code);
    if (discipline && own && own !== discipline) {
      return tell(`${view.code} is an evaluation of ${words[own]} and the line has ${discipline} (${words[discipline]}).`, `Use ${own}, unless the code itself is wrong.`, { code: view.code, modifier: discipline, expected: own });
    }
    if (!view.provider?.recognised) return notChecked('who performed the service was not given', ['provider_type']);
    const expected = view.provider.discipline;
    if (!expected) return pass;
    if (discipline && discipline !== expected) {
      return tell(`${discipline} says ${words[discipline]}, and the service was performed by ${withArticle(view.provider.name)}, who works under ${expected}.`, `Use ${expected}, if the plan of care is one of ${words[expected]}.`, { modifier: discipline, expected });
    }
    // The claim names the therapist, and beside lines of the therapist this one is the assistant's part.
    const assistantsPart = view.line.provider_type === undefined && siblings.some((s) => s.modifiers.some((m) => m in words) && !s.modifiers.some((m) => m in disciplineOf));
    if (assistant && !view.provider.assistant && assistantsPart && (disciplineOf[assistant] === expected)) return pass;
    if (assistant && !view.provider.assistant) {
      return tell(`${assistant} says that an assistant gave the service, and it was performed by ${withArticle(view.provider.name)}.`, `Take ${assistant} off, unless an assistant alone gave more than a tenth of the unit.`, { modifier: assistant });
    }
    if (assistant && disciplineOf[assistant] !== expected) {
      const right = expected === 'GO' ? 'CO' : 'CQ';
      return tell(`${assistant} does not belong to ${withArticle(view.provider.name)}; that is ${right}.`, `Use ${expected} ${right}.`, { modifier: assistant, expected: right });
    }
    return pass;
  },
  examples: [
    { name: 'GO on a physical therapist\'s line', line: { code: '97110', modifiers: ['GO'], payer: 'medicare', provider_type: 'PT' }, outcome: 'finding' },
    { name: 'CO for a physical therapist assistant', line: { code: '97110', modifiers: ['GP', 'CO'], payer: 'medicare', provider_type: 'PTA' }, outcome: 'finding' },
    { name: 'a physical therapy evaluation under GO', line: { code: '97161', modifiers: ['GO'], payer: 'medicare' }, outcome: 'finding' },
    { name: 'GP by a physical therapist', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', provider_type: 'PT' }, outcome: 'pass' },
    { name: 'GO CO by an occupational therapy assistant', line: { code: '97530', modifiers: ['GO', 'CO'], payer: 'medicare', provider_type: 'COTA' }, outcome: 'pass' },
    { name: 'GP by a physician', line: { code: '97110', modifiers: ['GP'], payer: 'medicare', provider_type: 'MD' }, outcome: 'pass' },
    { name: 'no therapy modifier', line: { code: '97110', payer: 'medicare', provider_type: 'PT' }, outcome: 'not_applicable' },
  ],
});

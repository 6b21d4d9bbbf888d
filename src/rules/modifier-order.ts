/** A modifier that decides on payment behind one that only informs. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';

export const modifierOrder = defineRule({
  id: 'modifier-order',
  severity: 'info',
  what: 'A modifier that changes payment stands behind one that only informs.',
  why: 'Some payers read only the first places; those that change payment go first, then the therapy modifier with its assistant modifier, then the rest.',
  sources: ['payer-practice'],
  check({ catalog, payer, view }) {
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    if (view.modifiers.length < 2) return notApplicable('the line has fewer than two modifiers');
    const rank = (m: string): number => catalog.modifier.get(m)?.order_rank ?? 4;
    // Only pricing first, and the assistant's modifier right behind its therapy modifier; the rest is free.
    const late = view.modifiers.find((m, i) => rank(m) === 1 && view.modifiers.slice(0, i).some((earlier) => rank(earlier) > 1))
      ?? view.modifiers.find((m, i) => rank(m) === 3 && view.modifiers.slice(i + 1).some((later) => rank(later) === 2));
    if (late === undefined) return pass;
    const sorted = view.modifiers.map((m, i) => ({ m, i })).sort((a, b) => rank(a.m) - rank(b.m) || a.i - b.i).map((x) => x.m);
    return finding({ field: 'modifiers', message: `The modifiers stand as ${view.modifiers.join(' ')}; the usual order is ${sorted.join(' ')}.`, fix: `Write them as ${sorted.join(' ')}.`, data: { modifiers: view.modifiers, order: sorted } });
  },
  examples: [
    { name: '59 behind GP', line: { code: '97140', modifiers: ['GP', '59'], payer: 'medicare' }, outcome: 'finding' },
    { name: 'CQ before GP', line: { code: '97110', modifiers: ['CQ', 'GP'], payer: 'medicare' }, outcome: 'finding' },
    { name: '59 before GP', line: { code: '97140', modifiers: ['59', 'GP'], payer: 'medicare' }, outcome: 'pass' },
    { name: 'GP, CQ and KX', line: { code: '97110', modifiers: ['GP', 'CQ', 'KX'], payer: 'medicare' }, outcome: 'pass' },
    { name: 'KX before GP is free', line: { code: '97110', modifiers: ['KX', 'GP'], payer: 'medicare' }, outcome: 'pass' },
    { name: 'one modifier', line: { code: '97110', modifiers: ['GP'], payer: 'medicare' }, outcome: 'not_applicable' },
  ],
});

/** The shares that a text tells, in order, each as an equation over the whole, what is left, or another time. */
import { numberValue } from './number-words.ts';
import { allBut, evenSplit, fractionOf, fractionValue, loneFraction, moreThan, needed, multipleOf, multipleValue, ordinalFraction, restOpen, restSure, sameAs, scopeOpening } from './share-words.ts';

export interface Term {
  start: number; end: number;
  /** `fraction`: factor times what it is of; `relation`: factor times another time and `plus`; `less`: the whole but some; `scope`: what follows shares what is left. */
  kind: 'fraction' | 'rest' | 'less' | 'relation' | 'split' | 'scope';
  factor?: number; plus?: number;
  /** Of what is left at this place, not of the whole. */
  left?: true;
  /** The minutes of the whole, said with it ("of the 40 minutes"). */
  told?: number;
  /** What a relation is to; '' for the time before. */
  ref?: string;
  /** Counts only where more bears it out: 'one' whole made up of such fractions, a rest without a verb. */
  open?: true;
}

const clear = (out: readonly Term[], start: number, end: number): boolean => !out.some((t) => start < t.end && end > t.start);

/** Every share that the words tell of, none overlapping. */
export function termsIn(folded: string): Term[] {
  const out: Term[] = [];
  const put = (pattern: RegExp, make: (g: Record<string, string | undefined>, m: RegExpMatchArray) => Omit<Term, 'start' | 'end'> | undefined): void => {
    for (const m of folded.matchAll(pattern)) {
      const pad = /^[\s.;,]*/.exec(m[0])![0].length;
      const start = m.index + pad;
      const end = m.index + m[0].trimEnd().length;
      const made = end > start && clear(out, start, end) ? make(m.groups ?? {}, m) : undefined;
      if (made) out.push({ start, end, ...made });
    }
  };
  const told = (g: Record<string, string | undefined>): { told?: number } => { const said = g['told'] ?? g['told2'] ?? g['told3']; return said === undefined ? {} : { told: numberValue(said) }; };
  if (needed.split.test(folded)) put(evenSplit, () => ({ kind: 'split' }));
  if (needed.more.test(folded)) put(moreThan, (g) => ({ kind: 'relation', factor: 1, plus: numberValue(g['by']!) * (/more|longer/.test(g['sign']!) ? 1 : -1), ref: g['ref']! }));
  if (needed.multiple.test(folded)) put(multipleOf, (g) => ({ kind: 'relation', factor: multipleValue(g['times']!), plus: 0, ref: g['ref'] ?? g['ref2'] ?? '' }));
  if (needed.same.test(folded)) put(sameAs, (g) => ({ kind: 'relation', factor: 1, plus: 0, ref: g['ref'] ?? g['ref2'] ?? '' }));
  if (needed.but.test(folded)) put(allBut, (g) => ({ kind: 'less', plus: -numberValue(g['less']!), ...told(g) }));
  if (needed.scope.test(folded)) put(scopeOpening, () => ({ kind: 'scope' }));
  if (needed.fraction.test(folded)) put(fractionOf, (g) => ({ kind: 'fraction', factor: fractionValue(g['fraction']!), ...(g['left'] ? { left: true as const } : {}), ...told(g) }));
  if (needed.fraction.test(folded)) put(ordinalFraction, (g) => ({ kind: 'fraction', factor: fractionValue(g['fraction']!) }));
  if (needed.rest.test(folded)) put(restSure, (g) => ({ kind: 'rest', ...told(g) }));
  if (needed.rest.test(folded)) put(restOpen, () => ({ kind: 'rest', open: true }));
  if (needed.fraction.test(folded)) put(loneFraction, (g) => ({ kind: 'fraction', factor: fractionValue(g['fraction']!), open: true }));
  return withoutLone(out.filter((t) => t.factor === undefined || t.factor > 0).sort((a, b) => a.start - b.start));
}

/** Fractions that stand alone count where they make up one whole; so do those of what a scope opens. */
function withoutLone(terms: Term[]): Term[] {
  const lone = terms.filter((t) => t.kind === 'fraction' && t.open);
  if (lone.length === 0) return terms;
  const sum = (list: readonly Term[]): number => list.reduce((all, t) => all + t.factor!, 0);
  const scoped = lone.filter((t) => terms.some((o) => o.kind === 'scope' && o.end <= t.start && t.start - o.end < 120));
  const rests = terms.some((t) => t.kind === 'rest' && !t.open);
  const all = terms.filter((t) => t.kind === 'fraction' && !t.left && !scoped.includes(t));
  const open = lone.filter((t) => !scoped.includes(t));
  const one = (list: readonly Term[]): boolean => list.length > 1 && Math.abs(sum(list) - 1) < 0.011;
  const keep = one(all) || one(open) || (rests && all.length > 0 && sum(all) < 1 && all.some((t) => !t.open));
  return terms.filter((t) => !lone.includes(t) || scoped.includes(t) || keep);
}

/** The tables behind the consequences: every id in them resolves. */
import { expect, it } from 'vitest';
import { mistakes } from '../../src/catalog/consequences-schema.ts';
import { denialsOfRule, mistakeOfRule } from '../../src/consequences/denial-of-rule.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const table = testCatalog.consequences;

it('every denial of a rule or a mistake is in the denial and remark tables', () => {
  const all = [...Object.values(denialsOfRule).flat(), ...mistakes.flatMap((m) => table.mistakes[m].denials)];
  const missing = all.flatMap((d) => [...(testCatalog.carc.has(d.carc) ? [] : [d.carc]), ...(d.rarc === undefined || testCatalog.rarc.has(d.rarc) ? [] : [d.rarc])]);
  expect([...new Set(missing)], 'add them to catalog/denial-codes.csv or remark-codes.csv').toEqual([]);
});

it('no denial uses a reason code that has ended', () => {
  const all = [...Object.values(denialsOfRule).flat(), ...mistakes.flatMap((m) => table.mistakes[m].denials)];
  expect(all.filter((d) => testCatalog.carc.get(d.carc)?.effective_to !== undefined)).toEqual([]);
});

it('every rule with a mistake names one of the contract', () => {
  for (const [rule, mistake] of Object.entries(mistakeOfRule)) expect(mistakes, rule).toContain(mistake);
});

it('every step named exists, and every step is named', () => {
  const named = new Set(mistakes.flatMap((m) => Object.values(table.mistakes[m].correct).flat()));
  expect([...named].filter((id) => !(id in table.steps))).toEqual([]);
  expect(Object.keys(table.steps).filter((id) => !named.has(id))).toEqual([]);
});

it('every source id resolves', () => {
  const unknown: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      const { sources } = value as { sources?: unknown };
      if (Array.isArray(sources)) unknown.push(...sources.filter((id) => !testCatalog.source.has(String(id))).map(String));
      Object.values(value).forEach(walk);
    }
  };
  walk(table);
  expect(unknown).toEqual([]);
});

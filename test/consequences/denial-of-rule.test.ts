/** The tables behind the consequences: every id in them resolves. */
import { expect, it } from 'vitest';
import { mistakes } from '../../src/catalog/consequences-schema.ts';
import { denialsOfRule, mistakeOfRule } from '../../src/consequences/denial-of-rule.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const table = testCatalog.consequences;
/** The rule table of the contract. */
const contractRules = [
  'code-format-invalid', 'code-unknown', 'code-not-in-force', 'code-often-misprinted', 'code-not-payable-by-payer', 'service-does-not-match-code',
  'relaxation-massage-billed', 'unlisted-code-needs-description', 'modifier-format-invalid', 'modifier-unknown', 'modifier-duplicate',
  'too-many-modifiers', 'modifier-not-valid-for-code', 'modifiers-conflict', 'modifier-order', 'therapy-modifier-missing',
  'therapy-modifier-wrong-discipline', 'assistant-modifier-missing', 'threshold-modifier-missing', 'active-treatment-modifier-missing',
  'ptp-pair-never-allowed', 'ptp-pair-needs-modifier', 'ptp-bypass-needs-support', 'distinct-service-modifier-unneeded', 'units-missing-or-invalid',
  'units-exceed-minutes', 'units-below-minutes', 'minutes-missing', 'minutes-below-threshold', 'minutes-exceed-session',
  'untimed-code-multiple-units', 'units-exceed-mue', 'add-on-without-primary', 'one-per-day-code-repeated', 'duplicate-line', 'split-line-same-code',
  'group-with-one-on-one', 'provider-not-recognized-by-payer', 'provider-scope-questionable', 'payer-excludes-service',
  'payer-visit-or-authorization-limit', 'diagnosis-missing', 'diagnosis-format-invalid', 'diagnosis-not-billable', 'diagnosis-not-in-force',
  'diagnosis-seventh-character-missing', 'diagnosis-does-not-support', 'diagnosis-side-unspecified', 'diagnosis-pointer-invalid',
  'diagnoses-exclude-each-other', 'too-many-diagnoses', 'place-of-service-unknown', 'place-of-service-unlikely', 'date-of-service-invalid',
  'date-of-service-future', 'timely-filing-passed', 'npi-invalid', 'charge-missing-or-invalid',
];
/** These cost money without a denial: a line priced in the wrong order, units that were never asked for. */
const withoutDenial = ['modifier-order', 'units-below-minutes'];

it('every rule of the contract stands for a denial, and no other does', () => {
  expect(Object.keys(denialsOfRule).sort()).toEqual(contractRules.filter((id) => !withoutDenial.includes(id)).sort());
});

it('every rule of what was done stands for a kind of mistake; forms, dates and numbers alone do not', () => {
  const ofForm = ['npi-invalid', 'charge-missing-or-invalid', 'date-of-service-invalid', 'date-of-service-future', 'units-missing-or-invalid'];
  expect(Object.keys(mistakeOfRule).sort()).toEqual(contractRules.filter((id) => !ofForm.includes(id)).sort());
});

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

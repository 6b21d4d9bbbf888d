/** The guidance on denials: every code has it, every id in it resolves, and no cause names a rule that the contract lacks. */
import { expect, it } from 'vitest';
import { nextSteps } from '../../src/catalog/denial-guidance-schema.ts';
import { denialsOfRule, mistakeOfRule } from '../../src/consequences/denial-of-rule.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const guidance = testCatalog.denial_guidance;
const entries = [...Object.entries(guidance.carc), ...Object.entries(guidance.rarc)];

it('every reason and remark code of the tables has guidance, and no other', () => {
  expect(Object.keys(guidance.carc).sort()).toEqual([...testCatalog.carc.keys()].sort());
  expect(Object.keys(guidance.rarc).sort()).toEqual([...testCatalog.rarc.keys()].sort());
});

it('at least ninety reason codes are curated one by one', () => {
  expect(Object.values(guidance.carc).filter((e) => e.causes ?? e.ways).length).toBeGreaterThanOrEqual(90);
});

it('every class, cause, step and source resolves, and is used', () => {
  const classes = Object.values(guidance.classes);
  const all = [...classes, ...entries.map(([, e]) => e)];
  const ways = all.flatMap((e) => Object.values(e.ways ?? {}));
  const causes = all.flatMap((e) => e.causes ?? []);
  const byCode = ['status-bundled', 'pair-stands', 'payer-code', 'pair-supported', 'count-units'];
  const steps = [...ways.flatMap((w) => w.steps), ...Object.values(guidance.causes).flatMap((c) => c.step ?? []), ...byCode];
  expect(entries.filter(([, e]) => !(e.class in guidance.classes)).map(([code]) => code)).toEqual([]);
  expect(Object.keys(guidance.classes).filter((id) => !entries.some(([, e]) => e.class === id))).toEqual([]);
  expect([...new Set(causes)].sort()).toEqual(Object.keys(guidance.causes).sort());
  expect([...new Set(steps)].sort()).toEqual(Object.keys(guidance.steps).sort());
  const sources = [...all.flatMap((e) => e.sources ?? []), ...Object.values(guidance.causes).flatMap((c) => c.sources), ...Object.values(guidance.steps).flatMap((s) => s.sources)];
  expect([...new Set(sources)].filter((id) => !testCatalog.source.has(id))).toEqual([]);
});

it('the order of steps names each once', () => {
  expect([...guidance.order].sort()).toEqual([...nextSteps].sort());
});

it('a cause names a rule of the contract', () => {
  const rules = new Set([...Object.keys(denialsOfRule), ...Object.keys(mistakeOfRule)]);
  expect(Object.values(guidance.causes).flatMap((c) => (c.rule && !rules.has(c.rule) ? [c.rule] : []))).toEqual([]);
});

it('no text advises a modifier or a code in order to be paid', () => {
  const texts = JSON.stringify(guidance);
  expect(texts).not.toMatch(/\b(add|append|use|put)( modifier)? (59|X[EPSU]|25|KX|AT)\b/i);
});

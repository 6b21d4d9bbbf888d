/** Rule to denial and back: the denial that a rule stands for names that rule among its causes. */
import { expect, it } from 'vitest';
import { denialsOfRule } from '../../src/consequences/denial-of-rule.ts';
import { explainDenial } from '../../src/consequences/denial.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const pairs = Object.entries(denialsOfRule).flatMap(([rule, denials]) => denials.map((d) => [`${d.group}-${d.carc}${d.rarc ? ` ${d.rarc}` : ''}`, rule] as const));

it.each(pairs)('%s can be %s', (codes, rule) => {
  for (const text of [codes, codes.split(' ')[0]!]) {
    const reply = explainDenial(testCatalog, { codes: [text] }, '2026-11-23');
    expect(reply.likely_causes.map((c) => c.rule), text).toContain(rule);
  }
});

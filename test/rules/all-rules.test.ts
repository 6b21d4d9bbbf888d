/** Polices the whole registry: every rule has its file, sources, words and examples, and the examples behave. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimContext, lineContext } from '../../src/rules/context.ts';
import { rules } from '../../src/rules/index.ts';
import { retiredRules } from '../../src/rules/retired.ts';
import { denialsOfRule } from '../../src/consequences/denial-of-rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import { checkClaimLine } from '../../tools/check-claim-line.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const today = '2026-11-23';

function claimOf(args: Record<string, unknown>): Claim {
  const { other_lines, ...line } = checkClaimLine.input.parse(args);
  const withModifiers = <T extends { modifiers?: string[] }>(l: T) => ({ ...l, modifiers: l.modifiers ?? [] });
  return { ...line, lines: [withModifiers(line), ...(other_lines ?? []).map(withModifiers)], siblings_known: other_lines !== undefined, only_line: 1, today };
}

const files = readdirSync(new URL('../../src/rules', import.meta.url));

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('stands in a file of its name', () => expect(files, `add src/rules/${id}.ts`).toContain(`${id}.ts`));
  it('has an id in kebab case, words and sources', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.what.length).toBeGreaterThan(20);
    expect(rule.why.length).toBeGreaterThan(20);
    for (const source of rule.sources) expect(testCatalog.source.has(source), `rule ${id} cites ${source}: add it to catalog/sources.json`).toBe(true);
  });
  it('reports an error only with a national source', () => {
    if (rule.severity === 'error') expect(rule.sources.some((s) => testCatalog.source.get(s)?.rank === 'national'), `${id}: an error needs a source of rank national`).toBe(true);
  });
  it('has an example that fires and one that stays silent', () => {
    expect(rule.examples.some((e) => e.outcome === 'finding'), 'add an example that fires').toBe(true);
    expect(rule.examples.some((e) => e.outcome === 'pass'), 'add a near-miss that stays silent').toBe(true);
  });
  it.each(rule.examples.map((e) => [e.name, e] as const))('example: %s', (_, example) => {
    const context = claimContext(testCatalog, claimOf(example.line));
    const outcome = rule.check(lineContext(context, context.views[0]!));
    expect((Array.isArray(outcome) ? outcome[0]! : outcome).kind, JSON.stringify(outcome)).toBe(example.outcome);
  });
});

it('names each rule once', () => expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length));

it('does not depend on the order of the rules', () => {
  const context = claimContext(testCatalog, claimOf({ code: '97124', units: 5, minutes: 45, payer: 'medicare', other_lines: [{ code: '97140' }, { code: '98941' }] }));
  expect(runRules([...rules].reverse(), context)).toEqual(runRules(rules, context));
});

/** The ids that programs outside the project read. None is ever dropped. */
const published = `
code-format-invalid code-unknown code-not-in-force code-often-misprinted code-not-payable-by-payer service-does-not-match-code
relaxation-massage-billed unlisted-code-needs-description modifier-format-invalid modifier-unknown modifier-duplicate too-many-modifiers
modifier-not-valid-for-code modifiers-conflict modifier-order therapy-modifier-missing therapy-modifier-wrong-discipline assistant-modifier-missing
threshold-modifier-missing active-treatment-modifier-missing ptp-pair-never-allowed ptp-pair-needs-modifier ptp-bypass-needs-support
distinct-service-modifier-unneeded units-missing-or-invalid units-exceed-minutes units-below-minutes minutes-missing minutes-below-threshold
minutes-exceed-session untimed-code-multiple-units units-exceed-mue add-on-without-primary one-per-day-code-repeated duplicate-line
split-line-same-code group-with-one-on-one provider-not-recognized-by-payer provider-scope-questionable payer-excludes-service
payer-visit-or-authorization-limit diagnosis-missing diagnosis-format-invalid diagnosis-not-billable diagnosis-not-in-force
diagnosis-seventh-character-missing diagnosis-does-not-support diagnosis-side-unspecified diagnosis-pointer-invalid diagnoses-exclude-each-other
too-many-diagnoses place-of-service-unknown place-of-service-unlikely date-of-service-invalid date-of-service-future timely-filing-passed npi-invalid
charge-missing-or-invalid
`.trim().split(/\s+/);

it.each(published)('has the published rule %s', (id) => {
  const stands = rules.some((r) => r.id === id) || retiredRules.some((r) => r.id === id);
  expect(stands, `${id} is published: add src/rules/${id}.ts, or list it in retired.ts with what stands in its place`).toBe(true);
});
it('never uses a retired id again', () => expect(retiredRules.filter((r) => rules.some((rule) => rule.id === r.id))).toEqual([]));
it('explains the denials of every rule that is more than advice', () => {
  for (const rule of rules.filter((r) => r.severity === 'error')) expect(denialsOfRule[rule.id] ?? [], `${rule.id} in src/consequences/denial-of-rule.ts`).not.toEqual([]);
});

/** The rules over the corpus: silent on good practice, right on flaws, and their reach written down. */
import { describe, expect, it } from 'vitest';
import type { ClaimReply } from '../../src/rules/check-whole-claim.ts';
import { rules } from '../../src/rules/index.ts';
import { checkClaim } from '../../tools/check-claim.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { cleanClaims, flawedClaims, type CleanClaim } from './read-corpus.ts';

const check = ({ claim }: CleanClaim): ClaimReply => checkClaim.run(checkClaim.input.parse(claim), { catalog: testCatalog, today: '2026-11-23' });
const clean = cleanClaims.map((c) => ({ ...c, reply: check(c) }));
const flawed = flawedClaims.map((c) => ({ ...c, reply: check(c) }));

describe('good practice draws no error', () => {
  it.each(clean.map((c) => [c.id, c] as const))('%s', (_, { note, reply }) => {
    expect(reply.findings.filter((f) => f.severity === 'error').map((f) => `${f.rule}: ${f.message}`), note).toEqual([]);
    expect(reply.verdict).not.toBe('fix_before_sending');
  });
  it('nor, where every table covers the day and every code is on hand, more than advice', () => {
    const covered = clean.filter(({ claim, reply }) => reply.not_checked.every((n) => !n.matters) && claim.payer !== undefined && claim.payer !== 'unknown');
    expect(covered.length).toBeGreaterThanOrEqual(300);
    for (const { id, reply } of covered) expect([id, reply.verdict]).toEqual([id, 'no_problem_found']);
  });
});

describe('flaws', () => {
  it.each(flawed.map((c) => [c.id, c] as const))('%s', (_, { note, expect: wanted, never, reply }) => {
    const fired = new Set(reply.findings.map((f) => f.rule));
    expect(wanted.filter((rule) => !fired.has(rule)), `${note}: must fire`).toEqual([]);
    expect(never.filter((rule) => fired.has(rule)), `${note}: must stay silent`).toEqual([]);
  });
});

it('the reach of each rule is what it was', async () => {
  const row = (rule: string): string => {
    const of = (list: readonly { reply: ClaimReply }[]): number[] => ['error', 'warning', 'info'].map((severity) => list.reduce((n, { reply }) => n + reply.findings.filter((f) => f.rule === rule && f.severity === severity).length, 0));
    const notChecked = [...clean, ...flawed].filter(({ reply }) => reply.not_checked.some((n) => n.rule === rule)).length;
    return `| \`${rule}\` | ${[...of(flawed), ...of(clean).slice(1), notChecked].join(' | ')} |`;
  };
  const verdicts = (list: readonly { reply: ClaimReply }[]): string => ['fix_before_sending', 'review', 'no_problem_found'].map((v) => `${list.filter(({ reply }) => reply.verdict === v).length} ${v}`).join(', ');
  const page = `# Findings on the corpus

Made by \`npx vitest run test/corpus -u\`. A change of a rule shows its reach here.

- ${clean.length} claims of good practice: ${verdicts(clean)}. No error is among their findings.
- ${flawed.length} claims with a flaw or beside one: ${verdicts(flawed)}.

| rule | errors | warnings | advice | warnings on good practice | advice on good practice | claims on which it is (partly) not checked |
|---|---|---|---|---|---|---|
${rules.map((r) => row(r.id)).join('\n')}
`;
  await expect(page).toMatchFileSnapshot('counts.md');
});

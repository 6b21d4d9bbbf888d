/** What holds for any claim that the schema admits. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimContext, lineContext } from '../../src/rules/context.ts';
import { rules } from '../../src/rules/index.ts';
import { runRules, type Finding } from '../../src/rules/run-rules.ts';
import type { ClaimReply } from '../../src/rules/check-whole-claim.ts';
import { checkClaim } from '../../tools/check-claim.ts';
import { checkClaimLine } from '../../tools/check-claim-line.ts';
import { toLine } from '../../tools/claim-fields.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { anyClaim, anyToday } from './any-claim.ts';

type Args = Record<string, unknown>;
const runs = { numRuns: 300 };
const check = (args: Args, today = '2026-11-23'): ClaimReply => checkClaim.run(checkClaim.input.parse(args), { catalog: testCatalog, today });
const linesOf = (args: Args): Args[] => args.lines as Args[];
/** The first line as check_claim_line takes it, with the others beside it. */
function asLine(args: Args): Args {
  const { lines: _lines, ...claim } = args;
  const [line, ...others] = linesOf(args);
  const kept = ['code', 'modifiers', 'units', 'minutes', 'date_of_service', 'body_regions', 'rendering_npi'];
  return { ...claim, ...line, other_lines: others.map((o) => Object.fromEntries(Object.entries(o).filter(([key]) => kept.includes(key)))) };
}

it('a reply never throws, fits the published shape, and survives JSON', () => {
  fc.assert(fc.property(anyClaim, anyToday, (args, today) => {
    const reply = check(args, today);
    const parsed = checkClaim.output.safeParse(reply);
    expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
    expect(JSON.parse(JSON.stringify(reply))).toEqual(JSON.parse(JSON.stringify(parsed.data)));
    expect(JSON.stringify(reply)).not.toMatch(/\bNaN\b|Infinity|undefined|\[object/);
    expect(checkClaim.render(reply).length).toBeGreaterThan(20);
    for (const found of reply.findings) {
      expect(found.sources.every((id) => reply.sources.some((s) => s.id === id)), `${found.rule} cites a source that the reply lacks`).toBe(true);
      if (found.line !== undefined) expect(found.line).toBeLessThanOrEqual(linesOf(args).length);
    }
    expect(reply.passed.filter((rule) => reply.findings.some((f) => f.rule === rule))).toEqual([]);
  }), runs);
});

it('a line alone never throws and fits the published shape', () => {
  fc.assert(fc.property(anyClaim, anyToday, fc.boolean(), (args, today, siblings) => {
    const line = asLine(args);
    if (!siblings) delete line.other_lines;
    const reply = checkClaimLine.run(checkClaimLine.input.parse(line), { catalog: testCatalog, today });
    const parsed = checkClaimLine.output.safeParse(reply);
    expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
    expect(checkClaimLine.render(reply).length).toBeGreaterThan(20);
  }), runs);
});

it('the verdict follows from the findings and from what matters and was not checked', () => {
  fc.assert(fc.property(anyClaim, anyToday, (args, today) => {
    const reply = check(args, today);
    const worst = reply.findings.some((f) => f.severity === 'error') ? 'fix_before_sending' : reply.findings.some((f) => f.severity === 'warning') || reply.not_checked.some((n) => n.matters) ? 'review' : 'no_problem_found';
    expect(reply.verdict).toBe(worst);
  }), runs);
});

it('the same claim gives the same reply, whatever the order of the rules', () => {
  const shuffled = fc.shuffledSubarray([...rules], { minLength: rules.length });
  fc.assert(fc.property(anyClaim, shuffled, (args, order) => {
    const input = checkClaim.input.parse(args);
    const context = claimContext(testCatalog, { ...input, lines: input.lines!.map(toLine), siblings_known: true, today: '2026-11-23' });
    expect(runRules(order, context)).toEqual(runRules(rules, context));
    expect(check(args)).toEqual(check(args));
  }), runs);
});

it('a rule that is not marked as looking across lines says the same of a line whatever stands beside it', () => {
  const alone = rules.filter((r) => !r.acrossLines);
  fc.assert(fc.property(anyClaim, anyClaim, (args, other) => {
    const outcomes = (lines: Args[]): unknown[] => {
      const input = checkClaim.input.parse({ ...args, lines });
      const context = claimContext(testCatalog, { ...input, lines: input.lines!.map(toLine), siblings_known: true, today: '2026-11-23' });
      return alone.map((rule) => [rule.id, rule.check(lineContext(context, context.views[0]!))]);
    };
    const [first] = linesOf(args);
    expect(outcomes([first!, ...linesOf(other)])).toEqual(outcomes([first!]));
  }), runs);
});

/**
 * Rules that speak once about several lines and do so on the first or the last of them; which line that is follows
 * from where it stands. All others must say the same of a line wherever it stands.
 */
const ofSeveralLines = ['duplicate-line', 'split-line-same-code', 'one-per-day-code-repeated', 'units-exceed-mue', 'minutes-exceed-session', 'payer-visit-or-authorization-limit'];

/** Findings with their line's content for its number. */
function byContent(args: Args, reply: ClaimReply): string[] {
  const content = linesOf(args).map((line) => JSON.stringify(line));
  const said = (f: Finding): unknown[] => {
    if (ofSeveralLines.includes(f.rule)) return [f.rule, f.severity];
    const data = Object.fromEntries(Object.entries(f.data).map(([key, value]) => [key, key === 'other_line' ? content[(value as number) - 1] : value]));
    return [f.rule, f.severity, f.line === undefined ? 'claim' : content[f.line - 1], f.message, data];
  };
  return [...new Set(reply.findings.map((f) => JSON.stringify(said(f))))].sort();
}

it('the same findings whatever the order of the lines', () => {
  const shuffledClaim = anyClaim.chain((args) => fc.shuffledSubarray(linesOf(args), { minLength: linesOf(args).length }).map((lines) => [args, { ...args, lines }] as const));
  fc.assert(fc.property(shuffledClaim, anyToday, ([args, other], today) => {
    const [one, two] = [check(args, today), check(other, today)];
    expect(byContent(other, two)).toEqual(byContent(args, one));
    expect(two.verdict).toBe(one.verdict);
    expect(two.units).toEqual(one.units);
    expect(two.passed).toEqual(one.passed);
  }), { numRuns: 500 });
});

/** Rule and line of each error; without a line, the claim's. */
const errorsOf = (reply: ClaimReply): Set<string> => new Set(reply.findings.filter((f) => f.severity === 'error').map((f) => `${f.rule}/${f.line ?? 'claim'}`));

it('a line corrected by its own changes brings in no new error', () => {
  let corrected = 0;
  fc.assert(fc.property(anyClaim, anyToday, (args, today) => {
    const before = check(args, today);
    const errors = errorsOf(before);
    for (const line of before.lines) {
      if (!line.corrected_line) continue;
      corrected += 1;
      expect(line.changes!.length).toBeGreaterThan(0);
      const lines = linesOf(args).map((l, i) => (i === line.line - 1 ? { ...l, ...line.corrected_line } : l));
      const after = check({ ...args, lines }, today);
      const fresh = [...errorsOf(after)].filter((e) => !errors.has(e) && !errors.has(e.replace(/\/.*/, '/claim')));
      expect(fresh, JSON.stringify({ line: line.line, from: linesOf(args)[line.line - 1], to: line.corrected_line })).toEqual([]);
    }
  }), { numRuns: 500 });
  expect(corrected, 'the generator has to make lines that are corrected').toBeGreaterThan(60);
});

it('the corrected line of a line alone brings in no new error', () => {
  fc.assert(fc.property(anyClaim, anyToday, (args, today) => {
    const line = asLine(args);
    const run = (given: Args) => checkClaimLine.run(checkClaimLine.input.parse(given), { catalog: testCatalog, today });
    const before = run(line);
    if (!before.corrected_line) return;
    const had = new Set(before.findings.filter((f) => f.severity === 'error').map((f) => f.rule));
    const after = run({ ...line, ...before.corrected_line });
    expect(after.findings.filter((f) => f.severity === 'error' && !had.has(f.rule)).map((f) => f.rule), JSON.stringify([line, before.corrected_line])).toEqual([]);
  }), { numRuns: 500 });
});

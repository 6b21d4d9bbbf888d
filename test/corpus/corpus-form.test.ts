/** The corpus itself: well-formed, large enough, and of every payer, provider and rule. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { checkClaim } from '../../tools/check-claim.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { cleanClaims, flawedClaims } from './read-corpus.ts';

const all = [...cleanClaims, ...flawedClaims];
const countBy = (list: readonly string[]): Map<string, number> => {
  const out = new Map<string, number>();
  for (const item of list) out.set(item, (out.get(item) ?? 0) + 1);
  return out;
};
const ids = rules.map((r) => r.id);

it('is large enough', () => {
  expect(all.length).toBeGreaterThanOrEqual(640);
  expect(cleanClaims.length).toBeGreaterThanOrEqual(260);
  expect(flawedClaims.length).toBeGreaterThanOrEqual(380);
});
it('has ids of its own, in kebab case', () => {
  expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
  for (const { id } of all) expect(id).toMatch(/^[a-z]+(-[a-z]+)*-\d+$/);
});
it('says what each claim is about', () => { for (const { id, note } of all) expect(note.length, id).toBeGreaterThan(1); });
it('is read by the schema of the tool', () => {
  for (const { id, claim } of all) {
    const parsed = checkClaim.input.safeParse(claim);
    expect(parsed.success, `${id}: ${parsed.error?.message}`).toBe(true);
  }
});
it.each([['clean', cleanClaims], ['flawed', flawedClaims]] as const)('holds no %s claim twice', (_, list) => {
  const seen = new Map<string, string>();
  for (const { id, claim } of list) {
    const text = JSON.stringify(claim);
    expect(seen.get(text), `${id} repeats another claim`).toBeUndefined();
    seen.set(text, id);
  }
});

describe('good practice', () => {
  it.each(testCatalog.payers.map((p) => p.id))('payer %s', (payer) => expect(cleanClaims.filter((c) => (c.claim.payer ?? 'unknown') === payer).length).toBeGreaterThanOrEqual(4));
  it.each(testCatalog.provider_types.map((p) => p.id))('provider %s', (provider) => expect(cleanClaims.filter((c) => c.claim.provider_type === provider).length).toBeGreaterThanOrEqual(3));
  it('has single lines, sessions and several days', () => {
    const lines = cleanClaims.map((c) => c.claim.lines.length);
    expect(lines.filter((n) => n === 1).length).toBeGreaterThanOrEqual(100);
    expect(lines.filter((n) => n > 1).length).toBeGreaterThanOrEqual(80);
    expect(lines.some((n) => n >= 6)).toBe(true);
  });
  it('codes many services', () => expect(new Set(cleanClaims.flatMap((c) => c.claim.lines.map((l) => l.code))).size).toBeGreaterThanOrEqual(75));
});

describe('flaws', () => {
  const fires = countBy(flawedClaims.flatMap((c) => c.expect));
  const silent = countBy(flawedClaims.flatMap((c) => c.never));
  it.each(ids)('%s: at least four claims that fire and two that must not', (id) => {
    expect(fires.get(id) ?? 0, `add claims to test/corpus/flawed.ndjson that expect ${id}`).toBeGreaterThanOrEqual(4);
    expect(silent.get(id) ?? 0, `add near-misses to test/corpus/flawed.ndjson that never fire ${id}`).toBeGreaterThanOrEqual(2);
  });
  it('names only rules of the registry', () => { for (const id of [...fires.keys(), ...silent.keys()]) expect(ids).toContain(id); });
  it('each expects or forbids something', () => { for (const c of flawedClaims) expect(c.expect.length + c.never.length, c.id).toBeGreaterThan(0); });
});

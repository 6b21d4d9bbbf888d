/** Settings that stand in for a payer and a provider type: where they are used, that the reply says so, and where not. */
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/default-settings.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import type { DefaultArguments } from '../../src/mcp/default-arguments.ts';
import { tools } from '../../tools/index.ts';
import { testCatalog as catalog } from '../catalog/test-catalog.ts';
import { oneClaim } from '../claim-form/sample-837p.ts';

const today = '2026-11-23';
const both: DefaultArguments = { payer: 'medicare', provider_type: 'physical_therapist' };

function reply(name: string, args: Record<string, unknown>, defaults?: DefaultArguments): Record<string, any> {
  const result = callTool(tools.find((t) => t.name === name)!, args, { catalog, today, ...(defaults ? { defaults } : {}) });
  if (!result.ok) throw new Error(result.message);
  return result.reply;
}

const line = { code: '97140', modifiers: ['GP'], units: 2, minutes: 30 };

describe('a setting stands in for what a call leaves out', () => {
  // Every tool that asks for one of them, with a call that leaves it out.
  const asking = tools.filter((t) => 'payer' in t.input.shape || 'provider_type' in t.input.shape);
  it('in five tools and more', () => expect(asking.map((t) => t.name)).toEqual(expect.arrayContaining(['suggest_code_for_service', 'calculate_units', 'check_claim_line', 'check_claim', 'explain_wrong_code_consequences'])));

  it.each(asking.map((t) => [t.name, t] as const))('%s: as if it had been said, and the reply tells it', (name, tool) => {
    const { payer: _payer, provider_type: _provider, ...args } = tool.example;
    const takes = Object.fromEntries(Object.entries(both).filter(([field]) => field in tool.input.shape));
    const { defaults_used, summary, ...rest } = reply(name, args, both);
    const { summary: said, ...same } = reply(name, { ...args, ...takes });
    expect(rest).toEqual(same);
    expect(defaults_used).toEqual(takes);
    expect(summary).toBe(`${said} From your settings, since it was not said: ${Object.entries(takes).map(([k, v]) => `${k.replace('_', ' ')} ${v}`).join(', ')}.`);
  });

  it('an empty text says nothing', () => expect(reply('check_claim_line', { ...line, payer: ' ' }, both).defaults_used).toEqual(both));
});

describe('it stays out', () => {
  it.each([
    ['of a call that says all', 'check_claim_line', { ...line, payer: 'cash', provider_type: 'LMT' }, {}],
    ['where the payer is said to be unknown', 'calculate_units', { services: [{ code: '97110', minutes: 24 }], payer: 'unknown' }, {}],
    ['where only one is said', 'check_claim_line', { ...line, payer: 'cash' }, { provider_type: 'physical_therapist' }],
    ['where each line says it', 'check_claim', { payer: 'cash', lines: [{ ...line, provider_type: 'PT' }, { ...line, code: '97110', provider_type: 'PTA' }] }, {}],
    ['but not where one line says it', 'check_claim', { payer: 'cash', lines: [{ ...line, provider_type: 'PT' }, { ...line, code: '97110' }] }, { provider_type: 'physical_therapist' }],
    ['of a look-up', 'lookup_cpt', { query: '97124' }, {}],
  ])('%s', (_, name, args, used) => {
    const given = reply(name, args, both);
    expect(given.defaults_used ?? {}).toEqual(used);
    if (Object.keys(used).length === 0) expect(given).toEqual(reply(name, args));
  });
  it('where a claim file names its payer', () => {
    const own = reply('check_claim', { text: oneClaim });
    expect(own.payer).not.toBe('unknown');
    const other = catalog.payers.find((p) => p.id !== own.payer && p.id !== 'unknown')!.id;
    expect(reply('check_claim', { text: oneClaim }, { payer: other })).toEqual(own);
  });
});

describe('the settings', () => {
  it.each([
    [{ CLAIMLINT_PAYER: 'medicare', CLAIMLINT_PROVIDER: 'massage_therapist' }, { payer: 'medicare', provider_type: 'massage_therapist' }],
    [{ CLAIMLINT_PAYER: ' Medicare Part B ', CLAIMLINT_PROVIDER: 'LMT' }, { payer: 'medicare', provider_type: 'massage_therapist' }],
    [{ CLAIMLINT_PAYER: 'L&I' }, { payer: 'wa_lni' }],
    [{ CLAIMLINT_PAYER: '', CLAIMLINT_PROVIDER: '  ' }, {}],
    [{ CLAIMLINT_PAYER: '${user_config.payer}', CLAIMLINT_PROVIDER: '${user_config.provider_type}' }, {}],
    [{}, {}],
  ])('%j means %j, without a word', (environment, expected) => {
    const problems: string[] = [];
    expect(defaultSettings(catalog, environment, (p) => problems.push(p))).toEqual(expected);
    expect(problems).toEqual([]);
  });
  it.each([
    [{ CLAIMLINT_PAYER: 'medicar' }, /CLAIMLINT_PAYER "medicar" is no payer.*Did you mean "medicare"\?.*Accepted: .*self_pay/],
    [{ CLAIMLINT_PROVIDER: 'wizard' }, /CLAIMLINT_PROVIDER "wizard" is no provider type.*Accepted: .*massage_therapist/],
    [{ CLAIMLINT_PAYER: `\u001b[31m${'x'.repeat(200)}` }, /^CLAIMLINT_PAYER "[\x20-\x7e…]{0,60}" is no payer/],
  ])('%j is told and left out', (environment, problem) => {
    const problems: string[] = [];
    expect(defaultSettings(catalog, environment, (p) => problems.push(p))).toEqual({});
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});

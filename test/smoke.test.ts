/** The built file as users run it: a real MCP client over stdio, and the command line. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClaim } from './claim-form/sample-837p.ts';

const built = fileURLToPath(new URL('../dist/claimlint.mjs', import.meta.url));
const environment = { PATH: process.env.PATH!, CLAIMLINT_TODAY: '2026-11-23', CLAIMLINT_DATA: fileURLToPath(new URL('./no-data', import.meta.url)) };
type Reply = Record<string, any>;

describe('over stdio', () => {
  const client = new Client({ name: 'test', version: '0' });
  beforeAll(() => client.connect(new StdioClientTransport({ command: process.execPath, args: [built], env: environment })));
  afterAll(() => client.close());

  const call = async (name: string, args: Record<string, unknown>): Promise<Reply> => {
    const result = await client.callTool({ name, arguments: args });
    expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
    const [block] = result.content as { type: string; text: string }[];
    expect(JSON.parse(block!.text)).toEqual(result.structuredContent);
    return result.structuredContent as Reply;
  };

  it('says when to use which tool', () => expect(client.getInstructions()).toContain('check_claim_line'));

  it('codes a session', async () => {
    const reply = await call('suggest_code_for_service', { service: '60 minutes of deep tissue massage for neck pain' });
    expect(reply.lines).toMatchObject([{ code: '97124', units: 4, minutes: 60 }]);
    expect(reply.services[0].ruled_out.map((r: Reply) => r.code)).toContain('97140');
    expect(reply.questions.map((q: Reply) => q.field)).toEqual(expect.arrayContaining(['technique', 'payer', 'provider_type', 'diagnosis_codes']));
  });

  it('codes three services in one breath, with typos', async () => {
    const reply = await call('suggest_code_for_service', { service: '30 min petrisage and effleurge to uper traps, then 15 minutes of hot packs and 20 min ther ex' });
    expect(reply.lines.map((l: Reply) => [l.code, l.units])).toEqual([['97124', 2], ['97010', 1], ['97110', 1]]);
    expect(reply.services.map((s: Reply) => s.minutes)).toEqual([30, 15, 20]);
  });

  it('checks a line', async () => {
    const reply = await call('check_claim_line', { code: '97124', units: 4, minutes: 60, payer: 'medicare', provider_type: 'LMT', diagnosis_codes: 'M54.5', other_lines: [{ code: '97140' }] });
    expect(reply.verdict).toBe('fix_before_sending');
    expect(reply.findings.map((f: Reply) => f.rule)).toEqual(expect.arrayContaining(['ptp-pair-never-allowed', 'provider-not-recognized-by-payer', 'diagnosis-not-billable']));
    expect(reply.findings.find((f: Reply) => f.rule === 'diagnosis-not-billable').data.more_specific).toEqual(['M54.50', 'M54.51', 'M54.59']);
  });

  it('finds nothing on a good line, and says that this is no promise', async () => {
    const reply = await call('check_claim_line', { code: '97140', modifiers: ['GP'], units: 2, minutes: 30, payer: 'Medicare Part B', provider_type: 'PT', diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15', other_lines: [] });
    expect(reply.findings).toEqual([]);
    expect(reply.verdict).toBe('no_problem_found');
    expect(reply.summary).toContain('no promise');
  });

  it.each([
    ['lookup_cpt', { query: '97124' }], ['lookup_cpt', { query: 'petrisage' }], ['lookup_cpt', { query: '97125' }], ['lookup_reference', { kind: 'payer', query: 'all' }], ['lookup_reference', { kind: 'diagnosis', query: 'neck pain' }],
    ['calculate_units', { services: [{ code: '97110', minutes: 24 }, { code: '97112', minutes: 23 }] }],
    ['explain_wrong_code_consequences', { billed_code: '97140', correct_code: '97124', claim_status: 'paid' }], ['explain_denial', { codes: 'CO-97, N390', billed_code: '97124' }],
  ])('%s %j: the same call twice gives the same bytes', async (name, args) => {
    const first = await client.callTool({ name, arguments: args });
    expect(JSON.stringify(await client.callTool({ name, arguments: args }))).toBe(JSON.stringify(first));
    expect(first.isError).toBeFalsy();
    const reply = first.structuredContent as Reply;
    expect(reply.summary).toMatch(/\w/);
    expect(reply.edition.catalog).toBe('2026.11');
  });

  it.each([
    ['lookup_cpt', { qury: '97124' }, /Did you mean "query"/], ['lookup_cpt', {}, /Missing argument "query"/], ['calculate_units', { services: [{ code: '97110', minutes: 2000 }] }, /from 0 to 1440/],
    ['lookup_reference', { kind: 'modifer', query: '59' }, /Did you mean "modifier"/], ['suggest_code_for_service', { service: 'massage', date_of_service: '2026-02-30' }, /YYYY-MM-DD/], ['check_claim_line', { code: 'x'.repeat(500) }, /20 characters/], ['explain_denial', { codes: ['CO-97'], date_of_denial: '2026-02-30' }, /YYYY-MM-DD/], ['explain_denial', { codes: Array.from({ length: 21 }, (_, i) => String(i + 1)) }, /at most 20/],
  ])('%s %j is refused in words for people', async (name, args, message) => {
    const result = await client.callTool({ name, arguments: args });
    expect(result.isError).toBe(true);
    const text = (result.content as { text: string }[])[0]!.text;
    expect(text).toMatch(message);
    expect(text).toMatch(/example/i);
    expect(text).not.toContain('x'.repeat(81));
  });

  it('refuses an unknown tool', async () => { await expect(client.callTool({ name: 'nope', arguments: {} })).rejects.toThrow(/lookup_cpt/); });
});

it('writes nothing but JSON-RPC to stdout and ends when its input ends', async () => {
  const child = spawn(process.execPath, [built], { env: environment });
  let out = '';
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '0' } } })}\nnot json\n${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'lookup_cpt', arguments: { query: '\u001b[31m97124' } } })}\n`);
  const start = Date.now();
  while (!out.includes('"id":2') && Date.now() - start < 10_000) await new Promise((resolve) => { setTimeout(resolve, 20); });
  const code = new Promise((resolve) => { child.on('exit', resolve); });
  child.stdin.end();
  expect(await code).toBe(0);
  const lines = out.trim().split('\n').map((line) => JSON.parse(line));
  expect(lines.map((l) => l.id)).toEqual([1, 2]);
});

describe('the command line', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [built, ...args], { encoding: 'utf8', env: environment });
  it.each([
    [['lookup', '97124'], 0, /15 minutes a unit/], [['suggest', 'no massage, only exercises'], 0, /97110/], [['units', '97110=24', '97112=23'], 0, /8-minute/],
    [['check', '97124', '--units', '5', '--payer', 'medicare'], 1, /over the limit of 4/], [['check', '97125'], 0, /no table on hand/], [['explain', '97140', '--correct', '97124', '--status', 'paid'], 0, /60 calendar days/],
    [['claim', '97140-GP:2:30', '97124-GP:2:30', '--payer', 'medicare'], 1, /indicator 0/], [['claim', '97110-GP:2:24', '97112-GP:1:23', '--payer', 'medicare', '--provider', 'PT', '--dx', 'M54.2', '--date', '2024-08-15'], 0, /NO PROBLEM FOUND/],
    [['reference', 'edition', 'all'], 0, /2024Q3/], [['denial', 'CO-97', 'N390', '--code', '97124', '--payer', 'medicare', '--date-of-denial', '2026-11-02'], 0, /Next step: write off[^]*2027-03-07/], [['denial', 'co16', 'MA130'], 0, /Next step: new claim/], [['help'], 0, /claimlint check/], [['--version'], 0, /^\d+\.\d+\.\d+/],
  ])('%j ends with %i', (args, status, text) => {
    const result = run(...args);
    expect(result.status, result.stderr).toBe(status);
    expect(result.stdout).toMatch(text);
    expect(Math.max(...result.stdout.split('\n').map((l) => l.length))).toBeLessThan(120);
  });
  it.each([[['chek', '97124'], /Did you mean "check"/], [['check', '97124', '--unit', '4'], /Did you mean --units/], [['check'], /Usage/], [['check', '97124', '--units', 'four'], /a number/], [['units', '97110'], /Usage/]])('%j is wrong usage', (args, text) => {
    const result = run(...args);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(text);
    expect(result.stdout).toBe('');
  });
  it.each([['CSV', 'claim,code,modifiers,units,minutes,payer\n1,97140,GP,2,30,medicare\n1,97124,GP,2,30,\n2,97124,,4,60,cash\n', 1, /claim 1, from row 2: [^]*indicator 0[^]*claim 2, from row 4[^]*1 to fix, \d to review/], ['837P', oneClaim, 1, /claim 1: [^]*ptp-pair-never-allowed/], ['a row with a wrong name', '{"code":"97124","unit":4}', 2, /Did you mean "units"/], ['an empty file', '', 2, /^$/]])('checks a file: %s', (_, input, status, text) => {
    const result = spawnSync(process.execPath, [built, 'check-file', '-'], { encoding: 'utf8', env: environment, input });
    expect(result.status, result.stderr).toBe(status);
    expect(result.stdout).toMatch(text);
  });
  it('says that a file is not there', () => expect(run('check-file', 'no-such-file.csv')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('ENOENT') }));
  it('prints JSON for programs', () => expect(JSON.parse(run('check', '97124', '--json', '--alone').stdout)).toHaveProperty('verdict', 'review'));
});

it('ends quietly when its reader has seen enough', async () => {
  const child = spawn(process.execPath, [built, 'reference', 'denial_code', 'all', '--limit', '25'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([err, status]).toEqual(['', 0]);
});

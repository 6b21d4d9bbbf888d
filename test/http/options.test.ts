/** The options: what they become, and what does not start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readOptions } from '../../src/http/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimlint-http-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name); };
const good = file('tokens', '# for the office\nfirst-token-of-the-office\n\nsecond-token-of-the-office \n');
const token = 'a-token-of-24-characters';
const oauth = ['--issuer', 'https://login.example.com', '--jwks-url', 'https://login.example.com/jwks', '--public-url', 'https://claims.example.com/mcp'];

it.each<[string, string[], Record<string, string>, object]>([
  ['nothing given', [], {}, { host: '127.0.0.1', port: 8750, tokens: [], rateLimit: 0, oauth: undefined, trustProxy: false, quiet: false }],
  ['a free port', ['--port', '0'], {}, { port: 0 }],
  ['IPv6 of this machine', ['--host', '[::1]'], {}, { host: '::1', tokens: [] }],
  ['beyond this machine with a token', ['--host', '0.0.0.0'], { CLAIMLINT_TOKEN: token }, { host: '0.0.0.0', tokens: [token], rateLimit: 600 }],
  ['a short token on this machine', [], { CLAIMLINT_TOKEN: 'secret' }, { tokens: ['secret'] }],
  ['a token file', ['--host', '0.0.0.0', '--token-file', good, '--rate-limit', '0'], { CLAIMLINT_TOKEN: '' }, { tokens: ['first-token-of-the-office', 'second-token-of-the-office'], rateLimit: 0 }],
  ['an issuer', ['--host', '0.0.0.0', ...oauth], {}, { tokens: [], oauth: { issuer: 'https://login.example.com', jwksUrl: 'https://login.example.com/jwks', audience: 'https://claims.example.com/mcp' } }],
  ['an audience and a scope', [...oauth, '--audience', 'claims', '--scope', 'read'], {}, { oauth: { audience: 'claims', scope: 'read' } }],
  ['names and pages', ['--allowed-host', 'A.example.com:443', '--allowed-host', 'b', '--allowed-origin', 'https://App.example.com'], {}, { allowedHosts: ['a.example.com', 'b'], allowedOrigins: ['https://app.example.com'] }],
])('%s', async (_, args, environment, expected) => expect(await readOptions(['--http', ...args], environment)).toMatchObject(expected));

it.each<[string, string[], Record<string, string>, RegExp]>([
  ['every address without a token', ['--host', '0.0.0.0'], {}, /token is required: set CLAIMLINT_TOKEN/],
  ['every IPv6 address', ['--host', '::'], {}, /token is required/],
  ['a name without a token', ['--host', 'claims.example.com'], {}, /token is required/],
  ['an address that only looks local', ['--host', '127.0.0.1.example.com'], {}, /token is required/],
  ['a blank token', ['--host', '0.0.0.0'], { CLAIMLINT_TOKEN: ' ' }, /token is required/],
  ['a short token for every address', ['--host', '0.0.0.0'], { CLAIMLINT_TOKEN: 'secret' }, /at least 16 characters/],
  ['a short token among long ones', ['--host', '0.0.0.0', '--token-file', file('short', `${token}\nabc\n`)], {}, /at least 16 characters/],
  ['a token with a blank', [], { CLAIMLINT_TOKEN: 'two words' }, /without blanks/],
  ['an empty file', ['--token-file', file('empty', '# none\n')], {}, /holds no token/],
  ['no file', ['--token-file', join(folder, 'nope')], {}, /cannot be read \(ENOENT\)/],
  ['a port of letters', ['--port', 'http'], {}, /--port takes a whole number/],
  ['a port too high', ['--port', '65536'], {}, /65535/],
  ['an issuer without keys', ['--issuer', 'https://login.example.com'], {}, /--jwks-url/],
  ['an issuer without our address', ['--issuer', 'https://login.example.com', '--jwks-url', 'https://login.example.com/jwks'], {}, /--public-url/],
  ['an issuer in the clear', ['--issuer', 'http://login.example.com', '--jwks-url', 'https://login.example.com/jwks', '--public-url', 'https://c.example.com/mcp'], {}, /--issuer takes an https/],
  ['keys in the clear', ['--issuer', 'https://login.example.com', '--jwks-url', 'http://login.example.com/jwks', '--public-url', 'https://c.example.com/mcp'], {}, /--jwks-url takes an https/],
  ['a scope for nobody', ['--scope', 'read'], {}, /goes with --issuer/],
  ['an origin with a path', ['--allowed-origin', 'https://a.example.com/x'], {}, /without a path/],
  ['a host with a path', ['--allowed-host', 'a.example.com/x'], {}, /host name/],
  ['an unknown option', ['--prot', '1'], {}, /--prot/],
])('%s does not start', async (_, args, environment, message) => {
  const error = await readOptions(['--http', ...args], environment).catch((e: Error) => e);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).not.toMatch(/secret$|abc/);
});
it('options are for HTTP', async () => expect(readOptions(['--port', '1'], {})).rejects.toThrow(/only with --http/));
it('help is no server', async () => expect(await readOptions(['--http', '--help'], {})).toBeUndefined());

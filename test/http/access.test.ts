/** Who may call: tokens of a file, and tokens that a small issuer of the test signs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookup, post, start } from './start.ts';

const token = 'correct-horse-battery-staple';
const bearer = (value: string): Record<string, string> => ({ authorization: `Bearer ${value}` });

describe('tokens that were handed out', () => {
  const options = { tokens: [token, 'a-second-token-for-rotation'] };
  it.each([['the token', bearer(token), 200], ['the second one', bearer('a-second-token-for-rotation'), 200], ['a scheme in small letters', { authorization: `bearer ${token}` }, 200], ['none', {}, 401], ['another', bearer(`${token}x`), 401], ['a beginning', bearer(token.slice(0, -1)), 401], ['an empty one', { authorization: 'Bearer ' }, 401], ['Basic', { authorization: `Basic ${btoa(`a:${token}`)}` }, 401]] as const)('%s', async (_, headers, status) => {
    const { url } = await start(options);
    const response = await post(url, lookup, headers);
    expect(response.status).toBe(status);
    const text = await response.text();
    if (status === 200) return;
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer .*realm="claimlint"/);
    expect(text).not.toContain('horse');
  });

  it('metrics need it too, health does not, and a token never stands in the query', async () => {
    const { base, url, logs } = await start(options);
    expect([(await fetch(`${base}/metrics`)).status, (await fetch(`${base}/metrics`, { headers: bearer(token) })).status, (await fetch(`${base}/healthz`)).status, (await post(`${url}?access_token=${token}`, lookup)).status]).toEqual([401, 200, 200, 401]);
    expect(JSON.stringify(logs())).not.toContain('horse');
  });

  it('whoever guesses is told to wait, and the token still passes', async () => {
    const { url } = await start(options);
    const statuses = new Set<number>();
    for (let i = 0; i < 100 && !statuses.has(429); i += 1) statuses.add((await post(url, lookup, bearer(`guess-number-${i}-of-many`))).status);
    expect([...statuses]).toEqual([401, 429]);
    expect((await post(url, lookup, bearer(token))).status).toBe(200);
  });
});

describe('an OAuth issuer', () => {
  const audience = 'https://claims.example.com/mcp';
  let issuer = '';
  let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
  let other: { privateKey: CryptoKey; publicKey: CryptoKey };
  let state: 'up' | 'down' | 'garbled' = 'up';
  const server = createServer(async (request, response) => {
    if (state === 'down' || request.url !== '/jwks.json') return void response.writeHead(500).end();
    if (state === 'garbled') return void response.end('{"keys":7}');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [{ ...await exportJWK(keys.publicKey), kid: 'one', alg: 'ES256', use: 'sig' }] }));
  });
  beforeAll(async () => {
    keys = await generateKeyPair('ES256');
    other = await generateKeyPair('ES256');
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }));

  const options = (extra: object = {}) => ({ publicUrl: audience, oauth: { issuer, audience, jwksUrl: `${issuer}/jwks.json`, ...extra } });
  interface Claims { iss?: string; aud?: string | string[]; exp?: string | undefined; nbf?: string; scope?: string; key?: CryptoKey; kid?: string }
  const sign = (claims: Claims = {}): Promise<string> => {
    const jwt = new SignJWT(claims.scope ? { scope: claims.scope } : {}).setProtectedHeader({ alg: 'ES256', kid: claims.kid ?? 'one' }).setSubject('user-1').setIssuer(claims.iss ?? issuer).setAudience(claims.aud ?? audience);
    if (!('exp' in claims)) jwt.setExpirationTime('5m');
    else if (claims.exp) jwt.setExpirationTime(claims.exp);
    if (claims.nbf) jwt.setNotBefore(claims.nbf);
    return jwt.sign(claims.key ?? keys.privateKey);
  };

  it.each<[string, () => Promise<string>, number, RegExp]>([
    ['a good token', () => sign(), 200, /97124/],
    ['one for several, us among them', () => sign({ aud: ['https://other.example.com', audience] }), 200, /97124/],
    ['an expired one', () => sign({ exp: '1m ago' }), 401, /expired/],
    ['one without an end', () => sign({ exp: undefined }), 401, /exp/],
    ['one that is not valid yet', () => sign({ nbf: '5m' }), 401, /nbf/],
    ['another audience', () => sign({ aud: 'https://other.example.com/mcp' }), 401, /aud/],
    ['another issuer', () => sign({ iss: 'https://evil.example' }), 401, /iss/],
    ['another\'s signature', () => sign({ key: other.privateKey }), 401, /not valid/],
    ['a key that nobody knows', () => sign({ kid: 'two' }), 401, /not valid/],
    ['no signature', async () => new UnsecuredJWT({}).setIssuer(issuer).setAudience(audience).setExpirationTime('5m').encode(), 401, /not valid/],
    ['a shared secret', () => new SignJWT({}).setProtectedHeader({ alg: 'HS256', kid: 'one' }).setIssuer(issuer).setAudience(audience).setExpirationTime('5m').sign(new TextEncoder().encode('x'.repeat(32))), 401, /not valid/],
    ['no JWT', async () => 'not-a-token', 401, /not valid/],
    ['a changed payload', async () => { const [h, , s] = (await sign()).split('.'); return [h, btoa(JSON.stringify({ iss: issuer, aud: audience, exp: 9e9, sub: 'admin' })).replace(/=+$/, ''), s].join('.'); }, 401, /not valid/],
  ])('%s', async (_, make, status, text) => {
    const { url } = await start(options());
    const response = await post(url, lookup, bearer(await make()));
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/resource_metadata="https:\/\/claims\.example\.com\/\.well-known\/oauth-protected-resource\/mcp", error="invalid_token"/);
  });

  it('tells who issues tokens, to anybody who asks without one', async () => {
    const { url, base } = await start(options({ scope: 'claims.read' }));
    const refused = await post(url, lookup);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer resource_metadata="https://claims.example.com/.well-known/oauth-protected-resource/mcp", scope="claims.read"');
    for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp']) {
      expect(await (await fetch(base + path)).json()).toEqual({ resource: audience, resource_name: 'claimlint', authorization_servers: [issuer], bearer_methods_supported: ['header'], scopes_supported: ['claims.read'] });
    }
  });

  it('wants the scope, if one is set', async () => {
    const { url } = await start(options({ scope: 'claims.read' }));
    expect((await post(url, lookup, bearer(await sign({ scope: 'openid claims.read' })))).status).toBe(200);
    const response = await post(url, lookup, bearer(await sign({ scope: 'openid claims.reader' })));
    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toMatch(/error="insufficient_scope".*scope="claims.read"/);
  });

  it('counts by who asks, not by where from', async () => {
    const { url } = await start({ ...options(), rateLimit: 6 });
    const good = bearer(await sign());
    for (let i = 0; i < 10; i += 1) expect((await post(url, lookup, good)).status).toBe(200);
    expect((await post(url, lookup, good)).status).toBe(429);
    const second = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'one' }).setSubject('user-2').setIssuer(issuer).setAudience(audience).setExpirationTime('5m').sign(keys.privateKey);
    expect((await post(url, lookup, bearer(second))).status).toBe(200);
  });

  it.each(['down', 'garbled'] as const)('does not blame the caller when the issuer is %s', async (how) => {
    const { url } = await start(options());
    state = how;
    const response = await post(url, lookup, bearer(await sign()));
    state = 'up';
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('10');
    expect((await post(url, lookup, bearer(await sign()))).status).toBe(200);
  });

  it('tells it under the path of its public address too', async () => {
    const { url, base } = await start({ ...options(), publicUrl: 'https://claims.example.com/a/mcp' });
    expect((await post(url, lookup)).headers.get('www-authenticate')).toContain('https://claims.example.com/.well-known/oauth-protected-resource/a/mcp');
    expect(await (await fetch(`${base}/.well-known/oauth-protected-resource/a/mcp`)).json()).toMatchObject({ resource: 'https://claims.example.com/a/mcp' });
  });
});

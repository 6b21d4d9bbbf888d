/** The options of `claimlint serve --http`, read and judged: what would be unsafe does not start. */
import { parseArgs } from 'node:util';
import { hostName, isLoopback } from './guard.ts';
import type { OAuthOptions } from './oauth.ts';
import { readTokenFile, readTokenLines, shortest } from './tokens.ts';

export interface HttpOptions {
  host: string;
  port: number;
  tokens: string[];
  allowedHosts: string[];
  allowedOrigins: string[];
  /** Requests a minute and client; 0 for no limit. */
  rateLimit: number;
  /** Take the client's address from the proxy in front. */
  trustProxy: boolean;
  /** Where clients reach the endpoint, when that is not where it listens. */
  publicUrl?: string | undefined;
  oauth?: OAuthOptions | undefined;
  quiet: boolean;
}

export const usage = [
  'claimlint serve --http [options]: an MCP server at http://HOST:PORT/mcp', '',
  '  --port N              8750 where none is given; 0 takes a free one',
  '  --host ADDRESS        127.0.0.1 where none is given; any other address needs a token or an issuer',
  '  --token-file FILE     bearer tokens, one a line (or one in CLAIMLINT_TOKEN); beyond this machine of at least 16 characters',
  '  --issuer URL          OAuth 2.1: take tokens (JWT) of this authorization server, with',
  '  --jwks-url URL          where its public keys are,',
  '  --audience TEXT         whom a token must be for (where none is given, the public URL),',
  '  --scope NAME            and the scope that it must have, if any',
  '  --public-url URL      where clients reach the endpoint, such as https://claims.example.com/mcp',
  '  --allowed-host NAME   a Host header to take beside this machine\'s own (may be repeated)',
  '  --allowed-origin URL  a web page\'s origin that may call (may be repeated)',
  '  --rate-limit N        requests a minute and client; 0 for none (600 beyond this machine, none on it)',
  '  --trust-proxy         the client\'s address is the last one of X-Forwarded-For: only behind a proxy of yours',
  '  --quiet               log no single requests', '',
  'Also served: /healthz, /readyz, /metrics (Prometheus). Logs go to stderr as JSON lines without any content.',
].join('\n');

const kinds = {
  http: 'flag', port: 'text', host: 'text', 'token-file': 'text', issuer: 'text', 'jwks-url': 'text', audience: 'text', scope: 'text', 'public-url': 'text',
  'allowed-host': 'list', 'allowed-origin': 'list', 'rate-limit': 'text', 'trust-proxy': 'flag', quiet: 'flag', help: 'flag',
} as const;

/** `undefined` when help was asked for. Throws an Error with words for people. */
export async function readOptions(args: readonly string[], environment: Record<string, string | undefined>): Promise<HttpOptions | undefined> {
  const { values } = parseArgs({ args: [...args], strict: true, allowPositionals: false, options: Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' as const : 'string' as const, multiple: kind === 'list' }])) }) as { values: Record<string, string | string[] | boolean | undefined> };
  if (!values.http && !values.help) throw new Error('serve takes options only with --http; alone it is the server over stdio.');
  const text = (name: keyof typeof kinds): string | undefined => (typeof values[name] === 'string' && values[name] !== '' ? values[name] : undefined);
  if (values.help) return undefined;
  const host = (text('host') ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  const loopback = isLoopback(host);
  const publicUrl = address(text('public-url'), '--public-url');
  const tokens = [...(environment.CLAIMLINT_TOKEN?.trim() ? readTokenLines(environment.CLAIMLINT_TOKEN, 'CLAIMLINT_TOKEN') : []), ...(text('token-file') === undefined ? [] : await readTokenFile(text('token-file')!))];
  const oauth = readOAuth(text, publicUrl);
  if (!loopback && tokens.length === 0 && !oauth) throw new Error(`--host ${host} can be reached from other machines, so a token is required: set CLAIMLINT_TOKEN or --token-file (or --issuer). Example: CLAIMLINT_TOKEN=$(openssl rand -hex 24) claimlint serve --http --host ${host}`);
  if (!loopback && tokens.some((token) => token.length < shortest)) throw new Error(`a token is too short for --host ${host}: beyond this machine it needs at least ${shortest} characters. Example: openssl rand -hex 24`);
  const list = (name: keyof typeof kinds): string[] => (values[name] as string[] | undefined) ?? [];
  return {
    host, tokens, oauth, publicUrl,
    port: whole(text('port'), '--port', 65_535) ?? 8750,
    rateLimit: whole(text('rate-limit'), '--rate-limit', 10_000_000) ?? (loopback ? 0 : 600),
    allowedHosts: list('allowed-host').map((name) => hostName(name) ?? refuse(`--allowed-host takes a host name, such as claims.example.com, not "${name.slice(0, 60)}".`)),
    allowedOrigins: list('allowed-origin').map((origin) => (/^https?:\/\/[^/\s]+$/i.test(origin) ? origin.toLowerCase() : refuse(`--allowed-origin takes an origin without a path, such as https://app.example.com, not "${origin.slice(0, 60)}".`))),
    trustProxy: values['trust-proxy'] === true, quiet: values.quiet === true,
  };
}

function readOAuth(text: (name: keyof typeof kinds) => string | undefined, publicUrl: string | undefined): OAuthOptions | undefined {
  const issuer = text('issuer');
  if (issuer === undefined) {
    for (const name of ['jwks-url', 'audience', 'scope'] as const) if (text(name) !== undefined) throw new Error(`--${name} goes with --issuer, which is missing.`);
    return undefined;
  }
  address(issuer, '--issuer');
  const jwksUrl = address(text('jwks-url'), '--jwks-url');
  if (jwksUrl === undefined) throw new Error('--issuer needs --jwks-url: where the issuer\'s public keys are, such as https://login.example.com/.well-known/jwks.json');
  if (publicUrl === undefined) throw new Error('--issuer needs --public-url: the address that clients use, such as https://claims.example.com/mcp');
  return { issuer, jwksUrl, audience: text('audience') ?? publicUrl, scope: text('scope') };
}

/** An address whose answers nobody on the way can change: https, or this machine. */
function address(value: string | undefined, option: string): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return value;
  throw new Error(`${option} takes an https:// address (http:// only on this machine), not "${value.slice(0, 80)}".`);
}

function whole(value: string | undefined, option: string, most: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,8}$/.test(value) && Number(value) <= most) return Number(value);
  throw new Error(`${option} takes a whole number from 0 to ${most}, not "${value.slice(0, 40)}".`);
}

function refuse(message: string): never {
  throw new Error(message);
}

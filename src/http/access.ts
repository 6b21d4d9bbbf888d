/** Who may call: a known bearer token, or one that the issuer signed; and how a refusal tells where to get one. */
import type { IncomingMessage } from 'node:http';
import type { HttpOptions } from './options.ts';
import { clientOf } from './rate-limit.ts';
import type { Refusal } from './refusal.ts';
import { knownTokens } from './tokens.ts';

const metadataPath = '/.well-known/oauth-protected-resource';

export interface Access {
  /** True when every call needs a token. */
  required: boolean;
  /** The address that the request came from, or that the proxy in front names. */
  addressOf(request: IncomingMessage): string;
  check(request: IncomingMessage): Promise<{ client: string } | { refusal: Refusal }>;
  /** The OAuth metadata of this resource (RFC 9728), when an issuer is set. */
  metadata?: { paths: readonly string[]; text: string };
}

export async function createAccess(options: HttpOptions): Promise<Access> {
  const { oauth, publicUrl } = options;
  const tokens = options.tokens.length > 0 ? await knownTokens(options.tokens) : undefined;
  const verifier = oauth ? (await import('./oauth.ts')).createVerifier(oauth) : undefined;
  const metadataUrl = oauth && publicUrl ? new URL(metadataPath + new URL(publicUrl).pathname.replace(/\/$/, ''), publicUrl).href : undefined;
  const challenge = (error?: string, description?: string): Record<string, string> => ({
    'www-authenticate': `Bearer ${[metadataUrl && `resource_metadata="${metadataUrl}"`, error && `error="${error}"`, description && `error_description="${description}"`, oauth?.scope && `scope="${oauth.scope}"`, !metadataUrl && 'realm="claimlint"'].filter(Boolean).join(', ')}`,
  });
  const addressOf = (request: IncomingMessage): string => clientOf((options.trustProxy ? forwarded(request.headers['x-forwarded-for']) : undefined) ?? request.socket.remoteAddress);
  return {
    required: tokens !== undefined || verifier !== undefined,
    addressOf,
    ...(oauth && publicUrl && metadataUrl ? { metadata: { paths: [metadataPath, new URL(metadataUrl).pathname], text: JSON.stringify({ resource: publicUrl, resource_name: 'claimlint', authorization_servers: [oauth.issuer], bearer_methods_supported: ['header'], ...(oauth.scope ? { scopes_supported: [oauth.scope] } : {}) }) } } : {}),
    async check(request) {
      const client = addressOf(request);
      if (!tokens && !verifier) return { client };
      const token = /^Bearer +([^\s]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
      if (token === undefined) return { refusal: { status: 401, message: 'A bearer token is needed: send Authorization: Bearer TOKEN.', headers: challenge() } };
      if (tokens?.has(token)) return { client };
      if (!verifier) return { refusal: { status: 401, message: 'The token is not known here.', headers: challenge('invalid_token', 'The token is not known here.') } };
      const verdict = await verifier.verify(token);
      if ('subject' in verdict) return { client: verdict.subject };
      const { refusal, error } = verdict;
      return { refusal: error === undefined ? refusal : { ...refusal, headers: { ...refusal.headers, ...challenge(error, refusal.message) } } };
    },
  };
}

/** The nearest proxy writes the last entry; what stands before it is the client's own word. */
function forwarded(header: string | string[] | undefined): string | undefined {
  const list = Array.isArray(header) ? header.join(',') : header;
  const last = list?.split(',').at(-1)?.trim();
  return last === undefined || !/^[0-9a-f.:]+$/i.test(last) ? undefined : last;
}

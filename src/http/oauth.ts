/** An OAuth 2.1 resource server: tokens of a known issuer, made for us, still valid. Loaded only when an issuer is set. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Refusal } from './refusal.ts';

export interface OAuthOptions { issuer: string; audience: string; jwksUrl: string; scope?: string | undefined }
export type Verdict = { subject: string } | { refusal: Refusal; error: 'invalid_token' | 'insufficient_scope' | undefined };
export interface Verifier { verify(token: string): Promise<Verdict> }

/** Only signatures that the issuer alone can make: a shared secret or `none` never counts. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

export function createVerifier({ issuer, audience, jwksUrl, scope }: OAuthOptions): Verifier {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000, cooldownDuration: 10_000, cacheMaxAge: 600_000 });
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, requiredClaims: ['exp'], clockTolerance: 5 });
        if (scope !== undefined && !scopesOf(payload).includes(scope)) return { refusal: { status: 403, message: `The token lacks the scope ${scope}.` }, error: 'insufficient_scope' };
        return { subject: `${issuer} ${payload.sub ?? ''}` };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return invalid('The token has expired.');
        if (error instanceof errors.JWTClaimValidationFailed) return invalid(`The token does not fit this server: ${error.claim}.`);
        if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC') return { refusal: { status: 503, message: 'The issuer\'s keys cannot be fetched now. Try again.', headers: { 'retry-after': '10' } }, error: undefined };
        return invalid('The token is not valid here.');
      }
    },
  };
}

function invalid(message: string): Verdict {
  return { refusal: { status: 401, message }, error: 'invalid_token' };
}

function scopesOf(payload: Record<string, unknown>): string[] {
  const scope = payload.scope ?? payload.scp;
  return Array.isArray(scope) ? scope.filter((s) => typeof s === 'string') : typeof scope === 'string' ? scope.split(' ') : [];
}

import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { PlatformError } from '../platform-error';
import type { GoogleApi } from './google-api';
import { YOUTUBE_DEFAULTS } from './youtube.config';

export interface IdTokenCheck {
  /** The token answer as Google gave it. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly clientId: string;
  readonly nonce: string;
  readonly certsUrl: URL;
}

/**
 * The person (`sub`) of a token answer, whose ID token must be signed by Google with RS256 and made for our client and
 * this very attempt (security OC-10). The library checks; what it needs is fetched within our own limits (OC-07).
 */
export async function personOfIdToken(api: GoogleApi, check: IdTokenCheck): Promise<string> {
  const server: oauth.AuthorizationServer = {
    issuer: YOUTUBE_DEFAULTS.issuer,
    jwks_uri: check.certsUrl.href,
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const client = {
    client_id: check.clientId,
    [oauth.clockSkew]: Math.round((api.now.getTime() - Date.now()) / 1000),
  };
  const response = asResponse(check.answer);
  try {
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: check.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, {
      [oauth.customFetch]: async () => asResponse(await signingKeys(api, check.certsUrl)),
      // The host policy has decided about the address already; a sandbox on loopback speaks no TLS.
      [oauth.allowInsecureRequests]: true,
    });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (claims) return claims.sub;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
  }
  const answer = { api: 'youtube', operation: 'exchange_code', note: 'foreign_app' } as const;
  throw new PlatformError({ kind: 'app_misconfigured' }, answer);
}

/** The key set (RFC 7517) that signs ID tokens and security events. */
export function signingKeys(api: GoogleApi, url: URL): Promise<{ keys: unknown[] }> {
  const answer = z.object({ keys: z.array(z.unknown()) });
  return api.call({ operation: 'certs', purpose: 'inspect', method: 'GET', url, answer });
}

function asResponse(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

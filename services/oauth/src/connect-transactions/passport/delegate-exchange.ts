import type { CodeExchanger, GrantTokens } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';
import type { OAuth2Client, Verify } from 'passport-oauth2';

/**
 * Lets a strategy exchange its code through our platform client: bounded in time and size, no redirects followed,
 * every Graph call signed (security OC-07, OC-08), which the package's own HTTP client is not. The tokens travel
 * through the strategy as one object whose parts print as `[redacted]`.
 */
export function delegateExchange(client: OAuth2Client, grants: CodeExchanger): void {
  client.getOAuthAccessToken = (code, params, done) => {
    const verifier = params['code_verifier'];
    const proof = verifier === undefined ? {} : { codeVerifier: Secret.of(verifier) };
    grants.exchange({ code: Secret.of(code), redirectUri: params['redirect_uri'] ?? '', ...proof }).then(
      (tokens) => done(null, tokens),
      (error: unknown) => done(error),
    );
  };
}

/** Hands the tokens of `delegateExchange` on as the strategy's result. */
export const verifyTokens: Verify = (tokens, _refreshToken, _profile, done) => done(null, tokens as GrantTokens);

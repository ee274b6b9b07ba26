import { challengeOf, type CodeExchanger, nonceOf } from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import OAuth2Strategy from 'passport-oauth2';
import { delegateExchange, verifyTokens } from './delegate-exchange';
import { transactionStateStore } from './transaction-state-store';

export interface GoogleStrategyOptions {
  clientId: string;
  authorizeUrl: string;
  oauthUrl: string;
  redirectUri: string;
  scopes: readonly string[];
}

/** Google's OAuth with PKCE; the verifier lies in the vault with the attempt, not in a store of the package. */
export class GoogleStrategy extends OAuth2Strategy {
  constructor(options: GoogleStrategyOptions, grants: CodeExchanger) {
    super(
      {
        clientID: options.clientId,
        // Never used here: the exchange runs in the platform client, which holds the secret.
        clientSecret: '',
        authorizationURL: `${options.authorizeUrl}/o/oauth2/v2/auth`,
        tokenURL: `${options.oauthUrl}/token`,
        callbackURL: options.redirectUri,
        scope: options.scopes,
        store: transactionStateStore,
        skipUserProfile: true,
      },
      verifyTokens,
    );
    this.name = 'google';
    delegateExchange(this._oauth2, grants);
  }

  /** The page is always shown: without it, a second consent brings no refresh token. */
  override authorizationParams({ codeVerifier }: { codeVerifier?: Secret }): Record<string, string> {
    if (!codeVerifier) throw new TypeError('Google is always asked with PKCE (security OC-05)');
    return {
      access_type: 'offline',
      prompt: 'select_account consent',
      code_challenge: challengeOf(codeVerifier),
      code_challenge_method: 'S256',
      nonce: nonceOf(codeVerifier),
    };
  }

  override tokenParams({ codeVerifier }: { codeVerifier?: Secret }): Record<string, string> {
    return codeVerifier ? { code_verifier: codeVerifier.reveal() } : {};
  }
}

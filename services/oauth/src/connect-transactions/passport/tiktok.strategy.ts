import type { CodeExchanger } from '@creator-connect/platforms';
import OAuth2Strategy from 'passport-oauth2';
import { delegateExchange, verifyTokens } from './delegate-exchange';
import { transactionStateStore } from './transaction-state-store';

export interface TikTokStrategyOptions {
  clientKey: string;
  authorizeUrl: string;
  openApiUrl: string;
  redirectUri: string;
  scopes: readonly string[];
}

/** TikTok Login Kit v2: OAuth 2 with `client_key` for `client_id` and commas between scopes; no PKCE on the web. */
export class TikTokStrategy extends OAuth2Strategy {
  declare redirect?: (url: string) => void;

  constructor(options: TikTokStrategyOptions, grants: CodeExchanger) {
    super(
      {
        clientID: options.clientKey,
        // Never used here: the exchange runs in the platform client, which holds the secret.
        clientSecret: '',
        authorizationURL: `${options.authorizeUrl}/v2/auth/authorize/`,
        tokenURL: `${options.openApiUrl}/v2/oauth/token/`,
        callbackURL: options.redirectUri,
        scope: options.scopes,
        scopeSeparator: ',',
        store: transactionStateStore,
        skipUserProfile: true,
      },
      verifyTokens,
    );
    this.name = 'tiktok';
    delegateExchange(this._oauth2, grants);
  }

  override authorizationParams(options: { authType?: string }): Record<string, string> {
    return {
      client_key: this._oauth2._clientId,
      // A live session at TikTok would skip the page on which a person ticks what was left out before.
      ...(options.authType && { disable_auto_auth: '1' }),
    };
  }

  override authenticate(request: unknown, options?: Record<string, unknown>): void {
    const redirect = this.redirect;
    // The base class adds `client_id` last, which TikTok does not know.
    this.redirect = (url) => redirect?.(withoutClientId(url));
    super.authenticate(request, options);
  }
}

function withoutClientId(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('client_id');
  return url.href;
}

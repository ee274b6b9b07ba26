import type { CodeExchanger } from '@creator-connect/platforms';
import { Strategy as FacebookStrategy } from 'passport-facebook';
import { delegateExchange, verifyTokens } from './delegate-exchange';
import { transactionStateStore } from './transaction-state-store';

export interface FacebookStrategyOptions {
  appId: string;
  /** Base addresses without version, e.g. `https://www.facebook.com`. */
  dialogUrl: string;
  graphUrl: string;
  apiVersion: string;
  redirectUri: string;
  scopes: readonly string[];
}

/** Facebook Login as the way to Instagram's professional accounts. */
export class ConnectFacebookStrategy extends FacebookStrategy {
  constructor(options: FacebookStrategyOptions, grants: CodeExchanger) {
    super(
      {
        clientID: options.appId,
        // Never used here: the exchange runs in the platform client, which holds the secret.
        clientSecret: '',
        authorizationURL: `${options.dialogUrl}/${options.apiVersion}/dialog/oauth`,
        tokenURL: `${options.graphUrl}/${options.apiVersion}/oauth/access_token`,
        graphAPIVersion: options.apiVersion,
        callbackURL: options.redirectUri,
        scope: options.scopes,
        store: transactionStateStore,
        // It would put the token into an address, and fail the attempt after the code is spent (stack.md trap 15).
        skipUserProfile: true,
        enableProof: true,
      },
      verifyTokens,
    );
    delegateExchange(this._oauth2, grants);
  }
}

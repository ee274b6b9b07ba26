/** The parts of passport-oauth2 1.8.0 that we use; the packages bring no types of their own. */
declare module 'passport-oauth2' {
  export interface StateStoreMeta {
    authorizationURL: string;
    tokenURL: string;
    clientID: string;
    callbackURL: string;
  }
  export interface StateStore {
    store(
      request: unknown,
      state: unknown,
      meta: StateStoreMeta,
      done: (error: Error | null, state?: string) => void,
    ): void;
    verify(
      request: unknown,
      state: string,
      meta: StateStoreMeta,
      done: (error: Error | null, ok: boolean, info?: unknown) => void,
    ): void;
  }
  export interface StrategyOptions {
    authorizationURL: string;
    tokenURL: string;
    clientID: string;
    clientSecret: string;
    callbackURL: string;
    scope: readonly string[];
    scopeSeparator?: string;
    store: StateStore;
    skipUserProfile: true;
  }
  export type VerifyCallback = (error: Error | null, user?: unknown) => void;
  export type Verify = (accessToken: unknown, refreshToken: unknown, profile: unknown, done: VerifyCallback) => void;
  export interface OAuth2Client {
    _clientId: string;
    getOAuthAccessToken(
      code: string,
      params: Record<string, string>,
      done: (error: unknown, accessToken?: unknown, refreshToken?: unknown, params?: unknown) => void,
    ): void;
  }
  class OAuth2Strategy {
    constructor(options: StrategyOptions, verify: Verify);
    name: string;
    protected _oauth2: OAuth2Client;
    authenticate(request: unknown, options?: Record<string, unknown>): void;
    authorizationParams(options: Record<string, unknown>): Record<string, string>;
    tokenParams(options: Record<string, unknown>): Record<string, string>;
  }
  namespace OAuth2Strategy {
    class InternalOAuthError extends Error {
      oauthError: unknown;
    }
  }
  export default OAuth2Strategy;
}

declare module 'passport-facebook' {
  import OAuth2Strategy, { type StrategyOptions, type Verify } from 'passport-oauth2';
  export interface FacebookOptions extends StrategyOptions {
    graphAPIVersion: string;
    enableProof: true;
  }
  export class Strategy extends OAuth2Strategy {
    constructor(options: FacebookOptions, verify: Verify);
  }
}

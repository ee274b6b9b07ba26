import type { GrantDeathCause } from '../platform-error';
import type { AccessToken } from '../secret-text';

/** Scopes that may be asked and held. Constant per platform and read-only (security OC-09). */
export interface ScopePolicy {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Granted without being asked for, and harmless. */
  readonly allowedBesides: readonly string[];
}

export interface AuthorizationUrlInput {
  /** Exactly as registered at the platform; comes from configuration, never from a request. */
  readonly redirectUri: string;
  readonly state: string;
  /**
   * `first` (default); `rerequest` asks again for permissions that were declined before; `reauthorize` renews data
   * access that has ended. Both mean "always show the page" at platforms that know only that.
   */
  readonly ask?: 'first' | 'rerequest' | 'reauthorize';
  /** A subset of the policy, for a re-request of just the missing ones; everything when absent. */
  readonly scopes?: readonly string[];
  /** Where the platform takes PKCE (`pkce`): 32 random bytes as text, new for each attempt, kept on the server. */
  readonly codeVerifier?: AccessToken;
}

/** What the redirect back said. The platform's error text is dropped here on purpose (security OC-06). */
export type CallbackAnswer =
  | { readonly outcome: 'code'; readonly code: AccessToken }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'failed'; readonly error: string };

/** A parsed query: `request.query` of Express or Fastify, or `Object.fromEntries(searchParams)`. */
export type CallbackQuery = Readonly<Record<string, unknown>>;

export interface Authorizer {
  readonly scopes: ScopePolicy;
  /** Whether an attempt needs a `codeVerifier`, the same one for the address and for the exchange. */
  readonly pkce: boolean;
  /** Pure; throws a TypeError when asked for a scope outside the policy. */
  authorizationUrl(input: AuthorizationUrlInput): string;
  /** Pure. Check `state` and browser before looking at the result. */
  readCallback(query: CallbackQuery): CallbackAnswer;
}

/** Tokens of a fresh or renewed grant. An absent value is null: never overwrite a stored one with it. */
export interface GrantTokens {
  readonly accessToken: AccessToken;
  /** null: the platform named no life time. Assume it short and probe. */
  readonly accessExpiresAt: Date | null;
  readonly refreshToken: AccessToken | null;
  readonly refreshExpiresAt: Date | null;
  /** null: the answer does not tell (Meta); use `inspect`. */
  readonly scopes: readonly string[] | null;
  /** The person (or account) at the platform, when the answer tells (TikTok's `open_id`). */
  readonly platformUserId: string | null;
}

export interface CodeExchange {
  readonly code: AccessToken;
  readonly redirectUri: string;
  /** Of the attempt, where the platform takes PKCE. */
  readonly codeVerifier?: AccessToken;
}

export interface CodeExchanger {
  /**
   * Spends the code, whatever the outcome: never retry it. Instagram's token comes back long-lived. Where the platform
   * sends an ID token, it was checked against our client and the attempt (security OC-10).
   */
  exchange(input: CodeExchange): Promise<GrantTokens>;
}

export interface TokenRefresher {
  /** Each use spends the token; where it does not, trying again costs nothing. */
  readonly rotates: boolean;
  /**
   * Spends the refresh token where the platform rotates (TikTok): store the new one before using the new access token.
   * On a PlatformError with outcome `unknown` the old one may already be dead. There `onSent` tells when the request is
   * out of our hands: from then on the token may be spent whatever becomes of this process.
   */
  refresh(refreshToken: AccessToken, onSent?: () => void): Promise<GrantTokens>;
}

export interface GranularScope {
  readonly scope: string;
  /** Pages or accounts that were ticked; null means all of them. */
  readonly targetIds: readonly string[] | null;
}

export interface GrantInspection {
  readonly valid: boolean;
  /** False: a token of another app. Refuse it (security OC-10). */
  readonly issuedToUs: boolean;
  readonly tokenType: 'user' | 'page' | 'other';
  /** The person who consented, as the platform names them for our app. */
  readonly platformUserId: string | null;
  /** The Page, for a Page token. */
  readonly profileId: string | null;
  /** null when the platform's inspection cannot tell (TikTok): keep what the token answer said. */
  readonly scopes: readonly string[] | null;
  readonly granularScopes: readonly GranularScope[];
  readonly issuedAt: Date | null;
  /** null: no end of its own, or not told. */
  readonly expiresAt: Date | null;
  readonly dataAccessExpiresAt: Date | null;
  /** Why it is dead; null while it lives, or when the platform gives no reason that we know. */
  readonly deathCause: GrantDeathCause | null;
}

export interface GrantInspector {
  /** A dead token is a result (`valid: false`), not an error. Errors mean that nothing was learned. */
  inspect(token: AccessToken): Promise<GrantInspection>;
}

export interface GrantRevoker {
  /** Ends the whole consent of this person for our app. Resolves too when the grant was already dead. */
  revoke(input: { readonly token: AccessToken; readonly platformUserId: string }): Promise<void>;
}

/** Why a candidate cannot be connected; it is shown all the same, disabled, with this reason. */
export type UnusableReason =
  /** The Page shows no professional account: none is linked, or a personal one that Meta does not tell. */
  | 'page_without_instagram'
  /** Linked, and known to be no professional account. */
  | 'instagram_personal'
  /** Left out in the dialog. */
  | 'instagram_not_shared'
  /** An account was ticked that none of the Pages carries, and this one carries none. */
  | 'instagram_on_another_page'
  /** Ticked, and yet not listed: a business portfolio keeps it back. */
  | 'page_not_shared'
  | 'page_token_missing'
  /** The person may do nothing on the Page: so looks one that Facebook made itself. */
  | 'page_role_insufficient';

/** An account that a grant opens, or the Page that should have led to one. */
export interface Candidate {
  /** Stable within a grant: the account's platform id, or `page:<id>` when no account is visible. */
  readonly id: string;
  readonly usable: boolean;
  readonly reason: UnusableReason | null;
  readonly account: CandidateAccount | null;
  readonly page: { readonly id: string; readonly name: string | null } | null;
  /** What to store and collect with (Instagram: the Page's token; TikTok: the grant's own). null when unusable. */
  readonly accessToken: AccessToken | null;
}

export interface CandidateAccount {
  /** The platform's immutable id: the identity of the account (security OC-11). */
  readonly id: string;
  readonly handle: string | null;
  readonly displayName: string | null;
  readonly pictureUrl: string | null;
  readonly followers: number | null;
}

export interface CandidateFinder {
  /** Follows every page of the list. With an inspection also names what was not ticked. */
  candidates(token: AccessToken, inspection?: GrantInspection): Promise<readonly Candidate[]>;
}

/** Everything needed for the birth, life and end of a grant at one platform. */
export interface PlatformGrants extends Authorizer, CodeExchanger, GrantInspector, GrantRevoker, CandidateFinder {
  readonly platform: 'instagram' | 'tiktok' | 'youtube';
  /** null where no refresh exists (Instagram through Facebook Login): only the person can renew. */
  readonly refresher: TokenRefresher | null;
  /** Ends idle connections. */
  close(): Promise<void>;
}

/** The API family that answered. `ttcm` speaks another protocol than TikTok's Login Kit. */
export type PlatformApi = 'instagram' | 'tiktok' | 'ttcm' | 'youtube';

/**
 * Why a grant (or the code that should have become one) can no longer be used. Only a person can repair it.
 * `access_token_invalid` is the exception: the access token is refused, a refresh token may still be alive.
 */
export type GrantDeathCause =
  | 'revoked_by_person'
  | 'checkpointed'
  | 'password_changed'
  | 'session_expired'
  | 'unconfirmed'
  | 'invalidated'
  | 'page_role_lost'
  | 'token_invalid'
  | 'data_access_expired'
  | 'unlinked_page'
  | 'access_token_invalid'
  | 'refresh_token_dead'
  | 'removed_without_reason'
  | 'age_changed'
  | 'account_banned'
  | 'consent_refused'
  | 'code_expired'
  | 'code_already_used'
  | 'code_refused';

/** Rules of the TikTok Creator Marketplace; `rejected_by_tiktok` stands for a reason that we do not know. */
export type EligibilityRule =
  | 'minimum_followers'
  | 'supported_country'
  | 'minimum_age'
  | 'personal_account'
  | 'recent_posts'
  | 'recent_views'
  | 'suitable_content'
  | 'marketplace_creator'
  | 'rejected_by_tiktok';

/**
 * The closed list of what can go wrong at a platform. Every failure of this library is exactly one of these.
 *
 * - `transient`: passes by itself; retry with backoff.
 * - `throttled`: do not call again before `until`.
 * - `grant_dead`: the platform said that this grant has ended.
 * - `scope_lost`: the grant lives, but lacks a permission that the call needs.
 * - `account_gone`: the platform does not (or no longer) know or show the object. Meta uses the same answer for a
 *   throttled call now and then, so believe it only when it repeats.
 * - `not_eligible`: the account breaks these rules of the platform.
 * - `metric_gone`: a metric is retired or has no value for this object; never says anything about the grant.
 * - `app_misconfigured`: our registration, credentials or request are wrong; an operator has to act, never the creator.
 * - `unknown`: not in the list; retry a few times, count it, and never lower a state because of it.
 */
export type PlatformFailure =
  | { readonly kind: 'transient' }
  | { readonly kind: 'throttled'; readonly until: Date }
  | { readonly kind: 'grant_dead'; readonly cause: GrantDeathCause }
  | { readonly kind: 'scope_lost'; readonly scopes: readonly string[] }
  | { readonly kind: 'account_gone' }
  | { readonly kind: 'not_eligible'; readonly rules: readonly EligibilityRule[] }
  | { readonly kind: 'metric_gone'; readonly metrics: readonly string[] }
  | { readonly kind: 'app_misconfigured' }
  | { readonly kind: 'unknown' };

export type PlatformFailureKind = PlatformFailure['kind'];

/** What a failed answer meant besides its kind, for callers that treat one object differently from the account. */
export type FailureNote =
  | 'timeout'
  | 'connection_failed'
  | 'reply_too_large'
  | 'redirect_refused'
  | 'not_json'
  | 'unexpected_shape'
  | 'not_enough_viewers'
  | 'before_business_account'
  | 'object_missing'
  | 'foreign_app';

/** The platform's answer, safe to store and show: no token, no handle, no free text but a bounded, redacted message. */
export interface PlatformAnswer {
  readonly api: PlatformApi;
  readonly operation: string;
  readonly status?: number;
  readonly code?: string;
  readonly subcode?: string;
  readonly type?: string;
  readonly traceId?: string;
  readonly message?: string;
  readonly note?: FailureNote;
}

/**
 * Whether the call may have had its effect: `not_sent` (never reached the platform), `answered` (the platform said no),
 * `unknown` (the answer was lost). After `unknown` a rotating refresh token may already be spent.
 */
export type CallOutcome = 'not_sent' | 'answered' | 'unknown';

/** The only error that leaves this library for a platform's reason. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    readonly failure: PlatformFailure,
    readonly answer: PlatformAnswer,
    readonly outcome: CallOutcome = 'answered',
  ) {
    const codes = [answer.code, answer.subcode].filter(Boolean).join('/');
    super(`${answer.api}.${answer.operation}: ${failure.kind}${codes ? ` (${codes})` : ''}`);
  }

  get kind(): PlatformFailureKind {
    return this.failure.kind;
  }

  /** Worth asking again later without a person: `unknown` only a limited number of times. */
  get retryable(): boolean {
    return this.kind === 'transient' || this.kind === 'throttled' || this.kind === 'unknown';
  }

  /** The cause when this is a dead grant, else undefined. */
  get deathCause(): GrantDeathCause | undefined {
    return this.failure.kind === 'grant_dead' ? this.failure.cause : undefined;
  }
}

import type { EndCause } from '@creator-connect/contracts';
import type { GrantDeathCause, PlatformAnswer, PlatformFailure } from '@creator-connect/platforms';

/** How a grant ended: taken back by the person (NON_AUTH), or anything else that only they can repair (REAUTH). */
export interface GrantDeath {
  kind: 'revoked' | 'expired';
  cause: EndCause;
}

/**
 * The closed list of platform answers that end a grant (architecture decision 3). null: the answer ends nothing, or
 * (for a refused access token that a refresh token may replace) not yet.
 */
const deaths: Readonly<Record<GrantDeathCause, EndCause | null>> = {
  revoked_by_person: 'revoked_by_person',
  checkpointed: 'checkpointed',
  password_changed: 'password_changed',
  session_expired: 'session_expired',
  unconfirmed: 'unconfirmed_user',
  invalidated: 'session_invalidated',
  token_invalid: 'session_invalidated',
  page_role_lost: 'page_role_lost',
  data_access_expired: 'data_access_expired',
  unlinked_page: 'page_link_lost',
  refresh_token_dead: 'refresh_token_dead',
  removed_without_reason: 'session_invalidated',
  age_changed: 'account_gone',
  account_banned: 'account_gone',
  access_token_invalid: null,
  consent_refused: null,
  code_expired: null,
  code_already_used: null,
  code_refused: null,
};

export function deathOf(cause: GrantDeathCause): GrantDeath | null {
  const end = deaths[cause];
  if (end === null) return null;
  return { kind: end === 'revoked_by_person' ? 'revoked' : 'expired', cause: end };
}

/** The same for a whole failure, as TikTok's webhook reports one. */
export function deathByFailure(failure: PlatformFailure): GrantDeath | null {
  if (failure.kind === 'grant_dead') return deathOf(failure.cause);
  if (failure.kind === 'account_gone') return { kind: 'expired', cause: 'account_gone' };
  return null;
}

/** Name of the rule that decided, e.g. `instagram.profile.190/460`. */
export function ruleOf(answer: PlatformAnswer): string {
  const codes = [answer.code, answer.subcode].filter(Boolean).join('/');
  return [answer.api, answer.operation, codes].filter(Boolean).join('.').slice(0, 200);
}

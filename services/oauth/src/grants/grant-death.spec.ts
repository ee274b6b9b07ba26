import type { GrantDeathCause } from '@creator-connect/platforms';
import { deathByFailure, deathOf, ruleOf } from './grant-death';

describe('what ends a grant', () => {
  it('is taken back only when the person did it, else it is theirs to repair', () => {
    expect(deathOf('revoked_by_person')).toEqual({ kind: 'revoked', cause: 'revoked_by_person' });
    const others: GrantDeathCause[] = ['password_changed', 'page_role_lost', 'refresh_token_dead', 'unlinked_page'];
    expect(others.map((cause) => deathOf(cause)?.kind)).toEqual(others.map(() => 'expired'));
  });

  it('is neither a refused access token nor anything about a code', () => {
    const none: GrantDeathCause[] = ['access_token_invalid', 'consent_refused', 'code_expired', 'code_already_used'];
    expect(none.map(deathOf)).toEqual(none.map(() => null));
  });

  it('is no trouble of the platform', () => {
    const until = new Date();
    expect(deathByFailure({ kind: 'transient' })).toBeNull();
    expect(deathByFailure({ kind: 'throttled', until })).toBeNull();
    expect(deathByFailure({ kind: 'metric_gone', metrics: [] })).toBeNull();
    expect(deathByFailure({ kind: 'unknown' })).toBeNull();
    expect(deathByFailure({ kind: 'account_gone' })).toEqual({ kind: 'expired', cause: 'account_gone' });
  });

  it('names its rule by the codes of the platform', () => {
    expect(ruleOf({ api: 'instagram', operation: 'profile', code: '190', subcode: '460' })).toBe(
      'instagram.profile.190/460',
    );
    expect(ruleOf({ api: 'tiktok', operation: 'refresh' })).toBe('tiktok.refresh');
  });
});

export interface Membership {
  status: 'IN' | 'NOT_IN' | 'INVITED';
  invitedAt?: number;
  joinedAt?: number;
  /** TikTok took the membership away. */
  removedAt?: number;
}

/** By persona. A persona without an entry is what the world says it is at the start. */
export interface TtcmState {
  memberships: Record<string, Membership>;
  /** The agency's codes and tokens by their SHA-256 sums. */
  codes: Record<string, { scopes: number[]; expiresAt: number; used: boolean }>;
  tokens: Record<string, { scopes: readonly number[]; revoked: boolean }>;
  /** The token of the registration does not work any more. */
  standingTokenRevoked: boolean;
}

export function newTtcmState(): TtcmState {
  return { memberships: {}, codes: {}, tokens: {}, standingTokenRevoked: false };
}

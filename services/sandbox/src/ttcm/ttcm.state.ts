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
}

export function newTtcmState(): TtcmState {
  return { memberships: {} };
}

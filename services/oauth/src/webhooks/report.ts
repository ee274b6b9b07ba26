import type { GrantDeath } from '../grants/grant-death';

/**
 * What a platform's message says about a grant: it has ended; there is a reason to doubt it; or what ended it may be
 * repaired. Only the first changes anything by itself: the others are a reason to ask (unknown is not dead).
 */
export type Report = GrantDeath | { kind: 'doubted' | 'restored'; cause: null };

export const revokedByPerson = { kind: 'revoked', cause: 'revoked_by_person' } as const;

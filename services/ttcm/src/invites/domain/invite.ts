import type { MarketplaceRule } from '@creator-connect/contracts';

/**
 * Life of an invitation. `SENDING`: asked, answer not known yet (a crash or a lost answer leaves it here; the next poll
 * finds out). `BY_HAND`: a person of the agency sends it in TikTok. The platform documents neither decline nor expiry, so
 * we end the wait ourselves.
 */
export const inviteStates = ['SENDING', 'BY_HAND', 'INVITED', 'ACCEPTED', 'REJECTED', 'EXPIRED'] as const;
export type InviteState = (typeof inviteStates)[number];

/** Something can still become of it. */
export const openStates: readonly InviteState[] = ['SENDING', 'BY_HAND', 'INVITED'];

export interface Invite {
  id: string;
  organisationId: string;
  influencerId: string;
  /** Null until somebody who was invited by handle has joined. */
  accountId: string | null;
  handle: string;
  state: InviteState;
  failedRules: MarketplaceRule[];
  createdAt: Date;
  decidedAt: Date | null;
  expiresAt: Date;
}

/** How a person of the agency invites a creator in the marketplace itself. */
export const handInstructions = (handle: string): string[] => [
  'Sign in to the TikTok Creator Marketplace with the account of your agency.',
  `Search for @${handle} and open the profile.`,
  'Choose "Invite to Creator Marketplace". The creator joins through TikTok → System Notifications → View More → Join.',
];

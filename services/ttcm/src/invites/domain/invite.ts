/**
 * Life of an invitation. `SENDING`: asked, answer not known yet (a crash or a lost answer leaves it here; the next poll
 * finds out). The platform documents neither decline nor expiry, so we end the wait ourselves.
 */
export const inviteStates = ['SENDING', 'INVITED', 'ACCEPTED', 'REJECTED', 'EXPIRED'] as const;
export type InviteState = (typeof inviteStates)[number];

export interface Invite {
  id: string;
  organisationId: string;
  influencerId: string;
  accountId: string;
  handle: string;
  state: InviteState;
  failedRules: string[];
  createdAt: Date;
  decidedAt: Date | null;
  expiresAt: Date;
}

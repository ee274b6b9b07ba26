import type { AccountStatus } from './account-status';

export interface SocialAccount extends AccountStatus {
  id: string;
  organisationId: string;
  influencerId: string;
  /** Unknown for a marketplace account that TikTok only names by its handle. */
  platformAccountId: string | null;
  handle: string;
  displayName: string;
  tracked: boolean;
  cause: string;
  causeAt: Date;
  authorizedAt: Date | null;
  grantEndsAt: Date | null;
  missingScopes: string[];
  /** Held for a connection that is not authorized yet, or for an applicant; nobody sees such an account. */
  reserved: boolean;
  createdAt: Date;
  version: number;
}

/** TikTok tells the handle for `user.info.profile` only; without it an account stands here by its display name. */
export const isHandleTold = ({ platform, missingScopes }: Pick<SocialAccount, 'platform' | 'missingScopes'>): boolean =>
  platform !== 'tiktok' || !missingScopes.includes('user.info.profile');

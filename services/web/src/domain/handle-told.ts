import type { SocialAccount } from '../api/types';

/** Without this permission TikTok tells the display name only, and nobody knows the handle. */
export const isHandleTold = ({ platform, missingScopes }: Pick<SocialAccount, 'platform' | 'missingScopes'>): boolean =>
  platform !== 'tiktok' || !missingScopes.includes('user.info.profile');

/** Rules of the TikTok Creator Marketplace that we can check ourselves before an invitation. */
export const checkedRules = [
  'minimum_followers',
  'supported_country',
  'minimum_age',
  'personal_account',
  'recent_posts',
  'recent_views',
  'suitable_content',
] as const;
export type CheckedRule = (typeof checkedRules)[number];

/** What TikTok may name when it refuses; `rejected_by_tiktok` where it gives no reason, or one that is not known. */
export const marketplaceRules = [...checkedRules, 'marketplace_creator', 'rejected_by_tiktok'] as const;
export type MarketplaceRule = (typeof marketplaceRules)[number];

import type { TFunction } from 'i18next';

export interface VendorCounts {
  profiles: number;
  posts: number;
  contacts: number;
}

/** Each number with its noun, for a sentence that has several. */
export const countsText = (t: TFunction, { profiles, posts, contacts }: VendorCounts) => ({
  profiles: t('vendor.countProfiles', { count: profiles }),
  posts: t('vendor.countPosts', { count: posts }),
  contacts: t('vendor.countContacts', { count: contacts }),
});

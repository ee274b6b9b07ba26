import type { TFunction } from 'i18next';

export interface VendorCounts {
  profiles: number;
  posts: number;
}

/** Each number with its noun, for a sentence that has several. */
export const countsText = (t: TFunction, { profiles, posts }: VendorCounts) => ({
  profiles: t('vendor.countProfiles', { count: profiles }),
  posts: t('vendor.countPosts', { count: posts }),
});

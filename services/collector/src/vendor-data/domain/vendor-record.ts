import type { Platform } from '@creator-connect/contracts';

/** Where a record comes from. What a vendor told is kept apart from everything else. */
export const provenances = ['own_grant', 'ttcm', 'public', 'vendor_import'] as const;
export type Provenance = (typeof provenances)[number];

export interface VendorRecord {
  accountId: string;
  influencerId: string;
  platform: Platform;
  kind: 'profile' | 'post';
  /** Empty for the profile. */
  platformPostId: string;
  vendor: string;
  postedAt: Date | null;
  permalink: string | null;
  metrics: Record<string, number>;
}

export interface VendorCounts {
  profiles: number;
  posts: number;
}

/** With what reports hold of the account, which accounts counts and removes. */
export interface PurgedCounts extends VendorCounts {
  contacts: number;
}

export type PurgeCause = 'marketplace_member' | 'by_member';

import type { Platform } from '@creator-connect/contracts';

/** The collector's side of a social account: whether, when and how far its data is collected. */
export interface Feed {
  accountId: string;
  organisationId: string;
  influencerId: string;
  platform: Platform;
  access: FeedAccess;
  /** With `grant`: what the Creator Marketplace tells is read as well. */
  alsoMarketplace: boolean;
  status: 'open' | 'closed';
  closedCause: string | null;
  /** Version of the account as this service's events tell it. */
  version: number;
  grantVersion: number;
  collectedAt: Date | null;
  nextFullAt: Date | null;
  progress: Progress;
  refusedMetrics: string[];
  hiddenAt: Date | null;
  /** The time to change one's mind is over: the hidden data must go. */
  deleteDue: boolean;
  /** A grant has told some of what is stored. */
  grantTold: boolean;
  /**
   * Nothing proved that grant, or where none has told anything the platform told nothing anew, for so long that what is stored may
   * not be kept (`refreshOrDelete`).
   */
  lapsed: boolean;
  dueAt: Date | null;
  lastError: string | null;
  /** Why the marketplace told nothing the last time, where the grant did. */
  marketplaceError: string | null;
}

/**
 * `public`: nobody's grant is used, and only what anybody can see is collected. `marketplace`: what the TikTok Creator
 * Marketplace shows the organisation of its members.
 */
export type FeedAccess = 'grant' | 'public' | 'marketplace';

export type Stage = 'waiting' | 'running' | 'done';

/** Where the current run is, by counts. `total` is null where the platform does not say. */
export interface Progress {
  profile?: Stage;
  posts?: { stage: Stage; done: number; total: number | null };
  audience?: Stage;
}

/** Right of one worker to write to a feed; a newer epoch or grant, or a closed feed, ends it. */
export interface FeedLease {
  accountId: string;
  organisationId: string;
  epoch: string;
  /** Which attempt this is since the last success; the first is 1. */
  attempts: number;
}

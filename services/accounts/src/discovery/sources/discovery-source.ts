import type { AppError, MarketplaceState, Platform } from '@creator-connect/contracts';
import type { PlatformProfile } from '@creator-connect/platforms';

export const searchWays = ['handle', 'keyword'] as const;
export type SearchWay = (typeof searchWays)[number];

/** What a platform shows of an account; its id and handle are always known here. */
export type FoundProfile = PlatformProfile & { readonly handle: string };

export interface Found {
  profiles: readonly FoundProfile[];
  /** Of the handle that was asked for, where TikTok told; null elsewhere and for a handle that it does not know. */
  marketplace: MarketplaceState | null;
}

/**
 * Where public profiles of one platform are found. Failures are AppErrors: `accounts.discovery_*`, or what the ttcm service
 * says of the marketplace.
 */
export interface DiscoverySource {
  readonly platform: Platform;
  readonly ways: readonly SearchWay[];
  /** Why it can't be searched now, as far as that is known without asking; undefined: it can. */
  problem(organisationId: string): Promise<AppError | undefined>;
  byHandle(organisationId: string, handle: string): Promise<Found>;
  byKeyword(organisationId: string, keyword: string, limit: number): Promise<Found>;
}

import type { MarketplaceState, Platform } from '@creator-connect/contracts';

export interface DirectoryAccount {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: Platform;
  handle: string;
  /** False: `handle` is a display name, which may be somebody else's handle. */
  handleTold: boolean;
  marketplace: MarketplaceState | null;
}

/** The accounts service as the marketplace sees it. */
export abstract class AccountDirectory {
  /** Throws `accounts.not_found` for an account that is not of this organisation. */
  abstract account(organisationId: string, accountId: string): Promise<DirectoryAccount>;
  /** Throws `accounts.not_found` for an influencer who is not of this organisation. */
  abstract assertInfluencer(organisationId: string, influencerId: string): Promise<void>;
  /** Adds the account of somebody who joined the marketplace, once; returns its id. */
  abstract addJoined(joined: { organisationId: string; influencerId: string; handle: string }): Promise<string>;
}

import type { MarketplaceCreator, PlatformPost } from '@creator-connect/platforms';

/** A member of the marketplace, as an organisation's own account may read them. */
export interface MarketplaceMember {
  organisationId: string;
  accountId: string;
  handle: string;
}

export interface MarketplacePage {
  posts: PlatformPost[];
  /** Null on the last page. */
  next: string | null;
}

/** The ttcm service, which alone holds the agencies' tokens. What TikTok refuses is an AppError with a code `ttcm.*`. */
export abstract class MarketplaceReader {
  abstract profile(member: MarketplaceMember): Promise<MarketplaceCreator>;
  /** Newest first. */
  abstract posts(member: MarketplaceMember, after: string | null): Promise<MarketplacePage>;
}

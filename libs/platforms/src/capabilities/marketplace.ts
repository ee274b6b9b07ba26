import type { EligibilityRule } from '../platform-error';
import type { PostPage } from './reading';

/** `INVALID`: unknown or unusable handle. `UNKNOWN`: the platform left the handle out, or said something new. */
export type MarketplaceCreatorStatus = 'IN' | 'INVITED' | 'NOT_IN' | 'INVALID' | 'UNKNOWN';

export interface CreatorStatus {
  /** As asked. */
  readonly handle: string;
  readonly status: MarketplaceCreatorStatus;
}

export type InviteResult =
  | { readonly handle: string; readonly outcome: 'in_marketplace' }
  | { readonly handle: string; readonly outcome: 'invited' }
  | {
      readonly handle: string;
      readonly outcome: 'rejected';
      readonly rules: readonly EligibilityRule[];
      /** TikTok's own codes, letters and underscores only. */
      readonly reasonCodes: readonly string[];
    }
  /** The answer does not mention the handle: ask for its status before inviting again. */
  | { readonly handle: string; readonly outcome: 'unanswered' };

/** Public figures of a marketplace creator. null means not told. */
export interface MarketplaceCreator {
  readonly creatorId: string | null;
  readonly handle: string;
  readonly displayName: string | null;
  readonly biography: string | null;
  readonly pictureUrl: string | null;
  readonly followers: number | null;
  readonly following: number | null;
  readonly videos: number | null;
  readonly likes: number | null;
  readonly medianViews: number | null;
  readonly engagementRate: number | null;
}

export interface MarketplacePostQuery {
  readonly handle: string;
  readonly after?: string;
  /** Stop after the first page that reaches back beyond this moment. */
  readonly since?: Date;
}

/** The brand's side of the TikTok Creator Marketplace; the legacy API today, TikTok One can stand behind it later. */
export interface MarketplaceClient {
  /** Any number of handles, asked 20 at a time; one result per handle, in the order asked. */
  status(handles: readonly string[]): Promise<readonly CreatorStatus[]>;
  /**
   * At most 20 handles. Inviting twice is harmless (`invited` or `in_marketplace` again). On a PlatformError with
   * outcome `unknown` ask for the status.
   */
  invite(handles: readonly string[]): Promise<readonly InviteResult[]>;
  /** Throws `not_eligible` with rule `marketplace_creator` when the handle is not in the marketplace. */
  creator(handle: string): Promise<MarketplaceCreator>;
  /** Public videos of a marketplace creator, newest first, one call per step. Fails as `creator` does. */
  creatorPosts(query: MarketplacePostQuery): AsyncGenerator<PostPage, void, undefined>;
}

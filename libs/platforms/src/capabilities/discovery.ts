import type { PlatformProfile, PostPage, PostQuery } from './reading';

/** Public figures of accounts that never authorized us. What a platform does not show is null, never zero. */
export interface HandleLookup {
  /**
   * By the exact handle, with or without `@`. null when the platform shows no such account; a personal or private one
   * looks the same as one that does not exist.
   */
  byHandle(handle: string): Promise<PlatformProfile | null>;
}

export interface AccountLookup {
  /** By the platform's own ids, any number; unknown, deleted and hidden ones are missing from the result. */
  byIds(ids: readonly string[]): Promise<readonly PlatformProfile[]>;
}

export interface KeywordSearch {
  /** The platform's best matches, at most `limit` (50). Dear at YouTube: 100 searches a day for an installation. */
  search(keyword: string, limit: number): Promise<readonly PlatformProfile[]>;
}

export type PublicPostQuery = Pick<PostQuery, 'accountId' | 'after' | 'since' | 'pageSize'>;

/** What anybody can see of one account, by the platform's own id. An account that is gone or hidden throws `account_gone`. */
export interface PublicReader {
  publicProfile(accountId: string): Promise<PlatformProfile>;
  /** Newest first, one call per step; stop iterating to stop calling. */
  publicPosts(query: PublicPostQuery): AsyncGenerator<PostPage, void, undefined>;
}

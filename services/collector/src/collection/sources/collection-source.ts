import type { Metric } from '@creator-connect/contracts';
import type { AccessToken } from '@creator-connect/platforms';
import type { Provenance } from '../../vendor-data/domain/vendor-record';

/** What anybody can read of an account. */
export interface PublicAccess {
  platformAccountId: string;
}

/** What a run reads with: one leased token for one account. */
export interface SourceAccess extends PublicAccess {
  token: AccessToken;
  /** Granted; fields that need another one are not asked for. */
  scopes: readonly string[];
}

export interface CollectedProfile {
  handle: string;
  displayName: string;
  metrics: Metric[];
  /** How many posts the platform says there are; null when it does not say. */
  postCount: number | null;
}

export interface CollectedPost {
  platformPostId: string;
  kind: 'image' | 'video' | 'carousel' | 'reel' | 'story' | 'short';
  postedAt: Date;
  permalink: string | null;
  caption: string | null;
  metrics: Metric[];
}

export interface CollectedPage {
  posts: CollectedPost[];
  /** Metrics the platform refused for good; they are not asked again. */
  refusedMetrics: string[];
}

export interface CollectedBreakdown {
  dimension: 'age' | 'gender' | 'country' | 'city';
  parts: { key: string; value: number }[];
}

/** One platform as the collector sees it. Errors are `PlatformError`s of `@creator-connect/platforms`. */
export interface CollectionSource<Access extends PublicAccess = SourceAccess> {
  /** Name in events and provenance, e.g. `instagram_graph`. */
  readonly name: string;
  readonly provenance: Provenance;
  profile(access: Access): Promise<CollectedProfile>;
  /** Newest first, page by page; stop iterating to stop calling. */
  posts(access: Access, options: { since?: Date; refused: readonly string[] }): AsyncIterable<CollectedPage>;
  /** Empty where the platform offers no audience, or the account is too small for one. */
  audience(access: Access): Promise<CollectedBreakdown[]>;
}

/** A source with what it reads one account with. */
export interface Reading {
  readonly source: string;
  readonly provenance: Provenance;
  readonly platformAccountId: string;
  /** Of the grant that is read with; 0: none is. */
  readonly grantVersion: number;
  profile(): Promise<CollectedProfile>;
  posts(options: { since?: Date; refused: readonly string[] }): AsyncIterable<CollectedPage>;
  audience(): Promise<CollectedBreakdown[]>;
}

export const readingOf = <Access extends PublicAccess>(
  source: CollectionSource<Access>,
  access: Access,
  grantVersion: number,
): Reading => ({
  source: source.name,
  provenance: source.provenance,
  platformAccountId: access.platformAccountId,
  grantVersion,
  profile: () => source.profile(access),
  posts: (options) => source.posts(access, options),
  audience: () => source.audience(access),
});

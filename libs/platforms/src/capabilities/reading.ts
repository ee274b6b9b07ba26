import type { AccessToken } from '../secret-text';

/** Which account to read, with which token. `accountId` is the platform's immutable id. */
export interface AccountAccess {
  readonly token: AccessToken;
  readonly accountId: string;
  /** Granted scopes, when known: only what they open is asked. */
  readonly scopes?: readonly string[];
}

/** Public profile. null means that the platform did not say, never zero. */
export interface PlatformProfile {
  readonly id: string;
  readonly handle: string | null;
  readonly displayName: string | null;
  readonly biography: string | null;
  readonly website: string | null;
  readonly pictureUrl: string | null;
  readonly profileUrl: string | null;
  readonly verified: boolean | null;
  readonly followers: number | null;
  readonly following: number | null;
  readonly posts: number | null;
  readonly likes: number | null;
}

export interface ProfileReader {
  profile(access: AccountAccess): Promise<PlatformProfile>;
}

export type PostType = 'image' | 'video' | 'carousel' | 'reel' | 'story';

/** Counts that stand on the post itself. A missing key means hidden or not told, never zero. */
export interface PostCounts {
  readonly views?: number;
  readonly likes?: number;
  readonly comments?: number;
  readonly shares?: number;
  readonly saves?: number;
  readonly reposts?: number;
}

export interface PlatformPost {
  readonly id: string;
  readonly type: PostType;
  readonly caption: string | null;
  readonly permalink: string | null;
  readonly publishedAt: Date;
  /** May be short-lived (TikTok's covers: 6 hours). */
  readonly thumbnailUrl: string | null;
  readonly durationSeconds: number | null;
  readonly counts: PostCounts;
}

export interface PostPage {
  readonly posts: readonly PlatformPost[];
  /** Hand it back as `after` to go on later; null on the last page. */
  readonly next: string | null;
  /** Items that could not be read and were left out. */
  readonly skipped: number;
}

export interface PostQuery extends AccountAccess {
  readonly after?: string;
  /** Stop after the first page that reaches back beyond this moment. */
  readonly since?: Date;
  readonly pageSize?: number;
}

export interface PostReader {
  /** Newest first, one call per step; stop iterating to stop calling. A page may be empty and yet not the last. */
  posts(query: PostQuery): AsyncGenerator<PostPage, void, undefined>;
}

export interface PostLookup {
  /** The named posts as they are now, any number of ids; deleted or foreign ones are missing from the result. */
  postsById(query: AccountAccess & { readonly ids: readonly string[] }): Promise<readonly PlatformPost[]>;
}

/** One figure. `metric` is the platform's own name for it. */
export interface MetricValue {
  readonly metric: string;
  readonly value: number;
  /** Parts by the platform's dimension value, when asked with a breakdown. */
  readonly parts?: Readonly<Record<string, number>>;
}

export interface PostInsights {
  /**
   * `measured`: values may still be few (see `missing`). `not_enough_viewers`: a small story. `before_business_account`:
   * older than the switch, never measurable. `post_gone`: deleted, or no longer visible to us.
   */
  readonly status: 'measured' | 'not_enough_viewers' | 'before_business_account' | 'post_gone';
  readonly values: readonly MetricValue[];
  /** Asked, accepted and without a value yet: this is not zero. */
  readonly missing: readonly string[];
  /** Refused by the platform (retired, or not for this type of post): record it and stop asking. */
  readonly refused: readonly string[];
}

export interface PostInsightsQuery {
  readonly token: AccessToken;
  readonly post: { readonly id: string; readonly type: PostType };
  /** Known refusals, not asked again. */
  readonly without?: readonly string[];
  /** Also ask for the metrics that need a call of their own (navigation, profile activity). Default false. */
  readonly breakdowns?: boolean;
}

export interface PostInsightsReader {
  postInsights(query: PostInsightsQuery): Promise<PostInsights>;
}

export interface PostInsightsBatchReader {
  /** Of many posts in few calls; a post without data has an entry that names everything as missing. */
  insightsOfPosts(
    query: AccountAccess & { readonly ids: readonly string[]; readonly without?: readonly string[] },
  ): Promise<ReadonlyMap<string, PostInsights>>;
}

export interface AccountInsights {
  readonly values: readonly MetricValue[];
  readonly missing: readonly string[];
  readonly refused: readonly string[];
}

export interface AccountInsightsReader {
  /** Totals between two moments, at most 30 days apart. */
  accountInsights(
    query: AccountAccess & { readonly since: Date; readonly until: Date; readonly without?: readonly string[] },
  ): Promise<AccountInsights>;
}

export interface AudienceSlice {
  readonly audience: 'followers' | 'engaged' | 'viewers';
  readonly dimension: 'age' | 'city' | 'country' | 'gender';
  /** What `count` counts; people when absent. */
  readonly unit?: 'percent' | 'views';
  /** Largest first, at most what the platform gives (Instagram: 45); empty for accounts that are too small. */
  readonly rows: readonly { readonly key: string; readonly count: number }[];
}

export interface Audience {
  readonly slices: readonly AudienceSlice[];
  readonly refused: readonly string[];
}

export interface AudienceReader {
  audience(query: AccountAccess): Promise<Audience>;
}

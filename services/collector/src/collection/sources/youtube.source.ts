import type { Metric } from '@creator-connect/contracts';
import type {
  AudienceReader,
  PlatformPost,
  PlatformProfile,
  PostInsightsBatchReader,
  PostReader,
  ProfileReader,
} from '@creator-connect/platforms';
import type {
  CollectedBreakdown,
  CollectedPage,
  CollectedPost,
  CollectedProfile,
  CollectionSource,
  SourceAccess,
} from './collection-source';
import { metricsOf } from './metrics';

export type YouTubeReader = ProfileReader & PostReader & PostInsightsBatchReader & AudienceReader;

/** YouTube Data API for the channel and its videos, YouTube Analytics for what the public counts do not tell. */
export class YouTubeSource implements CollectionSource {
  readonly name = 'youtube_data';
  readonly provenance = 'own_grant';

  constructor(
    private readonly reader: YouTubeReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async profile({ token, platformAccountId, scopes }: SourceAccess): Promise<CollectedProfile> {
    return youTubeProfile(await this.reader.profile({ token, accountId: platformAccountId, scopes }), this.now());
  }

  async *posts(
    { token, platformAccountId: accountId }: SourceAccess,
    options: { since?: Date; refused: readonly string[] },
  ): AsyncIterable<CollectedPage> {
    const refused = new Set(options.refused);
    for await (const page of this.reader.posts({ token, accountId, since: options.since })) {
      const before = refused.size;
      const ids = page.posts.map((post) => post.id);
      const insights = await this.reader.insightsOfPosts({ token, accountId, ids, without: [...refused] });
      for (const one of insights.values()) for (const metric of one.refused) refused.add(metric);
      const posts = page.posts.map((post) => {
        const reported = insights.get(post.id)?.values ?? [];
        // Counts on the video are of now; reports lag some days behind.
        const figures = { ...Object.fromEntries(reported.map(({ metric, value }) => [metric, value])), ...post.counts };
        return youTubePost(post, metricsOf(figures, this.now()));
      });
      yield { posts, refusedMetrics: refused.size > before ? [...refused] : [] };
    }
  }

  async audience({ token, platformAccountId }: SourceAccess): Promise<CollectedBreakdown[]> {
    const { slices } = await this.reader.audience({ token, accountId: platformAccountId });
    return slices
      .filter((slice) => slice.rows.length > 0)
      .map(({ dimension, rows }) => ({ dimension, parts: rows.map(({ key, count }) => ({ key, value: count })) }));
  }
}

export function youTubeProfile(
  { id, handle, displayName, followers, posts }: PlatformProfile,
  at: Date,
): CollectedProfile {
  const name = handle ?? id;
  return {
    handle: name,
    displayName: displayName ?? name,
    postCount: posts,
    metrics: metricsOf({ followers, posts }, at),
  };
}

export const youTubePost = (post: PlatformPost, metrics: Metric[]): CollectedPost => ({
  platformPostId: post.id,
  kind: 'video',
  postedAt: post.publishedAt,
  permalink: post.permalink,
  caption: post.caption,
  metrics,
});

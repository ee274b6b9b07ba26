import type {
  AudienceReader,
  PlatformPost,
  PostInsightsReader,
  PostReader,
  ProfileReader,
} from '@creator-connect/platforms';
import type { Metric } from '@creator-connect/contracts';
import type {
  CollectedBreakdown,
  CollectedPage,
  CollectedPost,
  CollectedProfile,
  CollectionSource,
  SourceAccess,
} from './collection-source';
import { metricsOf } from './metrics';

export type InstagramReader = ProfileReader & PostReader & PostInsightsReader & AudienceReader;

/** Posts whose insights are asked at the same time; more would only fill the platform's per-account allowance faster. */
const insightsAtOnce = 5;

/** Instagram Graph API: profile, media with their insights, and the followers' demographics. */
export class InstagramSource implements CollectionSource {
  readonly name = 'instagram_graph';
  readonly provenance = 'own_grant';

  constructor(
    private readonly reader: InstagramReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async profile({ token, platformAccountId, scopes }: SourceAccess): Promise<CollectedProfile> {
    const profile = await this.reader.profile({ token, accountId: platformAccountId, scopes });
    return {
      handle: profile.handle ?? platformAccountId,
      displayName: profile.displayName ?? profile.handle ?? platformAccountId,
      postCount: profile.posts,
      metrics: metricsOf(
        { followers: profile.followers, following: profile.following, posts: profile.posts },
        this.now(),
      ),
    };
  }

  async *posts(
    { token, platformAccountId }: SourceAccess,
    options: { since?: Date; refused: readonly string[] },
  ): AsyncIterable<CollectedPage> {
    const refused = new Set(options.refused);
    for await (const page of this.reader.posts({ token, accountId: platformAccountId, since: options.since })) {
      const before = refused.size;
      const posts: CollectedPost[] = [];
      for (let start = 0; start < page.posts.length; start += insightsAtOnce) {
        const part = page.posts.slice(start, start + insightsAtOnce);
        posts.push(...(await Promise.all(part.map((post) => this.#withInsights(token, post, refused)))));
      }
      yield { posts, refusedMetrics: refused.size > before ? [...refused] : [] };
    }
  }

  async audience({ token, platformAccountId }: SourceAccess): Promise<CollectedBreakdown[]> {
    const audience = await this.reader.audience({ token, accountId: platformAccountId });
    return audience.slices
      .filter((slice) => slice.audience === 'followers' && slice.rows.length > 0)
      .map((slice) => ({
        dimension: slice.dimension,
        parts: slice.rows.map((row) => ({ key: row.key, value: row.count })),
      }));
  }

  async #withInsights(token: SourceAccess['token'], post: PlatformPost, refused: Set<string>): Promise<CollectedPost> {
    // Refusals are kept by type of post: a metric that reels lack must still be asked for images.
    const prefix = `${post.type}:`;
    const without = [...refused].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    const insights = await this.reader.postInsights({ token, post, without });
    for (const metric of insights.refused) refused.add(prefix + metric);
    const measured: Metric[] = metricsOf(
      Object.fromEntries(insights.values.map(({ metric, value }) => [metric, value])),
      this.now(),
    );
    const known = new Set(measured.map((metric) => metric.name));
    const counted = metricsOf({ ...post.counts }, this.now()).filter((metric) => !known.has(metric.name));
    return {
      platformPostId: post.id,
      kind: post.type,
      postedAt: post.publishedAt,
      permalink: post.permalink,
      caption: post.caption,
      metrics: [...measured, ...counted],
    };
  }
}

import type { PostReader, ProfileReader } from '@creator-connect/platforms';
import type {
  CollectedBreakdown,
  CollectedPage,
  CollectedProfile,
  CollectionSource,
  SourceAccess,
} from './collection-source';
import { metricsOf } from './metrics';

export type TikTokReader = ProfileReader & PostReader;

/** TikTok Display API: profile and public videos with their counts. It offers no reach and no audience. */
export class TikTokSource implements CollectionSource {
  readonly name = 'tiktok_display';
  readonly provenance = 'own_grant';

  constructor(
    private readonly reader: TikTokReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async profile({ token, platformAccountId, scopes }: SourceAccess): Promise<CollectedProfile> {
    const profile = await this.reader.profile({ token, accountId: platformAccountId, scopes });
    return {
      handle: profile.handle ?? profile.displayName ?? platformAccountId,
      displayName: profile.displayName ?? profile.handle ?? platformAccountId,
      postCount: profile.posts,
      metrics: metricsOf(
        { followers: profile.followers, following: profile.following, posts: profile.posts, likes: profile.likes },
        this.now(),
      ),
    };
  }

  async *posts(
    { token, platformAccountId }: SourceAccess,
    options: { since?: Date; refused: readonly string[] },
  ): AsyncIterable<CollectedPage> {
    for await (const page of this.reader.posts({ token, accountId: platformAccountId, since: options.since })) {
      yield {
        posts: page.posts.map((post) => ({
          platformPostId: post.id,
          kind: 'video' as const,
          postedAt: post.publishedAt,
          permalink: post.permalink,
          caption: post.caption,
          metrics: metricsOf({ ...post.counts }, this.now()),
        })),
        refusedMetrics: [],
      };
    }
  }

  async audience(): Promise<CollectedBreakdown[]> {
    return [];
  }
}

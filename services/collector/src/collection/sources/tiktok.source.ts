import type { PlatformPost, PostReader, ProfileReader } from '@creator-connect/platforms';
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
      yield tikTokPage(page.posts, this.now());
    }
  }

  async audience(): Promise<CollectedBreakdown[]> {
    return [];
  }
}

type TikTokVideo = Pick<PlatformPost, 'id' | 'publishedAt' | 'permalink' | 'caption' | 'counts'>;

/** Public videos of one answer, whoever was asked for them. */
export const tikTokPage = (videos: readonly TikTokVideo[], at: Date): CollectedPage => ({
  posts: videos.map((video) => ({
    platformPostId: video.id,
    kind: 'video',
    postedAt: video.publishedAt,
    permalink: video.permalink,
    caption: video.caption,
    metrics: metricsOf({ ...video.counts }, at),
  })),
  refusedMetrics: [],
});

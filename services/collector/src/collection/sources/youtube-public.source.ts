import type { PublicReader } from '@creator-connect/platforms';
import type {
  CollectedBreakdown,
  CollectedPage,
  CollectedProfile,
  CollectionSource,
  PublicAccess,
} from './collection-source';
import { metricsOf } from './metrics';
import { youTubePost, youTubeProfile } from './youtube.source';

/** YouTube Data API with the installation's key: the counts that stand on channel and videos, and no audience. */
export class YouTubePublicSource implements CollectionSource<PublicAccess> {
  readonly name = 'youtube_public';
  readonly provenance = 'public';

  constructor(
    private readonly reader: PublicReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async profile({ platformAccountId }: PublicAccess): Promise<CollectedProfile> {
    return youTubeProfile(await this.reader.publicProfile(platformAccountId), this.now());
  }

  async *posts(
    { platformAccountId: accountId }: PublicAccess,
    { since }: { since?: Date },
  ): AsyncIterable<CollectedPage> {
    for await (const page of this.reader.publicPosts({ accountId, since })) {
      const posts = page.posts.map((post) => youTubePost(post, metricsOf({ ...post.counts }, this.now())));
      yield { posts, refusedMetrics: [] };
    }
  }

  async audience(): Promise<CollectedBreakdown[]> {
    return [];
  }
}

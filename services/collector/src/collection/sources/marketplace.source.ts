import type { MarketplaceMember, MarketplaceReader } from '../marketplace/marketplace-reader';
import type {
  CollectedBreakdown,
  CollectedPage,
  CollectedProfile,
  CollectionSource,
  PublicAccess,
} from './collection-source';
import { metricsOf } from './metrics';
import { tikTokPage } from './tiktok.source';

export type MarketplaceAccess = PublicAccess & MarketplaceMember;

/**
 * TikTok Creator Marketplace: what it shows an agency of its members, profile and public videos with their counts. The
 * audience is for the creator's own TikTok One token, which nobody is asked for.
 */
export class MarketplaceSource implements CollectionSource<MarketplaceAccess> {
  readonly name = 'ttcm';
  readonly provenance = 'ttcm';

  constructor(
    private readonly reader: MarketplaceReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async profile(member: MarketplaceAccess): Promise<CollectedProfile> {
    const creator = await this.reader.profile(memberOf(member));
    const { followers, following, videos: posts, likes, medianViews, engagementRate } = creator;
    return {
      handle: creator.handle,
      displayName: creator.displayName ?? creator.handle,
      postCount: posts,
      metrics: metricsOf(
        { followers, following, posts, likes, median_views: medianViews, engagement_rate: engagementRate },
        this.now(),
      ),
    };
  }

  async *posts(member: MarketplaceAccess, { since }: { since?: Date }): AsyncIterable<CollectedPage> {
    for (let after: string | null = null; ;) {
      const page = await this.reader.posts(memberOf(member), after);
      yield tikTokPage(page.posts, this.now());
      const oldest = page.posts.at(-1)?.publishedAt;
      if (page.next === null || page.next === after || (since && oldest && oldest < since)) return;
      after = page.next;
    }
  }

  async audience(): Promise<CollectedBreakdown[]> {
    return [];
  }
}

const memberOf = ({ organisationId, accountId, handle }: MarketplaceAccess): MarketplaceMember => ({
  organisationId,
  accountId,
  handle,
});

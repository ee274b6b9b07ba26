import type { MarketplaceCreator, PostPage } from '@creator-connect/platforms';
import type { InternalClient } from '@creator-connect/security';
import { MarketplaceReader, type MarketplaceMember, type MarketplacePage } from './marketplace-reader';

/** As it travels. */
type WirePage = Pick<PostPage, 'next'> & {
  posts: (Omit<PostPage['posts'][number], 'publishedAt'> & { publishedAt: string })[];
};

export class HttpMarketplaceReader extends MarketplaceReader {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  profile(member: MarketplaceMember): Promise<MarketplaceCreator> {
    return this.#ask<MarketplaceCreator>('/internal/creator-profiles', member);
  }

  async posts(member: MarketplaceMember, after: string | null): Promise<MarketplacePage> {
    const query = { ...member, ...(after === null ? {} : { after }) };
    const { posts, next } = await this.#ask<WirePage>('/internal/creator-posts', query);
    return { posts: posts.map((post) => ({ ...post, publishedAt: new Date(post.publishedAt) })), next };
  }

  /** The other side spreads what all collectors read, hence the long patience. */
  #ask<T>(path: string, body: object): Promise<T> {
    return this.client.call<T>({
      baseUrl: this.baseUrl,
      audience: 'ttcm',
      method: 'POST',
      path,
      body,
      repeatable: true,
      timeoutMs: 30_000,
    });
  }
}

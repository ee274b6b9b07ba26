import type { ClientOptions } from '../capabilities/client-options';
import type {
  AccountAccess,
  PlatformPost,
  PlatformProfile,
  PostLookup,
  PostPage,
  PostQuery,
  PostReader,
  ProfileReader,
} from '../capabilities/reading';
import { readItems } from '../schemas';
import { TikTokApi } from './tiktok-api';
import { readUser } from './tiktok-user';
import { postSchema, VIDEO_FIELDS, videoListSchema } from './tiktok-videos';
import type { TikTokReaderConfig } from './tiktok.config';

const MAX_VIDEOS = 20;

/**
 * Reads a TikTok account through the Display API. Counts stand on the videos; reach, saves and audience do not exist
 * here (they need the Accounts API or TikTok One).
 */
export class TikTokReader implements ProfileReader, PostReader, PostLookup {
  private readonly api: TikTokApi;

  constructor(config: TikTokReaderConfig, options: ClientOptions) {
    this.api = new TikTokApi(config, options);
  }

  async profile({ token, scopes }: AccountAccess): Promise<PlatformProfile> {
    return readUser(this.api, token, scopes);
  }

  async *posts(query: PostQuery): AsyncGenerator<PostPage, void, undefined> {
    for (let after = query.after; ;) {
      const { data } = await this.videos(query, 'list', {
        max_count: Math.min(query.pageSize ?? MAX_VIDEOS, MAX_VIDEOS),
        ...(after !== undefined && { cursor: Number(after) }),
      });
      const { items, skipped } = readItems(postSchema, data.videos);
      // `has_more` decides: a page may hold fewer videos than asked, even none, and not be the last.
      const following = data.has_more && data.cursor !== undefined ? String(data.cursor) : null;
      const next = following === after ? null : following;
      const oldest = items.at(-1)?.publishedAt;
      const farEnough = query.since !== undefined && oldest !== undefined && oldest < query.since;
      yield { posts: items, next, skipped };
      if (next === null || farEnough) return;
      after = next;
    }
  }

  async postsById(query: AccountAccess & { readonly ids: readonly string[] }): Promise<readonly PlatformPost[]> {
    const posts: PlatformPost[] = [];
    for (let start = 0; start < query.ids.length; start += MAX_VIDEOS) {
      const videoIds = query.ids.slice(start, start + MAX_VIDEOS);
      const { data } = await this.videos(query, 'query', { filters: { video_ids: videoIds } });
      posts.push(...readItems(postSchema, data.videos).items);
    }
    return posts;
  }

  async close(): Promise<void> {
    await this.api.close();
  }

  private videos({ token }: AccountAccess, name: 'list' | 'query', json: unknown) {
    return this.api.call({
      operation: `video_${name}`,
      purpose: 'data',
      method: 'POST',
      path: `/v2/video/${name}/`,
      query: { fields: VIDEO_FIELDS },
      scopes: ['video.list'],
      token,
      json,
      answer: videoListSchema,
    });
  }
}

import type { PostPage, PostQuery } from '../capabilities/reading';
import { endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { readItems } from '../schemas';
import type { GoogleApi, GoogleRequest } from './google-api';
import { isPublic, playlistSchema, postOf, VIDEO_PARTS, videoListSchema, videoSchema } from './youtube-videos';

/** The most that playlistItems and videos give at a time. */
export const MAX_VIDEOS = 50;

/** What opens the calls: somebody's grant, or the installation's key. */
export type YouTubeAccess = Pick<GoogleRequest<unknown>, 'token' | 'apiKey' | 'scopes'>;

/** The public videos of a channel, newest first: its uploads playlist tells which, `videos` tells about them. */
export class YouTubeUploads {
  constructor(
    private readonly api: GoogleApi,
    private readonly data: URL,
  ) {}

  async *pages(
    playlistId: string,
    access: YouTubeAccess,
    { after: from, since, pageSize }: Pick<PostQuery, 'after' | 'since' | 'pageSize'>,
  ): AsyncGenerator<PostPage, void, undefined> {
    for (let after = from; ;) {
      const page = await this.listed(playlistId, access, { after, pageSize });
      const { items, skipped } = readItems(videoSchema, await this.videos(page.items, access));
      const oldest = items.at(-1)?.snippet.publishedAt;
      const farEnough = since !== undefined && oldest !== undefined && oldest < since;
      const next = page.nextPageToken === after ? null : page.nextPageToken;
      yield { posts: items.filter(isPublic).map(postOf), next, skipped };
      if (next === null || farEnough) return;
      after = next;
    }
  }

  private async listed(
    playlistId: string,
    access: YouTubeAccess,
    { after, pageSize }: Pick<PostQuery, 'after' | 'pageSize'>,
  ) {
    const query = {
      part: 'contentDetails',
      playlistId,
      maxResults: String(Math.min(pageSize ?? MAX_VIDEOS, MAX_VIDEOS)),
      ...(after !== undefined && { pageToken: after }),
    };
    try {
      return await this.api.call({
        operation: 'uploads',
        purpose: 'data',
        method: 'GET',
        url: endpoint(this.data, '/youtube/v3/playlistItems', query),
        ...access,
        answer: playlistSchema,
      });
    } catch (error) {
      // A channel that never had a video has no such playlist yet.
      if (error instanceof PlatformError && error.answer.note === 'object_missing') {
        return { items: [], nextPageToken: null };
      }
      throw error;
    }
  }

  private async videos(ids: readonly string[], access: YouTubeAccess): Promise<readonly unknown[]> {
    if (ids.length === 0) return [];
    const { items } = await this.api.call({
      operation: 'videos',
      purpose: 'data',
      method: 'GET',
      url: endpoint(this.data, '/youtube/v3/videos', { part: VIDEO_PARTS, id: ids.join(',') }),
      ...access,
      answer: videoListSchema,
    });
    return items;
  }
}

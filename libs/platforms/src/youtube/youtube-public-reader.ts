import { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import type {
  AccountLookup,
  HandleLookup,
  KeywordSearch,
  PublicPostQuery,
  PublicReader,
} from '../capabilities/discovery';
import type { PlatformProfile, PostPage } from '../capabilities/reading';
import { checkedBase, endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { idSchema } from '../schemas';
import { GoogleApi } from './google-api';
import { CHANNEL_PARTS, channelListSchema, profileOf, type YouTubeChannel } from './youtube-channel';
import { YouTubeUploads } from './youtube-uploads';
import { YOUTUBE_DEFAULTS, type YouTubePublicConfig } from './youtube.config';

const MAX_CHANNELS = 50;

const searchSchema = z.object({
  items: z
    .array(z.object({ id: z.object({ channelId: idSchema }) }))
    .default([])
    .transform((items) => items.map((item) => item.id.channelId)),
});

/** Public figures of channels, by the installation's own key: nobody's consent is needed or used. */
export class YouTubePublicReader implements AccountLookup, HandleLookup, KeywordSearch, PublicReader {
  private readonly api: GoogleApi;
  private readonly data: URL;
  private readonly uploads: YouTubeUploads;

  constructor(
    private readonly config: YouTubePublicConfig,
    options: ClientOptions,
  ) {
    this.api = new GoogleApi(options);
    this.data = checkedBase(config.dataUrl ?? YOUTUBE_DEFAULTS.dataUrl, {
      setting: 'dataUrl',
      profile: options.profile,
      hosts: ['youtube.googleapis.com', 'www.googleapis.com'],
    });
    this.uploads = new YouTubeUploads(this.api, this.data);
  }

  async byIds(ids: readonly string[]): Promise<readonly PlatformProfile[]> {
    const found: PlatformProfile[] = [];
    for (let start = 0; start < ids.length; start += MAX_CHANNELS) {
      const id = ids.slice(start, start + MAX_CHANNELS).join(',');
      const channels = await this.channels('channels_by_id', { id, maxResults: String(MAX_CHANNELS) });
      found.push(...channels.map(profileOf));
    }
    return found;
  }

  async byHandle(handle: string): Promise<PlatformProfile | null> {
    const forHandle = `@${handle.trim().replace(/^@/, '')}`;
    const [channel] = await this.channels('channel_by_handle', { forHandle });
    return channel ? profileOf(channel) : null;
  }

  async search(keyword: string, limit: number): Promise<readonly PlatformProfile[]> {
    const query = {
      part: 'snippet',
      type: 'channel',
      q: keyword,
      maxResults: String(Math.max(1, Math.min(limit, MAX_CHANNELS))),
    };
    const { items: ids } = await this.get('search', '/youtube/v3/search', query, searchSchema);
    const byId = new Map((await this.byIds(ids)).map((profile) => [profile.id, profile]));
    // The order of the matches; channels come in any.
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async publicProfile(accountId: string): Promise<PlatformProfile> {
    return profileOf(await this.channel(accountId));
  }

  async *publicPosts(query: PublicPostQuery): AsyncGenerator<PostPage, void, undefined> {
    const { contentDetails: uploads } = await this.channel(query.accountId);
    if (uploads !== null) yield* this.uploads.pages(uploads, { apiKey: this.config.apiKey }, query);
  }

  async close(): Promise<void> {
    await this.api.close();
  }

  private async channel(id: string): Promise<YouTubeChannel> {
    const operation = 'channels_by_id';
    const [channel] = await this.channels(operation, { id });
    if (channel) return channel;
    throw new PlatformError({ kind: 'account_gone' }, { api: 'youtube', operation, note: 'object_missing' });
  }

  private async channels(operation: string, query: Readonly<Record<string, string>>): Promise<YouTubeChannel[]> {
    const more = { part: CHANNEL_PARTS, ...query };
    return (await this.get(operation, '/youtube/v3/channels', more, channelListSchema)).items;
  }

  private get<T>(
    operation: string,
    path: string,
    query: Readonly<Record<string, string>>,
    answer: z.ZodType<T>,
  ): Promise<T> {
    const url = endpoint(this.data, path, query);
    return this.api.call({ operation, purpose: 'data', method: 'GET', url, apiKey: this.config.apiKey, answer });
  }
}

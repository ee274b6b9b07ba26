import { z } from 'zod';
import type { ClientOptions } from '../capabilities/client-options';
import type { AccountLookup, HandleLookup, KeywordSearch } from '../capabilities/discovery';
import type { PlatformProfile } from '../capabilities/reading';
import { checkedBase, endpoint } from '../http/host-policy';
import { idSchema } from '../schemas';
import { GoogleApi } from './google-api';
import { CHANNEL_PARTS, channelListSchema, profileOf } from './youtube-channel';
import { YOUTUBE_DEFAULTS, type YouTubePublicConfig } from './youtube.config';

const MAX_CHANNELS = 50;

const searchSchema = z.object({
  items: z
    .array(z.object({ id: z.object({ channelId: idSchema }) }))
    .default([])
    .transform((items) => items.map((item) => item.id.channelId)),
});

/** Public figures of channels, by the installation's own key: nobody's consent is needed or used. */
export class YouTubePublicReader implements AccountLookup, HandleLookup, KeywordSearch {
  private readonly api: GoogleApi;
  private readonly data: URL;

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
  }

  async byIds(ids: readonly string[]): Promise<readonly PlatformProfile[]> {
    const found: PlatformProfile[] = [];
    for (let start = 0; start < ids.length; start += MAX_CHANNELS) {
      const id = ids.slice(start, start + MAX_CHANNELS).join(',');
      found.push(...(await this.channels('channels_by_id', { id, maxResults: String(MAX_CHANNELS) })));
    }
    return found;
  }

  async byHandle(handle: string): Promise<PlatformProfile | null> {
    const forHandle = `@${handle.trim().replace(/^@/, '')}`;
    return (await this.channels('channel_by_handle', { forHandle }))[0] ?? null;
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

  async close(): Promise<void> {
    await this.api.close();
  }

  private async channels(operation: string, query: Readonly<Record<string, string>>): Promise<PlatformProfile[]> {
    const more = { part: CHANNEL_PARTS, ...query };
    return (await this.get(operation, '/youtube/v3/channels', more, channelListSchema)).items.map(profileOf);
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

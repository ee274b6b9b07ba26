import { z } from 'zod';
import type { PlatformProfile } from '../capabilities/reading';
import { endpoint } from '../http/host-policy';
import { idSchema, textSchema } from '../schemas';
import type { AccessToken } from '../secret-text';
import type { GoogleApi } from './google-api';
import { YOUTUBE_READONLY } from './youtube-scopes';

/** Counts are texts; absent means hidden or not told, never zero. */
export const countTextSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .nullable()
  .catch(null)
  .default(null);

export const CHANNEL_PARTS = 'snippet,statistics,contentDetails,status';

const snippetSchema = z.object({
  title: textSchema,
  description: textSchema,
  customUrl: textSchema,
  thumbnails: z
    .object({ default: z.object({ url: textSchema }) })
    .nullable()
    .catch(null)
    .default(null),
});

const channelSchema = z.object({
  id: idSchema,
  snippet: snippetSchema,
  statistics: z
    .object({
      subscriberCount: countTextSchema,
      hiddenSubscriberCount: z.boolean().catch(false).default(false),
      videoCount: countTextSchema,
    })
    .catch({ subscriberCount: null, hiddenSubscriberCount: false, videoCount: null }),
  contentDetails: z
    .object({ relatedPlaylists: z.object({ uploads: textSchema }) })
    .transform(({ relatedPlaylists }) => relatedPlaylists.uploads)
    .nullable()
    .catch(null)
    .default(null),
});

export type YouTubeChannel = z.infer<typeof channelSchema>;

/** Without a channel `items` is absent, not empty. */
export const channelListSchema = z.object({ items: z.array(channelSchema).default([]) });

/** The channels that a token opens: the one that was chosen at consent, or none. */
export async function ownChannels(
  api: GoogleApi,
  data: URL,
  { token, operation }: { readonly token: AccessToken; readonly operation: string },
): Promise<YouTubeChannel[]> {
  const { items } = await api.call({
    operation,
    purpose: 'data',
    method: 'GET',
    url: endpoint(data, '/youtube/v3/channels', { part: CHANNEL_PARTS, mine: 'true' }),
    scopes: [YOUTUBE_READONLY],
    token,
    answer: channelListSchema,
  });
  return items;
}

export function profileOf({ id, snippet, statistics }: YouTubeChannel): PlatformProfile {
  return {
    id,
    handle: snippet.customUrl?.replace(/^@/, '') ?? null,
    displayName: snippet.title,
    biography: snippet.description,
    website: null,
    pictureUrl: snippet.thumbnails?.default.url ?? null,
    profileUrl: `https://www.youtube.com/channel/${id}`,
    verified: null,
    // Rounded down to three digits by YouTube; hidden ones may still be sent as "0".
    followers: statistics.hiddenSubscriberCount ? null : statistics.subscriberCount,
    following: null,
    posts: statistics.videoCount,
    likes: null,
  };
}

import { z } from 'zod';
import type { PlatformPost } from '../capabilities/reading';
import { idSchema, textSchema } from '../schemas';
import { countTextSchema } from './youtube-channel';

export const VIDEO_PARTS = 'snippet,contentDetails,statistics,status';

export const playlistSchema = z.object({
  items: z
    .array(z.object({ contentDetails: z.object({ videoId: idSchema }) }))
    .default([])
    .transform((items) => items.map((item) => item.contentDetails.videoId)),
  nextPageToken: textSchema,
});

export const videoListSchema = z.object({ items: z.array(z.unknown()).default([]) });

/** ISO 8601, as far as YouTube uses it: `P1DT2H3M4S`. */
const durationSchema = z
  .string()
  .transform((text) => /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text))
  .transform((parts) => {
    if (!parts) return null;
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  })
  .nullable()
  .catch(null)
  .default(null);

export const videoSchema = z.object({
  id: idSchema,
  snippet: z.object({
    title: textSchema,
    description: textSchema,
    publishedAt: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
    thumbnails: z
      .object({ default: z.object({ url: textSchema }) })
      .nullable()
      .catch(null)
      .default(null),
  }),
  contentDetails: z.object({ duration: durationSchema }).catch({ duration: null }),
  statistics: z
    .object({ viewCount: countTextSchema, likeCount: countTextSchema, commentCount: countTextSchema })
    .catch({ viewCount: null, likeCount: null, commentCount: null }),
  status: z.object({ privacyStatus: z.string() }),
});

export const isPublic = (video: z.infer<typeof videoSchema>): boolean => video.status.privacyStatus === 'public';

export function postOf({ id, snippet, contentDetails, statistics }: z.infer<typeof videoSchema>): PlatformPost {
  const { viewCount: views, likeCount: likes, commentCount: comments } = statistics;
  return {
    id,
    type: 'video',
    caption: [snippet.title, snippet.description].filter(Boolean).join('\n') || null,
    permalink: `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`,
    publishedAt: snippet.publishedAt,
    thumbnailUrl: snippet.thumbnails?.default.url ?? null,
    durationSeconds: contentDetails.duration,
    counts: {
      ...(views !== null && { views }),
      ...(likes !== null && { likes }),
      ...(comments !== null && { comments }),
    },
  };
}

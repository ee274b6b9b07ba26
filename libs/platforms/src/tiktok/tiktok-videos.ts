import { z } from 'zod';
import type { PlatformPost } from '../capabilities/reading';
import { countSchema, idSchema, textSchema } from '../schemas';

/** TikTok for Developers, Video object. */
export const VIDEO_FIELDS =
  'id,create_time,cover_image_url,share_url,video_description,duration,title,' +
  'like_count,comment_count,share_count,view_count';

export const videoListSchema = z.object({
  data: z.object({
    videos: z.array(z.unknown()).catch([]),
    /** Milliseconds since 1970. */
    cursor: z.number().optional().catch(undefined),
    has_more: z.boolean().catch(false),
  }),
});

const videoSchema = z.object({
  id: idSchema,
  create_time: z.number().positive(),
  cover_image_url: textSchema,
  share_url: textSchema,
  video_description: textSchema,
  title: textSchema,
  duration: countSchema,
  like_count: countSchema,
  comment_count: countSchema,
  share_count: countSchema,
  view_count: countSchema,
});

export const postSchema: z.ZodType<PlatformPost> = videoSchema.transform((video) => ({
  id: video.id,
  type: 'video' as const,
  caption: video.video_description ?? video.title,
  permalink: video.share_url,
  publishedAt: new Date(video.create_time * 1000),
  thumbnailUrl: video.cover_image_url,
  durationSeconds: video.duration,
  counts: {
    ...(video.view_count !== null && { views: video.view_count }),
    ...(video.like_count !== null && { likes: video.like_count }),
    ...(video.comment_count !== null && { comments: video.comment_count }),
    ...(video.share_count !== null && { shares: video.share_count }),
  },
}));

import { z } from 'zod';
import type { PlatformPost, PostType } from '../capabilities/reading';
import { countSchema, idSchema, textSchema } from '../schemas';

/** Asked of every media item; Meta, IG Media. */
export const MEDIA_FIELDS =
  'id,caption,media_type,media_product_type,permalink,media_url,thumbnail_url,timestamp,like_count,comments_count';

/** Meta writes `2026-11-02T07:56:32+0000`, without the colon that ISO 8601 wants. */
const timestampSchema = z
  .string()
  .transform((text) => new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')))
  .refine((date) => !Number.isNaN(date.getTime()));

const mediaSchema = z.object({
  id: idSchema,
  caption: textSchema,
  media_type: textSchema,
  media_product_type: textSchema,
  permalink: textSchema,
  media_url: textSchema,
  thumbnail_url: textSchema,
  timestamp: timestampSchema,
  like_count: countSchema,
  comments_count: countSchema,
});

export const postSchema: z.ZodType<PlatformPost> = mediaSchema.transform((media) => {
  const type = typeOf(media.media_type, media.media_product_type);
  return {
    id: media.id,
    type,
    caption: media.caption,
    permalink: media.permalink,
    publishedAt: media.timestamp,
    thumbnailUrl: media.thumbnail_url ?? (type === 'image' ? media.media_url : null),
    durationSeconds: null,
    counts: {
      // Absent when the owner hides it.
      ...(media.like_count !== null && { likes: media.like_count }),
      ...(media.comments_count !== null && { comments: media.comments_count }),
    },
  };
});

function typeOf(mediaType: string | null, productType: string | null): PostType {
  if (productType === 'STORY') return 'story';
  if (productType === 'REELS') return 'reel';
  if (mediaType === 'CAROUSEL_ALBUM') return 'carousel';
  return mediaType === 'VIDEO' ? 'video' : 'image';
}

import { z } from 'zod';
import type { MarketplaceCreator } from '../capabilities/marketplace';
import type { PlatformPost } from '../capabilities/reading';
import { countSchema, idSchema, textSchema } from '../schemas';

/** The legacy API spells the field `handler_name`, TikTok One `handle_name`. */
const statusItemSchema = z.object({
  handler_name: textSchema,
  handle_name: textSchema,
  status: z.enum(['IN', 'INVITED', 'NOT_IN', 'INVALID', 'UNKNOWN']).catch('UNKNOWN'),
});

export const statusSchema = z.object({ onboarding_status: z.array(statusItemSchema) });

/** One SDK types these lists as booleans; what is no list of handles reads as empty. */
const handlesSchema = z.array(z.string()).catch([]);

export const inviteSchema = z.object({
  in_tcm: handlesSchema,
  invited: handlesSchema,
  rejected: handlesSchema,
  reject_reasons: z.record(z.string(), z.union([z.array(z.string()), z.string()])).catch({}),
});

export const creatorSchema: z.ZodType<MarketplaceCreator> = z
  .object({
    creator_id: idSchema.nullable().catch(null).default(null),
    handle_name: z.string().min(1),
    display_name: textSchema,
    profile_image: textSchema,
    bio: textSchema,
    followers_count: countSchema,
    following_count: countSchema,
    videos_count: countSchema,
    likes_count: countSchema,
    median_views: countSchema,
    engagement_rate: countSchema,
  })
  .transform((creator) => ({
    creatorId: creator.creator_id,
    handle: creator.handle_name,
    displayName: creator.display_name,
    biography: creator.bio,
    pictureUrl: creator.profile_image,
    followers: creator.followers_count,
    following: creator.following_count,
    videos: creator.videos_count,
    likes: creator.likes_count,
    medianViews: creator.median_views,
    engagementRate: creator.engagement_rate,
  }));

/** A cursor is a number or a text; here it is only carried back. */
const cursorSchema = z
  .union([z.string().min(1), z.number().transform(String)])
  .nullable()
  .catch(null)
  .default(null);

export const postsSchema = z.object({
  posts: z.array(z.unknown()).catch([]),
  page_info: z
    .object({ has_more: z.boolean().catch(false), cursor: cursorSchema })
    .catch({ has_more: false, cursor: null }),
});

/** Seconds since 1970, or a date in text: the type is not documented. */
const momentSchema = z
  .union([
    z
      .number()
      .positive()
      .transform((seconds) => seconds * 1000),
    z.string().min(1),
  ])
  .transform((moment) => new Date(moment))
  .refine((date) => !Number.isNaN(date.getTime()));

export const postSchema: z.ZodType<PlatformPost> = z
  .object({
    video_id: idSchema,
    create_time: momentSchema,
    caption: textSchema,
    embed_url: textSchema,
    thumbnail_url: textSchema,
    video_views: countSchema,
    likes: countSchema,
    comments: countSchema,
    shares: countSchema,
    favorites: countSchema,
  })
  .transform((post) => ({
    id: post.video_id,
    type: 'video' as const,
    caption: post.caption,
    permalink: post.embed_url,
    publishedAt: post.create_time,
    thumbnailUrl: post.thumbnail_url,
    durationSeconds: null,
    counts: {
      ...(post.video_views !== null && { views: post.video_views }),
      ...(post.likes !== null && { likes: post.likes }),
      ...(post.comments !== null && { comments: post.comments }),
      ...(post.shares !== null && { shares: post.shares }),
      ...(post.favorites !== null && { saves: post.favorites }),
    },
  }));

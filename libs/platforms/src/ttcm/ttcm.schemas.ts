import { z } from 'zod';
import type { MarketplaceCreator } from '../capabilities/marketplace';
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

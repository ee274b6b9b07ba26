import { z } from 'zod';
import type { PlatformProfile } from '../capabilities/reading';
import { countSchema, idSchema, textSchema } from '../schemas';

/** Meta, IG User: what is public of a professional account, for its own token and through Business Discovery alike. */
export const PROFILE_FIELDS =
  'id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count';

export const profileSchema: z.ZodType<PlatformProfile> = z
  .object({
    id: idSchema,
    username: textSchema,
    name: textSchema,
    biography: textSchema,
    website: textSchema,
    profile_picture_url: textSchema,
    followers_count: countSchema,
    follows_count: countSchema,
    media_count: countSchema,
  })
  .transform((account) => ({
    id: account.id,
    handle: account.username,
    displayName: account.name,
    biography: account.biography,
    website: account.website,
    pictureUrl: account.profile_picture_url,
    profileUrl: account.username ? `https://www.instagram.com/${account.username}/` : null,
    verified: null,
    followers: account.followers_count,
    following: account.follows_count,
    posts: account.media_count,
    likes: null,
  }));

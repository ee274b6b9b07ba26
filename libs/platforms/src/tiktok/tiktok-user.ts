import { z } from 'zod';
import type { PlatformProfile } from '../capabilities/reading';
import { PlatformError } from '../platform-error';
import { countSchema, idSchema, textSchema } from '../schemas';
import type { AccessToken } from '../secret-text';
import type { TikTokApi } from './tiktok-api';
import { TIKTOK_SCOPES } from './tiktok-scopes';

/** TikTok for Developers, User info: a field may be asked only when its scope is granted. */
const FIELDS_BY_SCOPE: Readonly<Record<string, readonly string[]>> = {
  'user.info.basic': ['open_id', 'union_id', 'avatar_url', 'display_name'],
  'user.info.profile': ['bio_description', 'profile_deep_link', 'is_verified', 'username'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

const userSchema = z.object({
  data: z.object({
    user: z.object({
      open_id: idSchema,
      avatar_url: textSchema,
      display_name: textSchema,
      bio_description: textSchema,
      profile_deep_link: textSchema,
      is_verified: z.boolean().nullable().catch(null).default(null),
      username: textSchema,
      follower_count: countSchema,
      following_count: countSchema,
      likes_count: countSchema,
      video_count: countSchema,
    }),
  }),
});

/** Asks for all that the scopes open; without them for everything, and then for what every grant of ours has. */
export async function readUser(
  api: TikTokApi,
  token: AccessToken,
  granted: readonly string[] | null | undefined,
): Promise<PlatformProfile> {
  if (granted) return askUser(api, token, granted);
  try {
    return await askUser(api, token, Object.keys(FIELDS_BY_SCOPE));
  } catch (error) {
    if (!(error instanceof PlatformError && error.kind === 'scope_lost')) throw error;
    return askUser(api, token, TIKTOK_SCOPES.required);
  }
}

/** The cheapest proof that an access token works: `open_id` alone, which every grant opens. */
export async function readOpenId(api: TikTokApi, token: AccessToken): Promise<string> {
  return (await ask(api, token, 'probe', ['user.info.basic'], ['open_id'])).open_id;
}

async function askUser(api: TikTokApi, token: AccessToken, granted: readonly string[]): Promise<PlatformProfile> {
  const scopes = Object.keys(FIELDS_BY_SCOPE).filter((scope) => granted.includes(scope) || scope === 'user.info.basic');
  const fields = scopes.flatMap((scope) => FIELDS_BY_SCOPE[scope] ?? []);
  const user = await ask(api, token, 'user_info', scopes, fields);
  return {
    id: user.open_id,
    handle: user.username,
    displayName: user.display_name,
    biography: user.bio_description,
    website: null,
    pictureUrl: user.avatar_url,
    profileUrl: user.profile_deep_link,
    verified: user.is_verified,
    followers: user.follower_count,
    following: user.following_count,
    posts: user.video_count,
    likes: user.likes_count,
  };
}

async function ask(
  api: TikTokApi,
  token: AccessToken,
  operation: string,
  scopes: readonly string[],
  fields: readonly string[],
) {
  const answer = await api.call({
    operation,
    purpose: 'data',
    method: 'GET',
    path: '/v2/user/info/',
    query: { fields: fields.join(',') },
    scopes,
    token,
    answer: userSchema,
  });
  return answer.data.user;
}

import type { FastifyRequest } from 'fastify';
import { queryField, words } from '../../box/parameters';
import { EXPIRES } from '../../ui/picture';
import { siteUrl } from '../../ui/sites';
import { readTikTokVideoId } from '../../world/ids';
import { ORDINARY_BIO } from '../../world/tiktok-personas';
import type { TikTokVideo } from '../../world/tiktok-videos';
import type { TikTokPerson } from '../people';
import { scopeOfUserField } from '../scopes';
import type { TikTok } from '../tiktok';
import type { TikTokGrant } from '../tiktok.state';
import { OpenApiError } from './open-api-error';

const COVER_LIFE_MS = 6 * 3_600_000;
const MOST_VIDEOS = 20;

/** `GET /v2/user/info/?fields=`: each field needs its scope (platforms.md 4.1, 4.3). [TTD] */
export function userInfo(request: FastifyRequest, tiktok: TikTok, grant: TikTokGrant, person: TikTokPerson): object {
  const fields = fieldsOf(request);
  const unknown = fields.filter((field) => scopeOfUserField(field) === undefined);
  if (unknown.length > 0) throw new OpenApiError('invalid_params', `Invalid fields: ${unknown.join(', ')}`);
  const missing = fields.filter((field) => !grant.scopes.includes(scopeOfUserField(field) ?? ''));
  if (missing.length === fields.length) {
    throw new OpenApiError(
      'scope_not_authorized',
      'The user did not authorize the scope required for completing this request.',
    );
  }
  if (missing.length > 0) {
    throw new OpenApiError(
      'scope_permission_missed',
      `Additional scopes are required for these fields: ${missing.join(', ')}`,
    );
  }
  const values = userFields(tiktok, person);
  return { user: Object.fromEntries(fields.map((field) => [field, values[field]])) };
}

function userFields({ box, people }: TikTok, person: TikTokPerson): Record<string, unknown> {
  const { persona, attributes } = person;
  const avatar = siteUrl(box, 'tiktok', `/cdn/${persona.handle}.svg`);
  return {
    open_id: people.openId(persona),
    union_id: people.unionId(persona),
    avatar_url: avatar,
    avatar_url_100: avatar,
    avatar_large_url: avatar,
    display_name: persona.name,
    bio_description: attributes.bio ?? ORDINARY_BIO,
    profile_deep_link: siteUrl(box, 'tiktok', `/@${persona.handle}`),
    is_verified: false,
    username: persona.handle,
    follower_count: attributes.followers,
    following_count: 140,
    likes_count: attributes.followers * 7,
    video_count: people.videoCount(person),
  };
}

/** `POST /v2/video/list/`: newest first; `cursor` is a moment in ms. A page may be short although more follow. [TTD] */
export function videoList(request: FastifyRequest, tiktok: TikTok, grant: TikTokGrant, person: TikTokPerson): object {
  const fields = videoFieldsOf(request, grant);
  const { cursor, max_count: most = 10 } = body(request);
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > MOST_VIDEOS) {
    throw new OpenApiError('invalid_params', 'max_count must be between 1 and 20');
  }
  if (cursor !== undefined && (typeof cursor !== 'number' || cursor < 0)) {
    throw new OpenApiError('invalid_params', 'cursor must be a unix time in milliseconds');
  }
  const { box, people } = tiktok;
  const until = cursor === undefined || cursor === 0 ? undefined : Math.min(cursor - 1, box.clock.now());
  const end =
    until === undefined
      ? people.videoCount(person)
      : box.world.tiktok.countUntil(person.persona, person.attributes, until);
  const start = Math.max(0, end - most);
  const newestFirst = Array.from({ length: end - start }, (_, i) => people.video(person, end - 1 - i));
  // Private ones are taken out after the page was cut: that is why pages are short.
  const videos = newestFirst
    .filter((video) => video.isPublic)
    .map((video) => pickFields(tiktok, person, video, fields));
  return { videos, cursor: newestFirst.at(-1)?.at ?? box.clock.now(), has_more: start > 0 };
}

/** `POST /v2/video/query/`: up to 20 ids; what is not one's own, or not public, is simply missing. [TTD] */
export function videoQuery(request: FastifyRequest, tiktok: TikTok, grant: TikTokGrant, person: TikTokPerson): object {
  const fields = videoFieldsOf(request, grant);
  const filters = body(request)['filters'];
  const ids: unknown =
    typeof filters === 'object' && filters !== null && 'video_ids' in filters ? filters.video_ids : undefined;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_VIDEOS) {
    throw new OpenApiError('invalid_params', 'filters.video_ids must hold 1 to 20 ids');
  }
  const count = tiktok.people.videoCount(person);
  const videos = ids
    .map((id) => readTikTokVideoId(String(id)))
    .filter((place) => place !== undefined && place.account === person.persona.number && place.index < count)
    .map((place) => tiktok.people.video(person, place?.index ?? 0))
    .filter((video) => video.isPublic)
    .map((video) => pickFields(tiktok, person, video, fields));
  return { videos };
}

function pickFields({ box }: TikTok, { persona }: TikTokPerson, video: TikTokVideo, fields: readonly string[]): object {
  const share = siteUrl(box, 'tiktok', `/@${persona.handle}/video/${video.id}`);
  const coverEnds = Math.floor((box.clock.now() + COVER_LIFE_MS) / 1000);
  const values: Record<string, unknown> = {
    id: video.id,
    create_time: Math.floor(video.at / 1000),
    cover_image_url: siteUrl(box, 'tiktok', `/cdn/${video.id}.svg?${EXPIRES}=${coverEnds}`),
    share_url: share,
    video_description: video.description.slice(0, 150),
    duration: video.seconds,
    height: 1024,
    width: 576,
    title: video.title.slice(0, 150),
    embed_html: `<blockquote class="tiktok-embed" cite="${share}"></blockquote>`,
    embed_link: `${siteUrl(box, 'tiktok', '/player/v1/')}${video.id}`,
    like_count: video.likes,
    comment_count: video.comments,
    share_count: video.shares,
    view_count: video.views,
    is_aigc: video.isAiGenerated,
  };
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

const VIDEO_FIELDS = new Set(
  'id create_time cover_image_url share_url video_description duration height width title embed_html embed_link like_count comment_count share_count view_count is_aigc'.split(
    ' ',
  ),
);

function videoFieldsOf(request: FastifyRequest, grant: TikTokGrant): string[] {
  if (!grant.scopes.includes('video.list')) {
    throw new OpenApiError(
      'scope_not_authorized',
      'The user did not authorize the scope required for completing this request.',
    );
  }
  const fields = fieldsOf(request);
  const unknown = fields.filter((field) => !VIDEO_FIELDS.has(field));
  if (unknown.length > 0) throw new OpenApiError('invalid_params', `Invalid fields: ${unknown.join(', ')}`);
  return fields;
}

function fieldsOf(request: FastifyRequest): string[] {
  const fields = words(queryField(request, 'fields'), /,/);
  if (fields.length === 0) throw new OpenApiError('invalid_params', 'The parameter "fields" is required');
  return fields;
}

const body = (request: FastifyRequest): Record<string, unknown> =>
  typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {};

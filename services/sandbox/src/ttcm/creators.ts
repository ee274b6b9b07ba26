import type { FastifyRequest } from 'fastify';
import type { Box } from '../box/box';
import { queryField } from '../box/parameters';
import { siteUrl } from '../ui/sites';
import type { TikTokPerson } from '../tiktok/people';
import type { TikTok } from '../tiktok/tiktok';
import { readTikTokVideoId } from '../world/ids';
import { ORDINARY_BIO } from '../world/tiktok-personas';
import type { TikTokVideo } from '../world/tiktok-videos';
import { inMarketplaceCountry } from './eligibility';
import type { Marketplace } from './marketplace';
import { queryList } from './parameters';
import { TtcmError } from './ttcm-error';

const MOST_POSTS = 50;

/** `GET /tto/tcm/creator/public/`: public figures of a marketplace creator (platforms.md 5.4). [TTO] */
export function publicCreator(request: FastifyRequest, tiktok: TikTok, marketplace: Marketplace): object {
  const person = creator(request, marketplace);
  const { persona, attributes } = person;
  const videos = newest(tiktok, person, 20);
  const views = videos.map((video) => video.views).sort((a, b) => a - b);
  const likes = videos.reduce((sum, video) => sum + video.likes, 0);
  const seen = views.reduce((sum, one) => sum + one, 0);
  return {
    creator_id: tiktok.people.unionId(persona),
    handle_name: persona.handle,
    display_name: persona.name,
    profile_image: siteUrl(tiktok.box, 'tiktok', `/cdn/${persona.handle}.svg`),
    bio: attributes.bio ?? ORDINARY_BIO,
    followers_count: attributes.followers,
    following_count: 140,
    videos_count: tiktok.people.videoCount(person),
    likes_count: attributes.followers * 7,
    median_views: views[Math.floor(views.length / 2)] ?? 0,
    engagement_rate: seen === 0 ? 0 : Math.round((likes / seen) * 10_000) / 10_000,
    creator_price: 250,
    currency: 'USD',
    industry_labels: [{ label_id: '1', label_name: 'Beauty' }],
    content_labels: [{ label_id: '2', label_name: 'Daily life' }],
  };
}

/** `GET /tto/tcm/creator/public/video/list/`. [TTO] */
export function publicVideos(request: FastifyRequest, tiktok: TikTok, marketplace: Marketplace): object {
  const person = creator(request, marketplace);
  const ids = queryList(request, 'video_ids');
  if (Array.isArray(ids)) {
    const count = tiktok.people.videoCount(person);
    const places = ids.map((id) => readTikTokVideoId(String(id)));
    const own = places.flatMap((place) =>
      place?.account === person.persona.number && place.index < count ? [place.index] : [],
    );
    const posts = own.map((index) => tiktok.people.video(person, index)).filter((video) => video.isPublic);
    return { posts: posts.map((video) => post(tiktok.box, person, video)), page_info: { has_more: false, cursor: 0 } };
  }
  const limit = wholeNumber(request, 'limit', 20);
  const cursor = wholeNumber(request, 'cursor', 0);
  if (limit < 1 || limit > MOST_POSTS) throw new TtcmError(40002, `limit: must be between 1 and ${MOST_POSTS}.`);
  const all = newest(tiktok, person, cursor + limit + 1);
  return {
    posts: all.slice(cursor, cursor + limit).map((video) => post(tiktok.box, person, video)),
    page_info: { has_more: all.length > cursor + limit, cursor: Math.min(all.length, cursor + limit) },
  };
}

function creator(request: FastifyRequest, marketplace: Marketplace): TikTokPerson {
  const handle = queryField(request, 'handle_name');
  if (handle === undefined) throw new TtcmError(40002, 'handle_name: Missing data for required field.');
  const person = marketplace.find(handle);
  if (!person) throw new TtcmError(40007);
  if (marketplace.statusOf(handle) !== 'IN') throw new TtcmError(40121);
  if (!inMarketplaceCountry(person)) throw new TtcmError(40122);
  return person;
}

/** The newest public videos, newest first. */
function newest(tiktok: TikTok, person: TikTokPerson, most: number): TikTokVideo[] {
  const videos: TikTokVideo[] = [];
  for (let index = tiktok.people.videoCount(person) - 1; index >= 0 && videos.length < most; index--) {
    const video = tiktok.people.video(person, index);
    if (video.isPublic) videos.push(video);
  }
  return videos;
}

function post(box: Box, { persona }: TikTokPerson, video: TikTokVideo): object {
  return {
    video_id: video.id,
    display_name: persona.name,
    thumbnail_url: siteUrl(box, 'tiktok', `/cdn/${video.id}.svg`),
    embed_url: `${siteUrl(box, 'tiktok', '/player/v1/')}${video.id}`,
    caption: video.description,
    likes: video.likes,
    comments: video.comments,
    shares: video.shares,
    favorites: Math.floor(video.likes / 9),
    video_views: video.views,
    create_time: Math.floor(video.at / 1000),
    caption_hashtags: ['sandbox'],
    mentioned_accounts: [],
    collaboration_status: 'NONE',
  };
}

function wholeNumber(request: FastifyRequest, name: string, otherwise: number): number {
  const value = Number(queryField(request, name) ?? otherwise);
  if (!Number.isInteger(value) || value < 0) throw new TtcmError(40002, `${name}: Not a valid integer.`);
  return value;
}

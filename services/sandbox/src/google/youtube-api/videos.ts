import type { FastifyRequest } from 'fastify';
import { queryField } from '../../box/parameters';
import type { YouTubeChannel } from '../../world/google-personas';
import { channelId, readUploadsId, readYouTubeVideoId, uploadsId } from '../../world/youtube-ids';
import type { YouTubeVideo } from '../../world/youtube-videos';
import type { ApiCaller } from '../api-caller';
import { badParameter, notFound } from '../api-error';
import type { Google } from '../google';
import type { GooglePerson } from '../people';
import { demandOpen } from './channels';
import { pageOf } from './paging';
import { etagOf, isoSeconds, listOf, noFilter, partsOf, resource, thumbnails } from './parts';

const MOST_IDS = 50;

/** `GET playlistItems`: the uploads of a channel, newest first; its own person sees private ones too. [YTD; K] */
export function playlistItems(request: FastifyRequest, google: Google, caller: ApiCaller): object {
  const parts = partsOf(request, ['id', 'snippet', 'contentDetails', 'status']);
  const playlist = queryField(request, 'playlistId');
  if (playlist === undefined) throw noFilter('id, playlistId');
  const found = google.people.channel(readUploadsId(playlist) ?? -1);
  const isOwn = found?.person.identity.number === caller.person?.identity.number;
  if (found && isOwn) demandOpen(found.channel);
  if (!found || found.channel.standing !== 'open') throw notFound('playlistNotFound', 'playlist', 'playlistId');
  const { begin, items, head } = pageOf(request, uploads(google, found.channel, isOwn));
  const shown = items.map((index, i) =>
    playlistItem(google, found.channel, google.people.video(found.person, found.channel, index), begin + i, parts),
  );
  return { kind: 'youtube#playlistItemListResponse', etag: etagOf(shown), ...head, items: shown };
}

/** Indexes of what is listed. By arithmetic: no video is made for it. */
export function uploads({ box, people }: Google, channel: YouTubeChannel, isOwn: boolean): number[] {
  const listed: number[] = [];
  for (let index = people.videoCount(channel) - 1; index >= 0; index--) {
    if (isOwn || box.world.youtube.privacyOf(channel, index) === 'public') listed.push(index);
  }
  return listed;
}

function playlistItem(
  { box }: Google,
  channel: YouTubeChannel,
  video: YouTubeVideo,
  position: number,
  parts: readonly string[],
): object {
  const { deleted } = video;
  const publishedAt = isoSeconds(video.at);
  return resource(
    'playlistItem',
    Buffer.from(`${uploadsId(channel.number)}.${video.id}`).toString('base64url'),
    parts,
    {
      snippet: {
        publishedAt,
        channelId: channelId(channel.number),
        // A deleted video leaves its place in the list behind. [K]
        title: deleted ? 'Deleted video' : video.title,
        description: deleted ? 'This video is unavailable.' : video.description,
        thumbnails: deleted ? {} : thumbnails(box, video.id),
        channelTitle: channel.title,
        playlistId: uploadsId(channel.number),
        position,
        resourceId: { kind: 'youtube#video', videoId: video.id },
      },
      contentDetails: { videoId: video.id, ...(deleted ? {} : { videoPublishedAt: publishedAt }) },
      status: { privacyStatus: deleted ? 'privacyStatusUnspecified' : video.privacy },
    },
  );
}

/** `GET videos`: up to 50 ids; what is deleted, or not to be seen, is missing. [YTD; K] */
export function videos(request: FastifyRequest, google: Google, caller: ApiCaller): object {
  const parts = partsOf(request, ['id', 'snippet', 'contentDetails', 'statistics', 'status']);
  const ids = listOf(request, 'id');
  if (ids.length === 0) throw noFilter('chart, id, myRating');
  if (ids.length > MOST_IDS) {
    throw badParameter('invalidFilters', `The request specifies ${ids.length} ids, ${MOST_IDS} are allowed.`, 'id');
  }
  const shown = [...new Set(ids)].flatMap((id) => {
    const found = visibleVideo(google, caller, id);
    return found ? [videoResource(google, found.channel, found.video, parts)] : [];
  });
  const pageInfo = { totalResults: shown.length, resultsPerPage: shown.length };
  return { kind: 'youtube#videoListResponse', etag: etagOf(shown), items: shown, pageInfo };
}

export function visibleVideo(
  { people }: Google,
  caller: ApiCaller,
  id: string,
): { person: GooglePerson; channel: YouTubeChannel; video: YouTubeVideo } | undefined {
  const place = readYouTubeVideoId(id);
  const found = place && people.channel(place.channel);
  if (!found || found.channel.standing !== 'open' || place.index >= people.videoCount(found.channel)) return undefined;
  const video = people.video(found.person, found.channel, place.index);
  const isOwn = caller.person?.identity.number === found.person.identity.number;
  // Unlisted ones are shown to whoever knows the id.
  return video.deleted || (video.privacy === 'private' && !isOwn) ? undefined : { ...found, video };
}

function videoResource(
  { box }: Google,
  channel: YouTubeChannel,
  video: YouTubeVideo,
  parts: readonly string[],
): object {
  const { title, description } = video;
  return resource('video', video.id, parts, {
    snippet: {
      publishedAt: isoSeconds(video.at),
      channelId: channelId(channel.number),
      title,
      description,
      thumbnails: thumbnails(box, video.id),
      channelTitle: channel.title,
      tags: video.tags,
      categoryId: '22',
      liveBroadcastContent: 'none',
      localized: { title, description },
    },
    contentDetails: {
      duration: isoDuration(video.seconds),
      dimension: '2d',
      definition: 'hd',
      caption: 'false',
      licensedContent: false,
      contentRating: {},
      projection: 'rectangular',
    },
    // Text, and absent when hidden or switched off. [K]
    statistics: {
      viewCount: String(video.views),
      ...(channel.hidesCounts ? {} : { likeCount: String(video.likes) }),
      favoriteCount: '0',
      ...(channel.hidesCounts ? {} : { commentCount: String(video.comments) }),
    },
    status: {
      uploadStatus: 'processed',
      privacyStatus: video.privacy,
      license: 'youtube',
      embeddable: true,
      publicStatsViewable: true,
      madeForKids: false,
    },
  });
}

/** 63 → `PT1M3S`. */
function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, rest > 0 && `${rest}S`];
  return `PT${parts.filter((part) => part !== false).join('')}`;
}

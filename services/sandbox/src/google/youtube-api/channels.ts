import type { FastifyRequest } from 'fastify';
import type { Box } from '../../box/box';
import { queryField } from '../../box/parameters';
import type { YouTubeChannel } from '../../world/google-personas';
import { channelId, readChannelId, uploadsId } from '../../world/youtube-ids';
import type { ApiCaller } from '../api-caller';
import { GoogleApiError, loginRequired } from '../api-error';
import type { Google } from '../google';
import { pageOf } from './paging';
import { etagOf, isoSeconds, listOf, noFilter, partsOf, resource, thumbnails } from './parts';

const PARTS = ['id', 'snippet', 'statistics', 'contentDetails', 'status', 'brandingSettings'];
const YEAR = 365 * 86_400_000;

/** `GET channels`: by `mine`, `id` or `forHandle` (platforms.md 3.4). [YTD] */
export function channels(request: FastifyRequest, google: Google, caller: ApiCaller): object {
  const parts = partsOf(request, PARTS);
  const { items, head } = pageOf(request, chosenChannels(request, google, caller));
  const shown = items.map((channel) => channelResource(google, channel, parts));
  return {
    kind: 'youtube#channelListResponse',
    etag: etagOf(shown),
    ...head,
    // Without any channel the list itself is absent. [K]
    ...(shown.length === 0 ? {} : { items: shown }),
  };
}

function chosenChannels(request: FastifyRequest, { people }: Google, caller: ApiCaller): YouTubeChannel[] {
  const handle = queryField(request, 'forHandle');
  const ids = listOf(request, 'id');
  if (queryField(request, 'mine') === 'true') {
    if (!caller.person) throw loginRequired();
    const own = people.channelOf(caller.person);
    if (own) demandOpen(own);
    return own ? [own] : [];
  }
  if (handle !== undefined) return openOnly(people.channelNamed(handle)?.channel);
  if (ids.length > 0) return ids.flatMap((id) => openOnly(people.channel(readChannelId(id) ?? -1)?.channel));
  throw noFilter('id, forHandle, mine');
}

/** What its own person is told. That the list of channels answers so is inferred. [K, inf] */
export function demandOpen({ standing }: YouTubeChannel): void {
  if (standing === 'suspended') {
    throw new GoogleApiError(403, 'channelSuspended', 'The channel has been suspended.', 'youtube.channel');
  }
  if (standing === 'closed') {
    throw new GoogleApiError(403, 'channelClosed', 'The channel has been closed.', 'youtube.channel');
  }
}

/** Unknown, closed and suspended channels are simply missing for everybody else. [K] */
const openOnly = (channel: YouTubeChannel | undefined): YouTubeChannel[] =>
  channel?.standing === 'open' ? [channel] : [];

const foundedAt = (box: Box, { posting }: YouTubeChannel): number =>
  box.state.startedAt - posting.atStart * posting.everyHours * 3_600_000 - YEAR;

/** As many more as Analytics tells came and stayed. */
const subscribersNow = ({ world, state, clock }: Box, channel: YouTubeChannel): number =>
  channel.subscribers + world.youtubeAnalytics.subscribersSince(channel, state.startedAt, clock.now());

export function channelSnippet(box: Box, channel: YouTubeChannel) {
  const { title, handle, country, description } = channel;
  return {
    title,
    description,
    customUrl: `@${handle}`,
    publishedAt: isoSeconds(foundedAt(box, channel)),
    thumbnails: thumbnails(box, handle),
    localized: { title, description },
    ...(country === undefined ? {} : { country }),
  };
}

function channelResource({ box, people }: Google, channel: YouTubeChannel, parts: readonly string[]): object {
  const { number, title, description } = channel;
  const founded = foundedAt(box, channel);
  const videos = box.world.youtube.publicCount(channel, people.videoCount(channel));
  return resource('channel', channelId(number), parts, {
    snippet: channelSnippet(box, channel),
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsId(number) } },
    // Counts are text; a hidden one is absent, the others are rounded to three digits. [K]
    statistics: {
      viewCount: String(Math.floor((channel.viewsPerDay * (box.clock.now() - founded)) / 86_400_000)),
      ...(channel.hidesSubscribers ? {} : { subscriberCount: String(roundedDown(subscribersNow(box, channel))) }),
      hiddenSubscriberCount: channel.hidesSubscribers,
      videoCount: String(videos),
    },
    status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: 'allowed', madeForKids: false },
    brandingSettings: { channel: { title, description } },
  });
}

export function roundedDown(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 3);
  return Math.floor(count / step) * step;
}

import type { FastifyRequest } from 'fastify';
import { queryField, words } from '../../box/parameters';
import type { YouTubeChannel } from '../../world/google-personas';
import { channelId, readChannelId } from '../../world/youtube-ids';
import type { ApiCaller } from '../api-caller';
import { badParameter, GoogleApiError, loginRequired } from '../api-error';
import type { Google } from '../google';
import { channelSnippet, demandOpen } from './channels';
import { pageOf } from './paging';
import { etagOf, isoSeconds, partsOf, resource, thumbnails } from './parts';
import { uploads } from './videos';

/** Like the real one, it gives up after some hundred results. [K] */
const MOST_FOUND = 500;

/** `GET search`: channels by words, or the videos of one channel; in a bucket of its own. [YTD, YTQ] */
export function search(request: FastifyRequest, google: Google, caller: ApiCaller): object {
  const parts = partsOf(request, ['id', 'snippet']);
  const found =
    queryField(request, 'type') === 'channel'
      ? foundChannels(request, google, parts)
      : foundVideos(request, google, caller, parts);
  return {
    kind: 'youtube#searchListResponse',
    etag: etagOf(found.items),
    regionCode: 'US',
    ...found.head,
    items: found.items,
  };
}

/** Whose title or handle holds every word. How YouTube itself finds and weighs them is its secret. [inf] */
function foundChannels(request: FastifyRequest, google: Google, parts: readonly string[]) {
  const wanted = words(queryField(request, 'q')?.toLowerCase());
  const all = google.people.openChannels(({ title, handle }) => {
    const text = `${title} ${handle}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  }, MOST_FOUND);
  const { items, head } = pageOf(request, all);
  return { head, items: items.map((channel) => channelResult(google, channel, parts)) };
}

function channelResult(google: Google, channel: YouTubeChannel, parts: readonly string[]): object {
  const id = channelId(channel.number);
  const { title, description, publishedAt, thumbnails: pictures } = channelSnippet(google.box, channel);
  const snippet = { publishedAt, channelId: id, title, description, thumbnails: pictures, channelTitle: title };
  return resource('searchResult', { kind: 'youtube#channel', channelId: id }, parts, {
    snippet: { ...snippet, liveBroadcastContent: 'none' },
  });
}

function foundVideos(request: FastifyRequest, google: Google, caller: ApiCaller, parts: readonly string[]) {
  const found = searchedChannel(request, google, caller);
  const { items, head } = pageOf(request, found ? uploads(google, found.channel, found.isOwn) : []);
  const shown = (found ? items : []).flatMap((index) => {
    const video = found && google.people.video(found.person, found.channel, index);
    if (!video || video.deleted) return [];
    const snippet = {
      publishedAt: isoSeconds(video.at),
      channelId: channelId(found.channel.number),
      title: video.title,
      description: video.description,
      thumbnails: thumbnails(google.box, video.id),
      channelTitle: found.channel.title,
      liveBroadcastContent: 'none',
    };
    return [resource('searchResult', { kind: 'youtube#video', videoId: video.id }, parts, { snippet })];
  });
  return { head, items: shown };
}

function searchedChannel(request: FastifyRequest, { people }: Google, caller: ApiCaller) {
  if (queryField(request, 'forMine') === 'true') {
    if (!caller.person) throw loginRequired();
    if (queryField(request, 'type') !== 'video') {
      throw badParameter('invalidSearchFilter', 'forMine needs type=video.', 'forMine');
    }
    const channel = people.channelOf(caller.person);
    // Nobody without a channel has videos of their own. That search is the call that says so is inferred. [K, inf]
    if (!channel) throw new GoogleApiError(401, 'youtubeSignupRequired', 'Unauthorized', 'youtube.header');
    demandOpen(channel);
    return { person: caller.person, channel, isOwn: true };
  }
  const found = people.channel(readChannelId(queryField(request, 'channelId') ?? '') ?? -1);
  return found?.channel.standing === 'open' ? { ...found, isOwn: false } : undefined;
}

import { addSums, NO_SUMS, type SplitDimension, type Sums } from '../../world/youtube-analytics';
import type { YouTubeChannel } from '../../world/google-personas';
import { channelId, readYouTubeVideoId, youtubeVideoId } from '../../world/youtube-ids';
import type { ApiCaller } from '../api-caller';
import { GoogleApiError } from '../api-error';
import type { Google } from '../google';
import { pacificDay } from '../pacific-day';
import { MONETARY, type ReportQuery } from './query';

const DAY = 86_400_000;
const MOST_DAYS = 3_700;
const AVERAGE_PERCENT = 43;

type Row = (string | number)[];
/** A group of a report: what its dimensions say, and what was counted in it. */
interface Group {
  keys: Record<string, string>;
  sums: Sums;
}

/** `GET reports`: a table; rows are omitted where there is nothing, and the newest days are not known yet. [YTD, CODE] */
export function report(google: Google, caller: ApiCaller, query: ReportQuery): object {
  const channel = ownChannel(google, caller, query);
  const rows = query.dimensions.includes('ageGroup')
    ? audienceRows(google, channel, query)
    : rowsOf(query, groupsOf(google, channel, query));
  const page = sorted(query, rows).slice(
    query.startIndex - 1,
    query.startIndex - 1 + (query.maxResults ?? rows.length),
  );
  return {
    kind: 'youtubeAnalytics#resultTable',
    columnHeaders: [
      ...query.dimensions.map((name) => ({ name, columnType: 'DIMENSION', dataType: 'STRING' })),
      ...query.metrics.map((name) => ({ name, columnType: 'METRIC', dataType: typeOf(name) })),
    ],
    ...(page.length === 0 ? {} : { rows: page }),
  };
}

/** Only one's own channel has reports; somebody without an open one gets none. [K, inf] */
function ownChannel({ people }: Google, caller: ApiCaller, query: ReportQuery): YouTubeChannel {
  const own = caller.person && people.channelOf(caller.person);
  const asked =
    query.channel.toUpperCase() === 'MINE' || (own !== undefined && channelId(own.number) === query.channel);
  if (!own || !asked || own.standing !== 'open') {
    throw new GoogleApiError(403, 'forbidden', 'Forbidden');
  }
  return own;
}

function daysOf({ box }: Google, { startDate, endDate }: ReportQuery): string[] {
  const known = pacificDay(box.clock.now() - (box.state.settings.google.analyticsLagDays + 1) * DAY);
  const end = Date.parse(endDate < known ? endDate : known);
  // Who asks for everything since YouTube began gets the years that the world has.
  const start = Math.max(Date.parse(startDate), end - (MOST_DAYS - 1) * DAY);
  const days: string[] = [];
  for (let at = start; at <= end; at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Times × parts: each group with what was counted in it. */
function groupsOf(google: Google, channel: YouTubeChannel, query: ReportQuery): Group[] {
  const days = daysOf(google, query);
  if (query.dimensions.includes('video')) return videoGroups(google, channel, query, days);
  const byTime = new Map<string, Sums>();
  const videos = filteredVideos(google, channel, query);
  for (const day of days) {
    const time = query.time === undefined ? '' : query.time === 'day' ? day : day.slice(0, 7);
    byTime.set(time, addSums(byTime.get(time) ?? NO_SUMS, dayOf(google, channel, query, videos, day)));
  }
  return [...byTime].flatMap(([time, sums]) => {
    const keys = query.time === undefined ? {} : { [query.time]: time };
    if (query.split === undefined) return [{ keys, sums }];
    const { split } = query;
    return google.box.world.youtubeAnalytics
      .split(channel, split, sums)
      .map((part) => ({ keys: { ...keys, [split]: part.key }, sums: part.sums }));
  });
}

/** A day of the channel or of the chosen videos, narrowed by the other filters. */
function dayOf(
  { box }: Google,
  channel: YouTubeChannel,
  query: ReportQuery,
  videos: readonly number[] | undefined,
  day: string,
): Sums {
  const { youtubeAnalytics } = box.world;
  const whole = videos
    ? videos.map((index) => youtubeAnalytics.videoDay(channel, index, day)).reduce(addSums, NO_SUMS)
    : youtubeAnalytics.channelDay(channel, day);
  return query.filters
    .filter((filter) => filter.name !== 'video')
    .reduce(
      (sums, { name, values }) =>
        youtubeAnalytics
          .split(channel, name as SplitDimension, sums)
          .filter((part) => values.includes(part.key))
          .map((part) => part.sums)
          .reduce(addSums, NO_SUMS),
      whole,
    );
}

/** Indexes that `video==` names; ids of others count nothing. */
function filteredVideos({ people }: Google, channel: YouTubeChannel, { filters }: ReportQuery): number[] | undefined {
  const filter = filters.find((one) => one.name === 'video');
  const count = people.videoCount(channel);
  return filter?.values.flatMap((id) => {
    const place = readYouTubeVideoId(id);
    return place?.channel === channel.number && place.index < count ? [place.index] : [];
  });
}

function videoGroups(google: Google, channel: YouTubeChannel, query: ReportQuery, days: readonly string[]): Group[] {
  const { youtube } = google.box.world;
  const last = days.at(-1);
  if (last === undefined) return [];
  const count = youtube.countUntil(channel, Date.parse(last) + 2 * DAY);
  const indexes = filteredVideos(google, channel, query) ?? Array.from({ length: count }, (_, index) => index);
  return indexes.map((index) => {
    // Before that it has nothing; a day earlier, as summer time makes days begin an hour apart.
    const born = pacificDay(youtube.video(channel, index, google.box.clock.now()).at - DAY);
    const sums = days.filter((day) => day >= born).map((day) => dayOf(google, channel, query, [index], day));
    return { keys: { video: youtubeVideoId(channel.number, index) }, sums: sums.reduce(addSums, NO_SUMS) };
  });
}

function rowsOf(query: ReportQuery, groups: readonly Group[]): Row[] {
  return groups
    .filter((group) => group.sums.views > 0)
    .map(({ keys, sums }) => [
      ...query.dimensions.map((name) => keys[name] ?? ''),
      ...query.metrics.map((name) => metricOf(name, sums)),
    ]);
}

function audienceRows(google: Google, channel: YouTubeChannel, query: ReportQuery): Row[] {
  const videos = filteredVideos(google, channel, query);
  const total = daysOf(google, query)
    .map((day) => dayOf(google, channel, query, videos, day))
    .reduce(addSums, NO_SUMS);
  return google.box.world.youtubeAnalytics
    .audience(channel, total)
    .map(({ age, gender, percent }) => [
      ...query.dimensions.map((name) => (name === 'gender' ? gender : age)),
      ...query.metrics.map(() => percent),
    ]);
}

function metricOf(name: string, sums: Sums): number {
  if (name === 'averageViewDuration') return Math.round((sums.estimatedMinutesWatched * 60) / sums.views);
  if (name === 'averageViewPercentage') return Math.round(AVERAGE_PERCENT + (sums.likes / sums.views) * 100);
  if (MONETARY.includes(name)) return Math.round(sums.views * 0.18) / 100;
  return sums[name as keyof Sums];
}

const typeOf = (metric: string): string =>
  metric === 'viewerPercentage' || metric === 'averageViewPercentage' || MONETARY.includes(metric)
    ? 'FLOAT'
    : 'INTEGER';

/** By the columns of `sort`, `-` downwards; without it by the dimensions, upwards. */
function sorted(query: ReportQuery, rows: Row[]): Row[] {
  const columns = [...query.dimensions, ...query.metrics];
  const order = (query.sort.length > 0 ? query.sort : query.dimensions).map((name) => ({
    column: columns.indexOf(name.replace(/^-/, '')),
    down: name.startsWith('-'),
  }));
  return rows.toSorted((a, b) => {
    for (const { column, down } of order) {
      const [left = 0, right = 0] = [a[column], b[column]];
      if (left !== right) return left < right === down ? 1 : -1;
    }
    return 0;
  });
}

import type { FastifyRequest } from 'fastify';
import { queryField, words } from '../../box/parameters';
import type { SplitDimension, Sums } from '../../world/youtube-analytics';
import { GoogleApiError } from '../api-error';

export const SUM_METRICS: readonly (keyof Sums)[] = [
  'views',
  'engagedViews',
  'estimatedMinutesWatched',
  'likes',
  'dislikes',
  'comments',
  'shares',
  'subscribersGained',
  'subscribersLost',
];
const AVERAGES = ['averageViewDuration', 'averageViewPercentage'];
/** Need the monetary scope. */
export const MONETARY = ['estimatedRevenue', 'estimatedAdRevenue', 'grossRevenue', 'cpm', 'playbackBasedCpm'];
const SPLIT_METRICS = ['views', 'engagedViews', 'estimatedMinutesWatched', ...AVERAGES];
const SPLITS: readonly string[] = ['country', 'insightTrafficSourceType', 'deviceType', 'subscribedStatus'];
const TIMES: readonly string[] = ['day', 'month'];
const FILTERS = ['video', 'country', 'subscribedStatus', 'deviceType', 'insightTrafficSourceType'];
const MOST_VIDEOS = 200;

/** A report query that one of the documented reports fits (platforms.md 3.5). [YTD; report rules K] */
export interface ReportQuery {
  channel: string;
  startDate: string;
  endDate: string;
  metrics: string[];
  dimensions: string[];
  time?: 'day' | 'month';
  split?: SplitDimension;
  filters: { name: string; values: string[] }[];
  sort: string[];
  maxResults: number | undefined;
  startIndex: number;
}

const unsupported = (): GoogleApiError =>
  new GoogleApiError(
    400,
    'badRequest',
    'The query is not supported. Check the documentation for supported queries: https://developers.google.com/youtube/analytics/channel_reports',
  );

const invalid = (name: string, value: string): GoogleApiError =>
  new GoogleApiError(400, 'badRequest', `Invalid value '${value}' for parameter ${name}.`, 'global', {
    location: [name, 'parameter'],
  });

export function readReportQuery(request: FastifyRequest): ReportQuery {
  const query: ReportQuery = {
    channel: channelOf(request),
    startDate: dateOf(request, 'startDate'),
    endDate: dateOf(request, 'endDate'),
    metrics: words(required(request, 'metrics'), /,/),
    dimensions: words(queryField(request, 'dimensions'), /,/),
    filters: filtersOf(request),
    sort: words(queryField(request, 'sort'), /,/),
    maxResults: numberOf(request, 'maxResults'),
    startIndex: numberOf(request, 'startIndex') ?? 1,
  };
  if (query.startDate > query.endDate) throw invalid('endDate', query.endDate);
  const time = query.dimensions.find((dimension) => TIMES.includes(dimension)) as ReportQuery['time'];
  const split = query.dimensions.find((dimension) => SPLITS.includes(dimension)) as SplitDimension | undefined;
  const completed = { ...query, ...(time ? { time } : {}), ...(split ? { split } : {}) };
  checkReport(completed);
  return completed;
}

/** Which metrics go with which dimensions; anything else is "not supported". */
function checkReport({ dimensions, metrics, split, time, sort, maxResults }: ReportQuery): void {
  const isAudience = dimensions.join() === 'ageGroup,gender' || dimensions.join() === 'gender,ageGroup';
  const isVideos = dimensions.join() === 'video';
  const isRest = dimensions.length === [time, split].filter((one) => one !== undefined).length;
  if (!isAudience && !isVideos && !isRest) throw unsupported();
  const allowed = isAudience
    ? ['viewerPercentage']
    : split
      ? SPLIT_METRICS
      : [...SUM_METRICS, ...AVERAGES, ...MONETARY];
  if (metrics.some((metric) => !allowed.includes(metric))) throw unsupported();
  // The list of top videos has to be asked for as one: sorted downwards, with an end.
  if (isVideos && (!sort[0]?.startsWith('-') || maxResults === undefined || maxResults > MOST_VIDEOS))
    throw unsupported();
  const columns = [...dimensions, ...metrics];
  const unknown = sort.find((name) => !columns.includes(name.replace(/^-/, '')));
  if (unknown !== undefined) throw invalid('sort', unknown);
}

function channelOf(request: FastifyRequest): string {
  const ids = required(request, 'ids');
  const channel = /^channel==(MINE|mine|UC[\w-]+)$/.exec(ids)?.[1];
  if (channel === undefined) throw invalid('ids', ids);
  return channel;
}

function dateOf(request: FastifyRequest, name: string): string {
  const text = required(request, name);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) !== text) {
    throw invalid(name, text);
  }
  return text;
}

function numberOf(request: FastifyRequest, name: string): number | undefined {
  const text = queryField(request, name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw invalid(name, text);
  return Number(text);
}

/** `video==a,b;country==US`: `;` means and, `,` means or. */
function filtersOf(request: FastifyRequest): ReportQuery['filters'] {
  return words(queryField(request, 'filters'), /;/).map((text) => {
    const [name = '', values = ''] = text.split('==', 2);
    if (!FILTERS.includes(name) || values === '') throw invalid('filters', text);
    return { name, values: words(values, /,/) };
  });
}

function required(request: FastifyRequest, name: string): string {
  const text = queryField(request, name) ?? '';
  if (text === '') {
    throw new GoogleApiError(400, 'required', `Required parameter: ${name}`, 'global', {
      location: [name, 'parameter'],
    });
  }
  return text;
}

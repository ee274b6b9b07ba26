import type { Box } from '../../box/box';
import { audience, type AudienceDimension } from '../../world/audience';
import { instagramId } from '../../world/ids';
import type { InstagramAccount } from '../../world/instagram-accounts';
import { between } from '../../world/random';
import { badParameter, metricRemoved } from './graph-error';
import { brokenDown, titleOf, type Insight } from './insight-answer';
import { graphTime } from './media-fields';

const DAY = 86_400_000;
const LONGEST_DAYS = 30;
const FEWEST_FOLLOWERS = 100;
const DEMOGRAPHICS: readonly AudienceDimension[] = ['age', 'city', 'country', 'gender'];

const BREAKDOWNS: Record<string, readonly [string, number][]> = {
  media_product_type: [
    ['POST', 40],
    ['REEL', 38],
    ['STORY', 14],
    ['CAROUSEL_CONTAINER', 7],
    ['AD', 1],
  ],
  follow_type: [
    ['FOLLOWER', 62],
    ['NON_FOLLOWER', 36],
    ['UNKNOWN', 2],
  ],
  follower_type: [
    ['FOLLOWER', 62],
    ['NON_FOLLOWER', 36],
    ['UNKNOWN', 2],
  ],
  contact_button_type: [
    ['TEXT', 5],
    ['EMAIL', 4],
    ['CALL', 2],
    ['DIRECTION', 1],
  ],
};

interface Metric {
  breakdowns: readonly string[];
  /** Of the followers, on an ordinary day. */
  daily: number;
  timeSeries?: true;
  needsFollowers?: true;
  /** Only of the last 30 days. */
  recent?: true;
}

/** The table of platforms.md 1.10. [IGUI] */
const METRICS: Record<string, Metric> = {
  reach: { breakdowns: ['media_product_type', 'follow_type'], daily: 0.35, timeSeries: true },
  views: { breakdowns: ['follower_type', 'media_product_type'], daily: 0.6 },
  accounts_engaged: { breakdowns: [], daily: 0.05 },
  total_interactions: { breakdowns: ['media_product_type'], daily: 0.07 },
  likes: { breakdowns: ['media_product_type'], daily: 0.05 },
  comments: { breakdowns: ['media_product_type'], daily: 0.004 },
  saves: { breakdowns: ['media_product_type'], daily: 0.006 },
  shares: { breakdowns: ['media_product_type'], daily: 0.005 },
  replies: { breakdowns: [], daily: 0.002 },
  reposts: { breakdowns: [], daily: 0.001 },
  follows_and_unfollows: { breakdowns: ['follow_type'], daily: 0.003, needsFollowers: true },
  profile_links_taps: { breakdowns: ['contact_button_type'], daily: 0.002 },
  follower_count: { breakdowns: [], daily: 0.002, timeSeries: true, needsFollowers: true, recent: true },
};
const ONLINE = 'online_followers';
const AUDIENCES: Record<string, number> = { follower_demographics: 1, engaged_audience_demographics: 0.18 };
const REMOVED =
  /^(impressions|profile_views|website_clicks|email_contacts|phone_call_clicks|text_message_clicks|get_directions_clicks|audience_.+)$/;

export interface AccountInsightsRequest {
  metrics: string[];
  period: string | undefined;
  metricType: string | undefined;
  breakdown: string | undefined;
  timeframe: string | undefined;
  since: number | undefined;
  until: number | undefined;
}

/** Numbers of an account, by day or about its audience. Small accounts get no rows, not zeros. */
export function accountInsights(box: Box, account: InstagramAccount, request: AccountInsightsRequest): Insight[] {
  if (request.metrics.length === 0) throw badParameter('The parameter metric is required');
  if (request.period === undefined) throw badParameter('The parameter period is required');
  return request.metrics.flatMap((name) => {
    if (REMOVED.test(name)) throw metricRemoved(name, 'user');
    if (name in AUDIENCES) return demographics(box, account, name, request);
    if (name === ONLINE) return onlineFollowers(box, account, request);
    const metric = METRICS[name];
    if (!metric) {
      throw badParameter(
        `metric[0] must be one of the following values: ${[...Object.keys(METRICS), ONLINE, ...Object.keys(AUDIENCES)].join(', ')}`,
      );
    }
    return daily(box, account, name, metric, request);
  });
}

function demographics(box: Box, account: InstagramAccount, name: string, request: AccountInsightsRequest): Insight[] {
  const { period, metricType, breakdown, timeframe } = request;
  if (period !== 'lifetime') throw badParameter(`Incompatible period: ${name} supports lifetime`);
  if (metricType !== 'total_value') throw mustBeTotal(name);
  if (timeframe !== undefined && timeframe !== 'this_week' && timeframe !== 'this_month') {
    throw badParameter(`timeframe ${timeframe} is not supported for ${name}`);
  }
  const dimension = DEMOGRAPHICS.find((one) => one === breakdown);
  if (!dimension) throw badParameter(`breakdown must be one of: ${DEMOGRAPHICS.join(', ')}`);
  const people = Math.floor(account.followers * (AUDIENCES[name] ?? 0));
  if (people < FEWEST_FOLLOWERS) return [];
  const told = timeframe === undefined ? [] : [timeframe.toUpperCase()];
  const results = audience(box.world.seed, account.number, people, dimension).map(({ key, value }) => ({
    dimension_values: [...told, key],
    value,
  }));
  const dimensionKeys = [...(timeframe === undefined ? [] : ['timeframe']), dimension];
  return [
    { ...named(account, name, 'lifetime'), total_value: { breakdowns: [{ dimension_keys: dimensionKeys, results }] } },
  ];
}

function daily(
  box: Box,
  account: InstagramAccount,
  name: string,
  metric: Metric,
  request: AccountInsightsRequest,
): Insight[] {
  const { period, metricType, breakdown } = request;
  if (period !== 'day') throw badParameter(`Incompatible period: ${name} supports day`);
  if (metric.needsFollowers && account.followers < FEWEST_FOLLOWERS) return [];
  if (breakdown !== undefined && !metric.breakdowns.includes(breakdown)) {
    throw badParameter(`breakdown ${breakdown} is not supported for ${name}`);
  }
  if (metric.recent) demandRecent(box, name, request);
  const days = daysOf(box, request);
  const values = days.map((day) => dayValue(box.world.seed, account, name, metric, day));
  if (metricType === 'total_value') {
    const total = values.reduce((sum, value) => sum + value, 0);
    const parts = breakdown === undefined ? undefined : BREAKDOWNS[breakdown];
    return [
      {
        ...named(account, name, 'day'),
        total_value: parts && breakdown ? brokenDown(total, breakdown, parts) : { value: total },
      },
    ];
  }
  if (!metric.timeSeries) throw mustBeTotal(name);
  return [
    {
      ...named(account, name, 'day'),
      values: values.map((value, i) => ({ value, end_time: graphTime(((days[i] ?? 0) + 1) * DAY) })),
    },
  ];
}

/** How many followers are online in each hour of a day. [K] */
function onlineFollowers(box: Box, account: InstagramAccount, request: AccountInsightsRequest): Insight[] {
  if (request.period !== 'lifetime') throw badParameter(`Incompatible period: ${ONLINE} supports lifetime`);
  demandRecent(box, ONLINE, request);
  if (account.followers < FEWEST_FOLLOWERS) return [];
  const ofDay = (day: number): Record<string, number> =>
    Object.fromEntries(
      Array.from({ length: 24 }, (_, hour) => [
        String(hour),
        Math.floor(account.followers * between(0.05, 0.4, box.world.seed, ONLINE, account.number, day, hour)),
      ]),
    );
  const values = daysOf(box, request).map((day) => ({ value: ofDay(day), end_time: graphTime((day + 1) * DAY) }));
  return [{ ...named(account, ONLINE, 'lifetime'), values }];
}

function demandRecent(box: Box, name: string, request: AccountInsightsRequest): void {
  if (spanOf(box, request).since * 1000 >= box.clock.now() - (LONGEST_DAYS + 1) * DAY) return;
  throw badParameter(`(${name}) metric only supports querying data for the last 30 days excluding the current day`);
}

/** In unix seconds; the last 24 hours unless told otherwise. */
export function spanOf(box: Box, { since, until }: Pick<AccountInsightsRequest, 'since' | 'until'>) {
  const end = until ?? box.clock.seconds();
  return { since: since ?? end - DAY / 1000, until: end };
}

/** Whole days, as numbers since 1970. */
function daysOf(box: Box, request: AccountInsightsRequest): number[] {
  const span = spanOf(box, request);
  const [start, end] = [span.since * 1000, span.until * 1000];
  if (end < start) throw badParameter('since must be before until');
  if (end - start > LONGEST_DAYS * DAY) {
    throw badParameter('There cannot be more than 30 days (2592000 s) between since and until');
  }
  const first = Math.floor(start / DAY);
  return Array.from({ length: Math.max(1, Math.ceil((end - start) / DAY)) }, (_, i) => first + i);
}

const dayValue = (seed: string, account: InstagramAccount, name: string, metric: Metric, day: number): number =>
  Math.floor(account.followers * metric.daily * between(0.6, 1.4, seed, name, account.number, day));

const mustBeTotal = (name: string) =>
  badParameter(`The following metrics (${name}) should be specified with parameter metric_type=total_value`);

const named = (account: InstagramAccount, name: string, period: string) => ({
  name,
  period,
  title: titleOf(name),
  description: `${titleOf(name)} of this account.`,
  id: `${instagramId(account.number)}/insights/${name}/${period}`,
});

import type { Box } from '../../box/box';
import { postNumbers, type PostNumbers } from '../../world/instagram-numbers';
import type { InstagramPost } from '../../world/instagram-posts';
import { badParameter, GraphError, metricNotHere, metricRemoved } from './graph-error';
import { brokenDown, titleOf, type Insight, type TotalValue } from './insight-answer';

export type Surface = 'FEED' | 'REELS' | 'STORY';
type Split = (total: number) => TotalValue;

interface Metric {
  on: readonly Surface[];
  value(numbers: PostNumbers): number;
  breakdown?: { name: string; split: Split };
  needsFacebook?: true;
}

const ALL: readonly Surface[] = ['FEED', 'REELS', 'STORY'];
const POSTS: readonly Surface[] = ['FEED', 'REELS'];
const interactions = (n: PostNumbers): number => n.likes + n.comments + n.saved + n.shares;

const ACTIONS: Split = (total) =>
  brokenDown(total, 'action_type', [
    ['BIO_LINK_CLICKED', 6],
    ['EMAIL', 2],
    ['CALL', 1],
    ['OTHER', 1],
  ]);
const NAVIGATION: Split = (total) =>
  brokenDown(total, 'story_navigation_action_type', [
    ['TAP_FORWARD', 60],
    ['SWIPE_FORWARD', 18],
    ['TAP_EXIT', 14],
    ['TAP_BACK', 8],
  ]);

/** The table of platforms.md 1.9. [IGMI, FB26] */
const METRICS: Record<string, Metric> = {
  views: { on: ALL, value: (n) => n.views },
  reach: { on: ALL, value: (n) => n.reach },
  shares: { on: ALL, value: (n) => n.shares },
  total_interactions: { on: ALL, value: interactions },
  reposts: { on: ALL, value: (n) => n.reposts },
  facebook_views: { on: ALL, value: (n) => n.facebookViews, needsFacebook: true },
  likes: { on: POSTS, value: (n) => n.likes },
  comments: { on: POSTS, value: (n) => n.comments },
  saved: { on: POSTS, value: (n) => n.saved },
  total_likes: { on: POSTS, value: (n) => n.likes },
  total_comments: { on: POSTS, value: (n) => n.comments },
  total_views: { on: ALL, value: (n) => n.views + n.facebookViews },
  follows: { on: ['FEED', 'STORY'], value: (n) => n.follows },
  profile_visits: { on: ['FEED', 'STORY'], value: (n) => n.profileVisits },
  profile_activity: {
    on: ['FEED', 'STORY'],
    value: (n) => n.profileActivity,
    breakdown: { name: 'action_type', split: ACTIONS },
  },
  ig_reels_avg_watch_time: { on: ['REELS'], value: (n) => n.averageWatchMs },
  ig_reels_video_view_total_time: { on: ['REELS'], value: (n) => n.averageWatchMs * n.views },
  reels_skip_rate: { on: ['REELS'], value: (n) => n.skipRate },
  crossposted_views: { on: ['REELS'], value: (n) => n.views + n.facebookViews, needsFacebook: true },
  navigation: {
    on: ['STORY'],
    value: (n) => n.navigation,
    breakdown: { name: 'story_navigation_action_type', split: NAVIGATION },
  },
  replies: { on: ['STORY'], value: (n) => n.replies },
  link_clicks: { on: ['STORY'], value: (n) => n.linkClicks },
};

/** Gone from the API (2023 to 2025). [IGMI, GVER] */
const REMOVED =
  /^(impressions|plays|clips_replays_count|ig_reels_aggregated_all_plays_count|video_views|engagement|exits|taps_.+|carousel_album_.+)$/;
const IMPRESSIONS_ENDED = Date.UTC(2024, 6, 2);
const NO_NUMBERS_YET_MS = 10 * 60_000;
/** Two years. [IGMI] */
const KEPT_MS = 730 * 86_400_000;
const FEWEST_STORY_VIEWERS = 5;

export function surfaceOf({ kind }: InstagramPost): Surface {
  if (kind === 'STORY') return 'STORY';
  return kind === 'REEL' ? 'REELS' : 'FEED';
}

/** Insights of one post or story. Throws Meta's errors; an answer without data is an empty list, never zeros. */
export function mediaInsights(
  box: Box,
  post: InstagramPost,
  asked: readonly string[],
  breakdown: string | undefined,
): Insight[] {
  const surface = surfaceOf(post);
  if (asked.length === 0) throw badParameter('The parameter metric is required');
  if (post.beforeConversion) throw postedBeforeConversion();
  for (const name of asked) check(name, surface, post, breakdown);

  const now = box.clock.now();
  if (now - post.at < NO_NUMBERS_YET_MS || now - post.at > KEPT_MS) return [];
  const numbers = postNumbers(box.world.seed, post, now);
  if (surface === 'STORY' && numbers.reach < FEWEST_STORY_VIEWERS) {
    throw new GraphError(10, '(#10) Not enough viewers for the media to show insights');
  }
  return asked.map((name) => insight(name, post, numbers, breakdown));
}

function check(name: string, surface: Surface, post: InstagramPost, breakdown: string | undefined): void {
  const metric = METRICS[name];
  if (name === 'impressions' && post.at < IMPRESSIONS_ENDED) return;
  if (REMOVED.test(name)) {
    throw metricRemoved(name, 'media');
  }
  if (!metric) throw badParameter(`metric[0] must be one of the following values: ${Object.keys(METRICS).join(', ')}`);
  if (!metric.on.includes(surface)) {
    throw metricNotHere(name);
  }
  if (metric.needsFacebook && !post.sharedToFacebook) {
    throw badParameter(`The ${name} metric is only available for media that is shared to Facebook.`);
  }
  // What a wrong breakdown is answered with, literally. [IGMI]
  if (breakdown !== undefined && metric.breakdown?.name !== breakdown)
    throw new GraphError(1, 'An unknown error has occurred.');
}

function insight(name: string, post: InstagramPost, numbers: PostNumbers, breakdown: string | undefined): Insight {
  const metric = METRICS[name];
  const value = metric?.value(numbers) ?? numbers.views;
  const told =
    breakdown === undefined || !metric?.breakdown
      ? { values: [{ value }] }
      : { total_value: metric.breakdown.split(value) };
  return {
    name,
    period: 'lifetime',
    ...told,
    title: titleOf(name),
    description: `${titleOf(name)} of this media, since it was made.`,
    id: `${post.id}/insights/${name}/lifetime`,
  };
}

function postedBeforeConversion(): GraphError {
  return new GraphError(100, 'Invalid parameter', {
    subcode: 2108006,
    transient: false,
    userTitle: 'Media posted before business account conversion',
    userMessage: 'The media was posted before the account was converted to a professional account.',
  });
}

import type { PostType } from '../capabilities/reading';

interface MetricSet {
  /** Asked together in one call. */
  readonly plain: readonly string[];
  /** Each needs a call of its own, with this breakdown. */
  readonly brokenDown: Readonly<Record<string, string>>;
}

/**
 * Meta, Instagram media insights reference. Not asked: `facebook_views` and `crossposted_views`, which fail on every
 * post that is not shared to Facebook, and all that Meta removed (`impressions`, `plays`, `video_views` ...).
 */
const FEED: MetricSet = {
  plain: words(
    'views reach likes comments saved shares total_interactions reposts follows profile_visits ' +
      'total_likes total_comments total_views',
  ),
  brokenDown: { profile_activity: 'action_type' },
};

const REELS: MetricSet = {
  plain: words(
    'views reach likes comments saved shares total_interactions reposts ig_reels_avg_watch_time ' +
      'ig_reels_video_view_total_time reels_skip_rate total_likes total_comments total_views',
  ),
  brokenDown: {},
};

const STORY: MetricSet = {
  plain: words('views reach replies shares total_interactions reposts follows profile_visits link_clicks total_views'),
  brokenDown: { navigation: 'story_navigation_action_type', profile_activity: 'action_type' },
};

export const MEDIA_METRICS: Readonly<Record<PostType, MetricSet>> = {
  image: FEED,
  video: FEED,
  carousel: FEED,
  reel: REELS,
  story: STORY,
};

/** Meta, Instagram account insights reference: totals of a period of days. */
export const ACCOUNT_METRICS: MetricSet = {
  plain: words(
    'reach views accounts_engaged total_interactions likes comments saves shares replies reposts ' +
      'profile_links_taps',
  ),
  brokenDown: { follows_and_unfollows: 'follow_type' },
};

export const AUDIENCE_METRICS = {
  followers: 'follower_demographics',
  engaged: 'engaged_audience_demographics',
} as const;

export const AUDIENCE_DIMENSIONS = ['age', 'city', 'country', 'gender'] as const;

function words(text: string): readonly string[] {
  return text.split(' ');
}

/**
 * The figures of an account that are kept over time. Those of the profile are told by the platform; the others add up its
 * collected posts, as they were at the end of a run.
 */
export const accountMetrics = ['followers', 'posts', 'post_views', 'post_reach', 'post_engagements'] as const;
export type AccountMetric = (typeof accountMetrics)[number];

/** Why there is no figure at all. */
export const lackReasons = ['not_collected_yet', 'refused', 'not_told'] as const;
export type LackReason = (typeof lackReasons)[number];

/** What posts are asked for, where it is a figure of the platform's own. */
const metricOfPosts: Partial<Record<AccountMetric, string>> = { post_views: 'views', post_reach: 'reach' };

/** `refused` as a feed remembers it: a metric, with the kind of post before it where only that kind lacks it. */
export function lackOf(name: AccountMetric, feed: { collectedAt: Date | null; refusedMetrics: string[] }): LackReason {
  if (!feed.collectedAt) return 'not_collected_yet';
  const asked = metricOfPosts[name];
  const refused = feed.refusedMetrics.some((metric) => metric.split(':').at(-1) === asked);
  return refused ? 'refused' : 'not_told';
}

import type { CollectionGap } from '../../feeds/domain/collection-gap';
import { dailySeries, type DailyPoint, type Day, type DayFigure } from '../../metrics/domain/daily-series';

export const campaignFigures = ['reach', 'views', 'engagements'] as const;
export type CampaignFigure = (typeof campaignFigures)[number];

/** Why there is no figure at all; `not_in_days`: all that is known is of other days. */
export const campaignLacks = ['not_begun', 'no_posts', 'not_told', 'not_in_days'] as const;
export type CampaignLack = (typeof campaignLacks)[number];

/** One account's figure over time; both lists oldest first. */
export interface AccountHistory {
  figures: readonly DayFigure[];
  gaps: readonly CollectionGap[];
}

export interface CampaignPoint extends DailyPoint {
  /** Accounts that were not collected on that day, by cause: the sum holds what was known of them before. */
  missing: { cause: string; accounts: number }[];
}

/**
 * A sum over accounts, day by day. A day on which none of them was collected is a gap; one on which some were is known, with
 * the last figures of the others, which are named as missing: a sum that dropped would look like a bad result.
 */
export function campaignSeries(days: readonly Day[], accounts: readonly AccountHistory[], now: Date): CampaignPoint[] {
  const seen = accounts.map(({ figures, gaps }) => dailySeries(days, figures, gaps, now));
  const known = accounts.map(({ figures }) => dailySeries(days, figures, [], now));
  return days.map(({ day }, index): CampaignPoint => {
    const gaps = seen.flatMap((points) => points[index]!.gap ?? []);
    const last = known.flatMap((points) => {
      const { value, since } = points[index]!;
      return value === null || since === null ? [] : [{ value, since }];
    });
    if (!seen.some((points) => points[index]!.value !== null))
      return { day, value: null, since: null, gap: gaps[0] ?? null, missing: [] };
    return {
      day,
      value: last.reduce((sum, { value }) => sum + value, 0),
      since: last.map(({ since }) => since).reduce((a, b) => (a > b ? a : b)),
      gap: null,
      missing: [...Map.groupBy(gaps, (cause) => cause)].map(([cause, same]) => ({ cause, accounts: same.length })),
    };
  });
}

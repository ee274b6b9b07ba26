import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { Day, DayFigure } from '../../metrics/domain/daily-series';
import { engagementParts } from '../../posts/persistence/figure-sql';
import type { CampaignFigure } from '../domain/campaign-days';
import { scoped, valuesOf, type ReportScope } from './scoped-posts';

/** More days make no readable chart, and are the most that one answer holds. */
const mostDays = 366;

export interface CampaignFigureChange extends DayFigure {
  accountId: string;
  name: CampaignFigure;
}

/** Figures of the posts of a campaign over time, in the days of the campaign, which are UTC. */
@Injectable()
export class CampaignDaysRepository {
  /**
   * The last `count` days, today included; without a count the days of the campaign up to today, which begin with its
   * first post where it has no first day. Oldest first; none before the campaign has begun.
   */
  async days(tx: Tx, scope: ReportScope, count: number | undefined): Promise<Day[]> {
    return sqlRows<Day>(
      tx,
      `WITH ${scoped}, today AS (SELECT (now() AT TIME ZONE 'UTC')::date AS day),
       last AS (SELECT CASE WHEN $5::int IS NULL THEN least(coalesce($4::date, day), day) ELSE day END AS day FROM today),
       first AS (
         SELECT greatest(last.day - (coalesce($5::int, $6::int) - 1), CASE WHEN $5::int IS NULL THEN
                  coalesce($3::date, (SELECT (min(posted_at) AT TIME ZONE 'UTC')::date FROM scoped
                                       WHERE coalesce(decision, within)), last.day) END) AS day
           FROM last)
       SELECT d::text AS day, d::timestamp AT TIME ZONE 'UTC' AS begins, (d + 1)::timestamp AT TIME ZONE 'UTC' AS ends
         FROM first, last, LATERAL (SELECT first.day + n AS d FROM generate_series(0, last.day - first.day) AS n) AS days
        ORDER BY d`,
      [...valuesOf(scope), count ?? null, mostDays],
    );
  }

  /**
   * What the posts that count added up to at the end of each day on which that changed, by account and figure, and once
   * for all the time before `firstDay`; oldest first.
   */
  async changes(tx: Tx, scope: ReportScope, firstDay: string): Promise<CampaignFigureChange[]> {
    return sqlRows<CampaignFigureChange>(
      tx,
      `WITH ${scoped}, figures AS (
         SELECT h.account_id, h.platform_post_id, h.name, h.value, h.as_of,
                greatest((h.as_of AT TIME ZONE 'UTC')::date, $5::date - 1) AS day,
                CASE WHEN h.name = ANY($6::text[]) THEN 'engagements' ELSE h.name END AS figure
           FROM metric_history h
           JOIN scoped p ON p.account_id = h.account_id AND p.platform_post_id = h.platform_post_id
          WHERE coalesce(p.decision, p.within) AND (h.name IN ('reach', 'views') OR h.name = ANY($6::text[]))
       ), last_of_day AS (
         SELECT DISTINCT ON (account_id, platform_post_id, name, day) * FROM figures
          ORDER BY account_id, platform_post_id, name, day, as_of DESC
       ), steps AS (
         SELECT account_id, figure, day, as_of,
                value - coalesce(lag(value) OVER (PARTITION BY account_id, platform_post_id, name ORDER BY day), 0) AS step
           FROM last_of_day
       )
       SELECT account_id AS "accountId", figure AS name, day::text AS day, max(as_of) AS "asOf",
              sum(sum(step)) OVER (PARTITION BY account_id, figure ORDER BY day) AS value
         FROM steps GROUP BY account_id, figure, day ORDER BY day, account_id, figure`,
      [...valuesOf(scope), firstDay, engagementParts],
    );
  }
}

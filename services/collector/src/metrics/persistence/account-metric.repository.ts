import { Injectable } from '@nestjs/common';
import { AppError, fieldFault, requestErrors } from '@creator-connect/contracts';
import { sqlRows, sqlState, type Tx } from '@creator-connect/persistence';
import { figure, sumOfEngagements } from '../../posts/persistence/figure-sql';
import type { AccountMetric } from '../domain/account-metrics';
import type { Day, DayFigure } from '../domain/daily-series';

/** Figures of an account itself, over time. */
@Injectable()
export class AccountMetricRepository {
  /** At the end of a run: what all posts add up to now. A sum that stands still is not written again. */
  async noteTotals(tx: Tx, organisationId: string, accountId: string): Promise<void> {
    await tx.query(
      `WITH totals AS (
         SELECT sum(${figure('views')}) AS post_views, sum(${figure('reach')}) AS post_reach,
                ${sumOfEngagements} AS post_engagements
           FROM posts WHERE account_id = $1
       )
       INSERT INTO metric_history (account_id, name, as_of, value, org_id)
       SELECT $1, t.name, now(), t.value, $2
         FROM totals CROSS JOIN LATERAL (VALUES ('post_views', post_views), ('post_reach', post_reach),
                                                ('post_engagements', post_engagements)) AS t(name, value)
        WHERE t.value IS NOT NULL AND t.value IS DISTINCT FROM (
          SELECT value FROM metric_history
           WHERE account_id = $1 AND platform_post_id = '' AND name = t.name ORDER BY as_of DESC LIMIT 1)
       ON CONFLICT DO NOTHING`,
      [accountId, organisationId],
    );
  }

  /** The last days there, today included, oldest first. */
  async days(tx: Tx, count: number, timeZone: string): Promise<Day[]> {
    try {
      return await sqlRows<Day>(
        tx,
        `SELECT d::text AS day, d::timestamp AT TIME ZONE $2 AS begins, (d + 1)::timestamp AT TIME ZONE $2 AS ends
           FROM generate_series(1, $1::int) AS back,
                LATERAL (SELECT (now() AT TIME ZONE $2)::date - (back - 1)) AS days(d)
          ORDER BY d`,
        [count, timeZone],
      );
    } catch (error) {
      // A zone that browsers know and PostgreSQL does not.
      if (sqlState(error) !== '22023') throw error;
      throw new AppError(requestErrors.invalid, { errors: [fieldFault('timeZone', 'not_time_zone')] });
    }
  }

  /** The last change of each figure on each day since `firstDay`, and the last one before it; oldest first. */
  async changes(
    tx: Tx,
    accountId: string,
    names: readonly AccountMetric[],
    { firstDay, timeZone }: { firstDay: string; timeZone: string },
  ): Promise<(DayFigure & { name: AccountMetric })[]> {
    return sqlRows(
      tx,
      `WITH named AS (
         SELECT name, value, as_of, (as_of AT TIME ZONE $4)::date AS day FROM metric_history
          WHERE account_id = $1 AND platform_post_id = '' AND name = ANY($2)
       )
       SELECT DISTINCT ON (as_of_day, name) name, value, as_of AS "asOf", day::text AS day
         FROM named CROSS JOIN LATERAL (SELECT greatest(day, $3::date - 1) AS as_of_day) AS g
        ORDER BY as_of_day, name, as_of DESC`,
      [accountId, names, firstDay, timeZone],
    );
  }
}

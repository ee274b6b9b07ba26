import { Injectable } from '@nestjs/common';
import { databaseNow, type Tx } from '@creator-connect/persistence';
import type { Feed } from '../feeds/domain/feed';
import type { CollectionGap } from '../feeds/domain/collection-gap';
import { GapRepository } from '../feeds/persistence/gap.repository';
import { accountMetrics, lackOf, type AccountMetric, type LackReason } from './domain/account-metrics';
import { dailySeries, type DailyPoint } from './domain/daily-series';
import { AccountMetricRepository } from './persistence/account-metric.repository';

export interface DailyRange {
  /** Today is the last of them. */
  days: number;
  timeZone: string;
}

export interface MetricSeries {
  name: AccountMetric;
  /** Null: there are figures. */
  lack: LackReason | null;
  points: DailyPoint[];
}

export interface DailyMetrics {
  /** Of when the last figures are. */
  collectedAt: Date | null;
  series: MetricSeries[];
  /** Those that touch the range, oldest first. */
  gaps: CollectionGap[];
}

/** Figures of an account day by day, with the gaps between them. */
@Injectable()
export class DailyMetricsReader {
  constructor(
    private readonly metrics: AccountMetricRepository,
    private readonly gaps: GapRepository,
  ) {}

  async read(tx: Tx, feed: Feed, { days: count, timeZone }: DailyRange): Promise<DailyMetrics> {
    const days = await this.metrics.days(tx, count, timeZone);
    const first = days[0]!;
    // Data of a revoked account is hidden at once, long before it is deleted.
    const changes = feed.hiddenAt
      ? []
      : await this.metrics.changes(tx, feed.accountId, accountMetrics, { firstDay: first.day, timeZone });
    const gaps = feed.hiddenAt ? [] : await this.gaps.list(tx, feed.accountId);
    const now = await databaseNow(tx);
    const changesOf = Map.groupBy(changes, ({ name }) => name);
    return {
      collectedAt: feed.hiddenAt ? null : feed.collectedAt,
      series: accountMetrics.map((name) => {
        const own = changesOf.get(name);
        return { name, lack: own ? null : lackOf(name, feed), points: own ? dailySeries(days, own, gaps, now) : [] };
      }),
      gaps: gaps.filter(({ to }) => to === null || to > first.begins),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { AppError, collectorErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { VisibleFeeds } from '../feeds/visible-feeds';
import { DailyMetricsReader, type DailyRange } from '../metrics/daily-metrics';
import { PostRepository } from '../posts/persistence/post.repository';
import { ProfileRepository } from '../profiles/persistence/profile.repository';
import { each, eachPage, type Row, type Table } from './formats/table';
import { postColumns, postRow } from './post-rows';

const pageSize = 500;

/** What is held about an account, as tables. Whether the caller may see it is decided before the first byte. */
@Injectable()
export class AccountTables {
  constructor(
    private readonly visible: VisibleFeeds,
    private readonly postRows: PostRepository,
    private readonly metrics: DailyMetricsReader,
    private readonly profiles: ProfileRepository,
  ) {}

  /** Every post with its latest figures, newest first; a column for each figure that any of them has. */
  async posts(identity: Identity, accountId: string): Promise<Table> {
    const names = await this.visible.read(identity, accountId, async (tx, feed) =>
      feed.hiddenAt ? [] : this.postRows.metricNames(tx, accountId),
    );
    return {
      columns: postColumns(names),
      rows: this.#posts(identity, accountId),
    };
  }

  /** The days of the chart, one row for each figure and day. */
  async metricsByDay(identity: Identity, accountId: string, range: DailyRange): Promise<Table> {
    const { series } = await this.visible.read(identity, accountId, (tx, feed) => this.metrics.read(tx, feed, range));
    const rows = series.flatMap(({ name, points }) =>
      points.map(({ day, value, since, gap }): Row => ({ day, metric: name, value, since, gap })),
    );
    return {
      columns: [
        { name: 'day', type: 'text' },
        { name: 'metric', type: 'text' },
        { name: 'value', type: 'number' },
        { name: 'since', type: 'time' },
        { name: 'gap', type: 'text' },
      ],
      rows: each(rows),
    };
  }

  async audience(identity: Identity, accountId: string): Promise<Table> {
    const audience = await this.visible.read(identity, accountId, async (tx, feed) =>
      feed.hiddenAt ? [] : this.profiles.audience(tx, accountId),
    );
    const rows = audience.flatMap(({ dimension, parts, collectedAt }) =>
      parts.map(({ key, value }): Row => ({ dimension, key, value, as_of: new Date(collectedAt) })),
    );
    return {
      columns: [
        { name: 'dimension', type: 'text' },
        { name: 'key', type: 'text' },
        { name: 'value', type: 'number' },
        { name: 'as_of', type: 'time' },
      ],
      rows: each(rows),
    };
  }

  /** No page comes after its permission has ended. */
  #posts(identity: Identity, accountId: string): AsyncGenerator<Row> {
    const read = (cursor: string | undefined) =>
      this.visible.read(identity, accountId, async (tx, feed) => {
        if (!feed.hiddenAt) return this.postRows.list(tx, accountId, { limit: pageSize, cursor });
        if (cursor === undefined) return { items: [], nextCursor: null };
        throw new AppError(collectorErrors.notTracked);
      });
    return eachPage(read, postRow);
  }
}

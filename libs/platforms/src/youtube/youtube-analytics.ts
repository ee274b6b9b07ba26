import { z } from 'zod';
import { endpoint } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import type { AccessToken } from '../secret-text';
import type { GoogleApi } from './google-api';
import { ANALYTICS_READONLY, YOUTUBE_READONLY } from './youtube-scopes';

/** Figures of a video or a channel that the Data API does not have. Revenue is never asked for. */
export const REPORT_METRICS = [
  'views',
  'engagedViews',
  'estimatedMinutesWatched',
  'averageViewDuration',
  'averageViewPercentage',
  'likes',
  'comments',
  'shares',
  'subscribersGained',
  'subscribersLost',
] as const;

/** Without data `rows` is absent. */
const reportSchema = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })).default([]),
  rows: z.array(z.array(z.union([z.string(), z.number()]))).default([]),
});

export interface ReportQuery {
  readonly token: AccessToken;
  readonly since: Date;
  readonly until: Date;
  readonly metrics: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
}

export type ReportRow = Readonly<Record<string, string | number>>;

/** Reports of YouTube Analytics about the channel that the token belongs to. */
export class YouTubeAnalytics {
  constructor(
    private readonly api: GoogleApi,
    private readonly base: URL,
  ) {}

  /** Throws `metric_gone` when the report is refused because of a metric. */
  async report(operation: string, { token, since, until, metrics, more }: ReportQuery): Promise<ReportRow[]> {
    const query = {
      ids: 'channel==MINE',
      startDate: dayOf(since),
      endDate: dayOf(until),
      metrics: metrics.join(','),
      ...more,
    };
    const { columnHeaders, rows } = await this.api.call({
      operation,
      purpose: 'data',
      method: 'GET',
      url: endpoint(this.base, '/v2/reports', query),
      scopes: [YOUTUBE_READONLY, ANALYTICS_READONLY],
      metrics,
      token,
      answer: reportSchema,
    });
    return rows.map((row) => Object.fromEntries(columnHeaders.map(({ name }, at) => [name, row[at] ?? ''])));
  }

  /**
   * A refused report does not say which metric it means. Each is then asked alone, once: those that are refused again
   * are named, so that the caller stops asking for them.
   */
  async withoutRefused(operation: string, query: ReportQuery): Promise<{ rows: ReportRow[]; refused: string[] }> {
    if (query.metrics.length === 0) return { rows: [], refused: [] };
    const rows = await this.unlessRefused(operation, query);
    if (rows) return { rows, refused: [] };
    const refused: string[] = [];
    for (const metric of query.metrics) {
      if (!(await this.unlessRefused(operation, { ...query, metrics: [metric], more: undefined })))
        refused.push(metric);
    }
    const metrics = query.metrics.filter((metric) => !refused.includes(metric));
    // Nothing refused alone: it is the combination, and nothing can be learned about single metrics.
    if (refused.length === 0 || metrics.length === 0) return { rows: [], refused };
    return { rows: (await this.unlessRefused(operation, { ...query, metrics })) ?? [], refused };
  }

  private async unlessRefused(operation: string, query: ReportQuery): Promise<ReportRow[] | null> {
    try {
      return await this.report(operation, query);
    } catch (error) {
      if (error instanceof PlatformError && error.kind === 'metric_gone') return null;
      throw error;
    }
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

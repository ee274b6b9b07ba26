import type { ClientOptions } from '../capabilities/client-options';
import type {
  AccountAccess,
  AccountInsights,
  AccountInsightsReader,
  Audience,
  AudienceReader,
  AudienceSlice,
  MetricValue,
  PlatformProfile,
  PostInsights,
  PostInsightsBatchReader,
  PostPage,
  PostQuery,
  PostReader,
  ProfileReader,
} from '../capabilities/reading';
import { checkedBase } from '../http/host-policy';
import { PlatformError } from '../platform-error';
import { GoogleApi } from './google-api';
import { REPORT_METRICS, type ReportRow, YouTubeAnalytics } from './youtube-analytics';
import { ownChannels, profileOf, type YouTubeChannel } from './youtube-channel';
import { YOUTUBE_READONLY } from './youtube-scopes';
import { MAX_VIDEOS, YouTubeUploads } from './youtube-uploads';
import { YOUTUBE_DEFAULTS, type YouTubeReaderConfig } from './youtube.config';

/** YouTube's first day: reports that begin here cover the whole life of a video. */
const FIRST_DAY = new Date('2005-04-23T00:00:00Z');
const AUDIENCE_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads the channel that a grant opens: public videos through the uploads playlist, figures through Analytics. */
export class YouTubeReader
  implements ProfileReader, PostReader, PostInsightsBatchReader, AccountInsightsReader, AudienceReader
{
  private readonly api: GoogleApi;
  private readonly data: URL;
  private readonly uploads: YouTubeUploads;
  private readonly analytics: YouTubeAnalytics;

  constructor(config: YouTubeReaderConfig, options: ClientOptions) {
    const { profile } = options;
    this.api = new GoogleApi(options);
    this.data = checkedBase(config.dataUrl ?? YOUTUBE_DEFAULTS.dataUrl, {
      setting: 'dataUrl',
      profile,
      hosts: ['youtube.googleapis.com', 'www.googleapis.com'],
    });
    this.uploads = new YouTubeUploads(this.api, this.data);
    const analytics = checkedBase(config.analyticsUrl ?? YOUTUBE_DEFAULTS.analyticsUrl, {
      setting: 'analyticsUrl',
      profile,
      hosts: ['youtubeanalytics.googleapis.com'],
    });
    this.analytics = new YouTubeAnalytics(this.api, analytics);
  }

  async profile(access: AccountAccess): Promise<PlatformProfile> {
    return profileOf(await this.channel(access));
  }

  async *posts(query: PostQuery): AsyncGenerator<PostPage, void, undefined> {
    const { contentDetails: uploads } = await this.channel(query);
    if (uploads === null) return;
    yield* this.uploads.pages(uploads, { token: query.token, scopes: [YOUTUBE_READONLY] }, query);
  }

  async insightsOfPosts({
    token,
    ids,
    without = [],
  }: AccountAccess & { readonly ids: readonly string[]; readonly without?: readonly string[] }): Promise<
    ReadonlyMap<string, PostInsights>
  > {
    const found = new Map<string, PostInsights>();
    for (let start = 0; start < ids.length; start += MAX_VIDEOS) {
      const part = ids.slice(start, start + MAX_VIDEOS);
      const metrics = REPORT_METRICS.filter((metric) => !without.includes(metric));
      const { rows, refused } = await this.analytics.withoutRefused('video_report', {
        token,
        since: FIRST_DAY,
        until: this.api.now,
        metrics,
        more: { dimensions: 'video', filters: `video==${part.join(',')}`, sort: `-${metrics[0]}`, maxResults: '200' },
      });
      const byVideo = new Map(rows.map((row) => [row['video'], row]));
      const asked = metrics.filter((metric) => !refused.includes(metric));
      for (const id of part) found.set(id, { status: 'measured', refused, ...valuesOf(byVideo.get(id), asked) });
    }
    return found;
  }

  async accountInsights({
    token,
    since,
    until,
    without = [],
  }: AccountAccess & {
    readonly since: Date;
    readonly until: Date;
    readonly without?: readonly string[];
  }): Promise<AccountInsights> {
    const metrics = REPORT_METRICS.filter((metric) => !without.includes(metric));
    const query = { token, since, until, metrics };
    const { rows, refused } = await this.analytics.withoutRefused('channel_report', query);
    const asked = metrics.filter((metric) => !refused.includes(metric));
    return { refused, ...valuesOf(rows[0], asked) };
  }

  /** Of the last 90 days. Small channels have no rows; who watches without signing in has no age or gender. */
  async audience({ token }: AccountAccess): Promise<Audience> {
    const until = this.api.now;
    const since = new Date(until.getTime() - AUDIENCE_DAYS * DAY_MS);
    const ask = (metric: string, more: Record<string, string>) =>
      this.analytics.withoutRefused('audience_report', { token, since, until, metrics: [metric], more });
    const people = await ask('viewerPercentage', { dimensions: 'ageGroup,gender' });
    const countries = await ask('views', { dimensions: 'country', sort: '-views' });
    const slices: AudienceSlice[] = [
      slice('age', 'percent', sums(people.rows, 'ageGroup', 'viewerPercentage')),
      slice('gender', 'percent', sums(people.rows, 'gender', 'viewerPercentage')),
      slice('country', 'views', sums(countries.rows, 'country', 'views')),
    ];
    return { slices, refused: [...people.refused, ...countries.refused] };
  }

  async close(): Promise<void> {
    await this.api.close();
  }

  private async channel({ token, accountId }: AccountAccess): Promise<YouTubeChannel> {
    const operation = 'channel';
    const channels = await ownChannels(this.api, this.data, { token, operation });
    const channel = channels.find(({ id }) => id === accountId);
    if (channel) return channel;
    throw new PlatformError({ kind: 'account_gone' }, { api: 'youtube', operation, note: 'object_missing' });
  }
}

function valuesOf(row: ReportRow | undefined, metrics: readonly string[]) {
  const values = metrics.flatMap((metric): MetricValue[] => {
    const value = row?.[metric];
    return typeof value === 'number' ? [{ metric, value }] : [];
  });
  const told = new Set(values.map(({ metric }) => metric));
  return { values, missing: metrics.filter((metric) => !told.has(metric)) };
}

function sums(rows: readonly ReportRow[], dimension: string, metric: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const key = String(row[dimension]).replace(/^age/, '');
    totals.set(key, (totals.get(key) ?? 0) + Number(row[metric]));
  }
  return totals;
}

function slice(dimension: AudienceSlice['dimension'], unit: 'percent' | 'views', totals: ReadonlyMap<string, number>) {
  const rows = [...totals].map(([key, count]) => ({ key, count })).sort((left, right) => right.count - left.count);
  return { audience: 'viewers' as const, dimension, unit, rows };
}

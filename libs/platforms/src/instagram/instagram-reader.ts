import type { ClientOptions } from '../capabilities/client-options';
import type {
  AccountAccess,
  AccountInsights,
  AccountInsightsReader,
  Audience,
  AudienceReader,
  AudienceSlice,
  PlatformPost,
  PlatformProfile,
  PostInsights,
  PostInsightsQuery,
  PostInsightsReader,
  PostPage,
  PostQuery,
  PostReader,
  ProfileReader,
} from '../capabilities/reading';
import { segment } from '../http/host-policy';
import { readItems } from '../schemas';
import { GraphApi } from './graph-api';
import { edgeSchema, nextCursor } from './graph-paging';
import { InstagramInsights, isRefusedMetric, isTooSmall } from './instagram-insights';
import { partsOf } from './instagram-insights.schemas';
import { ACCOUNT_METRICS, AUDIENCE_DIMENSIONS, AUDIENCE_METRICS } from './instagram-metrics';
import { MEDIA_FIELDS, postSchema } from './instagram-posts';
import { PROFILE_FIELDS, profileSchema } from './instagram-profile';
import { READ_SCOPES } from './instagram-scopes';
import type { InstagramReaderConfig } from './instagram.config';

const MAX_PERIOD_MS = 30 * 24 * 60 * 60 * 1000;

/** Reads an Instagram professional account, with the token of the Page that carries it. */
export class InstagramReader
  implements ProfileReader, PostReader, PostInsightsReader, AccountInsightsReader, AudienceReader
{
  private readonly graph: GraphApi;
  private readonly insights: InstagramInsights;

  constructor(config: InstagramReaderConfig, options: ClientOptions) {
    this.graph = new GraphApi(config, options);
    this.insights = new InstagramInsights(this.graph);
  }

  async profile({ token, accountId }: AccountAccess): Promise<PlatformProfile> {
    return this.graph.call({
      operation: 'profile',
      path: `/${segment(accountId)}`,
      query: { fields: PROFILE_FIELDS },
      scopes: READ_SCOPES,
      token,
      answer: profileSchema,
    });
  }

  async *posts(query: PostQuery): AsyncGenerator<PostPage, void, undefined> {
    for (let after = query.after; ;) {
      const edge = await this.edge(query, 'media', {
        fields: MEDIA_FIELDS,
        limit: String(query.pageSize ?? 25),
        ...(after && { after }),
      });
      const { items, skipped } = readItems(postSchema, edge.data);
      const oldest = items.at(-1)?.publishedAt;
      const farEnough = query.since !== undefined && oldest !== undefined && oldest < query.since;
      const next = nextCursor(edge, after);
      yield { posts: items, next, skipped };
      if (next === null || farEnough) return;
      after = next;
    }
  }

  /** Stories that are still up (24 hours). */
  async stories(access: AccountAccess): Promise<readonly PlatformPost[]> {
    const edge = await this.edge(access, 'stories', { fields: MEDIA_FIELDS });
    return readItems(postSchema, edge.data).items;
  }

  async postInsights(query: PostInsightsQuery): Promise<PostInsights> {
    return this.insights.ofPost(query);
  }

  async accountInsights(
    query: AccountAccess & { readonly since: Date; readonly until: Date; readonly without?: readonly string[] },
  ): Promise<AccountInsights> {
    if (query.until.getTime() - query.since.getTime() > MAX_PERIOD_MS) throw new RangeError('at most 30 days apart');
    const wanted = (metric: string) => !query.without?.includes(metric);
    const question = {
      operation: 'account_insights',
      token: query.token,
      objectId: query.accountId,
      query: { period: 'day', metric_type: 'total_value', since: unixTime(query.since), until: unixTime(query.until) },
    };
    const brokenDown = Object.entries(ACCOUNT_METRICS.brokenDown).filter(([metric]) => wanted(metric));
    return this.insights.ofAccount(question, ACCOUNT_METRICS.plain.filter(wanted), brokenDown);
  }

  /** Demographics of followers and of engaged people, one call per metric and dimension. */
  async audience(access: AccountAccess): Promise<Audience> {
    const slices: AudienceSlice[] = [];
    const refused: string[] = [];
    for (const audience of ['followers', 'engaged'] as const) {
      const metric = AUDIENCE_METRICS[audience];
      for (const dimension of AUDIENCE_DIMENSIONS) {
        const rows = await this.audienceRows(access, metric, dimension);
        if (rows === null) {
          refused.push(metric);
          break;
        }
        slices.push({ audience, dimension, rows });
      }
    }
    return { slices, refused };
  }

  async close(): Promise<void> {
    await this.graph.close();
  }

  private async audienceRows(
    { token, accountId }: AccountAccess,
    metric: string,
    dimension: AudienceSlice['dimension'],
  ): Promise<AudienceSlice['rows'] | null> {
    const query = { period: 'lifetime', metric_type: 'total_value', timeframe: 'this_month', breakdown: dimension };
    try {
      const found = await this.insights.ask({ operation: 'audience', token, objectId: accountId, query }, [metric]);
      const rows = found.flatMap((insight) => partsOf(insight, dimension));
      return rows.map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
    } catch (error) {
      if (isRefusedMetric(error)) return null;
      if (isTooSmall(error)) return [];
      throw error;
    }
  }

  private edge({ token, accountId }: AccountAccess, name: string, query: Record<string, string>) {
    return this.graph.call({
      operation: name,
      path: `/${segment(accountId)}/${name}`,
      query,
      scopes: READ_SCOPES,
      token,
      answer: edgeSchema,
    });
  }
}

function unixTime(date: Date): string {
  return String(Math.floor(date.getTime() / 1000));
}

import { Injectable } from '@nestjs/common';
import { decodeTimeCursor, encodeCursor } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { figure, sumOfEngagements } from '../../posts/persistence/figure-sql';
import { toView, type PostRow, type PostView } from '../../posts/persistence/post-view';
import type { AccountFigures, CollectedAccount } from '../domain/campaign-report';
import { scoped, valuesOf, type ReportScope } from './scoped-posts';

export interface ReportPost extends PostView {
  socialAccountId: string;
  counted: boolean;
  /** Whether the dates said so, or somebody decided. */
  decided: boolean;
}

@Injectable()
export class CampaignReportRepository {
  async collected(tx: Tx, accountIds: readonly string[]): Promise<CollectedAccount[]> {
    return sqlRows<CollectedAccount>(
      tx,
      `SELECT id AS "accountId", collected_at AS "collectedAt", hidden_at IS NOT NULL AS hidden, last_error AS "lastError"
         FROM feeds WHERE id = ANY($1::uuid[])`,
      [accountIds],
    );
  }

  async figures(tx: Tx, scope: ReportScope): Promise<AccountFigures[]> {
    return sqlRows<AccountFigures>(
      tx,
      `WITH ${scoped}
       SELECT account_id AS "accountId", count(*)::int AS posts, sum(${figure('reach')}) AS reach,
              sum(${figure('views')}) AS views, ${sumOfEngagements} AS engagements
         FROM scoped WHERE coalesce(decision, within) GROUP BY account_id`,
      valuesOf(scope),
    );
  }

  /** Names of the figures that any post that counts has, in order. */
  async metricNames(tx: Tx, scope: ReportScope): Promise<string[]> {
    const rows = await sqlRows<{ name: string }>(
      tx,
      `WITH ${scoped}
       SELECT DISTINCT jsonb_object_keys(metrics) AS name FROM scoped WHERE coalesce(decision, within) ORDER BY name`,
      valuesOf(scope),
    );
    return rows.map(({ name }) => name);
  }

  /** Newest first; those that count, or those that do not. */
  async posts(
    tx: Tx,
    scope: ReportScope,
    page: { counted: boolean; limit: number; cursor?: string | undefined },
  ): Promise<{ items: ReportPost[]; nextCursor: string | null }> {
    const after = page.cursor === undefined ? [] : decodeTimeCursor(page.cursor, 3);
    const rows = await sqlRows<PostRow & { account_id: string; decision: boolean | null }>(
      tx,
      `WITH ${scoped}
       SELECT account_id, platform_post_id, kind, posted_at, permalink, caption, hashtags, metrics, collected_at, provenance,
              decision
         FROM scoped
        WHERE coalesce(decision, within) = $5
          AND ($6::timestamptz IS NULL OR (posted_at, account_id::text, platform_post_id) < ($6, $7, $8))
        ORDER BY posted_at DESC, account_id::text DESC, platform_post_id DESC LIMIT $9`,
      [...valuesOf(scope), page.counted, after[0] ?? null, after[1] ?? '', after[2] ?? '', page.limit + 1],
    );
    const items = rows.slice(0, page.limit).map((row): ReportPost => ({
      ...toView(row),
      socialAccountId: row.account_id,
      counted: page.counted,
      decided: row.decision !== null,
    }));
    const last = items.at(-1);
    const more = rows.length > page.limit && last;
    return {
      items,
      nextCursor: more ? encodeCursor([last.postedAt, last.socialAccountId, last.platformPostId]) : null,
    };
  }

  /** False: no such post is visible in the scope. A decision that only repeats what the dates say is none. */
  async decide(
    tx: Tx,
    organisationId: string,
    scope: ReportScope,
    decision: { accountId: string; platformPostId: string; counted: boolean; by: string },
  ): Promise<boolean> {
    const { accountId, platformPostId, counted, by } = decision;
    const [post] = await sqlRows<{ within: boolean }>(
      tx,
      `WITH ${scoped} SELECT within FROM scoped WHERE account_id = $5 AND platform_post_id = $6`,
      [...valuesOf(scope), accountId, platformPostId],
    );
    if (!post) return false;
    if (post.within === counted) {
      await sqlCount(
        tx,
        'DELETE FROM campaign_posts WHERE campaign_id = $1 AND account_id = $2 AND platform_post_id = $3',
        [scope.campaignId, accountId, platformPostId],
      );
      return true;
    }
    await sqlCount(
      tx,
      `INSERT INTO campaign_posts (campaign_id, account_id, platform_post_id, org_id, counted, decided_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (campaign_id, account_id, platform_post_id)
         DO UPDATE SET counted = excluded.counted, decided_by = excluded.decided_by, decided_at = now()`,
      [scope.campaignId, accountId, platformPostId, organisationId, counted, by],
    );
    return true;
  }
}

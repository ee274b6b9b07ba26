import { Injectable } from '@nestjs/common';
import { decodeTimeCursor, encodeCursor, type Metric } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import type { CollectedPost } from '../../collection/sources/collection-source';
import { hashtagsOf } from '../../collection/sources/metrics';
import { toView, type PostRow, type PostView } from './post-view';

/** Posts with their latest figures, and the history of every figure that ever changed. */
@Injectable()
export class PostRepository {
  /**
   * Stores a page of posts and returns the ids of those that are new or whose text or figures changed. A post whose
   * figures stand still causes no history row and no event; only "collected at" moves.
   */
  async store(
    tx: Tx,
    organisationId: string,
    accountId: string,
    posts: readonly CollectedPost[],
  ): Promise<Set<string>> {
    if (posts.length === 0) return new Set();
    const rows: { id: string }[] = await tx.query(
      `WITH incoming AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb)
           AS p(id text, kind text, posted_at timestamptz, permalink text, caption text, hashtags text[], metrics jsonb)
       ), before AS (
         SELECT p.platform_post_id AS id, p.kind, p.caption, p.metrics FROM posts p
           JOIN incoming i ON i.id = p.platform_post_id WHERE p.account_id = $2 FOR UPDATE OF p
       ), stored AS (
         INSERT INTO posts AS p (account_id, platform_post_id, org_id, kind, posted_at, permalink, caption, hashtags,
                                 metrics, first_collected_at, collected_at, provenance)
         SELECT $2, i.id, $1, i.kind, i.posted_at, i.permalink, i.caption, i.hashtags, i.metrics, now(), now(),
                CASE f.access WHEN 'public' THEN 'public' ELSE 'own_grant' END
           FROM incoming i JOIN feeds f ON f.id = $2
         ON CONFLICT (account_id, platform_post_id) DO UPDATE
           SET kind = excluded.kind, permalink = coalesce(excluded.permalink, p.permalink), caption = excluded.caption,
               hashtags = excluded.hashtags, metrics = p.metrics || excluded.metrics, collected_at = now(),
               provenance = excluded.provenance
         RETURNING 1
       ), figures AS (
         SELECT i.id, m.key AS name, (m.value->>'value')::float8 AS value, (m.value->>'asOf')::timestamptz AS as_of,
                (b.metrics->m.key->>'value')::float8 AS old
           FROM incoming i CROSS JOIN jsonb_each(i.metrics) m LEFT JOIN before b ON b.id = i.id
       ), history AS (
         INSERT INTO metric_history (account_id, platform_post_id, name, as_of, value, org_id)
         SELECT $2, id, name, as_of, value, $1 FROM figures WHERE old IS DISTINCT FROM value
         ON CONFLICT DO NOTHING
         RETURNING platform_post_id
       )
       SELECT DISTINCT i.id FROM incoming i LEFT JOIN before b ON b.id = i.id
        WHERE b.id IS NULL OR b.caption IS DISTINCT FROM i.caption OR b.kind <> i.kind
           OR EXISTS (SELECT 1 FROM figures f WHERE f.id = i.id AND f.old IS DISTINCT FROM f.value)`,
      [organisationId, accountId, JSON.stringify(posts.map(toRecord))],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Newest first. */
  async list(
    tx: Tx,
    accountId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: PostView[]; nextCursor: string | null }> {
    const after = cursor === undefined ? [] : decodeTimeCursor(cursor, 2);
    const rows: PostRow[] = await tx.query(
      `SELECT platform_post_id, kind, posted_at, permalink, caption, hashtags, metrics, collected_at, provenance FROM posts
        WHERE account_id = $1 AND ($2::timestamptz IS NULL OR (posted_at, platform_post_id) < ($2, $3))
        ORDER BY posted_at DESC, platform_post_id DESC LIMIT $4`,
      [accountId, after[0] ?? null, after[1] ?? '', limit + 1],
    );
    const items = rows.slice(0, limit).map(toView);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? encodeCursor([last.postedAt, last.platformPostId]) : null };
  }

  /** Names of the figures that any post of the account has, in order. */
  async metricNames(tx: Tx, accountId: string): Promise<string[]> {
    const rows: { name: string }[] = await tx.query(
      'SELECT DISTINCT jsonb_object_keys(metrics) AS name FROM posts WHERE account_id = $1 ORDER BY name',
      [accountId],
    );
    return rows.map(({ name }) => name);
  }

  async metricHistory(
    tx: Tx,
    accountId: string,
    query: { platformPostId: string; name?: string | undefined; limit: number },
  ): Promise<Metric[]> {
    const rows: { name: string; value: number; as_of: Date }[] = await tx.query(
      `SELECT name, value, as_of FROM metric_history
        WHERE account_id = $1 AND platform_post_id = $2 AND ($3::text IS NULL OR name = $3)
        ORDER BY as_of DESC, name LIMIT $4`,
      [accountId, query.platformPostId, query.name ?? null, query.limit],
    );
    return rows.map((row) => ({ name: row.name, value: row.value, asOf: row.as_of.toISOString() }));
  }

  /** Posts and views of the last 30 days, for the marketplace's rules. Views are null when no post tells them. */
  async recent(tx: Tx, accountId: string): Promise<{ posts: number; views: number | null }> {
    const [row]: { posts: string; views: number | null }[] = await tx.query(
      `SELECT count(*) AS posts, sum((metrics->'views'->>'value')::float8) AS views FROM posts
        WHERE account_id = $1 AND posted_at > now() - interval '30 days'`,
      [accountId],
    );
    return { posts: Number(row?.posts ?? 0), views: row?.views ?? null };
  }
}

const toRecord = (post: CollectedPost) => ({
  id: post.platformPostId,
  kind: post.kind,
  posted_at: post.postedAt.toISOString(),
  permalink: post.permalink,
  caption: post.caption,
  hashtags: hashtagsOf(post.caption),
  metrics: Object.fromEntries(post.metrics.map(({ name, value, asOf }) => [name, { value, asOf }])),
});

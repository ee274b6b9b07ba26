import { Injectable } from '@nestjs/common';
import { decodeTimeCursor, encodeCursor, type Metric } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { CollectedPost } from '../../collection/sources/collection-source';
import { hashtagsOf } from '../../collection/sources/metrics';
import type { Provenance } from '../../vendor-data/domain/vendor-record';
import { toView, type PostRow, type PostView } from './post-view';
import { fromOf } from './figure-provenance';

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
    provenance: Provenance,
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
         SELECT $2, i.id, $1, i.kind, i.posted_at, i.permalink, i.caption, i.hashtags, i.metrics, now(), now(), $4
           FROM incoming i
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
      [organisationId, accountId, JSON.stringify(posts.map((post) => toRecord(post, provenance))), provenance],
    );
    return new Set(rows.map((row) => row.id));
  }

  /**
   * Adds figures that the owner's grant does not tell to the posts that it tells of, and posts that it does not tell of.
   * Returns what is new or changed, with the added figures alone.
   */
  async add(
    tx: Tx,
    organisationId: string,
    accountId: string,
    posts: readonly CollectedPost[],
    provenance: Provenance,
  ): Promise<CollectedPost[]> {
    const own = await this.#told(tx, accountId, posts, provenance);
    const more = posts.map((post) => {
      const known = own.get(post.platformPostId);
      return known ? { ...post, metrics: post.metrics.filter(({ name }) => !known.has(name)) } : post;
    });
    const changed = await this.#addFigures(tx, organisationId, accountId, {
      posts: more.filter((post) => own.has(post.platformPostId) && post.metrics.length > 0),
      provenance,
    });
    const alone = more.filter((post) => !own.has(post.platformPostId));
    for (const id of await this.store(tx, organisationId, accountId, alone, provenance)) changed.add(id);
    return more.filter((post) => changed.has(post.platformPostId));
  }

  /** Of posts that another source tells of: the names of the figures that are its own. */
  async #told(
    tx: Tx,
    accountId: string,
    posts: readonly CollectedPost[],
    provenance: Provenance,
  ): Promise<Map<string, Set<string>>> {
    const rows = await sqlRows<{ id: string; names: string[] }>(
      tx,
      `SELECT platform_post_id AS id,
              ARRAY(SELECT m.key FROM jsonb_each(metrics) m WHERE m.value->>'from' IS DISTINCT FROM $3) AS names
         FROM posts WHERE account_id = $1 AND platform_post_id = ANY($2) AND provenance <> $3`,
      [accountId, posts.map((post) => post.platformPostId), provenance],
    );
    return new Map(rows.map(({ id, names }) => [id, new Set(names)]));
  }

  async #addFigures(
    tx: Tx,
    organisationId: string,
    accountId: string,
    { posts, provenance }: { posts: readonly CollectedPost[]; provenance: Provenance },
  ): Promise<Set<string>> {
    if (posts.length === 0) return new Set();
    const rows = await sqlRows<{ id: string }>(
      tx,
      `WITH incoming AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb) AS p(id text, metrics jsonb)
       ), before AS (
         SELECT p.platform_post_id AS id, p.metrics FROM posts p
           JOIN incoming i ON i.id = p.platform_post_id WHERE p.account_id = $2 FOR UPDATE OF p
       ), stored AS (
         UPDATE posts p SET metrics = p.metrics || i.metrics FROM incoming i
          WHERE p.account_id = $2 AND p.platform_post_id = i.id
       ), changed AS (
         SELECT i.id, m.key AS name, (m.value->>'value')::float8 AS value, (m.value->>'asOf')::timestamptz AS as_of
           FROM incoming i CROSS JOIN jsonb_each(i.metrics) m JOIN before b ON b.id = i.id
          WHERE (b.metrics->m.key->>'value')::float8 IS DISTINCT FROM (m.value->>'value')::float8
       ), history AS (
         INSERT INTO metric_history (account_id, platform_post_id, name, as_of, value, org_id)
         SELECT $2, id, name, as_of, value, $1 FROM changed
         ON CONFLICT DO NOTHING
       )
       SELECT DISTINCT id FROM changed`,
      [organisationId, accountId, JSON.stringify(posts.map((post) => toRecord(post, provenance)))],
    );
    return new Set(rows.map(({ id }) => id));
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

const toRecord = (post: CollectedPost, provenance: Provenance) => ({
  id: post.platformPostId,
  kind: post.kind,
  posted_at: post.postedAt.toISOString(),
  permalink: post.permalink,
  caption: post.caption,
  hashtags: hashtagsOf(post.caption),
  metrics: Object.fromEntries(
    post.metrics.map(({ name, value, asOf }) => [name, { value, asOf, ...fromOf(provenance) }]),
  ),
});

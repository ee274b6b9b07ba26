import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { PurgeCause, PurgedCounts, VendorCounts, VendorRecord } from '../domain/vendor-record';

export interface StoredVendorRecord extends VendorRecord {
  importedAt: Date;
}

export interface VendorPurge extends PurgedCounts {
  id: string;
  accountId: string;
  influencerId: string;
  cause: PurgeCause;
  purgedAt: Date;
}

interface RecordRow {
  account_id: string;
  influencer_id: string;
  platform: VendorRecord['platform'];
  kind: VendorRecord['kind'];
  platform_post_id: string;
  vendor: string;
  posted_at: Date | null;
  permalink: string | null;
  metrics: Record<string, number>;
  imported_at: Date;
}

interface PurgeRow {
  id: string;
  account_id: string;
  influencer_id: string;
  cause: PurgeCause;
  profiles: number;
  posts: number;
  contacts: number;
  purged_at: Date;
}

/** Vendor data of the organisation that the surrounding transaction belongs to, and the record of its removals. */
@Injectable()
export class VendorRecordRepository {
  /** One at a time for an account: a removal and an import that meet do not pass each other. */
  async lock(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('vendor ' || $1, 0))`, [accountId]);
  }

  async now(tx: Tx): Promise<string> {
    const [row] = await sqlRows<{ now: string }>(tx, 'SELECT clock_timestamp()::text AS now');
    return row!.now;
  }

  async wasPurgedSince(tx: Tx, accountId: string, moment: string): Promise<boolean> {
    const rows = await sqlRows(
      tx,
      `SELECT 1 FROM vendor_purges
        WHERE account_id = $1 AND cause = 'marketplace_member' AND purged_at >= $2::timestamptz LIMIT 1`,
      [accountId, moment],
    );
    return rows.length > 0;
  }

  async store(tx: Tx, organisationId: string, record: VendorRecord): Promise<void> {
    await tx.query(
      `INSERT INTO vendor_records (org_id, account_id, influencer_id, platform, kind, platform_post_id, vendor,
                                   posted_at, permalink, metrics)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (org_id, account_id, kind, platform_post_id) DO UPDATE
         SET vendor = excluded.vendor, posted_at = excluded.posted_at, permalink = excluded.permalink,
             metrics = excluded.metrics, imported_at = now()`,
      [
        organisationId,
        record.accountId,
        record.influencerId,
        record.platform,
        record.kind,
        record.platformPostId,
        record.vendor,
        record.postedAt,
        record.permalink,
        JSON.stringify(record.metrics),
      ],
    );
  }

  async count(tx: Tx, accountId: string): Promise<VendorCounts> {
    const [row] = await sqlRows<{ profiles: string; posts: string }>(
      tx,
      `SELECT count(*) FILTER (WHERE kind = 'profile') AS profiles, count(*) FILTER (WHERE kind = 'post') AS posts
         FROM vendor_records WHERE account_id = $1`,
      [accountId],
    );
    return { profiles: Number(row!.profiles), posts: Number(row!.posts) };
  }

  /** Newest import first; the profile before the posts. */
  async list(tx: Tx, accountId: string, limit: number): Promise<StoredVendorRecord[]> {
    const rows = await sqlRows<RecordRow>(
      tx,
      `SELECT * FROM vendor_records WHERE account_id = $1
        ORDER BY kind DESC, posted_at DESC NULLS LAST, platform_post_id LIMIT $2`,
      [accountId, limit],
    );
    return rows.map((row) => ({
      accountId: row.account_id,
      influencerId: row.influencer_id,
      platform: row.platform,
      kind: row.kind,
      platformPostId: row.platform_post_id,
      vendor: row.vendor,
      postedAt: row.posted_at,
      permalink: row.permalink,
      metrics: row.metrics,
      importedAt: row.imported_at,
    }));
  }

  /** What was deleted; the platform is known where anything was. */
  async delete(tx: Tx, accountId: string): Promise<VendorCounts & { platform: Platform | undefined }> {
    const rows = await sqlRows<Pick<VendorRecord, 'kind' | 'platform'>>(
      tx,
      'DELETE FROM vendor_records WHERE account_id = $1 RETURNING kind, platform',
      [accountId],
    );
    const profiles = rows.filter(({ kind }) => kind === 'profile').length;
    return { profiles, posts: rows.length - profiles, platform: rows[0]?.platform };
  }

  /** Of a removal that is heard of twice, by an answer and by an event, there is one record. Answers what stands in it. */
  async report(tx: Tx, organisationId: string, purge: Omit<VendorPurge, 'purgedAt'>): Promise<PurgedCounts> {
    const [row] = await sqlRows<PurgedCounts>(
      tx,
      `INSERT INTO vendor_purges AS p (id, org_id, account_id, influencer_id, cause, profiles, posts, contacts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET profiles = p.profiles + excluded.profiles, posts = p.posts + excluded.posts,
                                      contacts = greatest(p.contacts, excluded.contacts)
       RETURNING profiles, posts, contacts`,
      [
        purge.id,
        organisationId,
        purge.accountId,
        purge.influencerId,
        purge.cause,
        purge.profiles,
        purge.posts,
        purge.contacts,
      ],
    );
    return row!;
  }

  /** Newest first, after the last one of the page before. Where nothing was there, nothing is reported. */
  async purges(tx: Tx, { limit, after }: { limit: number; after: string | null }): Promise<VendorPurge[]> {
    const rows = await sqlRows<PurgeRow>(
      tx,
      `SELECT * FROM vendor_purges WHERE profiles + posts + contacts > 0 AND ($1::uuid IS NULL OR id < $1)
        ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      influencerId: row.influencer_id,
      cause: row.cause,
      profiles: row.profiles,
      posts: row.posts,
      contacts: row.contacts,
      purgedAt: row.purged_at,
    }));
  }

  /** To the entry that theirs became part of. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    for (const table of ['vendor_records', 'vendor_purges'])
      await tx.query(`UPDATE ${table} SET influencer_id = $2 WHERE influencer_id = $1`, [influencerId, keptId]);
  }

  /** Everything about somebody who is gone. */
  async erase(tx: Tx, influencerId: string): Promise<void> {
    for (const table of ['vendor_records', 'vendor_purges'])
      await tx.query(`DELETE FROM ${table} WHERE influencer_id = $1`, [influencerId]);
  }

  /** Everything about an account that is gone, the record of removals as well. */
  async forget(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM vendor_records WHERE account_id = $1', [accountId]);
    await tx.query('DELETE FROM vendor_purges WHERE account_id = $1', [accountId]);
  }
}

import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { type NewReport, type Report, reportLifeDays } from '../domain/report';

interface Row {
  id: string;
  org_id: string;
  platform: Platform;
  platform_account_id: string;
  handle: string;
  display_name: string;
  biography: string | null;
  website: string | null;
  picture_url: string | null;
  profile_url: string | null;
  verified: boolean | null;
  followers: string | null;
  following: string | null;
  posts: string | null;
  likes: string | null;
  influencer_id: string | null;
  fetched_at: Date;
}

/** As a condition on `reports r`; $1 is the influencer. TikTok gives one account several ids, so a handle counts, too. */
export const reportsOfInfluencer = `(r.influencer_id = $1 OR EXISTS (
  SELECT FROM social_accounts a
   WHERE a.influencer_id = $1 AND a.platform = r.platform
     AND (a.platform_account_id = r.platform_account_id OR lower(a.handle) = lower(r.handle))))`;

export interface ReportFilter {
  platform?: Platform | undefined;
  limit: number;
  after: string | null;
}

const select = `
  SELECT r.id, r.org_id, r.platform, r.platform_account_id, r.handle, r.display_name, r.biography, r.website,
         r.picture_url, r.profile_url, r.verified, r.followers, r.following, r.posts, r.likes, r.fetched_at,
         coalesce(r.influencer_id, (
           SELECT a.influencer_id FROM social_accounts a
            WHERE a.platform = r.platform AND a.reserved_until IS NULL
              AND (a.platform_account_id = r.platform_account_id
                   OR (a.platform_account_id IS NULL AND lower(a.handle) = lower(r.handle)))
            LIMIT 1)) AS influencer_id
    FROM reports r`;

const figure = (text: string | null): number | null => (text === null ? null : Number(text));

const toReport = (row: Row): Report => ({
  id: row.id,
  organisationId: row.org_id,
  platform: row.platform,
  platformAccountId: row.platform_account_id,
  handle: row.handle,
  displayName: row.display_name,
  biography: row.biography,
  website: row.website,
  pictureUrl: row.picture_url,
  profileUrl: row.profile_url,
  verified: row.verified,
  followers: figure(row.followers),
  following: figure(row.following),
  posts: figure(row.posts),
  likes: figure(row.likes),
  influencerId: row.influencer_id,
  fetchedAt: row.fetched_at,
});

/** Reports of the organisation that the surrounding transaction belongs to. One that is too old is found by nobody. */
@Injectable()
export class ReportRepository {
  /** An account has one report, which a later look replaces. Returns its id. */
  async keep(tx: Tx, report: NewReport): Promise<string> {
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `INSERT INTO reports (id, org_id, platform, platform_account_id, handle, display_name, biography, website,
                            picture_url, profile_url, verified, followers, following, posts, likes, fetched_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, now(), now())
       ON CONFLICT (org_id, platform, platform_account_id) DO UPDATE
         SET handle = excluded.handle, display_name = excluded.display_name, biography = excluded.biography,
             website = excluded.website, picture_url = excluded.picture_url, profile_url = excluded.profile_url,
             verified = excluded.verified, followers = excluded.followers, following = excluded.following,
             posts = excluded.posts, likes = excluded.likes, fetched_at = excluded.fetched_at
       RETURNING id`,
      [
        report.id,
        report.organisationId,
        report.platform,
        report.platformAccountId,
        report.handle,
        report.displayName,
        report.biography,
        report.website,
        report.pictureUrl,
        report.profileUrl,
        report.verified,
        report.followers,
        report.following,
        report.posts,
        report.likes,
      ],
    );
    return row!.id;
  }

  async find(tx: Tx, id: string): Promise<Report | undefined> {
    const [row] = await sqlRows<Row>(tx, `${select} WHERE r.id = $1 AND ${fresh}`, [id]);
    return row && toReport(row);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Report[]> {
    return (await sqlRows<Row>(tx, `${select} WHERE r.id = ANY ($1)`, [ids])).map(toReport);
  }

  /** Newest first, after this id. */
  async list(tx: Tx, { platform, limit, after }: ReportFilter): Promise<Report[]> {
    const rows = await sqlRows<Row>(
      tx,
      `${select} WHERE ${fresh} AND ($1::uuid IS NULL OR r.id < $1) AND ($2::text IS NULL OR r.platform = $2)
        ORDER BY r.id DESC LIMIT $3`,
      [after, platform ?? null, limit],
    );
    return rows.map(toReport);
  }

  async addedFrom(tx: Tx, id: string, influencerId: string): Promise<void> {
    await sqlCount(tx, 'UPDATE reports SET influencer_id = $2 WHERE id = $1', [id, influencerId]);
  }

  /** False when there was none. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await sqlCount(tx, 'DELETE FROM reports WHERE id = $1', [id])) === 1;
  }

  /** Those that somebody was added from, and those that show an account of theirs. */
  async removeOf(tx: Tx, influencerId: string): Promise<void> {
    await sqlCount(tx, `DELETE FROM reports r WHERE ${reportsOfInfluencer}`, [influencerId]);
  }

  async removeOld(tx: Tx): Promise<void> {
    await sqlCount(tx, `DELETE FROM reports r WHERE NOT ${fresh}`, []);
  }
}

const fresh = `(r.fetched_at > now() - make_interval(days => ${reportLifeDays}))`;

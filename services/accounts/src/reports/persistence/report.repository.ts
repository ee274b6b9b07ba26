import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import type { VendorContact } from '../domain/vendor-contact';
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
  vendor_contacts: VendorContact[];
  fetched_at: Date;
}

/** As a condition on `reports r`; $1 is the influencer. TikTok gives one account several ids, so a handle counts, too. */
export const reportsOfInfluencer = `(r.influencer_id = $1 OR EXISTS (
  SELECT FROM social_accounts a
   WHERE a.influencer_id = $1 AND a.platform = r.platform
     AND (a.platform_account_id = r.platform_account_id OR lower(a.handle) = lower(r.handle))))`;

export interface NamedAccount {
  platform: Platform;
  handle: string;
}

export interface ReportFilter {
  platform?: Platform | undefined;
  limit: number;
  after: string | null;
}

const select = `
  SELECT r.id, r.org_id, r.platform, r.platform_account_id, r.handle, r.display_name, r.biography, r.website,
         r.picture_url, r.profile_url, r.verified, r.followers, r.following, r.posts, r.likes, r.vendor_contacts, r.fetched_at,
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
  vendorContacts: row.vendor_contacts,
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

  /** Of a profile that somebody looked up. */
  async lockByHandle(tx: Tx, platform: Platform, handle: string): Promise<Report | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `${select} WHERE r.platform = $1 AND lower(r.handle) = lower($2) AND ${fresh} ORDER BY r.id LIMIT 1 FOR UPDATE OF r`,
      [platform, handle],
    );
    return row && toReport(row);
  }

  async setContacts(tx: Tx, id: string, contacts: readonly VendorContact[]): Promise<void> {
    await tx.query('UPDATE reports SET vendor_contacts = $2 WHERE id = $1', [id, JSON.stringify(contacts)]);
  }

  /** Whether a TikTok handle is in the marketplace, as far as is known here; reports of TikTok show members only. */
  async isMember(tx: Tx, handle: string): Promise<boolean> {
    const rows = await sqlRows(
      tx,
      `SELECT FROM social_accounts WHERE platform = 'tiktok' AND marketplace = 'TTCM' AND handle_key = lower($1)
       UNION ALL SELECT FROM reports WHERE platform = 'tiktok' AND lower(handle) = lower($1) LIMIT 1`,
      [handle],
    );
    return rows.length > 0;
  }

  /** How much vendors told of an account: in the report of it, and wherever a report names it. */
  async countContacts(tx: Tx, { platform, handle }: NamedAccount): Promise<number> {
    const [row] = await sqlRows<{ told: string }>(
      tx,
      `SELECT count(*) AS told FROM reports r CROSS JOIN jsonb_array_elements(r.vendor_contacts) c WHERE ${tellsOfAccount}`,
      [platform, handle],
    );
    return Number(row!.told);
  }

  /** Removes just what `countContacts` counts, and says how much it was. */
  async forgetContacts(tx: Tx, { platform, handle }: NamedAccount): Promise<number> {
    const rows = await sqlRows<{ told: string }>(
      tx,
      `WITH telling AS (
         SELECT r.id,
                (SELECT count(*) FROM jsonb_array_elements(r.vendor_contacts) c WHERE ${tellsOfAccount}) AS told,
                coalesce((SELECT jsonb_agg(c) FROM jsonb_array_elements(r.vendor_contacts) c WHERE NOT ${tellsOfAccount}),
                         '[]') AS others
           FROM reports r
          WHERE EXISTS (SELECT FROM jsonb_array_elements(r.vendor_contacts) c WHERE ${tellsOfAccount}) FOR UPDATE),
       changed AS (
         UPDATE reports r SET vendor_contacts = telling.others FROM telling WHERE r.id = telling.id RETURNING telling.told)
       SELECT told FROM changed`,
      [platform, handle],
    );
    return rows.reduce((sum, { told }) => sum + Number(told), 0);
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

/** Of an element `c` of the contacts of a report `r`; $1 is the platform, $2 the handle. NULL is no platform of a contact. */
const tellsOfAccount = `(r.platform = $1 AND lower(r.handle) = lower($2)
  OR coalesce(c->>'platform', '') = $1 AND lower(c->>'value') = lower($2))`;

const fresh = `(r.fetched_at > now() - make_interval(days => ${reportLifeDays}))`;

import { encodeCursor } from '@creator-connect/contracts';
import type { Client } from 'pg';

export interface SeededOrganisation {
  id: string;
  influencers: number;
  campaignId: string;
  /** Cursor of the page that begins in the middle of the roster. */
  middle: string;
}

/** Accounts of the campaign that need their owner, and as many that lapse before it ends: whatever its size. */
const needy = 50;

/**
 * An organisation with three accounts for each influencer, written straight into the accounts service's tables: this many
 * connections would take hours, and only the reading is measured. One TikTok account in 20 is in REAUTH.
 */
export async function seedOrganisation(
  database: Client,
  { influencers, inCampaign }: { influencers: number; inCampaign: number },
): Promise<SeededOrganisation> {
  const one = async (sql: string, values: unknown[] = []) => {
    const { rows } = await database.query<{ id: string }>(sql, values);
    return rows[0]!.id;
  };
  await database.query('SET search_path TO accounts');
  const id = await one(
    `INSERT INTO organisations (org_id, name, slug, outbound_email_verified_at, created_at)
     VALUES (uuidv7(), $1, $1, now(), now()) RETURNING org_id AS id`,
    [`bench-${influencers}`],
  );
  // Whoever is in the demo organisation is in this one too.
  await database.query(
    `INSERT INTO memberships (org_id, user_id, role, created_at)
     SELECT $1, user_id, role, now() FROM memberships GROUP BY user_id, role`,
    [id],
  );
  await database.query(
    `INSERT INTO influencers (id, org_id, name, email, email_hash, locale, time_zone, approved_at, created_at, version)
     SELECT uuidv7(), $1, 'Creator ' || n, 'creator.' || n || '@example.com', sha256(convert_to('creator.' || n, 'UTF8')),
            'en', 'Europe/Berlin', now(), now(), 2
       FROM generate_series(1, $2::int) n`,
    [id, influencers],
  );
  await database.query(
    `INSERT INTO influencer_words (org_id, influencer_id, word)
     SELECT DISTINCT org_id, id, word FROM influencers, regexp_split_to_table(lower(name || ' ' || email), '[^a-z0-9]+') word
      WHERE org_id = $1`,
    [id],
  );
  await database.query(
    `INSERT INTO social_accounts (id, org_id, influencer_id, platform, platform_account_id, handle, display_name, auth_state,
       marketplace, marketplace_at, tracked, cause, cause_at, grant_version, authorized_at, grant_ends_at, created_at, version)
     SELECT uuidv7(), i.org_id, i.id, p, p || '-' || i.number, 'handle.' || i.number || '.' || p, i.name,
            CASE WHEN p = 'tiktok' AND i.number % 20 = 0 THEN 'REAUTH' ELSE 'AUTHENTICATED' END,
            CASE WHEN p = 'tiktok' THEN 'NON_TTCM' END, CASE WHEN p = 'tiktok' THEN now() END, true,
            CASE WHEN p = 'tiktok' AND i.number % 20 = 0 THEN 'expired' ELSE 'authorized' END, now(), 1, now(),
            CASE WHEN p = 'instagram' AND i.number % 20 = 0 THEN now() + interval '3 days' END, now(), 2
       FROM (SELECT *, substr(name, 9)::int AS number FROM influencers WHERE org_id = $1) i,
            unnest(ARRAY['instagram', 'tiktok', 'youtube']) p`,
    [id],
  );
  const campaignId = await one(
    `INSERT INTO campaigns (id, org_id, name, starts_on, ends_on, created_at, version)
     VALUES (uuidv7(), $1, 'Everybody', current_date, current_date + 60, now(), 1) RETURNING id`,
    [id],
  );
  // The same number of accounts in need, so that the answers are of the same size.
  await database.query(
    `INSERT INTO campaign_influencers (org_id, campaign_id, influencer_id, added_at)
     SELECT $1, $2, id, now() FROM (
       (SELECT id FROM influencers WHERE org_id = $1 AND substr(name, 9)::int % 20 = 0 ORDER BY id LIMIT $3)
       UNION ALL
       (SELECT id FROM influencers WHERE org_id = $1 AND substr(name, 9)::int % 20 <> 0 ORDER BY id LIMIT $4)) i`,
    [id, campaignId, needy, inCampaign - needy],
  );
  await database.query('ANALYZE influencers, influencer_words, social_accounts, campaign_influencers');
  const middle = await one('SELECT id FROM influencers WHERE org_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1', [
    id,
    influencers / 2,
  ]);
  return { id, influencers, campaignId, middle: encodeCursor([middle]) };
}

import { Injectable } from '@nestjs/common';
import type { AuthState, MarketplaceState, Platform } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { dataSourceOf } from '../domain/account-status';
import type { SocialAccount } from '../domain/social-account';

export interface AccountRow {
  id: string;
  org_id: string;
  influencer_id: string;
  platform: Platform;
  platform_account_id: string | null;
  handle: string;
  display_name: string;
  auth_state: AuthState;
  marketplace: MarketplaceState | null;
  marketplace_at: Date | null;
  revoked: boolean;
  paused_at: Date | null;
  tracked: boolean;
  cause: string;
  cause_at: Date;
  grant_version: number;
  authorized_at: Date | null;
  grant_ends_at: Date | null;
  missing_scopes: string[];
  reserved_until: Date | null;
  created_at: Date;
  version: string;
}

export const toAccount = (row: AccountRow): SocialAccount => ({
  id: row.id,
  organisationId: row.org_id,
  influencerId: row.influencer_id,
  platform: row.platform,
  platformAccountId: row.platform_account_id,
  handle: row.handle,
  displayName: row.display_name,
  authState: row.auth_state,
  marketplace: row.marketplace,
  marketplaceAt: row.marketplace_at,
  revoked: row.revoked,
  pausedAt: row.paused_at,
  tracked: row.tracked,
  cause: row.cause,
  causeAt: row.cause_at,
  grantVersion: row.grant_version,
  authorizedAt: row.authorized_at,
  grantEndsAt: row.grant_ends_at,
  missingScopes: row.missing_scopes,
  reserved: row.reserved_until !== null,
  createdAt: row.created_at,
  version: Number(row.version),
});

export interface AccountFilter {
  influencerId?: string | undefined;
  platform?: Platform | undefined;
  authState?: AuthState | undefined;
  limit: number;
  after: string | null;
}

export interface NewAccount {
  id: string;
  organisationId: string;
  influencerId: string;
  platform: Platform;
  platformAccountId: string;
  handle: string;
  displayName: string;
}

const reservationHours = 1;

/** Social accounts of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class SocialAccountRepository {
  /** A visible account. */
  async find(tx: Tx, id: string): Promise<SocialAccount | undefined> {
    const [row] = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE id = $1 AND reserved_until IS NULL',
      [id],
    );
    return row && toAccount(row);
  }

  /** Those of them that are visible. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<SocialAccount[]> {
    const rows = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE id = ANY ($1) AND reserved_until IS NULL ORDER BY id DESC',
      [ids],
    );
    return rows.map(toAccount);
  }

  /** Any account, reserved ones included, locked until the end of the transaction. */
  async lock(tx: Tx, id: string): Promise<SocialAccount | undefined> {
    const [row] = await sqlRows<AccountRow>(tx, 'SELECT * FROM social_accounts WHERE id = $1 FOR UPDATE', [id]);
    return row && toAccount(row);
  }

  /** By the platform's immutable id, reserved ones included, locked. */
  async lockByPlatformId(tx: Tx, platform: Platform, platformAccountId: string): Promise<SocialAccount | undefined> {
    const [row] = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE platform = $1 AND platform_account_id = $2 FOR UPDATE',
      [platform, platformAccountId],
    );
    return row && toAccount(row);
  }

  /** Every account of an influencer, reserved ones included, locked. */
  async lockAllOf(tx: Tx, influencerId: string): Promise<SocialAccount[]> {
    const rows = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE influencer_id = $1 ORDER BY id FOR UPDATE',
      [influencerId],
    );
    return rows.map(toAccount);
  }

  /** With its history and the items that ask for it. */
  async remove(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM social_accounts WHERE id = $1', [id]);
  }

  /** All visible accounts of an influencer, newest first. */
  async allOf(tx: Tx, influencerId: string): Promise<SocialAccount[]> {
    const rows = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE influencer_id = $1 AND reserved_until IS NULL ORDER BY id DESC',
      [influencerId],
    );
    return rows.map(toAccount);
  }

  /** Newest first, after this id; reserved accounts are left out. */
  async list(tx: Tx, filter: AccountFilter): Promise<SocialAccount[]> {
    const rows = await sqlRows<AccountRow>(
      tx,
      `SELECT * FROM social_accounts
        WHERE reserved_until IS NULL AND ($1::uuid IS NULL OR id < $1) AND ($2::uuid IS NULL OR influencer_id = $2)
          AND ($3::text IS NULL OR platform = $3) AND ($4::text IS NULL OR auth_state = $4)
        ORDER BY id DESC LIMIT $5`,
      [filter.after, filter.influencerId ?? null, filter.platform ?? null, filter.authState ?? null, filter.limit],
    );
    return rows.map(toAccount);
  }

  /** The account that TikTok only named by its handle so far, locked. */
  async lockByHandle(tx: Tx, platform: Platform, handle: string): Promise<SocialAccount | undefined> {
    const [row] = await sqlRows<AccountRow>(
      tx,
      `SELECT * FROM social_accounts
        WHERE platform = $1 AND handle_key = lower($2) AND platform_account_id IS NULL FOR UPDATE`,
      [platform, handle],
    );
    return row && toAccount(row);
  }

  /** The influencer's TikTok account with this handle, however it is identified, locked. */
  async lockTikTokHandle(tx: Tx, influencerId: string, handle: string): Promise<SocialAccount | undefined> {
    const [row] = await sqlRows<AccountRow>(
      tx,
      `SELECT * FROM social_accounts WHERE influencer_id = $1 AND platform = 'tiktok' AND handle_key = lower($2)
        ORDER BY id LIMIT 1 FOR UPDATE`,
      [influencerId, handle],
    );
    return row && toAccount(row);
  }

  /** A reservation of somebody else that was not used in time stands in nobody's way. */
  async dropUnused(tx: Tx, account: Omit<NewAccount, 'id'>): Promise<void> {
    await tx.query(
      `DELETE FROM social_accounts
        WHERE platform = $1 AND platform_account_id = $2 AND influencer_id <> $3
          AND reserved_until < now() AND grant_version = 0`,
      [account.platform, account.platformAccountId, account.influencerId],
    );
  }

  /** Removes reservations long unused; for a while an authorization delayed by an outage still finds its account. */
  async endReservations(tx: Tx, graceHours: number): Promise<number> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `DELETE FROM social_accounts
        WHERE id IN (SELECT id FROM social_accounts
                      WHERE reserved_until < now() - make_interval(hours => $1) AND grant_version = 0
                      ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING id`,
      [graceHours],
    );
    return rows.length;
  }

  /**
   * Makes room for an account that its platform vouches for; invisible until the first fact about it is recorded. False
   * when somebody has it.
   */
  async addFound(
    tx: Tx,
    account: Omit<NewAccount, 'platformAccountId'> & { platformAccountId: string | null },
  ): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO social_accounts (id, org_id, influencer_id, platform, platform_account_id, handle, display_name,
                                    auth_state, marketplace, cause, cause_at, created_at, version, reserved_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'NON_AUTH', CASE WHEN $4 = 'tiktok' THEN 'NON_TTCM' END, 'added', now(), now(),
               0, now())
       ON CONFLICT DO NOTHING`,
      [
        account.id,
        account.organisationId,
        account.influencerId,
        account.platform,
        account.platformAccountId,
        account.handle,
        account.displayName,
      ],
    );
    return count === 1;
  }

  /** The platform told its own id of an account that was known by its handle only. */
  async identify(tx: Tx, id: string, platformAccountId: string): Promise<void> {
    await tx.query('UPDATE social_accounts SET platform_account_id = $2 WHERE id = $1', [id, platformAccountId]);
  }

  /**
   * Holds an id for a connection that is about to be stored. Two at once get the same row: the loser of the insert reads
   * the winner's.
   */
  async reserve(tx: Tx, account: NewAccount): Promise<SocialAccount> {
    await tx.query(
      `INSERT INTO social_accounts (id, org_id, influencer_id, platform, platform_account_id, handle, display_name,
                                    auth_state, marketplace, cause, cause_at, created_at, version, reserved_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'NON_AUTH', CASE WHEN $4 = 'tiktok' THEN 'NON_TTCM' END, 'added', now(),
               now(), 0, now() + make_interval(hours => $8))
       ON CONFLICT (org_id, platform, platform_account_id)
         DO UPDATE SET reserved_until = CASE WHEN social_accounts.reserved_until IS NOT NULL
           THEN greatest(social_accounts.reserved_until, excluded.reserved_until) END`,
      [
        account.id,
        account.organisationId,
        account.influencerId,
        account.platform,
        account.platformAccountId,
        account.handle,
        account.displayName,
        reservationHours,
      ],
    );
    return (await this.lockByPlatformId(tx, account.platform, account.platformAccountId))!;
  }

  /** What applicants have connected, oldest first: reserved without an end, and so on no other list. */
  async connectedOf(tx: Tx, applicantIds: readonly string[]): Promise<SocialAccount[]> {
    const rows = await sqlRows<AccountRow>(
      tx,
      'SELECT * FROM social_accounts WHERE influencer_id = ANY ($1) AND grant_version > 0 ORDER BY id',
      [applicantIds],
    );
    return rows.map(toAccount);
  }

  /**
   * Writes the state of a locked account and returns its new version, `versions` after the one before. One that stays
   * reserved does so until somebody decides.
   */
  async save(tx: Tx, account: SocialAccount, versions: number): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      `UPDATE social_accounts
          SET auth_state = $2, marketplace = $3, marketplace_at = $4, revoked = $5, tracked = $6, cause = $7,
              cause_at = $8, grant_version = $9, authorized_at = $10, grant_ends_at = $11, missing_scopes = $12,
              reserved_until = CASE WHEN $13 THEN 'infinity'::timestamptz END, version = version + $14, paused_at = $15
        WHERE id = $1 RETURNING version`,
      [
        account.id,
        account.authState,
        account.marketplace,
        account.marketplaceAt,
        account.revoked,
        !account.reserved && dataSourceOf(account) !== null,
        account.cause,
        account.causeAt,
        account.grantVersion,
        account.authorizedAt,
        account.grantEndsAt,
        account.missingScopes,
        account.reserved,
        versions,
        account.pausedAt,
      ],
    );
    return Number(row!.version);
  }

  /** For an event about the account that changes nothing in it. */
  async nextVersion(tx: Tx, id: string): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE social_accounts SET version = version + 1 WHERE id = $1 RETURNING version',
      [id],
    );
    return Number(row!.version);
  }

  /** To another influencer; the account's new version. */
  async move(tx: Tx, id: string, influencerId: string): Promise<number> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE social_accounts SET influencer_id = $2, version = version + 1 WHERE id = $1 RETURNING version',
      [id, influencerId],
    );
    return Number(row!.version);
  }

  async rename(tx: Tx, id: string, handle: string, displayName: string): Promise<void> {
    await tx.query('UPDATE social_accounts SET handle = $2, display_name = $3 WHERE id = $1', [
      id,
      handle,
      displayName,
    ]);
  }
}

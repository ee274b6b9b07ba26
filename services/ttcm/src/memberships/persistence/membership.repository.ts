import { Injectable } from '@nestjs/common';
import type { MarketplaceState } from '@creator-connect/contracts';
import type { MarketplaceCreatorStatus } from '@creator-connect/platforms';
import { sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';

export const membershipWork: WorkTable = { table: 'memberships' };

export interface KnownAccount {
  organisationId: string;
  influencerId: string;
  accountId: string;
}

export interface Membership extends KnownAccount {
  state: MarketplaceState;
}

/** What the marketplace said last of each TikTok account of the organisation. */
@Injectable()
export class MembershipRepository {
  /** Looked at from now on; one that is known already stays as it is. */
  async watch(tx: Tx, account: KnownAccount, state: MarketplaceState): Promise<void> {
    await tx.query(
      `INSERT INTO memberships (account_id, org_id, influencer_id, state, due_at)
       VALUES ($1, $2, $3, $4, clock_timestamp()) ON CONFLICT DO NOTHING`,
      [account.accountId, account.organisationId, account.influencerId, state],
    );
  }

  async find(tx: Tx, accountId: string): Promise<Membership | null> {
    const [row] = await sqlRows<{ org_id: string; influencer_id: string; state: MarketplaceState }>(
      tx,
      'SELECT org_id, influencer_id, state FROM memberships WHERE account_id = $1',
      [accountId],
    );
    return row ? { organisationId: row.org_id, influencerId: row.influencer_id, accountId, state: row.state } : null;
  }

  /**
   * Sets the membership of an account and takes `events` versions for what is published about it. Returns the state
   * before and the first of those versions.
   */
  async set(
    tx: Tx,
    account: KnownAccount,
    state: MarketplaceState,
    events: number,
  ): Promise<{ before: MarketplaceState; version: number }> {
    await this.watch(tx, account, 'NON_TTCM');
    const [before] = await sqlRows<{ state: MarketplaceState; version: string }>(
      tx,
      'SELECT state, version FROM memberships WHERE account_id = $1 FOR UPDATE',
      [account.accountId],
    );
    await tx.query(
      'UPDATE memberships SET state = $2, version = version + $3, observed_at = now() WHERE account_id = $1',
      [account.accountId, state, events],
    );
    return { before: before!.state, version: Number(before!.version) + 1 };
  }

  /** The version for one event about the account that changes nothing here; null: the account is gone. */
  async nextVersion(tx: Tx, accountId: string): Promise<number | null> {
    const [row] = await sqlRows<{ version: string }>(
      tx,
      'UPDATE memberships SET version = version + 1 WHERE account_id = $1 RETURNING version',
      [accountId],
    );
    return row ? Number(row.version) : null;
  }

  async answered(tx: Tx, accountId: string, answer: MarketplaceCreatorStatus): Promise<void> {
    await tx.query('UPDATE memberships SET last_answer = $2 WHERE account_id = $1', [accountId, answer]);
  }

  /** Null: the marketplace has told nothing of it yet. */
  async lastAnswer(tx: Tx, accountId: string): Promise<MarketplaceCreatorStatus | null> {
    const [row] = await sqlRows<{ last_answer: MarketplaceCreatorStatus | null }>(
      tx,
      'SELECT last_answer FROM memberships WHERE account_id = $1',
      [accountId],
    );
    return row?.last_answer ?? null;
  }

  async forget(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM memberships WHERE account_id = $1', [accountId]);
  }

  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query('UPDATE memberships SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM memberships WHERE influencer_id = $1', [influencerId]);
  }

  async askNow(tx: Tx, accountId: string): Promise<void> {
    await tx.query('UPDATE memberships SET due_at = clock_timestamp() WHERE account_id = $1', [accountId]);
  }

  async askAllNow(tx: Tx): Promise<void> {
    await tx.query('UPDATE memberships SET due_at = clock_timestamp()');
  }
}

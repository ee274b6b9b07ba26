import { Injectable } from '@nestjs/common';
import type { MarketplaceState } from '@creator-connect/contracts';
import type { Tx, WorkTable } from '@creator-connect/persistence';
import type { Invite, InviteState } from '../domain/invite';

export const inviteWork: WorkTable = { table: 'invites' };

interface InviteRow {
  id: string;
  org_id: string;
  influencer_id: string;
  account_id: string;
  handle: string;
  state: InviteState;
  failed_rules: string[];
  created_at: Date;
  decided_at: Date | null;
  expires_at: Date;
}

const toInvite = (row: InviteRow): Invite => ({
  id: row.id,
  organisationId: row.org_id,
  influencerId: row.influencer_id,
  accountId: row.account_id,
  handle: row.handle,
  state: row.state,
  failedRules: row.failed_rules,
  createdAt: row.created_at,
  decidedAt: row.decided_at,
  expiresAt: row.expires_at,
});

export interface InviteWait {
  pollSeconds: number;
  expireDays: number;
}

/** Invitations and memberships of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class InviteRepository {
  /** False when an invitation for the account is open already. */
  async start(
    tx: Tx,
    invite: Pick<Invite, 'id' | 'organisationId' | 'influencerId' | 'accountId' | 'handle'>,
    wait: InviteWait,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO invites (id, org_id, influencer_id, account_id, handle, state, expires_at, due_at)
       VALUES ($1, $2, $3, $4, $5, 'SENDING', now() + make_interval(days => $6), now() + make_interval(secs => $7))
       ON CONFLICT (org_id, account_id) WHERE state IN ('SENDING', 'INVITED') DO NOTHING RETURNING id`,
      [
        invite.id,
        invite.organisationId,
        invite.influencerId,
        invite.accountId,
        invite.handle,
        wait.expireDays,
        wait.pollSeconds,
      ],
    );
    return rows.length > 0;
  }

  async find(tx: Tx, id: string): Promise<Invite | null> {
    const [row]: InviteRow[] = await tx.query('SELECT * FROM invites WHERE id = $1', [id]);
    return row ? toInvite(row) : null;
  }

  async lock(tx: Tx, id: string): Promise<Invite | null> {
    const [row]: InviteRow[] = await tx.query('SELECT * FROM invites WHERE id = $1 FOR UPDATE', [id]);
    return row ? toInvite(row) : null;
  }

  /** Moves the invitation on; a decided one is due no more. */
  async move(tx: Tx, id: string, state: InviteState, failedRules: readonly string[] = []): Promise<void> {
    await tx.query(
      `UPDATE invites SET state = $2, failed_rules = $3,
              decided_at = CASE WHEN $2 IN ('ACCEPTED', 'REJECTED', 'EXPIRED') THEN now() END,
              due_at = CASE WHEN $2 IN ('SENDING', 'INVITED') THEN due_at END
        WHERE id = $1`,
      [id, state, failedRules],
    );
  }

  /**
   * Sets the membership of an account and takes `events` versions for what is published about it. Returns the state
   * before and the first of those versions.
   */
  async setMembership(
    tx: Tx,
    account: Pick<Invite, 'organisationId' | 'influencerId' | 'accountId'>,
    state: MarketplaceState,
    events: number,
  ): Promise<{ before: MarketplaceState; version: number }> {
    await tx.query(
      `INSERT INTO memberships (account_id, org_id, influencer_id, state) VALUES ($1, $2, $3, 'NON_TTCM')
       ON CONFLICT DO NOTHING`,
      [account.accountId, account.organisationId, account.influencerId],
    );
    const [before]: { state: MarketplaceState; version: string }[] = await tx.query(
      'SELECT state, version FROM memberships WHERE account_id = $1 FOR UPDATE',
      [account.accountId],
    );
    await tx.query(
      'UPDATE memberships SET state = $2, version = version + $3, observed_at = now() WHERE account_id = $1',
      [account.accountId, state, events],
    );
    return { before: before!.state, version: Number(before!.version) + 1 };
  }

  /** Newest first, after the last one of the page before. */
  async list(tx: Tx, limit: number, after: string | null): Promise<Invite[]> {
    const rows: InviteRow[] = await tx.query(
      `SELECT * FROM invites WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toInvite);
  }
}

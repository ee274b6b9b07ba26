import type { MarketplaceRule } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import { sqlCount, type Tx, type WorkTable } from '@creator-connect/persistence';
import type { Invite, InviteState } from '../domain/invite';

export const inviteWork: WorkTable = { table: 'invites' };

interface InviteRow {
  id: string;
  org_id: string;
  influencer_id: string;
  account_id: string | null;
  handle: string;
  state: InviteState;
  failed_rules: MarketplaceRule[];
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
  remindDays: number;
}

export type NewInvite = Pick<Invite, 'id' | 'organisationId' | 'influencerId' | 'accountId' | 'handle' | 'state'>;

export interface InvitePage {
  limit: number;
  after: string | null;
  influencerId?: string | undefined;
}

/** Invitations of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class InviteRepository {
  /** False when an invitation for the account, or for the influencer's handle, is open already. */
  async start(tx: Tx, invite: NewInvite, wait: InviteWait): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO invites (id, org_id, influencer_id, account_id, handle, state, expires_at, due_at, remind_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), now() + make_interval(secs => $8),
               now() + nullif($9::float8, 0) * interval '1 day')
       ON CONFLICT DO NOTHING`,
      [
        invite.id,
        invite.organisationId,
        invite.influencerId,
        invite.accountId,
        invite.handle,
        invite.state,
        wait.expireDays,
        wait.pollSeconds,
        wait.remindDays,
      ],
    );
    return count === 1;
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
  async move(tx: Tx, id: string, state: InviteState, failedRules: readonly MarketplaceRule[] = []): Promise<void> {
    await tx.query(
      `UPDATE invites SET state = $2, failed_rules = $3,
              decided_at = CASE WHEN $2 IN ('ACCEPTED', 'REJECTED', 'EXPIRED') THEN now() END,
              due_at = CASE WHEN $2 IN ('SENDING', 'BY_HAND', 'INVITED') THEN due_at END
        WHERE id = $1`,
      [id, state, failedRules],
    );
  }

  /** It is at TikTok. Sent late, it is reminded of as late: at the same share of what is left of the wait. */
  async sent(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE invites SET state = 'INVITED',
              remind_at = now() + (expires_at - now()) *
                (extract(epoch FROM remind_at - created_at) / extract(epoch FROM expires_at - created_at))::float8
        WHERE id = $1`,
      [id],
    );
  }

  /** True for whoever asks first once it is time to remind its creator, while it waits. */
  async takeReminder(tx: Tx, id: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE invites SET remind_at = NULL
        WHERE id = $1 AND state = 'INVITED' AND remind_at <= now() AND expires_at > now()`,
      [id],
    );
    return count === 1;
  }

  /** Of what is open since before `at` for the account, or for a handle of its owner: that has no account yet to be silent about. */
  async remindNoMore(tx: Tx, accountId: string, influencerId: string, at: string): Promise<void> {
    await tx.query(
      `UPDATE invites SET remind_at = NULL
        WHERE (account_id = $1 OR (account_id IS NULL AND influencer_id = $2)) AND created_at <= $3`,
      [accountId, influencerId, at],
    );
  }

  /** Somebody who was invited by handle has an account now. */
  async giveAccount(tx: Tx, id: string, accountId: string): Promise<void> {
    await tx.query('UPDATE invites SET account_id = $2 WHERE id = $1', [id, accountId]);
  }

  /** Nobody waits for an account that is gone. */
  async dropAccount(tx: Tx, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE invites SET state = 'EXPIRED', decided_at = now(), due_at = NULL
        WHERE account_id = $1 AND state IN ('SENDING', 'BY_HAND', 'INVITED')`,
      [accountId],
    );
  }

  /** Newest first, after the last one of the page before. */
  async list(tx: Tx, { limit, after, influencerId }: InvitePage): Promise<Invite[]> {
    const rows: InviteRow[] = await tx.query(
      `SELECT * FROM invites
        WHERE ($1::uuid IS NULL OR id < $1) AND ($3::uuid IS NULL OR influencer_id = $3)
        ORDER BY id DESC LIMIT $2`,
      [after, limit, influencerId ?? null],
    );
    return rows.map(toInvite);
  }

  /**
   * Of two open invitations of one handle that has no account yet, the kept entry's goes on. Who was reminded by the other is
   * reminded no more.
   */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query(
      `UPDATE invites k SET remind_at = NULL FROM invites i
        WHERE i.influencer_id = $1 AND i.account_id IS NULL AND i.state = 'INVITED' AND i.remind_at IS NULL
          AND k.influencer_id = $2 AND k.account_id IS NULL AND lower(k.handle) = lower(i.handle)`,
      [influencerId, keptId],
    );
    await tx.query(
      `UPDATE invites i SET state = 'EXPIRED', decided_at = now(), due_at = NULL
        WHERE i.influencer_id = $1 AND i.account_id IS NULL AND i.state IN ('SENDING', 'BY_HAND', 'INVITED')
          AND EXISTS (SELECT FROM invites k
                       WHERE k.influencer_id = $2 AND k.account_id IS NULL AND lower(k.handle) = lower(i.handle)
                         AND k.state IN ('SENDING', 'BY_HAND', 'INVITED'))`,
      [influencerId, keptId],
    );
    await tx.query('UPDATE invites SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM invites WHERE influencer_id = $1', [influencerId]);
  }
}

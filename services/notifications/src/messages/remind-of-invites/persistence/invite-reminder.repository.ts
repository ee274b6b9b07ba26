import { Injectable } from '@nestjs/common';
import { sqlRows, type Tx } from '@creator-connect/persistence';
import type { MessageKind } from '../../domain/message-kind';

const reminder: MessageKind = 'marketplace-reminder';
const joined: MessageKind = 'marketplace-joined';

/** Reminders of marketplace invitations, of the organisation that the surrounding transaction belongs to. */
@Injectable()
export class InviteReminderRepository {
  /** Whether the creator was told already that they joined. */
  async isOver(tx: Tx, inviteId: string): Promise<boolean> {
    const rows = await sqlRows(tx, 'SELECT 1 FROM messages WHERE invite_id = $1 AND kind = $2 LIMIT 1', [
      inviteId,
      joined,
    ]);
    return rows.length > 0;
  }

  cancelOf(tx: Tx, inviteId: string): Promise<void> {
    return this.#cancel(tx, 'invite_id = $2', [inviteId]);
  }

  cancelOfAccount(tx: Tx, accountId: string): Promise<void> {
    return this.#cancel(tx, 'account_ids @> ARRAY[$2::uuid]', [accountId]);
  }

  /** Of the account, and of handles of its owner: those have no account yet to be silent about. */
  cancelOfOwner(tx: Tx, accountId: string, influencerId: string): Promise<void> {
    const which = `(account_ids @> ARRAY[$2::uuid] OR (account_ids = '{}' AND influencer_id = $3))`;
    return this.#cancel(tx, which, [accountId, influencerId]);
  }

  /** Whoever was invited by handle through two entries is reminded once: what waits for the one entry is sent unless the kept one's is. */
  async cancelSecond(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = 'CANCELLED', due_at = NULL
        WHERE kind = $1 AND influencer_id = $2 AND account_ids = '{}' AND status = 'QUEUED'
          AND EXISTS (SELECT FROM messages k
                       WHERE k.kind = $1 AND k.influencer_id = $3 AND k.account_ids = '{}'
                         AND k.status IN ('QUEUED', 'SENDING', 'UNCONFIRMED', 'SENT') AND k.needed_until > now())`,
      [reminder, influencerId, keptId],
    );
  }

  /** One that is being sent at this moment is noted as what it becomes; one whose sender died is not sent again. */
  async #cancel(tx: Tx, which: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = CASE status WHEN 'SENDING' THEN 'UNCONFIRMED' ELSE 'CANCELLED' END, due_at = NULL
        WHERE kind = $1 AND ${which} AND status IN ('QUEUED', 'SENDING')`,
      [reminder, ...ids],
    );
  }
}

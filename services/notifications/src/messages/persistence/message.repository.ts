import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { causeOfWork, sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import type { Message, MessageKind } from '../domain/message-kind';

export const messageWork: WorkTable = { table: 'messages', hasCause: true };

export interface NewMessage {
  organisationId: string;
  influencerId: string;
  accountIds: string[];
  kind: MessageKind;
  dedupeKey: string;
  incidentId?: string;
  authorizationRequestId?: string | undefined;
  /** Of a mail about a marketplace invitation. */
  inviteId?: string | undefined;
  /** Not sent any more from then on. */
  neededUntil?: string | undefined;
  inDays?: number;
  inSeconds?: number;
}

interface MessageRow {
  id: string;
  org_id: string;
  influencer_id: string | null;
  account_ids: string[];
  kind: MessageKind;
  status: Message['status'];
  failure: string | null;
  attempts: number;
  created_at: Date;
  sent_at: Date | null;
  ends_at: Date | null;
  grant_version: number | null;
  authorization_request_id: string | null;
  overdue: boolean;
}

/** What a process that handed a mail over finds it as, unless another one took it over and was faster. */
const beingSent = `status IN ('SENDING', 'UNCONFIRMED')`;

const select = `
  SELECT m.*, i.ends_at, i.grant_version, coalesce(m.needed_until <= now(), false) AS overdue
    FROM messages m LEFT JOIN incidents i ON i.id = m.incident_id`;

const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  organisationId: row.org_id,
  influencerId: row.influencer_id,
  accountIds: row.account_ids,
  kind: row.kind,
  status: row.status,
  failure: row.failure,
  attempts: row.attempts,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  endsAt: row.ends_at,
  endingGrantVersion: row.grant_version,
  authorizationRequestId: row.authorization_request_id,
  overdue: row.overdue,
});

/** Mails of the organisation that the surrounding transaction belongs to; neither address nor text stands in them. */
@Injectable()
export class MessageRepository {
  /** Queues a mail once; false when the same dedupe key was queued before. */
  async queue(tx: Tx, message: NewMessage): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO messages (id, org_id, influencer_id, account_ids, kind, dedupe_key, incident_id, due_at, cause,
                             authorization_request_id, invite_id, needed_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8, secs => $13), $9, $10, $11, $12)
       ON CONFLICT (org_id, dedupe_key) DO NOTHING`,
      [
        newId(),
        message.organisationId,
        message.influencerId,
        message.accountIds,
        message.kind,
        message.dedupeKey,
        message.incidentId ?? null,
        message.inDays ?? 0,
        causeOfWork(),
        message.authorizationRequestId ?? null,
        message.inviteId ?? null,
        message.neededUntil ?? null,
        message.inSeconds ?? 0,
      ],
    );
    return count === 1;
  }

  /** One more account that a mail is about; false when it has gone out without it. */
  async alsoAbout(tx: Tx, dedupeKey: string, accountId: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE messages SET account_ids = array_append(array_remove(account_ids, $2::uuid), $2::uuid)
        WHERE dedupe_key = $1 AND (status = 'QUEUED' OR $2::uuid = ANY (account_ids))`,
      [dedupeKey, accountId],
    );
    return count === 1;
  }

  /**
   * Reminders that have not gone out yet stop at once when the account is repaired or taken back. One that is being sent
   * at this moment is noted as what it becomes; one whose sender died is not sent again.
   */
  async cancelOfIncident(tx: Tx, incidentId: string): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = CASE status WHEN 'SENDING' THEN 'UNCONFIRMED' ELSE 'CANCELLED' END, due_at = NULL
        WHERE incident_id = $1 AND status IN ('QUEUED', 'SENDING')`,
      [incidentId],
    );
  }

  /** Notices of a coming end that have not gone out yet, but for the one with this key, have nothing more to say. */
  async cancelExpiring(tx: Tx, incidentId: string, exceptKey = ''): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = 'CANCELLED', due_at = NULL
        WHERE incident_id = $1 AND kind = 'expiring' AND status = 'QUEUED' AND dedupe_key <> $2`,
      [incidentId, exceptKey],
    );
  }

  async find(tx: Tx, id: string): Promise<Message | null> {
    const [row] = await sqlRows<MessageRow>(tx, `${select} WHERE m.id = $1`, [id]);
    return row ? toMessage(row) : null;
  }

  /** Claims the right to send; false when it was sent, cancelled or claimed by a newer lease meanwhile. */
  async startSending(tx: Tx, id: string, epoch: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE messages SET status = 'SENDING' WHERE id = $1 AND lease_epoch = $2 AND status IN ('QUEUED', 'SENDING')`,
      [id, epoch],
    );
    return count === 1;
  }

  /** Puts a mail that could not be handed over back in the queue; false when it was cancelled meanwhile, or is another's. */
  async postpone(tx: Tx, id: string, epoch: string): Promise<boolean> {
    const [row] = await sqlRows<{ status: Message['status'] }>(
      tx,
      `UPDATE messages SET status = CASE status WHEN 'SENDING' THEN 'QUEUED' ELSE 'CANCELLED' END
        WHERE id = $1 AND lease_epoch = $2 AND status IN ('SENDING', 'UNCONFIRMED') RETURNING status`,
      [id, epoch],
    );
    return row?.status === 'QUEUED';
  }

  /** False when it is noted as sent already, by somebody whose lease ran out, or there is no such message any more. */
  async sent(tx: Tx, id: string, providerId: string | null): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE messages SET status = 'SENT', sent_at = now(), due_at = NULL, provider_message_id = $2
        WHERE id = $1 AND sent_at IS NULL`,
      [id, providerId],
    );
    return count === 1;
  }

  /** What the provider told of a mail later; false when it is known already. */
  async feedback(tx: Tx, id: string, failure: 'bounced' | 'complained'): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE messages SET failure = $2, status = CASE $2 WHEN 'bounced' THEN 'FAILED' ELSE status END
        WHERE id = $1 AND failure IS DISTINCT FROM $2`,
      [id, failure],
    );
    return count === 1;
  }

  /** Nobody needs it any more, its addressee wants no reminders (`stopped`), or called one of our mails unwanted. */
  async cancel(tx: Tx, id: string, failure: 'stopped' | 'complained' | null = null): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = 'CANCELLED', failure = $2, due_at = NULL WHERE id = $1 AND ${beingSent}`,
      [id, failure],
    );
  }

  /** False as of `sent`. */
  async failed(tx: Tx, id: string, failure: string): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE messages SET status = 'FAILED', failure = $2, due_at = NULL WHERE id = $1 AND ${beingSent}`,
      [id, failure],
    );
    return count === 1;
  }

  /** What waits to be sent, of these kinds. */
  async cancelQueued(tx: Tx, influencerId: string, kinds: readonly MessageKind[]): Promise<void> {
    await tx.query(
      `UPDATE messages SET status = 'CANCELLED', due_at = NULL WHERE influencer_id = $1 AND kind = ANY ($2) AND status = 'QUEUED'`,
      [influencerId, kinds],
    );
  }

  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query('UPDATE messages SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  /** Everything about an influencer. One that is being sent at this moment may still go out. */
  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM messages WHERE influencer_id = $1', [influencerId]);
  }

  /** Newest first, after the last one of the page before. */
  async list(
    tx: Tx,
    filter: { influencerId?: string | undefined; limit: number; after: string | null },
  ): Promise<Message[]> {
    const rows = await sqlRows<MessageRow>(
      tx,
      `${select}
        WHERE ($1::uuid IS NULL OR m.id < $1) AND ($2::uuid IS NULL OR m.influencer_id = $2)
        ORDER BY m.id DESC LIMIT $3`,
      [filter.after, filter.influencerId ?? null, filter.limit],
    );
    return rows.map(toMessage);
  }
}

import { Injectable } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { hiddenFrom, type Notice, type NoticeKind, type Reader } from '../domain/notice';

export interface NewNotice {
  organisationId: string;
  kind: NoticeKind;
  influencerId?: string;
  userId?: string;
  accountId?: string;
  /** What makes a notice "the same": the event that caused it. */
  dedupeKey: string;
}

interface Row {
  id: string;
  kind: NoticeKind;
  influencer_id: string | null;
  user_id: string | null;
  account_id: string | null;
  created_at: Date;
  read: boolean;
}

const toNotice = (row: Row): Notice => ({
  id: row.id,
  kind: row.kind,
  influencerId: row.influencer_id,
  userId: row.user_id,
  accountId: row.account_id,
  createdAt: row.created_at,
  read: row.read,
});

const keptDays = 90;

/** Of the kinds that the member of $1 has not turned off, without those of $2; nobody is told of themselves. */
const shownTo = `
    FROM notices n LEFT JOIN notice_reads r ON r.org_id = n.org_id AND r.notice_id = n.id AND r.user_id = $1
   WHERE n.user_id IS DISTINCT FROM $1 AND n.kind <> ALL ($2::text[])
     AND NOT EXISTS (SELECT FROM notice_mutes m WHERE m.user_id = $1 AND m.kind = n.kind)`;

/** Notices of the organisation that the surrounding transaction belongs to; ids only, names are asked when they are shown. */
@Injectable()
export class NoticeRepository {
  /** Its id; undefined when it was posted before. Old ones go on the way, so that the table stays small. */
  async add(tx: Tx, notice: NewNotice): Promise<string | undefined> {
    const { organisationId, kind, influencerId = null, userId = null, accountId = null, dedupeKey } = notice;
    await tx.query(`DELETE FROM notices WHERE created_at < now() - make_interval(days => $1)`, [keptDays]);
    const [row] = await sqlRows<{ id: string }>(
      tx,
      `INSERT INTO notices (id, org_id, kind, influencer_id, user_id, account_id, dedupe_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (org_id, dedupe_key) DO NOTHING RETURNING id`,
      [newId(), organisationId, kind, influencerId, userId, accountId, dedupeKey],
    );
    return row?.id;
  }

  /** Newest first, after this id. */
  async list(
    tx: Tx,
    reader: Reader,
    filter: { unread: boolean; limit: number; after: string | null },
  ): Promise<Notice[]> {
    const rows = await sqlRows<Row>(
      tx,
      `SELECT n.id, n.kind, n.influencer_id, n.user_id, n.account_id, n.created_at, r.notice_id IS NOT NULL AS read ${shownTo}
          AND ($3::uuid IS NULL OR n.id < $3) AND (NOT $4 OR r.notice_id IS NULL)
        ORDER BY n.id DESC LIMIT $5`,
      [reader.userId, hiddenFrom(reader), filter.after, filter.unread, filter.limit],
    );
    return rows.map(toNotice);
  }

  /** How many the member has not read, counted up to `most`. */
  async unread(tx: Tx, reader: Reader, most: number): Promise<number> {
    const [row] = await sqlRows<{ count: number }>(
      tx,
      `SELECT count(*)::int AS count FROM (SELECT 1 ${shownTo} AND r.notice_id IS NULL LIMIT $3) unread`,
      [reader.userId, hiddenFrom(reader), most],
    );
    return row?.count ?? 0;
  }

  async exists(tx: Tx, id: string): Promise<boolean> {
    return (await sqlRows(tx, 'SELECT 1 FROM notices WHERE id = $1', [id])).length === 1;
  }

  async markRead(tx: Tx, userId: string, id: string): Promise<void> {
    await tx.query(
      `INSERT INTO notice_reads (org_id, user_id, notice_id) SELECT org_id, $1, id FROM notices WHERE id = $2
       ON CONFLICT DO NOTHING`,
      [userId, id],
    );
  }

  async markUnread(tx: Tx, userId: string, id: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM notice_reads WHERE user_id = $1 AND notice_id = $2', [userId, id]);
  }

  /** All that the member could see when `upTo` was the newest. */
  async markAllRead(tx: Tx, reader: Reader, upTo: string): Promise<void> {
    await tx.query(
      `INSERT INTO notice_reads (org_id, user_id, notice_id)
       SELECT n.org_id, $1, n.id ${shownTo} AND r.notice_id IS NULL AND n.id <= $3 ON CONFLICT DO NOTHING`,
      [reader.userId, hiddenFrom(reader), upTo],
    );
  }

  /** With everybody's read marks. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query('UPDATE notices SET influencer_id = $2 WHERE influencer_id = $1', [influencerId, keptId]);
  }

  async erase(tx: Tx, influencerId: string): Promise<void> {
    await tx.query('DELETE FROM notices WHERE influencer_id = $1', [influencerId]);
  }
}

import { Injectable } from '@nestjs/common';
import { newId, type Platform } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import type { NewItem } from '../domain/request-items';

export interface RequestItem {
  platform: Platform;
  /** Null: an account that is not known here yet. */
  socialAccountId: string | null;
  /** Of the known account, or as typed by an admin. */
  handle: string | null;
  done: boolean;
}

export interface AuthorizationRequest {
  id: string;
  organisationId: string;
  influencerId: string;
  status: 'open' | 'finished' | 'withdrawn' | 'expired';
  createdAt: Date;
  expiresAt: Date;
  /** When it was finished, withdrawn or found expired. */
  closedAt: Date | null;
  items: RequestItem[];
}

export interface AuthorizationLink {
  id: string;
  authorizationRequestId: string;
  delivery: 'copy' | 'email';
  /** The mail that carried it. */
  messageId: string | null;
  createdAt: Date;
  /** When somebody first began with it. */
  openedAt: Date | null;
  endedAt: Date | null;
}

interface LinkRow {
  id: string;
  authorization_request_id: string;
  delivery: 'copy' | 'email';
  message_id: string | null;
  created_at: Date;
  opened_at: Date | null;
  ended_at: Date | null;
}

/** What became of the links of one request that one mail carried; a mail that was tried again may have had several. */
export interface MailedLink {
  messageId: string;
  authorizationRequestId: string;
  openedAt: Date | null;
  finishedAt: Date | null;
}

interface Row {
  id: string;
  org_id: string;
  influencer_id: string;
  status: AuthorizationRequest['status'];
  created_at: Date;
  expires_at: Date;
  closed_at: Date | null;
  items: { platform: Platform; social_account_id: string | null; handle: string | null; done: boolean }[];
}

const select = `
  SELECT r.id, r.org_id, r.influencer_id, r.created_at, r.expires_at, r.closed_at,
         CASE WHEN r.status = 'open' AND r.expires_at <= now() THEN 'expired' ELSE r.status END AS status,
         (SELECT coalesce(json_agg(json_build_object('platform', i.platform, 'social_account_id', i.social_account_id,
                   'handle', coalesce(a.handle, i.expected_handle), 'done', i.done_at IS NOT NULL) ORDER BY i.position), '[]')
            FROM authorization_request_items i LEFT JOIN social_accounts a ON a.id = i.social_account_id
           WHERE i.authorization_request_id = r.id) AS items
    FROM authorization_requests r`;

const toRequest = (row: Row): AuthorizationRequest => ({
  id: row.id,
  organisationId: row.org_id,
  influencerId: row.influencer_id,
  status: row.status,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  closedAt: row.closed_at,
  items: row.items.map(({ social_account_id: socialAccountId, ...item }) => ({ ...item, socialAccountId })),
});

/** Requests of the organisation that the surrounding transaction belongs to, with their items and links. */
@Injectable()
export class AuthorizationRequestRepository {
  async add(
    tx: Tx,
    request: { id: string; organisationId: string; influencerId: string; lifeDays: number; items: readonly NewItem[] },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO authorization_requests (id, org_id, influencer_id, status, created_at, expires_at)
       VALUES ($1, $2, $3, 'open', now(), now() + make_interval(days => $4))`,
      [request.id, request.organisationId, request.influencerId, request.lifeDays],
    );
    for (const [position, item] of request.items.entries()) {
      await tx.query(
        `INSERT INTO authorization_request_items
           (id, org_id, authorization_request_id, platform, social_account_id, expected_handle, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          newId(),
          request.organisationId,
          request.id,
          item.platform,
          item.socialAccountId,
          item.expectedHandle,
          position,
        ],
      );
    }
  }

  async find(tx: Tx, id: string): Promise<AuthorizationRequest | undefined> {
    const [row] = await sqlRows<Row>(tx, `${select} WHERE r.id = $1`, [id]);
    return row && toRequest(row);
  }

  /** Newest first, after this id. */
  async list(
    tx: Tx,
    filter: { influencerId?: string | undefined; limit: number; after: string | null },
  ): Promise<AuthorizationRequest[]> {
    const rows = await sqlRows<Row>(
      tx,
      `${select} WHERE ($1::uuid IS NULL OR r.influencer_id = $1) AND ($2::uuid IS NULL OR r.id < $2)
        ORDER BY r.id DESC LIMIT $3`,
      [filter.influencerId ?? null, filter.after, filter.limit],
    );
    return rows.map(toRequest);
  }

  /** Held open until the end of the transaction: nobody can withdraw or finish it meanwhile. */
  async holdOpen(tx: Tx, id: string, influencerId: string): Promise<AuthorizationRequest | undefined> {
    await tx.query('SELECT FROM authorization_requests WHERE id = $1 FOR SHARE', [id]);
    const request = await this.find(tx, id);
    return request?.status === 'open' && request.influencerId === influencerId ? request : undefined;
  }

  /** Ends an open request and its links. False when it had ended before. */
  async close(tx: Tx, id: string, status: 'withdrawn' | 'expired'): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `UPDATE authorization_requests SET status = $2, closed_at = now() WHERE id = $1 AND status = 'open'`,
      [id, status],
    );
    if (count === 1) await this.#endLinks(tx, [id]);
    return count === 1;
  }

  /** Ends those whose time is over; what they look like from outside was decided by the clock already. */
  async closeExpired(tx: Tx): Promise<number> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `UPDATE authorization_requests SET status = 'expired', closed_at = now()
        WHERE id IN (SELECT id FROM authorization_requests WHERE status = 'open' AND expires_at <= now()
                      ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) RETURNING id`,
    );
    await this.#endLinks(
      tx,
      rows.map((row) => row.id),
    );
    return rows.length;
  }

  /** The newest open request of an influencer that asks for exactly these known accounts. */
  async openFor(
    tx: Tx,
    influencerId: string,
    accountIds: readonly (string | null)[],
  ): Promise<AuthorizationRequest | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `${select} WHERE r.influencer_id = $1 AND r.status = 'open' AND r.expires_at > now()
          AND (SELECT array_agg(i.social_account_id ORDER BY i.social_account_id) FROM authorization_request_items i
                WHERE i.authorization_request_id = r.id)
              IS NOT DISTINCT FROM (SELECT array_agg(x ORDER BY x) FROM unnest($2::uuid[]) x)
        ORDER BY r.id DESC LIMIT 1`,
      [influencerId, accountIds],
    );
    return row && toRequest(row);
  }

  /** The newest open request of an influencer. */
  async newestOpen(tx: Tx, influencerId: string): Promise<AuthorizationRequest | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `${select} WHERE r.influencer_id = $1 AND r.status = 'open' AND r.expires_at > now() ORDER BY r.id DESC LIMIT 1`,
      [influencerId],
    );
    return row && toRequest(row);
  }

  /**
   * Marks what this account fulfils in the influencer's open requests: the item that names it, else the oldest open one
   * of its platform that names none, its handle first. A request without open items is finished, its links end with it.
   * The requests are locked first: two accounts that come alive at once must not each see the other's item open.
   */
  async fulfil(
    tx: Tx,
    account: { id: string; influencerId: string; platform: Platform; handle: string },
  ): Promise<void> {
    await tx.query(
      `SELECT FROM authorization_requests WHERE influencer_id = $1 AND status = 'open' ORDER BY id FOR UPDATE`,
      [account.influencerId],
    );
    await tx.query(
      `UPDATE authorization_request_items SET done_at = now(), done_account_id = $3
        WHERE id IN (
          SELECT DISTINCT ON (i.authorization_request_id) i.id
            FROM authorization_request_items i JOIN authorization_requests r ON r.id = i.authorization_request_id
           WHERE r.influencer_id = $1 AND r.status = 'open' AND i.done_at IS NULL AND i.platform = $2
             AND (i.social_account_id = $3 OR i.social_account_id IS NULL)
             AND NOT EXISTS (SELECT FROM authorization_request_items d
                              WHERE d.authorization_request_id = r.id AND d.done_account_id = $3)
           ORDER BY i.authorization_request_id, i.social_account_id NULLS LAST,
                    lower(ltrim(i.expected_handle, '@')) IS DISTINCT FROM lower($4), i.position)`,
      [account.influencerId, account.platform, account.id, account.handle],
    );
    const finished = await sqlRows<{ id: string }>(
      tx,
      `UPDATE authorization_requests r SET status = 'finished', closed_at = now()
        WHERE r.influencer_id = $1 AND r.status = 'open' AND NOT EXISTS (
          SELECT FROM authorization_request_items i WHERE i.authorization_request_id = r.id AND i.done_at IS NULL)
       RETURNING r.id`,
      [account.influencerId],
    );
    await this.#endLinks(
      tx,
      finished.map((row) => row.id),
    );
  }

  async #endLinks(tx: Tx, requestIds: readonly string[]): Promise<void> {
    if (requestIds.length === 0) return;
    await tx.query(
      'UPDATE authorization_links SET ended_at = now() WHERE authorization_request_id = ANY($1) AND ended_at IS NULL',
      [requestIds],
    );
  }

  async addLink(
    tx: Tx,
    link: {
      organisationId: string;
      requestId: string;
      tokenHash: Buffer;
      delivery: 'copy' | 'email';
      messageId: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO authorization_links (id, org_id, authorization_request_id, token_hash, delivery, message_id, created_at, expires_at)
       SELECT $1, $2, r.id, $4, $5, $6, now(), r.expires_at FROM authorization_requests r WHERE r.id = $3`,
      [newId(), link.organisationId, link.requestId, link.tokenHash, link.delivery, link.messageId],
    );
  }

  /** Of these requests, oldest first. */
  async linksOf(tx: Tx, requestIds: readonly string[]): Promise<AuthorizationLink[]> {
    const rows = await sqlRows<LinkRow>(
      tx,
      `SELECT id, authorization_request_id, delivery, message_id, created_at, opened_at, ended_at
         FROM authorization_links WHERE authorization_request_id = ANY($1) ORDER BY created_at, id`,
      [requestIds],
    );
    return rows.map((row) => ({
      id: row.id,
      authorizationRequestId: row.authorization_request_id,
      delivery: row.delivery,
      messageId: row.message_id,
      createdAt: row.created_at,
      openedAt: row.opened_at,
      endedAt: row.ended_at,
    }));
  }

  /** The first time stays. */
  async openLink(tx: Tx, tokenHash: Buffer): Promise<void> {
    await tx.query(
      `UPDATE authorization_links SET opened_at = now()
        WHERE token_hash = $1 AND opened_at IS NULL AND ended_at IS NULL AND expires_at > now()`,
      [tokenHash],
    );
  }

  /** Requests in the order in which they were made. */
  async mailedLinks(tx: Tx, messageIds: readonly string[]): Promise<MailedLink[]> {
    return sqlRows<MailedLink>(
      tx,
      `SELECT l.message_id AS "messageId", r.id AS "authorizationRequestId", min(l.opened_at) AS "openedAt",
              CASE r.status WHEN 'finished' THEN r.closed_at END AS "finishedAt"
         FROM authorization_links l JOIN authorization_requests r ON r.id = l.authorization_request_id
        WHERE l.message_id = ANY($1) GROUP BY l.message_id, r.id ORDER BY r.id`,
      [messageIds],
    );
  }

  /** The open request behind a live link. */
  async byLink(tx: Tx, tokenHash: Buffer): Promise<AuthorizationRequest | undefined> {
    const [row] = await sqlRows<Row>(
      tx,
      `${select} JOIN authorization_links l ON l.authorization_request_id = r.id
        WHERE l.token_hash = $1 AND l.ended_at IS NULL AND l.expires_at > now()
          AND r.status = 'open' AND r.expires_at > now()`,
      [tokenHash],
    );
    return row && toRequest(row);
  }

  /** Takes one link out of today's quota; false when it is used up. */
  async takeQuota(tx: Tx, organisationId: string, perDay: number): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO link_quotas AS q (org_id, day, used) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, 1)
       ON CONFLICT (org_id, day) DO UPDATE SET used = q.used + 1 WHERE q.used < $2`,
      [organisationId, perDay],
    );
    return count === 1;
  }
}

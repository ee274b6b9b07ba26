import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import { newId } from '@creator-connect/contracts';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

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
  items: RequestItem[];
}

export interface NewItem {
  platform: Platform;
  socialAccountId: string | null;
  expectedHandle: string | null;
}

interface Row {
  id: string;
  org_id: string;
  influencer_id: string;
  status: AuthorizationRequest['status'];
  created_at: Date;
  expires_at: Date;
  items: { platform: Platform; social_account_id: string | null; handle: string | null; done: boolean }[];
}

const select = `
  SELECT r.id, r.org_id, r.influencer_id, r.created_at, r.expires_at,
         CASE WHEN r.status = 'open' AND r.expires_at <= now() THEN 'expired' ELSE r.status END AS status,
         (SELECT coalesce(json_agg(json_build_object('platform', i.platform, 'social_account_id', i.social_account_id,
                   'handle', coalesce(a.handle, i.expected_handle), 'done', i.done_at IS NOT NULL) ORDER BY i.id), '[]')
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
    for (const item of request.items) {
      await tx.query(
        `INSERT INTO authorization_request_items (id, org_id, authorization_request_id, platform, social_account_id, expected_handle)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [newId(), request.organisationId, request.id, item.platform, item.socialAccountId, item.expectedHandle],
      );
    }
  }

  async find(tx: Tx, id: string): Promise<AuthorizationRequest | undefined> {
    const [row] = await sqlRows<Row>(tx, `${select} WHERE r.id = $1`, [id]);
    return row && toRequest(row);
  }

  async isOpen(tx: Tx, id: string): Promise<boolean> {
    return (await this.find(tx, id))?.status === 'open';
  }

  /** The newest open request of an influencer that asks for exactly these known accounts. */
  async openFor(
    tx: Tx,
    influencerId: string,
    accountIds: readonly string[],
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
   * of its platform that names none. A request without open items is finished, and its links end with it.
   */
  async fulfil(tx: Tx, influencerId: string, platform: Platform, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE authorization_request_items SET done_at = now(), done_account_id = $3
        WHERE id IN (
          SELECT DISTINCT ON (i.authorization_request_id) i.id
            FROM authorization_request_items i JOIN authorization_requests r ON r.id = i.authorization_request_id
           WHERE r.influencer_id = $1 AND r.status = 'open' AND i.done_at IS NULL AND i.platform = $2
             AND (i.social_account_id = $3 OR i.social_account_id IS NULL)
           ORDER BY i.authorization_request_id, i.social_account_id NULLS LAST, i.id)`,
      [influencerId, platform, accountId],
    );
    await tx.query(
      `WITH finished AS (
         UPDATE authorization_requests r SET status = 'finished', closed_at = now()
          WHERE r.influencer_id = $1 AND r.status = 'open' AND NOT EXISTS (
            SELECT FROM authorization_request_items i WHERE i.authorization_request_id = r.id AND i.done_at IS NULL)
         RETURNING r.id)
       UPDATE authorization_links l SET ended_at = now() FROM finished
        WHERE l.authorization_request_id = finished.id AND l.ended_at IS NULL`,
      [influencerId],
    );
  }

  async addLink(
    tx: Tx,
    link: { organisationId: string; requestId: string; tokenHash: Buffer; delivery: 'copy' | 'email' },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO authorization_links (id, org_id, authorization_request_id, token_hash, delivery, created_at, expires_at)
       SELECT $1, $2, r.id, $4, $5, now(), r.expires_at FROM authorization_requests r WHERE r.id = $3`,
      [newId(), link.organisationId, link.requestId, link.tokenHash, link.delivery],
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
      `INSERT INTO link_quotas AS q (org_id, day, used) VALUES ($1, current_date, 1)
       ON CONFLICT (org_id, day) DO UPDATE SET used = q.used + 1 WHERE q.used < $2`,
      [organisationId, perDay],
    );
    return count === 1;
  }
}

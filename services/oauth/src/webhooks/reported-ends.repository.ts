import { newId, type Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { GrantAddress } from '../grants/persistence/grants.repository';
import type { DeletionProgress } from './deletion-status-page';
import type { Report } from './report';

export const reportedEndWork: WorkTable = { table: 'reported_ends' };

export type ReportedEnd = Report & {
  id: string;
  grantId: string;
  rule: string;
  occurredAt: Date;
  /** What was collected must go, too. */
  deletesData: boolean;
  /** The one token that the message is about; null when it is about a person. */
  tokenName: Buffer | null;
  /** The person removed the app: its tokens were dead before the message was sent. */
  removal: boolean;
  /** The same words were here before. */
  again: boolean;
};
type NewReportedEnd = Report & Omit<ReportedEnd, 'id' | 'grantId' | 'removal' | keyof Report>;

export interface WebhookDelivery {
  platform: Platform;
  kind: 'removed' | 'data_deletion' | 'security_event' | 'permissions';
  deliveryHash: Buffer;
  codeHash: Buffer | null;
  tokenName: Buffer | null;
}

/** For the rest of the transaction. */
const tokenLock = (name: string): string =>
  `pg_advisory_xact_lock(hashtextextended('token:' || encode(${name}, 'hex'), 0))`;

/** What platforms told us, written once however often they say it, and what it means for each grant. */
@Injectable()
export class ReportedEndsRepository {
  constructor(private readonly router: RoutingPool) {}

  /** The stored delivery, and whether it was here before. */
  async receive(tx: Tx, delivery: WebhookDelivery): Promise<{ webhookId: string; again: boolean }> {
    const id = newId();
    const { platform, kind, deliveryHash, codeHash, tokenName } = delivery;
    if (tokenName) await sqlRows(tx, `SELECT ${tokenLock('$1::bytea')}`, [tokenName]);
    const count = await sqlCount(
      tx,
      `INSERT INTO webhook_inbox (id, platform, kind, delivery_hash, code_hash, token_name)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (delivery_hash) DO NOTHING`,
      [id, platform, kind, deliveryHash, codeHash, tokenName],
    );
    if (count === 1) return { webhookId: id, again: false };
    const text = 'SELECT id FROM webhook_inbox WHERE delivery_hash = $1';
    const [known] = await sqlRows<{ id: string }>(tx, text, [deliveryHash]);
    return { webhookId: known!.id, again: true };
  }

  /**
   * Messages about a token of this grant that were here before the grant was, which is a day at most. Each side locks the
   * token's name first, so of a message and a grant that come at the same moment the later one sees the other.
   */
  async earlier(tx: Tx, grantId: string): Promise<{ webhookId: string; tokenName: Buffer; receivedAt: Date }[]> {
    const names = 'grant_tokens t, unnest(t.names) AS name WHERE t.grant_id = $1';
    await sqlRows(tx, `SELECT ${tokenLock('name')} FROM ${names} ORDER BY name`, [grantId]);
    return sqlRows(
      tx,
      `SELECT w.id AS "webhookId", w.token_name AS "tokenName", w.received_at AS "receivedAt" FROM webhook_inbox w
        WHERE w.token_name IN (SELECT name FROM ${names}) AND w.received_at > now() - interval '2 days'`,
      [grantId],
    );
  }

  async add(
    tx: Tx,
    webhookId: string,
    { grantId, organisationId }: GrantAddress,
    { kind, cause, rule, occurredAt, deletesData, tokenName, again }: NewReportedEnd,
  ): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO reported_ends (id, org_id, webhook_id, grant_id, kind, cause, rule, occurred_at, deletes_data,
                                  token_name, again, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())
       ON CONFLICT (org_id, webhook_id, grant_id) DO UPDATE SET again = true, done_at = NULL, due_at = now()
         WHERE excluded.again AND reported_ends.done_at IS NOT NULL`,
      [newId(), organisationId, webhookId, grantId, kind, cause, rule, occurredAt, deletesData, tokenName, again],
    );
  }

  async find(tx: Tx, id: string): Promise<ReportedEnd | undefined> {
    const [row] = await sqlRows<ReportedEnd>(
      tx,
      `SELECT e.id, grant_id AS "grantId", e.kind, cause, rule, occurred_at AS "occurredAt",
              deletes_data AS "deletesData", e.token_name AS "tokenName", again, w.kind = 'removed' AS removal
         FROM reported_ends e JOIN webhook_inbox w ON w.id = webhook_id
        WHERE e.id = $1 AND done_at IS NULL`,
      [id],
    );
    return row;
  }

  /** `waits`: until what was collected is deleted, too. */
  async done(tx: Tx, id: string, waits: boolean): Promise<void> {
    const text = `UPDATE reported_ends SET done_at = now(), due_at = NULL, lease_until = NULL, deletes_data = $2 WHERE id = $1`;
    await sqlCount(tx, text, [id, waits]);
  }

  async dataDeleted(tx: Tx, socialAccountId: string): Promise<void> {
    await sqlCount(
      tx,
      `UPDATE reported_ends SET data_deleted_at = now()
        WHERE deletes_data AND data_deleted_at IS NULL
          AND grant_id IN (SELECT id FROM grants WHERE social_account_id = $1)`,
      [socialAccountId],
    );
  }

  /** Undefined for a code that was never given out. */
  async progress(tx: Tx, codeHash: Buffer): Promise<DeletionProgress | undefined> {
    const [row] = await sqlRows<{ id: string; fresh: boolean }>(
      tx,
      `SELECT id, received_at > now() - interval '1 minute' AS fresh FROM webhook_inbox WHERE code_hash = $1`,
      [codeHash],
    );
    if (!row) return undefined;
    // For a while everybody reads the same: how fast it is done would tell whether anything was held.
    if (row.fresh) return 'in_progress';
    const open = await this.router.query(
      `SELECT 1 FROM reported_ends
        WHERE webhook_id = $1 AND (done_at IS NULL OR (deletes_data AND data_deleted_at IS NULL)) LIMIT 1`,
      [row.id],
    );
    return open.length > 0 ? 'in_progress' : 'done';
  }
}

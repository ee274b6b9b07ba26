import { newId, type EndCause, type Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { GrantDeath } from '../grants/grant-death';
import type { DeletionProgress } from './deletion-status-page';
import type { GrantAddress } from '../grants/persistence/grants.repository';

export const reportedEndWork: WorkTable = { table: 'reported_ends' };

export interface ReportedEnd {
  id: string;
  grantId: string;
  kind: GrantDeath['kind'];
  cause: EndCause;
  rule: string;
  occurredAt: Date;
  /** What was collected must go, too. */
  deletesData: boolean;
}

export interface WebhookDelivery {
  platform: Platform;
  kind: 'removed' | 'data_deletion';
  deliveryHash: Buffer;
  codeHash: Buffer | null;
}

/** What platforms told us, written once however often they say it, and what it means for each grant. */
@Injectable()
export class ReportedEndsRepository {
  constructor(private readonly router: RoutingPool) {}

  /** The id of the stored delivery, or undefined when it was here before. */
  async receive(tx: Tx, delivery: WebhookDelivery): Promise<string | undefined> {
    const id = newId();
    const count = await sqlCount(
      tx,
      `INSERT INTO webhook_inbox (id, platform, kind, delivery_hash, code_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (delivery_hash) DO NOTHING`,
      [id, delivery.platform, delivery.kind, delivery.deliveryHash, delivery.codeHash],
    );
    return count === 1 ? id : undefined;
  }

  async add(
    tx: Tx,
    webhookId: string,
    { grantId, organisationId }: GrantAddress,
    end: Omit<ReportedEnd, 'id' | 'grantId'>,
  ): Promise<void> {
    await sqlCount(
      tx,
      `INSERT INTO reported_ends (id, org_id, webhook_id, grant_id, kind, cause, rule, occurred_at, deletes_data, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now()) ON CONFLICT DO NOTHING`,
      [newId(), organisationId, webhookId, grantId, end.kind, end.cause, end.rule, end.occurredAt, end.deletesData],
    );
  }

  async find(tx: Tx, id: string): Promise<ReportedEnd | undefined> {
    const [row] = await sqlRows<ReportedEnd>(
      tx,
      `SELECT id, grant_id AS "grantId", kind, cause, rule, occurred_at AS "occurredAt",
              deletes_data AS "deletesData" FROM reported_ends
        WHERE id = $1 AND done_at IS NULL`,
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

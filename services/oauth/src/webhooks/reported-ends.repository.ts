import { newId, type EndCause, type Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, sqlRows, type Tx, type WorkTable } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import type { GrantDeath } from '../grants/grant-death';
import type { GrantAddress } from '../grants/persistence/grants.repository';

export const reportedEndWork: WorkTable = { table: 'reported_ends' };

export interface ReportedEnd {
  id: string;
  grantId: string;
  kind: GrantDeath['kind'];
  cause: EndCause;
  rule: string;
  occurredAt: Date;
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
      `INSERT INTO reported_ends (id, org_id, webhook_id, grant_id, kind, cause, rule, occurred_at, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now()) ON CONFLICT DO NOTHING`,
      [newId(), organisationId, webhookId, grantId, end.kind, end.cause, end.rule, end.occurredAt],
    );
  }

  async find(tx: Tx, id: string): Promise<ReportedEnd | undefined> {
    const [row] = await sqlRows<ReportedEnd>(
      tx,
      `SELECT id, grant_id AS "grantId", kind, cause, rule, occurred_at AS "occurredAt" FROM reported_ends
        WHERE id = $1 AND done_at IS NULL`,
      [id],
    );
    return row;
  }

  async done(tx: Tx, id: string): Promise<void> {
    await sqlCount(tx, 'UPDATE reported_ends SET done_at = now(), due_at = NULL, lease_until = NULL WHERE id = $1', [
      id,
    ]);
  }

  /** Undefined for a code that was never given out. */
  async progress(tx: Tx, codeHash: Buffer): Promise<'in_progress' | 'done' | undefined> {
    const [row] = await sqlRows<{ id: string }>(tx, 'SELECT id FROM webhook_inbox WHERE code_hash = $1', [codeHash]);
    if (!row) return undefined;
    const open = await this.router.query(
      'SELECT 1 FROM reported_ends WHERE webhook_id = $1 AND done_at IS NULL LIMIT 1',
      [row.id],
    );
    return open.length > 0 ? 'in_progress' : 'done';
  }
}

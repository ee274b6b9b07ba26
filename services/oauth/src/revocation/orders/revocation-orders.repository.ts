import { RoutingPool, sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';

/** Whoever runs the installation takes many authorizations back at once (`connect revoke`). */
export interface RevocationOrder {
  id: string;
  scope: 'connection' | 'organisation' | 'platform' | 'all';
  target: string | null;
  reason: string;
  /** As the database wrote it, to the microsecond. */
  orderedAt: string;
}

/** Next ones of an order, in the organisation of the transaction. */
interface Next {
  limit: number;
  except: readonly string[];
}

const columns = 'id, scope, target, reason, ordered_at::text AS "orderedAt"';

@Injectable()
export class RevocationOrdersRepository {
  constructor(private readonly router: RoutingPool) {}

  /** Those that are not carried out, the oldest first. */
  open(): Promise<RevocationOrder[]> {
    return this.router.query(`SELECT ${columns} FROM revocation_orders WHERE done_at IS NULL ORDER BY ordered_at`);
  }

  /** Organisations in which there is something left to do. */
  async organisations(order: RevocationOrder): Promise<string[]> {
    const rows = await this.router.query<{ id: string }>(
      `SELECT org_id AS id FROM grants_to_revoke($1, $2, $3)
       UNION SELECT org_id FROM attempts_to_discard($1, $2, $3) ORDER BY id`,
      argumentsOf(order),
    );
    return rows.map(({ id }) => id);
  }

  grants(tx: Tx, order: RevocationOrder, next: Next): Promise<string[]> {
    return this.some(tx, 'grants_to_revoke', order, next);
  }

  attempts(tx: Tx, order: RevocationOrder, next: Next): Promise<string[]> {
    return this.some(tx, 'attempts_to_discard', order, next);
  }

  /**
   * Until the end of the transaction no order is given. What is authorized in it is older than the next order, and every
   * earlier one is seen. Before anything is locked, for whoever gives an order keeps the next in line waiting.
   */
  async holdOff(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('revocation_orders', 0))`);
  }

  /** The order that an attempt to connect may not be confirmed against. */
  async against(tx: Tx, transactionId: string): Promise<string | undefined> {
    const [row] = await sqlRows<{ id: string }>(tx, 'SELECT id FROM orders_against($1) LIMIT 1', [transactionId]);
    return row?.id;
  }

  async isOpen(orderId: string): Promise<boolean> {
    const rows = await this.router.query('SELECT 1 FROM revocation_orders WHERE id = $1 AND done_at IS NULL', [
      orderId,
    ]);
    return rows.length > 0;
  }

  /** True for whoever is the first to say so. */
  async finish(tx: Tx, orderId: string): Promise<boolean> {
    const text = 'UPDATE revocation_orders SET done_at = now() WHERE id = $1 AND done_at IS NULL';
    return (await sqlCount(tx, text, [orderId])) === 1;
  }

  private async some(tx: Tx, from: string, order: RevocationOrder, { limit, except }: Next): Promise<string[]> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT id FROM ${from}($1, $2, $3) WHERE id <> ALL($4) ORDER BY id LIMIT $5`,
      [...argumentsOf(order), except, limit],
    );
    return rows.map(({ id }) => id);
  }
}

const argumentsOf = ({ scope, target, orderedAt }: RevocationOrder) => [scope, target, orderedAt];

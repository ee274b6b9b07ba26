import { newId } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../persistence/database';

const keptMilliseconds = 86_400_000;

/**
 * Which organisation somebody asked for, before it is made: a request that comes again, because its answer was lost or a
 * service died over it, goes on with the same one. Kept for a day.
 */
@Injectable()
export class OrganisationOrders {
  constructor(private readonly database: Database) {}

  /** The id of the organisation of this name and owner; case and spaces around do not count. */
  async idOf({ name, email }: { name: string; email: string }, now: Date): Promise<string> {
    const hash = sha256(JSON.stringify([name.trim().normalize('NFC').toLowerCase(), email]));
    const [row] = await this.database.rows<{ organisation_id: string }>(
      'organisation-order',
      `INSERT INTO organisation_orders (order_hash, organisation_id, ordered_at) VALUES ($1, $2, $3)
       ON CONFLICT (order_hash) DO UPDATE SET organisation_id = organisation_orders.organisation_id
       RETURNING organisation_id`,
      [hash, newId(), now],
    );
    return row!.organisation_id;
  }

  async removeOld(now: Date): Promise<void> {
    await this.database.rows('organisation-order-remove', 'DELETE FROM organisation_orders WHERE ordered_at < $1', [
      new Date(now.getTime() - keptMilliseconds),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { sqlCount, type Tx } from '@creator-connect/persistence';
import type { SearchWay } from '../sources/discovery-source';

/** How much the organisation of the surrounding transaction has searched today. */
@Injectable()
export class SearchQuotaRepository {
  /** Takes one search out of today's; false when they are used up. */
  async take(tx: Tx, organisationId: string, way: SearchWay, perDay: number): Promise<boolean> {
    const count = await sqlCount(
      tx,
      `INSERT INTO discovery_quotas AS q (org_id, day, way, used) VALUES ($1, (now() AT TIME ZONE 'UTC')::date, $2, 1)
       ON CONFLICT (org_id, day, way) DO UPDATE SET used = q.used + 1 WHERE q.used < $3`,
      [organisationId, way, perDay],
    );
    return count === 1;
  }

  /** Of a search that brought nothing because the platform could not answer. */
  async giveBack(tx: Tx, way: SearchWay): Promise<void> {
    await tx.query(
      `UPDATE discovery_quotas SET used = used - 1
        WHERE day = (now() AT TIME ZONE 'UTC')::date AND way = $1 AND used > 0`,
      [way],
    );
  }
}

import { failpoint } from '@creator-connect/messaging';
import { RoundsWorker, RoutingPool, sqlCount, sqlRows, type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Envelope, KeyRingFile } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { KeyRingReaders } from './key-ring-readers';

const batch = 200;

interface Place {
  organisationId: string;
  /** Of the influencer for a data key, of the revocation for a copy. */
  id: string;
}

/** Where wrapped keys lie. */
const stores = [
  { table: 'data_keys', id: 'influencer_id', column: 'wrapped', keyId: 'key_id' },
  { table: 'revocations', id: 'id', column: 'copy_key', keyId: 'copy_key_id' },
] as const;
type Store = (typeof stores)[number];

/**
 * Wraps with the ring's active key what is wrapped with another (security VK-03). What is left to do is read from the
 * rows: any number of replicas share it, and one that dies leaves nothing behind. The sealed values are not touched.
 */
@Injectable()
export class RewrapDataKeys extends RoundsWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly router: RoutingPool,
    private readonly ring: KeyRingFile,
    private readonly envelope: Envelope,
    private readonly readers: KeyRingReaders,
  ) {
    super({ pauseMs: 1_000, failed: 'data keys could not be wrapped anew; trying again' });
  }

  protected override async round(): Promise<boolean> {
    const active = this.ring.activeId;
    let done = 0;
    for (const store of stores) {
      const places = await this.router.query<Place & Record<string, string>>(
        `SELECT org_id AS "organisationId", ${store.id} AS id FROM ${store.table} WHERE ${store.keyId} <> $1 LIMIT ${batch}`,
        [active],
      );
      if (places.length === 0 || !(await this.readers.allKnow(active))) continue;
      for (const [organisationId, own] of Map.groupBy(places, (place) => place.organisationId)) {
        const ids = own.map((place) => place.id);
        await failpoint('keys.before-organisation');
        done += await this.unitOfWork.tenant(organisationId, (tx) => this.rewrap(tx, store, ids, active));
      }
    }
    return done > 0;
  }

  /** Rows that are locked are in use by somebody, and wait for the next round. */
  private async rewrap(tx: Tx, { table, id, column, keyId }: Store, ids: string[], active: string): Promise<number> {
    const rows = await sqlRows<{ id: string; wrapped: string }>(
      tx,
      `SELECT ${id} AS id, ${column} AS wrapped FROM ${table} WHERE ${id} = ANY($1) AND ${keyId} <> $2 FOR UPDATE SKIP LOCKED`,
      [ids, active],
    );
    for (const row of rows) {
      const wrapped = this.envelope.wrap(this.envelope.unwrap(row.wrapped));
      await sqlCount(tx, `UPDATE ${table} SET ${column} = $2 WHERE ${id} = $1`, [row.id, wrapped]);
    }
    return rows.length;
  }
}

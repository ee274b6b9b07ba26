import { failpoint } from '@creator-connect/messaging';
import { RoutingPool, sqlCount, sqlRows, type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Envelope, KeyRingFile } from '@creator-connect/security';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { KeyRingReaders } from './key-ring-readers';

const batch = 200;
const pauseMs = 1_000;

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
export class RewrapDataKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RewrapDataKeys.name);
  private stopped = false;
  private loop: Promise<void> | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly router: RoutingPool,
    private readonly ring: KeyRingFile,
    private readonly envelope: Envelope,
    private readonly readers: KeyRingReaders,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const done = await this.round().catch((err: unknown) => {
        this.logger.warn({ err }, 'data keys could not be wrapped anew; trying again');
        return 0;
      });
      if (done === 0) await this.pause();
    }
  }

  private async round(): Promise<number> {
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
    return done;
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

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

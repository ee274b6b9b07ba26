import { newId } from '@creator-connect/contracts';
import { RoutingPool, sqlCount, type Tx, UnitOfWork } from '@creator-connect/persistence';
import { KeyRingFile } from '@creator-connect/security';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const everyMs = 2_000;
/** A reader that was not heard of for so long is gone. */
export const goneAfter = `interval '30 seconds'`;

/**
 * Says which keys this replica knows, so that an operator activates a new one only when all do.
 */
@Injectable()
export class KeyRingReaders implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(KeyRingReaders.name);
  private readonly id = newId();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly router: RoutingPool,
    private readonly ring: KeyRingFile,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.report();
    this.timer = setInterval(() => void this.report().catch((err: unknown) => this.logger.warn({ err })), everyMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.unitOfWork.system((tx) => sqlCount(tx, 'DELETE FROM key_ring_readers WHERE id = $1', [this.id]));
  }

  /** Every replica that runs can read what is wrapped with this key. */
  async allKnow(keyId: string): Promise<boolean> {
    const text = `SELECT 1 FROM key_ring_readers WHERE seen_at > now() - ${goneAfter} AND NOT $1 = ANY(key_ids) LIMIT 1`;
    return (await this.router.query(text, [keyId])).length === 0;
  }

  private async report(): Promise<void> {
    await this.unitOfWork.system(async (tx) => {
      await sqlCount(tx, `DELETE FROM key_ring_readers WHERE seen_at < now() - ${goneAfter}`);
      await sqlCount(
        tx,
        `INSERT INTO key_ring_readers (id, active_id, key_ids, seen_at) VALUES ($1, $2, $3, now())
         ON CONFLICT (id) DO UPDATE SET active_id = excluded.active_id, key_ids = excluded.key_ids, seen_at = now()`,
        [this.id, this.ring.activeId, this.ring.ids],
      );
      await this.remember(tx);
    });
  }

  /** A key that came while the service runs is recognised at the next start like those of this one. */
  private async remember(tx: Tx): Promise<void> {
    for (const id of this.ring.ids) {
      const text = 'INSERT INTO key_checks (key_id, value) VALUES ($1, $2) ON CONFLICT DO NOTHING';
      await sqlCount(tx, text, [id, this.ring.checkValue(id)]);
    }
  }
}

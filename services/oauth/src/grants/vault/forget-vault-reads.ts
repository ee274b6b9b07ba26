import { PeriodicTask, RoutingPool, sqlCount, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';

/** For how long it is on record who opened which secret. */
export class VaultReadMemory {
  constructor(readonly keepDays: number) {}
}

const everyMs = 3_600_000;
const chunk = 1_000;

const forgotten = new Counter({
  name: 'vault_reads_forgotten_total',
  help: 'Entries of the record of opened secrets that were deleted because they had their time',
});

/** Deletes old entries of the record of opened secrets, in chunks, the oldest first; replicas may do it side by side. */
@Injectable()
export class ForgetVaultReads extends PeriodicTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly router: RoutingPool,
    private readonly memory: VaultReadMemory,
  ) {
    super({ everyMs, failed: 'cleaning up waits for the next time' });
  }

  /** How many were deleted. */
  override async run(): Promise<number> {
    let count = 0;
    for (let deleted = chunk; deleted > 0;) {
      deleted = await this.forgetOldest();
      forgotten.inc(deleted);
      count += deleted;
    }
    return count;
  }

  private async forgetOldest(): Promise<number> {
    const old = await this.router.query<{ id: string; org_id: string }>(
      `SELECT id, org_id FROM vault_reads WHERE read_at < now() - make_interval(days => $1) ORDER BY read_at LIMIT ${chunk}`,
      [this.memory.keepDays],
    );
    let deleted = 0;
    for (const [organisationId, rows] of Map.groupBy(old, (row) => row.org_id)) {
      const ids = rows.map(({ id }) => id);
      deleted += await this.unitOfWork.tenant(organisationId, (tx) =>
        sqlCount(tx, 'DELETE FROM vault_reads WHERE id = ANY($1)', [ids]),
      );
    }
    return deleted;
  }
}

import { PeriodicTask, RoutingPool, sqlCount, sqlRows, type Tx, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';

/** For how long it is known that a message was here before. */
export class WebhookMemory {
  constructor(
    /** Longer than any message is accepted: for 72 hours at Meta and TikTok, for `maxAgeMs` at Google. */
    readonly keepDays: number,
    /** For how long the person who asked for a deletion can look what became of it. */
    readonly deletionStatusDays: number,
  ) {}

  /** A day less than what is remembered, for clocks differ. */
  get maxAgeMs(): number {
    return (this.keepDays - 1) * 86_400_000;
  }
}

const everyMs = 600_000;
const chunk = 1_000;

const forgotten = new Counter({
  name: 'webhook_messages_forgotten_total',
  help: 'Messages of platforms that were deleted because they can not come again',
});
const oldest = new Gauge({
  name: 'webhook_oldest_message_seconds',
  help: 'Age of the oldest message that is kept, as of the last clean-up',
});

/** Deletes messages that can not come again, in chunks; replicas share the work. */
@Injectable()
export class ForgetWebhooks extends PeriodicTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly router: RoutingPool,
    private readonly memory: WebhookMemory,
  ) {
    super({ everyMs, failed: 'cleaning up waits for the next time' });
  }

  /** How many were deleted. */
  override async run(): Promise<number> {
    const passedOver: string[] = [];
    let count = 0;
    for (let found = chunk; found === chunk;) {
      found = await this.unitOfWork.system(async (tx) => {
        const ids = await this.old(tx, passedOver);
        const open = await this.unfinished(ids);
        passedOver.push(...open);
        const deleted = ids.filter((id) => !open.has(id));
        count += await sqlCount(tx, 'DELETE FROM webhook_inbox WHERE id = ANY($1)', [deleted]);
        return ids.length;
      });
    }
    forgotten.inc(count);
    await this.measure();
    return count;
  }

  private async old(tx: Tx, passedOver: readonly string[]): Promise<string[]> {
    const rows = await sqlRows<{ id: string }>(
      tx,
      `SELECT id FROM webhook_inbox
        WHERE received_at < now() - make_interval(days => $1) AND id <> ALL($3::uuid[])
          AND (code_hash IS NULL OR received_at < now() - make_interval(days => $2))
        ORDER BY received_at LIMIT ${chunk} FOR UPDATE SKIP LOCKED`,
      [this.memory.keepDays, this.memory.deletionStatusDays, passedOver],
    );
    return rows.map(({ id }) => id);
  }

  /** Whose effect has not come yet, in any organisation. */
  private async unfinished(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.router.query<{ id: string }>(
      'SELECT DISTINCT webhook_id AS id FROM reported_ends WHERE webhook_id = ANY($1) AND done_at IS NULL',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async measure(): Promise<void> {
    const text = 'SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS age FROM webhook_inbox';
    const [row] = await this.unitOfWork.system((tx) => sqlRows<{ age: number }>(tx, text));
    oldest.set(row?.age ?? 0);
  }
}

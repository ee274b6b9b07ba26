import { sqlRows } from '@creator-connect/persistence';
import type { DataSource } from 'typeorm';

export interface LaneLease {
  lane: number;
  /** Grows with each owner; a mark that carries an old one is refused. */
  epoch: string;
  /** On this process's monotonic clock, taken before the statement was sent: never later than the database thinks. */
  validUntil: number;
}

/** Which lanes of the outbox this relay owns. All times that decide are the database's. */
export class LaneLeases {
  private readonly held = new Map<number, LaneLease>();

  constructor(
    private readonly dataSource: DataSource,
    readonly owner: string,
    private readonly leaseMs: number,
  ) {}

  get(lane: number): LaneLease | undefined {
    const lease = this.held.get(lane);
    return lease && lease.validUntil > performance.now() ? lease : undefined;
  }

  lanes(): number[] {
    return [...this.held.keys()].filter((lane) => this.get(lane));
  }

  /** Forgets a lane that turned out to be somebody else's by now. */
  drop(lane: number): void {
    this.held.delete(lane);
  }

  /** Keeps what is ours and takes what is free. What another relay has taken meanwhile is forgotten. */
  async renew(): Promise<void> {
    const validUntil = performance.now() + this.leaseMs;
    const kept = await sqlRows<{ lane: number; epoch: string }>(
      this.dataSource,
      `UPDATE outbox_lane l SET lease_until = clock_timestamp() + make_interval(secs => $2), owner = $1,
              epoch = l.epoch + CASE WHEN l.owner = $1 AND l.epoch = h.epoch THEN 0 ELSE 1 END
         FROM (SELECT o.lane, held.epoch FROM outbox_lane o
                 LEFT JOIN unnest($3::smallint[], $4::bigint[]) AS held(lane, epoch) ON held.lane = o.lane
                WHERE (o.owner = $1 AND o.epoch = held.epoch)
                   OR o.lease_until IS NULL OR o.lease_until <= clock_timestamp()
                ORDER BY o.lane FOR UPDATE OF o) h
        WHERE h.lane = l.lane
        RETURNING l.lane, l.epoch::text AS epoch`,
      [this.owner, this.leaseMs / 1_000, [...this.held.keys()], [...this.held.values()].map(({ epoch }) => epoch)],
    );
    this.held.clear();
    for (const { lane, epoch } of kept) this.held.set(lane, { lane, epoch, validUntil });
  }

  /** Gives all lanes back at once, so that a peer need not wait for the leases to run out. */
  async release(): Promise<void> {
    const leases = [...this.held.values()];
    this.held.clear();
    await sqlRows(
      this.dataSource,
      `UPDATE outbox_lane l SET owner = NULL, lease_until = NULL
         FROM unnest($2::smallint[], $3::bigint[]) AS held(lane, epoch)
        WHERE l.lane = held.lane AND l.epoch = held.epoch AND l.owner = $1`,
      [this.owner, leases.map(({ lane }) => lane), leases.map(({ epoch }) => epoch)],
    );
  }
}

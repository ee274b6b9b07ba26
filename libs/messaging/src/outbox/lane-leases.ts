import { sqlCount, sqlRows, type UnitOfWork } from '@creator-connect/persistence';

export interface LaneLease {
  lane: number;
  epoch: string;
  /** When it must be renewed, on this process's monotonic clock. */
  renewAt: number;
}

/** Who may send a lane, by lease rows on the database's clock. The epoch tells a relay that was away that it was replaced. */
export class LaneLeases {
  private readonly held = new Map<number, LaneLease>();
  private readonly busy = new Set<number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly owner: string,
    private readonly leaseMs: number,
  ) {}

  /** The lane for exclusive use until `giveBack`, or undefined while another worker or relay has it. */
  async acquire(lane: number): Promise<LaneLease | undefined> {
    if (this.busy.has(lane)) return undefined;
    this.busy.add(lane);
    try {
      const lease = await this.current(lane);
      if (!lease) this.busy.delete(lane);
      return lease;
    } catch (error) {
      this.busy.delete(lane);
      throw error;
    }
  }

  async giveBack(lease: LaneLease): Promise<void> {
    this.busy.delete(lease.lane);
  }

  async releaseAll(): Promise<void> {
    this.held.clear();
    await this.unitOfWork.system((tx) =>
      sqlCount(tx, 'UPDATE outbox_lane SET owner = NULL, lease_until = NULL WHERE owner = $1', [this.owner]),
    );
  }

  private async current(lane: number): Promise<LaneLease | undefined> {
    const known = this.held.get(lane);
    if (known && performance.now() < known.renewAt) return known;
    const askedAt = performance.now();
    const [row] = await this.unitOfWork.system((tx) =>
      sqlRows<{ epoch: string }>(
        tx,
        // A renewal keeps the epoch; whoever takes over from another owner raises it.
        `UPDATE outbox_lane
            SET epoch = CASE WHEN owner = $2 AND lease_until > clock_timestamp() THEN epoch ELSE epoch + 1 END,
                owner = $2, lease_until = clock_timestamp() + make_interval(secs => $3)
          WHERE lane = $1 AND (owner = $2 OR owner IS NULL OR lease_until IS NULL OR lease_until <= clock_timestamp())
          RETURNING epoch::text AS epoch`,
        [lane, this.owner, this.leaseMs / 1000],
      ),
    );
    if (!row) {
      this.held.delete(lane);
      return undefined;
    }
    const lease = { lane, epoch: row.epoch, renewAt: askedAt + this.leaseMs * 0.3 };
    this.held.set(lane, lease);
    return lease;
  }
}

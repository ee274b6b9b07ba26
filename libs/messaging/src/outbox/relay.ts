import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isTransientDatabaseError, UnitOfWork } from '@creator-connect/persistence';
import { BROKER } from '../broker/broker.token';
import { RecordTooLargeError, type BrokerPort, type BrokerProducer } from '../broker/broker.port';
import { jitteredDelay } from '../consuming/failures';
import { failpoint } from '../failpoints/failpoint';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { metrics } from '../metrics/metrics';
import { laneCount } from './lanes';
import { LaneLeases, type LaneLease } from './lane-leases';
import { PublishSignal } from './publish-signal';
import { Publications, type Publication } from './publications';

const defaults = {
  pollMs: 500,
  leaseMs: 10_000,
  maxRows: 500,
  maxBytes: 512 * 1024,
  maxRecordBytes: 900 * 1024,
  concurrency: 4,
};

/**
 * The only code that sends. Each lane has one owner at a time, found by a lease with an epoch; within a lane one awaited
 * send follows the other, so the order of an aggregate holds. After any rejected send the producer is thrown away and the
 * same rows are sent again: its state is unknown, and a duplicate is what the inbox is for.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Relay.name);
  private readonly settings: typeof defaults;
  private readonly owner = randomUUID();
  private readonly waiting = new Set<number>(Array.from({ length: laneCount }, (_, lane) => lane));
  private readonly leases: LaneLeases;
  private readonly publications: Publications;
  private workers: Promise<void>[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private idle: (() => void)[] = [];

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(BROKER) private readonly broker: BrokerPort,
    unitOfWork: UnitOfWork,
    signal: PublishSignal,
  ) {
    this.settings = { ...defaults, ...options.relay };
    this.leases = new LaneLeases(unitOfWork, this.owner, this.settings.leaseMs);
    this.publications = new Publications(unitOfWork, options);
    signal.onRing((lane) => this.wake(lane));
  }

  onApplicationBootstrap(): void {
    if (this.options.relay?.enabled === false) return;
    this.timer = setInterval(() => {
      for (let lane = 0; lane < laneCount; lane += 1) this.wake(lane);
    }, this.settings.pollMs);
    this.workers = Array.from({ length: this.settings.concurrency }, () => this.work());
  }

  /** Sends what it holds, then gives its lanes back, so that a peer can go on at once. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    for (const resume of this.idle.splice(0)) resume();
    await Promise.all(this.workers);
    await this.leases.releaseAll().catch(() => undefined);
  }

  private wake(lane: number): void {
    this.waiting.add(lane);
    this.idle.shift()?.();
  }

  private async work(): Promise<void> {
    const producer = new ReplaceableProducer(() => this.broker.createProducer());
    let failures = 0;
    while (!this.stopping) {
      const [lane] = this.waiting;
      if (lane === undefined) {
        await new Promise<void>((resolve) => this.idle.push(resolve));
        continue;
      }
      this.waiting.delete(lane);
      try {
        if (await this.drain(lane, producer)) this.waiting.add(lane);
        failures = 0;
      } catch (error) {
        failures += 1;
        this.report(error);
        this.waiting.add(lane);
        await this.pause(jitteredDelay(failures, { capMs: 5_000 }));
      }
    }
    await producer.discard();
  }

  /** One send of one lane. True when there may be more. */
  private async drain(lane: number, producer: ReplaceableProducer): Promise<boolean> {
    if (!(await this.publications.any(lane))) return false;
    const lease = await this.leases.acquire(lane);
    if (!lease) return false;
    try {
      const rows = await this.publications.next(lane, this.settings);
      if (rows.length === 0) return false;
      await this.send(rows, lease, producer);
      return true;
    } finally {
      await this.leases.giveBack(lease);
    }
  }

  private async send(rows: Publication[], lease: LaneLease, producer: ReplaceableProducer): Promise<void> {
    const { service } = this.options;
    await failpoint('relay.before-send');
    try {
      await producer.send(rows.map((row) => row.record));
    } catch (error) {
      metrics.rejectedSends.inc({ service });
      if (!(error instanceof RecordTooLargeError)) throw error;
      // Sent alone, the culprit shows itself; the others get through.
      if (rows.length === 1) await this.publications.park(rows[0]!);
      else for (const row of rows) await this.send([row], lease, producer);
      return;
    }
    await failpoint('relay.after-send');
    const marked = await this.publications.mark(rows, lease);
    if (marked) metrics.published.inc({ service }, rows.length);
    else {
      metrics.fencedMarks.inc({ service });
      this.logger.warn({ lane: lease.lane }, 'Another relay has taken the lane over; its rows will be sent again');
    }
  }

  private report(error: unknown): void {
    const why = isTransientDatabaseError(error) ? 'the database' : 'the broker';
    this.logger.warn({ err: error }, `Publishing waits for ${why}; nothing is lost`);
  }

  private async pause(ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (!this.stopping && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, Math.min(100, ms)));
  }
}

/** A producer that is replaced after any failure (messaging.md, traps 1 and 2). */
class ReplaceableProducer {
  private current: BrokerProducer | undefined;

  constructor(private readonly create: () => Promise<BrokerProducer>) {}

  async send(records: Parameters<BrokerProducer['send']>[0]): Promise<void> {
    this.current ??= await this.create();
    try {
      await this.current.send(records);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  async discard(): Promise<void> {
    const producer = this.current;
    this.current = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

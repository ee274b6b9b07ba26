import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { BrokerPort } from '../broker/broker.port';
import { jitteredDelay } from '../consuming/failures';
import type { RelayOptions } from '../messaging.options';
import { Housekeeping } from './housekeeping';
import { LaneLeases } from './lane-leases';
import { LaneLostError, LanePublisher } from './lane-publisher';
import { OutboxReader } from './outbox-reader';
import { ProducerPool } from './producer-pool';
import type { PublishSignal } from './publish-signal';

export interface RelaySettings extends Required<Omit<RelayOptions, 'enabled'>> {
  service: string;
  source: string;
  topicPrefix: string;
}

export const relayDefaults = {
  pollMs: 500,
  leaseMs: 10_000,
  maxRows: 500,
  maxBytes: 512 * 1024,
  maxRecordBytes: 900 * 1024,
  concurrency: 4,
};

/** A loop that does not come round for this long is stuck for good. */
const stuckAfterMs = 120_000;

/**
 * Sends what the outbox holds, at least once, in order per lane. Any number of relays may run: each lane has one owner by
 * a lease. Woken after each commit of its own process, and looks by itself every `pollMs` for the rest.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly owner = randomUUID();
  private readonly leases: LaneLeases;
  private readonly reader: OutboxReader;
  private readonly publisher: LanePublisher;
  private readonly producers: ProducerPool;
  private readonly housekeeping: Housekeeping;
  private readonly active = new Map<number, { again: boolean; done: Promise<void> }>();
  private readonly failures = new Map<number, { count: number; notBefore: number }>();
  private stopping = false;
  private stopped: Promise<void> | undefined;
  private loop: Promise<void> | undefined;
  private endSleep: (() => void) | undefined;
  private renewAt = 0;
  private turnedAt = performance.now();

  constructor(
    dataSource: DataSource,
    broker: BrokerPort,
    private readonly signal: PublishSignal,
    private readonly settings: RelaySettings,
  ) {
    this.leases = new LaneLeases(dataSource, this.owner, settings.leaseMs);
    this.reader = new OutboxReader(dataSource, settings.source, settings.topicPrefix);
    this.producers = new ProducerPool(broker, settings.concurrency);
    this.publisher = new LanePublisher(dataSource, this.reader, this.producers, { ...settings, owner: this.owner });
    this.housekeeping = new Housekeeping(dataSource);
  }

  start(): void {
    this.signal.onRing((lane) => this.wake(lane));
    this.loop ??= this.run();
  }

  /** Finishes the sends in hand and gives the lanes to whoever asks next. May be called more than once. */
  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  /** Rejects while events cannot be handed over. */
  check(): void {
    if (this.failures.size > 0) throw new Error('Events cannot be sent at the moment');
  }

  isStuck(): boolean {
    return !this.stopping && this.loop !== undefined && performance.now() - this.turnedAt > stuckAfterMs;
  }

  backlog(): Promise<{ rows: number; ageSeconds: number }> {
    return this.publisher.backlog();
  }

  private wake(lane: number): void {
    if (!this.stopping && this.leases.get(lane)) this.drain(lane);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.turnedAt = performance.now();
      try {
        await this.turn();
      } catch (error) {
        this.logger.warn({ err: error }, 'The relay cannot read the outbox at the moment');
      }
      await this.sleep(this.settings.pollMs);
    }
  }

  private async turn(): Promise<void> {
    if (performance.now() >= this.renewAt) {
      await this.leases.renew();
      this.renewAt = performance.now() + this.settings.leaseMs * 0.3;
    }
    const lanes = this.leases.lanes();
    if (lanes.length === 0) return;
    for (const lane of await this.reader.waitingLanes(lanes)) this.drain(lane);
    if (lanes.includes(0)) await this.housekeeping.maybeClean();
  }

  private drain(lane: number): void {
    const running = this.active.get(lane);
    if (running) {
      running.again = true;
      return;
    }
    if ((this.failures.get(lane)?.notBefore ?? 0) > performance.now()) return;
    const state = { again: false, done: Promise.resolve() };
    this.active.set(lane, state);
    state.done = this.publishAll(lane, state).finally(() => this.active.delete(lane));
  }

  private async publishAll(lane: number, state: { again: boolean }): Promise<void> {
    try {
      for (let more = true; more || state.again;) {
        state.again = false;
        const lease = this.leases.get(lane);
        if (!lease || this.stopping) return;
        more = await this.publisher.publishNext(lease);
        this.failures.delete(lane);
      }
    } catch (error) {
      if (error instanceof LaneLostError) {
        this.leases.drop(lane);
        this.failures.delete(lane);
        this.logger.warn({ lane }, error.message);
        return;
      }
      const count = (this.failures.get(lane)?.count ?? 0) + 1;
      this.failures.set(lane, { count, notBefore: performance.now() + jitteredDelay(count, { capMs: 10_000 }) });
      this.logger.warn({ err: error, lane, count }, 'Events could not be sent; the same ones are sent again');
    }
  }

  private async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async end(): Promise<void> {
    this.stopping = true;
    this.endSleep?.();
    await this.loop;
    await Promise.allSettled([...this.active.values()].map(({ done }) => done));
    await this.producers.close();
    await this.leases.release().catch(() => undefined);
  }
}

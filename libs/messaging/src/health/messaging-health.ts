import { Inject, Injectable, Logger } from '@nestjs/common';
import { gaugeFrom, registerReadinessCheck } from '@creator-connect/observability';
import { sqlRows } from '@creator-connect/persistence';
import { DataSource } from 'typeorm';
import { BROKER } from '../broker/broker.token';
import type { BrokerPort, PartitionLag } from '../broker/broker.port';
import { BatchRunner } from '../consuming/batch-runner';
import { KafkaServer } from '../consuming/kafka-server';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { Relay } from '../outbox/relay';

const watchEveryMs = 5_000;
const lagMaxAgeMs = 10_000;
/** Longer than any handler may take; a message that is in a handler for this long will never come out of it. */
const stuckHandlerMs = 300_000;

const deadLettersByStatus = `
  SELECT s.status, count(d.id) AS count FROM unnest(ARRAY['parked', 'blocked', 'replayed', 'discarded']) AS s(status)
    LEFT JOIN dead_letter d ON d.status = s.status GROUP BY s.status`;

/**
 * What an operator sees (metrics, readiness), and the last resort: a process that can do its work no more, but looks alive,
 * ends itself, so that its supervisor starts a new one.
 */
@Injectable()
export class MessagingHealth {
  private readonly logger = new Logger(MessagingHealth.name);
  private readonly undo: (() => void)[] = [];
  private watch: NodeJS.Timeout | undefined;
  private lagSeen: { at: number; lags: PartitionLag[] } | undefined;
  private lagWhenSilent: number | undefined;

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    @Inject(BROKER) private readonly broker: BrokerPort,
    private readonly dataSource: DataSource,
    private readonly relay: Relay,
    private readonly server: KafkaServer,
    private readonly runner: BatchRunner,
  ) {}

  start(): void {
    this.undo.push(
      // Never required: without the broker the API goes on, since the outbox keeps what can't be sent.
      registerReadinessCheck({ name: 'kafka', required: false, check: async () => this.check() }),
      ...this.gauges(),
    );
    this.watch = setInterval(() => void this.look(), watchEveryMs);
    this.watch.unref();
  }

  stop(): void {
    clearInterval(this.watch);
    this.undo.splice(0).forEach((undo) => undo());
  }

  private check(): void {
    this.relay.check();
    if (this.isSilent()) throw new Error('The consumer does not poll');
  }

  /** No poll for two sessions, and not because a handler is still at work. */
  private isSilent(): boolean {
    const consumer = this.server.running();
    if (!consumer) return false;
    const busy = this.runner.busyFor();
    if (busy > 0 && busy < stuckHandlerMs) return false;
    return consumer.sinceLastPoll() > 2 * (this.options.connection.sessionTimeoutMs ?? 15_000);
  }

  private async look(): Promise<void> {
    if (this.relay.isStuck()) return this.die(new Error('The relay is stuck'));
    if (!this.isSilent()) {
      this.lagWhenSilent = undefined;
      return;
    }
    // Unreachable broker: not our fault, and a restart would not help.
    const lag = await this.lag().then(total, () => undefined);
    if (lag === undefined) return;
    if (this.lagWhenSilent !== undefined && lag > this.lagWhenSilent) {
      return this.die(new Error('The consumer does not poll, and its lag grows'));
    }
    this.lagWhenSilent ??= lag;
  }

  private die(error: Error): void {
    this.logger.fatal({ err: error }, 'Messaging cannot go on');
    this.options.onFatal?.(error);
  }

  private async lag(): Promise<PartitionLag[]> {
    if (!this.server.running()) return [];
    if (!this.lagSeen || performance.now() - this.lagSeen.at > lagMaxAgeMs) {
      const lags = await this.broker.lag(this.server.groupId(), this.server.topicNames());
      this.lagSeen = { at: performance.now(), lags };
    }
    return this.lagSeen.lags;
  }

  private gauges(): (() => void)[] {
    const { service } = this.options;
    return [
      gaugeFrom(
        { name: 'outbox_unpublished', help: 'Outbox rows the broker has not got yet', labelNames: ['service'] },
        async (gauge) => gauge.set({ service }, (await this.relay.backlog()).rows),
      ),
      gaugeFrom(
        { name: 'outbox_age_seconds', help: 'Age of the oldest unpublished outbox row', labelNames: ['service'] },
        async (gauge) => gauge.set({ service }, (await this.relay.backlog()).ageSeconds),
      ),
      gaugeFrom(
        { name: 'consumer_lag', help: 'Records the group has still to handle', labelNames: ['group', 'topic'] },
        async (gauge) => {
          const byTopic = Map.groupBy(await this.lag(), ({ topic }) => topic);
          for (const [topic, lags] of byTopic) gauge.set({ group: this.server.groupId(), topic }, total(lags));
        },
      ),
      gaugeFrom(
        { name: 'dead_letters', help: 'Dead letters by status', labelNames: ['service', 'status'] },
        async (gauge) => {
          const rows = await sqlRows<{ status: string; count: string }>(this.dataSource, deadLettersByStatus);
          for (const { status, count } of rows) gauge.set({ service, status }, Number(count));
        },
      ),
    ];
  }
}

const total = (lags: PartitionLag[]) => lags.reduce((sum, { lag }) => sum + lag, 0);

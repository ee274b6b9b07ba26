import { Inject, Injectable } from '@nestjs/common';
import { topics as catalogueTopics } from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';
import { decodeRecord, type Decoded } from '../cloud-events/decode';
import { Parking } from '../dead-letters/parking';
import { failpoint } from '../failpoints/failpoint';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { metrics } from '../metrics/metrics';
import { DeliveryContext } from './delivery-context';
import { HandlerRegistry } from './handler-registry';
import { admit, admitTogether, type Message } from './inbox';

const maxValueBytes = 1_048_576;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const setOrganisation = "SELECT set_config('app.org_id', $1, true)";
const compactedTopics = Object.values(catalogueTopics)
  .filter((topic) => topic.cleanupPolicy === 'compact')
  .map((topic) => topic.name);

/** One message, one transaction: inbox row, the handlers' effect and their own events are committed together. */
@Injectable()
export class EventProcessor {
  /** Names this consumer in inbox and dead letters; without the group prefix, which belongs to the installation. */
  readonly consumer: string;
  private readonly compacted: ReadonlySet<string>;

  constructor(
    @Inject(MESSAGING_OPTIONS) options: MessagingOptions,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: HandlerRegistry,
    private readonly parking: Parking,
  ) {
    this.consumer = options.group ?? options.service;
    const prefix = options.connection.topicPrefix ?? '';
    this.compacted = new Set(compactedTopics.map((name) => prefix + name));
  }

  decode(record: IncomingRecord): Decoded {
    return decodeRecord(record, {
      hasHandler: (type) => this.handlers.has(type),
      isCompacted: (topic) => this.compacted.has(topic),
      maxValueBytes,
    });
  }

  /** Rejects with what went wrong, and then nothing has happened. A known message resolves without any effect. */
  async handle(message: Message): Promise<void> {
    const orgId = organisationOf(message);
    const outcome = await this.unitOfWork.system(async (tx) => {
      const admission = await admit(tx, this.consumer, message, orgId);
      if (!admission.isNew) return 'duplicate';
      if (admission.isBlocked && (await this.waitBehind(tx, message))) return 'blocked';
      await this.invoke(tx, message, orgId);
      await failpoint('consumer.in-transaction');
      return 'handled';
    });
    await failpoint('consumer.after-commit');
    if (outcome === 'duplicate') metrics.duplicates.inc({ consumer: this.consumer });
    if (outcome === 'handled') this.count(message);
  }

  /**
   * Several messages in one transaction, in their order. Rejects if any of them fails, and then none of them has happened;
   * false: one of them is blocked. In both cases do them one by one.
   */
  async handleTogether(messages: Message[]): Promise<boolean> {
    const fresh = await this.unitOfWork
      .system(async (tx) => {
        const admitted = await admitTogether(tx, this.consumer, messages);
        let context: string | undefined;
        for (const message of admitted ?? []) {
          const orgId = organisationOf(message);
          if (orgId !== context) await tx.query(setOrganisation, [orgId ?? '']);
          context = orgId;
          await this.invoke(tx, message, orgId);
        }
        await failpoint('consumer.in-transaction');
        if (!admitted) throw new BlockedAmongThem();
        return admitted;
      })
      .catch((error: unknown) => {
        if (error instanceof BlockedAmongThem) return undefined;
        throw error;
      });
    if (!fresh) return false;
    await failpoint('consumer.after-commit');
    metrics.duplicates.inc({ consumer: this.consumer }, messages.length - fresh.length);
    fresh.forEach((message) => this.count(message));
    return true;
  }

  /** Runs the handlers for a message whose organisation the transaction has set already. */
  async invoke(tx: Tx, message: Message, orgId: string | undefined): Promise<void> {
    const { envelope, record } = message;
    const delivery = new DeliveryContext(envelope, tx, record);
    const context = {
      correlationId: envelope.correlationid,
      causationId: envelope.id,
      traceparent: envelope.traceparent,
      // Log lines must name whose data they are about (security OP-03).
      organisationId: orgId,
    };
    const run = async () => {
      await failpoint('consumer.handler', envelope.subject);
      await this.handlers.invoke(delivery);
    };
    await runInContext(context, () => (orgId ? this.unitOfWork.adoptTenant(tx, orgId, run) : run()));
  }

  private waitBehind(tx: Tx, message: Message): Promise<boolean> {
    const { envelope, record } = message;
    return this.parking.follow(tx, this.consumer, {
      record,
      id: envelope.id,
      source: envelope.source,
      errorClass: 'BlockedByEarlierMessage',
      message: 'An earlier message of the same key is parked',
      attempts: 0,
      blocks: true,
    });
  }

  private count({ envelope }: Message): void {
    metrics.handled.inc({ consumer: this.consumer, type: envelope.type });
  }
}

/** Rolls the inbox rows back that were written for the others. */
class BlockedAmongThem extends Error {}

/** The context comes from the event; the handler must still load its object under it and refuse a mismatch (EV-05). */
export function organisationOf({ envelope }: Message): string | undefined {
  const { data } = envelope;
  if (typeof data !== 'object' || data === null || !('organisationId' in data)) return undefined;
  return typeof data.organisationId === 'string' && uuid.test(data.organisationId) ? data.organisationId : undefined;
}

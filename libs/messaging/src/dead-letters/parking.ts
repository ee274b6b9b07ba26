import { Inject, Injectable, Logger } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { currentContext } from '@creator-connect/observability';
import { afterCommit, sqlCount, sqlRows, UnitOfWork, type Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';
import { markSeen } from '../consuming/inbox';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../messaging.options';
import { metrics } from '../metrics/metrics';
import { laneOf } from '../outbox/lanes';
import { deadLetterAggregate, insertOutboxRows } from '../outbox/outbox-rows';
import { PublishSignal } from '../outbox/publish-signal';
import { deadLetterTopic } from './dead-letter-topic';
import { storeHeaders } from './headers';

export interface ParkedMessage {
  record: IncomingRecord;
  id: string;
  source: string;
  errorClass: string;
  message: string;
  attempts: number;
  blocks: boolean;
}

/** Puts messages aside: the row, the inbox mark and the copy for the dead-letter topic in one transaction. */
@Injectable()
export class Parking {
  private readonly logger = new Logger(Parking.name);

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly unitOfWork: UnitOfWork,
    private readonly signal: PublishSignal,
  ) {}

  /** Parks a message that failed. Does nothing if it has been dealt with meanwhile. */
  async park(consumer: string, parked: ParkedMessage): Promise<void> {
    const done = await this.unitOfWork.system(async (tx) => {
      await lockKey(tx, consumer, parked.record.key);
      if (!(await markSeen(tx, consumer, parked, parked.record))) return false;
      await this.insert(tx, consumer, 'parked', parked);
      return true;
    });
    if (!done) return;
    metrics.parked.inc({ consumer, error_class: parked.errorClass });
    const { id: eventId, errorClass, message: reason, record } = parked;
    this.logger.error({ consumer, eventId, topic: record.topic, errorClass, reason }, 'A message was parked');
  }

  /**
   * Inside the transaction that has just marked the message as seen: puts it behind the earlier message of its key.
   * False: the way became free while waiting for the lock, and the message can be handled after all.
   */
  async follow(tx: Tx, consumer: string, parked: ParkedMessage): Promise<boolean> {
    await lockKey(tx, consumer, parked.record.key);
    const [row] = await sqlRows<{ blocked: boolean }>(
      tx,
      `SELECT EXISTS (SELECT 1 FROM dead_letter
                       WHERE consumer = $1 AND key = $2 AND status IN ('parked', 'blocked') AND blocks) AS blocked`,
      [consumer, parked.record.key],
    );
    if (!row!.blocked) return false;
    await this.insert(tx, consumer, 'blocked', parked);
    metrics.blocked.inc({ consumer });
    return true;
  }

  private async insert(tx: Tx, consumer: string, status: 'parked' | 'blocked', parked: ParkedMessage): Promise<void> {
    const { record } = parked;
    const id = newId();
    await sqlCount(
      tx,
      `INSERT INTO dead_letter (id, consumer, source, event_id, topic, partition, kafka_offset, key, value, headers, status,
                                blocks, error_class, error_message, attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        consumer,
        parked.source,
        parked.id,
        record.topic,
        record.partition,
        record.offset,
        record.key,
        record.value,
        JSON.stringify(storeHeaders(record.headers)),
        status,
        parked.blocks,
        parked.errorClass,
        parked.message,
        parked.attempts,
      ],
    );
    await this.publish(tx, consumer, id);
  }

  private async publish(tx: Tx, consumer: string, deadLetterId: string): Promise<void> {
    const lane = laneOf(consumer);
    const { correlationId } = currentContext();
    await insertOutboxRows(tx, [
      {
        id: newId(),
        aggregatetype: deadLetterAggregate,
        aggregateid: deadLetterId,
        type: 'DeadLetter',
        payload: null,
        aggregateversion: 1,
        topic: deadLetterTopic(this.options).name,
        headers: { correlationid: correlationId },
        lane,
      },
    ]);
    afterCommit(tx, () => this.signal.ring(lane));
  }
}

/** Serializes "is the key blocked?" of a new message with the end of a replay of the same key. Held until the commit. */
export async function lockKey(tx: Tx, consumer: string, key: Buffer | null): Promise<void> {
  if (key === null) return;
  await sqlCount(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${consumer} ${key.toString('hex')}`]);
}

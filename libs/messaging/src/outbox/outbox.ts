import { Injectable } from '@nestjs/common';
import { newId, type AnyEventDefinition, type EventDefinition } from '@creator-connect/contracts';
import { currentContext } from '@creator-connect/observability';
import { afterCommit, sqlCount, type Tx } from '@creator-connect/persistence';
import { laneOf } from './lanes';
import { insertOutboxRows, type NewOutboxRow } from './outbox-rows';
import { PublishSignal } from './publish-signal';

export interface PublishOptions {
  /** Version of the aggregate after the change. Lock or version-check the aggregate's row before adding. */
  aggregateVersion: number;
  /** Both default to the request or message being handled. */
  correlationId?: string;
  causationId?: string;
}

export interface Publication<T> extends PublishOptions {
  data: T;
}

/** Events are added in the transaction of the change they tell of: both are committed, or neither. */
@Injectable()
export class Outbox {
  constructor(private readonly signal: PublishSignal) {}

  /** Returns the event's id. Throws a ZodError for data that does not fit the event's closed schema. */
  async add<T>(tx: Tx, event: EventDefinition<T>, data: T, options: PublishOptions): Promise<string> {
    const [id] = await this.addMany(tx, event, [{ ...options, data }]);
    return id!;
  }

  /** Adds several events of one type in this order, with one statement. */
  async addMany<T>(tx: Tx, event: EventDefinition<T>, publications: Publication<T>[]): Promise<string[]> {
    const rows = publications.map((publication) => {
      const data = event.produce(publication.data);
      return row(event, event.key(data), JSON.stringify(data), publication);
    });
    return this.insert(tx, rows);
  }

  /** Says on a compacted topic that there is nothing under this key any more. */
  async addTombstone<T>(tx: Tx, event: EventDefinition<T>, key: string, options: PublishOptions): Promise<string> {
    if (event.topic.cleanupPolicy !== 'compact') throw new Error(`${event.topic.name} is not compacted: no tombstones`);
    const [id] = await this.insert(tx, [row(event, key, null, options)]);
    return id!;
  }

  /**
   * What these events told of an aggregate is kept here no longer, sent or not: it was personal, and its person is gone. What
   * the broker has of it ends by the topic's retention.
   */
  async forget(tx: Tx, events: readonly AnyEventDefinition[], key: string): Promise<void> {
    await sqlCount(tx, 'DELETE FROM outbox WHERE aggregateid = $1 AND type = ANY ($2)', [
      key,
      events.map(({ type }) => type),
    ]);
  }

  private async insert(tx: Tx, rows: NewOutboxRow[]): Promise<string[]> {
    if (rows.length === 0) return [];
    await insertOutboxRows(tx, rows);
    const lanes = new Set(rows.map((entry) => entry.lane));
    afterCommit(tx, () => lanes.forEach((lane) => this.signal.ring(lane)));
    return rows.map((entry) => entry.id);
  }
}

function row<T>(event: EventDefinition<T>, key: string, payload: string | null, options: PublishOptions): NewOutboxRow {
  const context = currentContext();
  const id = newId();
  return {
    id,
    aggregatetype: event.aggregate,
    aggregateid: key,
    type: event.type,
    payload,
    aggregateversion: options.aggregateVersion,
    topic: event.topic.name,
    headers: {
      dataschema: event.dataschema,
      correlationid: options.correlationId ?? context.correlationId,
      causationid: options.causationId ?? context.causationId,
      traceparent: context.traceparent,
    },
    lane: laneOf(key),
  };
}

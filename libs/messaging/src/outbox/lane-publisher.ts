import { newId } from '@creator-connect/contracts';
import { sqlCount, sqlRows } from '@creator-connect/persistence';
import type { DataSource } from 'typeorm';
import { RecordTooLargeError, type OutgoingRecord } from '../broker/broker.port';
import { sizeOf } from '../cloud-events/encode';
import { failpoint } from '../failpoints/failpoint';
import { metrics } from '../metrics/metrics';
import type { LaneLease } from './lane-leases';
import { OutboxReader, type OutboxRow } from './outbox-reader';
import type { ProducerPool } from './producer-pool';
import { relayConsumer } from './relay-consumer';

export interface PublisherSettings {
  service: string;
  owner: string;
  maxRows: number;
  maxBytes: number;
  maxRecordBytes: number;
}

interface Outgoing {
  row: OutboxRow;
  record: OutgoingRecord;
}

export class LaneLostError extends Error {
  override readonly name = 'LaneLostError';
}

/** Sends the next rows of one lane and marks them. Rows leave the lane in the order of their sequence. */
export class LanePublisher {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: OutboxReader,
    private readonly producers: ProducerPool,
    private readonly settings: PublisherSettings,
  ) {}

  /** Returns whether there may be more. Rejects with nothing marked; the same rows are read and sent again then. */
  async publishNext(lease: LaneLease): Promise<boolean> {
    const rows = await this.reader.next(lease.lane, this.settings.maxRows);
    if (rows.length === 0) return false;
    const outgoing: Outgoing[] = rows.map((row) => ({ row, record: this.reader.encode(row) }));
    const tooLarge = outgoing.findIndex(({ row, record }) => this.isTooLarge(row, record));
    if (tooLarge === 0) {
      await this.park(lease, outgoing[0]!, 'The record is larger than the broker takes');
      return true;
    }
    const batch = this.limit(tooLarge > 0 ? outgoing.slice(0, tooLarge) : outgoing);
    try {
      await this.send(batch, lease);
    } catch (error) {
      if (error instanceof LaneLostError) throw error;
      metrics.rejectedSends.inc({ service: this.settings.service });
      if (!(error instanceof RecordTooLargeError)) throw error;
      await this.findTooLarge(batch, lease);
      return true;
    }
    await this.mark(lease, batch);
    return batch.length < rows.length || rows.length === this.settings.maxRows;
  }

  private isTooLarge(row: OutboxRow, record: OutgoingRecord): boolean {
    // A dead letter's topic takes anything that ever was in a topic.
    return !row.isDeadLetter && sizeOf(record) > this.settings.maxRecordBytes;
  }

  private limit(outgoing: Outgoing[]): Outgoing[] {
    let bytes = 0;
    const end = outgoing.findIndex(({ record }, index) => {
      bytes += sizeOf(record);
      return bytes > this.settings.maxBytes && index > 0;
    });
    return end === -1 ? outgoing : outgoing.slice(0, end);
  }

  private async send(batch: Outgoing[], lease: LaneLease): Promise<void> {
    await failpoint('relay.before-send');
    // Not needed for safety (marks are fenced, consumers drop duplicates), but it keeps duplicates rare.
    if (lease.validUntil <= performance.now()) throw new LaneLostError(`The lease of lane ${lease.lane} ran out`);
    await this.producers.send(batch.map(({ record }) => record));
    await failpoint('relay.after-send');
  }

  /** The broker refused the batch for the size of one record: send singly, so that only that one is put aside. */
  private async findTooLarge(batch: Outgoing[], lease: LaneLease): Promise<void> {
    for (const single of batch) {
      try {
        await this.send([single], lease);
        await this.mark(lease, [single]);
      } catch (error) {
        if (!(error instanceof RecordTooLargeError)) throw error;
        await this.park(lease, single, 'The broker refuses the record for its size');
      }
    }
  }

  private async mark(lease: LaneLease, batch: Outgoing[]): Promise<void> {
    const [outcome] = await sqlRows<{ mine: boolean; marked: number }>(
      this.dataSource,
      `${fence}, marked AS (${markPublished} RETURNING 1)
       SELECT EXISTS (SELECT FROM mine) AS mine, (SELECT count(*)::integer FROM marked) AS marked`,
      [lease.lane, this.settings.owner, lease.epoch, batch.map(({ row }) => row.seq)],
    );
    // Rows that were sent may be gone by now: what they told was forgotten meanwhile.
    if (!outcome?.mine) {
      metrics.fencedMarks.inc({ service: this.settings.service });
      throw new LaneLostError(`Lane ${lease.lane} belongs to another relay by now`);
    }
    metrics.published.inc({ service: this.settings.service }, outcome.marked);
  }

  /** One statement: the row counts as dealt with, and stands among the dead letters, where it can be sent once more. */
  private async park(lease: LaneLease, { row, record }: Outgoing, message: string): Promise<void> {
    const count = await sqlCount(
      this.dataSource,
      `${fence}, marked AS (${markPublished} RETURNING o.id)
       INSERT INTO dead_letter (id, consumer, source, event_id, topic, partition, kafka_offset, key, value, headers,
                                status, blocks, error_class, error_message)
       SELECT $5, $6, $7, $8, $9, -1, -1, $10, $11, $12, 'parked', false, 'RecordTooLarge', $13 FROM marked`,
      [
        lease.lane,
        this.settings.owner,
        lease.epoch,
        [row.seq],
        newId(),
        relayConsumer(this.settings.service),
        row.source,
        row.id,
        row.topic,
        Buffer.from(row.aggregateid),
        record.value,
        JSON.stringify(
          Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name, String(value)])),
        ),
        message,
      ],
    );
    if (count === 0) throw new LaneLostError(`Lane ${lease.lane} belongs to another relay by now`);
    metrics.parked.inc({ consumer: relayConsumer(this.settings.service), error_class: 'RecordTooLarge' });
  }

  /** How many rows wait, and since when. */
  async backlog(): Promise<{ rows: number; ageSeconds: number }> {
    const [backlog] = await sqlRows<{ rows: string; age: number }>(
      this.dataSource,
      `SELECT count(*) AS rows, COALESCE(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS age
         FROM outbox WHERE published_at IS NULL`,
    );
    return { rows: Number(backlog!.rows), ageSeconds: backlog!.age };
  }
}

/** Locks our lane's row while its epoch is still ours, so that no other relay can take the lane in between. */
const fence = `WITH mine AS MATERIALIZED (
  SELECT 1 FROM outbox_lane WHERE lane = $1 AND owner = $2 AND epoch = $3 FOR SHARE)`;
const markPublished = `UPDATE outbox o SET published_at = clock_timestamp(), attempts = LEAST(o.attempts + 1, 32000)
  FROM mine WHERE o.seq = ANY($4::bigint[])`;

import type { EventEnvelope } from '@creator-connect/contracts';
import { BaseRpcContext } from '@nestjs/microservices';
import type { Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';

/** One delivery of an event to its handlers. Nest passes it as the RPC context. */
export class DeliveryContext extends BaseRpcContext<[EventEnvelope, Tx, IncomingRecord]> {
  /**
   * What a handler threw. On the way out Nest's exception filters may replace it by a message for a client, or swallow it,
   * and the runner must see the real one.
   */
  failure: unknown;

  constructor(
    readonly envelope: EventEnvelope,
    readonly tx: Tx,
    record: IncomingRecord,
  ) {
    super([envelope, tx, record]);
  }
}

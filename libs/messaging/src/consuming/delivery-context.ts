import { BaseRpcContext } from '@nestjs/microservices';
import type { Tx } from '@creator-connect/persistence';
import type { IncomingRecord } from '../broker/broker.port';

/** What a handler may know of its delivery besides the event. Nest passes it as the RPC context. */
export class DeliveryContext extends BaseRpcContext<[Tx, IncomingRecord]> {
  /**
   * The error a handler threw, kept by the delivery interceptor: on the way out Nest's exception filters may replace it by
   * a message for a client, or swallow it, and the runner must see the real one.
   */
  failure: unknown;

  constructor(tx: Tx, record: IncomingRecord) {
    super([tx, record]);
  }

  get tx(): Tx {
    return this.args[0];
  }

  get record(): IncomingRecord {
    return this.args[1];
  }
}

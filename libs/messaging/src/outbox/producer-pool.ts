import type { BrokerPort, BrokerProducer, OutgoingRecord } from '../broker/broker.port';

/**
 * One awaited send per producer, and a producer whose send was rejected is never used again: kafkajs loses messages in
 * both cases while it reports success (messaging.md, traps 1 and 2). Producers are made when they are needed.
 */
export class ProducerPool {
  private readonly idle: BrokerProducer[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;

  constructor(
    private readonly broker: BrokerPort,
    private readonly size: number,
  ) {}

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    await this.enter();
    try {
      const producer = this.idle.pop() ?? (await this.broker.createProducer());
      try {
        await producer.send(records);
      } catch (error) {
        // Not awaited: it may have to wait for the very connection that broke.
        producer.disconnect().catch(() => undefined);
        throw error;
      }
      if (this.closed) await producer.disconnect();
      else this.idle.push(producer);
    } finally {
      this.leave();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.idle.splice(0).map((producer) => producer.disconnect()));
  }

  private async enter(): Promise<void> {
    if (this.busy < this.size) {
      this.busy += 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes to the next in line, or becomes free. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.busy -= 1;
  }
}

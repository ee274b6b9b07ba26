import type { BrokerPort, BrokerProducer, OutgoingRecord } from '../broker/broker.port';
import { ProducerPool } from './producer-pool';

class CountingProducer implements BrokerProducer {
  sending = 0;
  sent = 0;
  disconnected = false;

  constructor(private readonly fails: () => boolean) {}

  async send(): Promise<void> {
    this.sending += 1;
    if (this.sending > 1) throw new Error('two sends at once');
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.sending -= 1;
    if (this.fails()) throw new Error('lost');
    this.sent += 1;
  }

  async disconnect(): Promise<void> {
    this.disconnected = true;
  }
}

const records: OutgoingRecord[] = [{ topic: 't', key: 'k', value: null, headers: {} }];

function brokerOf(producers: CountingProducer[], fails: () => boolean): BrokerPort {
  const createProducer = async () => {
    const producer = new CountingProducer(fails);
    producers.push(producer);
    return producer;
  };
  return { createProducer } as unknown as BrokerPort;
}

describe('ProducerPool', () => {
  it('never has two sends on one producer, nor more producers than allowed', async () => {
    const producers: CountingProducer[] = [];
    const pool = new ProducerPool(
      brokerOf(producers, () => false),
      2,
    );
    await Promise.all(Array.from({ length: 10 }, () => pool.send(records)));
    expect(producers.length).toBeLessThanOrEqual(2);
    expect(producers.reduce((sum, producer) => sum + producer.sent, 0)).toBe(10);
    await pool.close();
    expect(producers.every((producer) => producer.disconnected)).toBe(true);
  });

  it('discards a producer whose send was rejected', async () => {
    const producers: CountingProducer[] = [];
    let failing = true;
    const pool = new ProducerPool(
      brokerOf(producers, () => failing),
      1,
    );
    await expect(pool.send(records)).rejects.toThrow('lost');
    failing = false;
    await pool.send(records);
    expect(producers.map(({ sent, disconnected }) => [sent, disconnected])).toEqual([
      [0, true],
      [1, false],
    ]);
    await pool.close();
  });

  it('keeps its places when a producer cannot be made', async () => {
    let refuses = true;
    const producers: CountingProducer[] = [];
    const broker = brokerOf(producers, () => false);
    const make = broker.createProducer.bind(broker);
    broker.createProducer = async () => {
      if (refuses) throw new Error('no broker');
      return make();
    };
    const pool = new ProducerPool(broker, 1);
    await expect(pool.send(records)).rejects.toThrow('no broker');
    refuses = false;
    await pool.send(records);
    expect(producers[0]!.sent).toBe(1);
    await pool.close();
  });
});

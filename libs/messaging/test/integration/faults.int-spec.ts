import { Logger } from '@nestjs/common';
import { FaultLab } from './fault-lab';
import { influencers, kafkaBroker, until } from './fixture';

type Scenario = [name: string, run: (lab: FaultLab) => Promise<void>];

/** Its successor finds half of the load done, and gets the other half. */
const crash =
  (failpoints: string, sharedTransaction = 1) =>
  async (lab: FaultLab) => {
    const keys = influencers(8);
    await lab.load(keys, 4);
    const victim = await lab.spawn(failpoints, sharedTransaction);
    await lab.diesOfSigkill(victim);
    await lab.spawn('', sharedTransaction);
    await lab.load(keys, 4);
    await lab.settlesWith(keys, 8);
  };

const scenarios: Scenario[] = [
  ['killed between commit and publish leaves everything to its successor', crash('relay.before-send=kill:2')],
  ['killed inside the handler’s transaction is rolled back', crash('consumer.in-transaction=kill:5')],
  ['killed inside a shared transaction is rolled back', crash('consumer.in-transaction=kill:2', 50)],
  ['killed after the database commit is not repeated', crash('consumer.after-commit=kill:5')],
  [
    'killed between the broker’s acknowledgement and the mark doubles an event in the topic, and not its effect',
    async (lab) => {
      const keys = influencers(8);
      await lab.load(keys, 2);
      await lab.diesOfSigkill(await lab.spawn('relay.after-send=kill:2'));
      await lab.spawn();
      const topic = await lab.settlesWith(keys, 2);
      expect(topic.length).toBeGreaterThan(16);
    },
  ],
  [
    'stopped under load drains, ends with code 0 and leaves its partitions at once',
    async (lab) => {
      const keys = influencers(10);
      const [first] = await Promise.all([lab.spawn(), lab.spawn()]);
      const loading = lab.load(keys, 30);
      await until(async () => (await lab.ledger()).effects > 20);
      expect(await lab.stop(first!, 'SIGTERM')).toBe(0);
      await loading;
      await lab.settlesWith(keys, 30);
    },
  ],
  [
    'frozen past its leases and its session changes nothing when it wakes up',
    async (lab) => {
      const keys = influencers(10);
      const zombie = await lab.spawn('consumer.in-transaction=stop:10');
      await lab.load(keys, 5);
      await until(async () => (await lab.ledger()).effects >= 9);
      await lab.spawn();
      await lab.load(keys, 5);
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      zombie.kill('SIGCONT');
      await lab.load(keys, 2);
      await lab.settlesWith(keys, 12);
    },
  ],
];

describe('a process', () => {
  const broker = kafkaBroker();
  const runs = new Map<string, Promise<void>>();

  // Side by side, since most of their time is waiting for sessions and leases to run out.
  beforeAll(() => {
    Logger.overrideLogger(false);
    let chain = Array.from({ length: 4 }, () => Promise.resolve());
    for (const [index, [name, run]] of scenarios.entries()) {
      const before = chain[index % 4]!;
      const result = before.then(() => inLab(run));
      runs.set(name, result);
      chain = chain.with(
        index % 4,
        result.catch(() => undefined),
      );
    }
  });

  const inLab = async (run: Scenario[1]) => {
    const lab = await FaultLab.open(broker);
    try {
      await run(lab);
    } finally {
      await lab.close();
    }
  };

  afterAll(async () => {
    await Promise.allSettled(runs.values());
    await broker.close();
  });

  it.each(scenarios.map(([name]) => [name]))(
    '%s',
    async (name) => {
      await runs.get(name);
    },
    120_000,
  );
});

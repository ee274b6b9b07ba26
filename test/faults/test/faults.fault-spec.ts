import {
  DeadLetterDoor,
  duplicates,
  Ledger,
  Load,
  poisons,
  seedFrom,
  Servers,
  settingsFrom,
  Source,
  until,
  World,
} from '../src';

const seed = seedFrom(process.env);
const settings = settingsFrom(process.env, seed);
/** Servers that were given by their addresses are not ours to kill; `npm test` says so, and counts these as skipped. */
const onOwnServers = new Servers(settings.home).areOurs ? it : it.skip;
const limitMs = 180_000;

/**
 * The fault matrix of docs/messaging, short form: two processes of each service under load. The numbers are the
 * matrix's; each fault has accounts of its own, and its books must agree whatever the faults before it did.
 */
describe('fault', () => {
  let world: World;
  let source: Source;

  beforeAll(async () => {
    process.stderr.write(`FAULTS_SEED=${seed} repeats this run.\n`);
    world = await World.open(settings);
    source = new Source(world);
    await source.open();
  }, limitMs);

  afterAll(async () => {
    await source?.close();
    await world?.close();
  }, limitMs);

  /** The fault happens while changes keep coming; a few more follow it. */
  const underLoad = async (fault: (load: Load) => Promise<void>, accounts = 10) => {
    const load = await Load.prepare(world, source, accounts);
    await load.tell(4);
    load.keepTelling();
    try {
      await fault(load);
    } finally {
      await load.finish();
    }
    await load.tell(2);
    return new Ledger(world, load).balances();
  };

  const unpublished = async () => {
    const [row] = await world.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM accounts.outbox WHERE published_at IS NULL',
    );
    return row!.count;
  };

  const nobodyDied = async (work: () => Promise<void>) => {
    const before = [world.accounts.pids, world.notifications.pids];
    await work();
    expect([world.accounts.pids, world.notifications.pids]).toEqual(before);
  };

  it(
    '1: a service killed between commit and publish leaves its events to a peer',
    async () => {
      await underLoad(async () => {
        const victim = await world.accounts.loseOneAt('relay.before-send=kill:3');
        expect(victim.end).toBe('SIGKILL');
        expect(await unpublished()).toBeGreaterThan(0);
        await world.accounts.replenish();
      });
    },
    limitMs,
  );

  it(
    '2: a relay killed after the broker’s acknowledgement and before its mark doubles an event, and no effect',
    async () => {
      const recognised = () => world.notifications.metric('inbox_duplicates_total');
      const before = await recognised();
      const books = await underLoad(async () => {
        const victim = await world.accounts.loseOneAt('relay.after-send=kill:3');
        expect(victim.end).toBe('SIGKILL');
        await world.accounts.replenish();
      });
      expect(duplicates(books)).toBeGreaterThan(0);
      // Most handlers would not mind; the inbox must not even ask them.
      await until('the doubled events are recognised', async () => (await recognised()) > before, 30_000);
    },
    limitMs,
  );

  it(
    '3: a consumer killed after its commit to the database is given the message again, and does nothing',
    async () => {
      await underLoad(async () => {
        const victim = await world.accounts.loseOneAt('consumer.after-commit=kill:5', world.random);
        expect(victim.end).toBe('SIGKILL');
        await world.accounts.replenish();
      });
      expect(await world.accounts.metric('inbox_duplicates_total')).toBeGreaterThan(0);
    },
    limitMs,
  );

  it(
    '4: a consumer killed inside its transaction leaves nothing, and the message is handled once',
    async () => {
      await underLoad(async () => {
        const victim = await world.accounts.loseOneAt('consumer.in-transaction=kill:5', world.random);
        expect(victim.end).toBe('SIGKILL');
        await world.accounts.replenish();
      });
    },
    limitMs,
  );

  it(
    '8: the broker’s answers to produce requests get lost under load',
    async () => {
      const lost = new Set(Array.from({ length: 12 }, () => world.random.between(1, 50)));
      await underLoad(async (load) => {
        world.proxy.dropReplies('produce', (nth) => lost.has(nth));
        const beyond = () => (world.proxy.seen['produce'] ?? 0) > 50;
        await until('all of them were due', async () => beyond() || (await load.tell(1), beyond()));
        world.proxy.heal();
        // Several lanes for each partition: only sends that meet there could hurt one another.
      }, 40);
      expect(world.proxy.dropped['produce']).toBeGreaterThanOrEqual(lost.size);
    },
    limitMs,
  );

  it(
    '9: a producer gives up, and its rows are sent by a fresh one',
    async () => {
      const load = await Load.prepare(world, source, 40);
      const sent = () =>
        until('everything is published', async () => (await load.waiting()) === 0 && (await unpublished()) === 0);
      const rejected = () => world.accounts.metric('outbox_rejected_sends_total');
      await load.tell(2);
      await sent();
      for (let outage = 0; outage < 2; outage += 1) {
        const before = await rejected();
        world.proxy.dropReplies('produce', () => true);
        await load.tell(1);
        await until('several sends were given up', async () => (await rejected()) >= before + 3);
        world.proxy.heal();
        await sent();
        // One record at a time: a producer that counts wrongly takes a new one for the one it was given up with.
        for (let quiet = 0; quiet < 3; quiet += 1) {
          await load.tell(1);
          await sent();
        }
      }
      const books = await new Ledger(world, load).balances();
      expect(duplicates(books)).toBeGreaterThan(0);
    },
    limitMs,
  );

  onOwnServers(
    '10: the broker is killed and comes back with the same log; the services stay up, and ready',
    async () => {
      await nobodyDied(async () => {
        await underLoad(async () => {
          world.servers.killBroker();
          await until('the outbox grows', async () => (await unpublished()) > 20);
          for (const url of world.accounts.urls) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
        });
      });
    },
    limitMs,
  );

  onOwnServers(
    '13: a database connection’s process is killed, and then the whole server crashes',
    async () => {
      await nobodyDied(async () => {
        await underLoad(async (load) => {
          await world.servers.killBackend(world);
          await until('the database is back', () => isBack(world));
          await load.tell(2);
          world.servers.crashDatabase();
          await until('the database is back', () => isBack(world));
        });
      });
    },
    limitMs,
  );

  it(
    '19: what cannot be read is parked with its headers, and everything else flows',
    async () => {
      const all = poisons();
      await world.tap.allowLargeRecords(world.topic('authorization'));
      await nobodyDied(async () => {
        await underLoad(async () => {
          for (const poison of all) await source.send([poison]);
        });
      });
      const letters = new Map((await new DeadLetterDoor(world).list()).map((letter) => [letter.key, letter]));
      const found = all.map(({ what, key }) => [what, letters.get(key)?.errorClass, letters.get(key)?.status]);
      expect(found).toEqual(all.map(({ what, errorClass }) => [what, errorClass, 'parked']));
      const parked = new Map((await world.deadLetterRecords(all.length)).map((record) => [record.key, record.headers]));
      for (const { key, headers, errorClass } of all) {
        const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
        expect(parked.get(key)).toMatchObject({
          ...own,
          'kafka_dlt-original-topic': world.topic('authorization'),
          'kafka_dlt-exception-fqcn': errorClass,
        });
      }
    },
    limitMs,
  );

  it(
    '20: a handler’s bug on one account parks its event and holds back its later ones; replay restores the order',
    async () => {
      const load = await Load.prepare(world, source, 6);
      const [accountId, ...others] = load.accountIds;
      await world.accounts.arm(`consumer.handler@${accountId}=type-error`);
      await load.tell(6);
      const door = new DeadLetterDoor(world);
      const ofAccount = async () => (await door.list()).filter(({ key }) => key === accountId);
      await until('the account’s events are put aside', async () => (await ofAccount()).length === 6);
      // What went wrong for one account is none of the others' business.
      await new Ledger(world, load.only(others)).balances();

      const [first, ...rest] = await ofAccount();
      expect(first).toMatchObject({ status: 'parked', errorClass: 'TypeError', attempts: 4 });
      expect(rest.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'blocked'));
      expect(await door.replay(first!.id)).toMatchObject({ replayed: 0, stoppedAt: { errorClass: 'TypeError' } });

      await world.accounts.arm('');
      await load.tell(1);
      await until('a new event waits behind them', async () => (await ofAccount()).length === 7);
      expect(await door.replay(first!.id)).toEqual({ replayed: 7 });
      await load.tell(1);
      await new Ledger(world, load).balances();
    },
    limitMs,
  );
});

const isBack = (world: World) =>
  world.query('SELECT 1').then(
    () => true,
    () => false,
  );

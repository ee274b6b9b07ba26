import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  checkout,
  ensureDatabase,
  Home,
  migrationCommand,
  portsFrom,
  prepareInstallation,
  runMigrations,
  serviceCommand,
  type Place,
  type ServiceName,
} from '@creator-connect/local/runner';
import { KafkaProxy } from '@creator-connect/messaging/testing';
import { topics } from '@creator-connect/contracts';
import { Pool } from 'pg';
import { Random } from '../random';
import { until } from '../wait';
import { Fleet } from './fleet';
import { Servers } from './servers';
import { TopicTap, type TappedRecord } from './topic-tap';

const services = ['accounts', 'notifications'] as const satisfies ServiceName[];

export const groups = { accounts: 'accounts.account-states', notifications: 'notifications.account-mail' } as const;

/** The shortest session that a broker grants by default: how long a killed consumer keeps its partitions. */
const sessionTimeoutMs = 6_000;

export interface WorldSettings {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly home: Home;
  readonly seed: number;
  /** Where the compiled services are taken from: the checkout, or a copy of it in which something was removed. */
  readonly code: string;
}

export function settingsFrom(env: NodeJS.ProcessEnv, seed: number): WorldSettings {
  const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers, CONNECT_HOME: home } = env;
  if (!databaseUrl || !brokers || !home) {
    throw new Error('The faults need DATABASE_URL, KAFKA_BROKERS and CONNECT_HOME; run them through `npm test`');
  }
  return { databaseUrl, brokers: brokers.split(','), home: new Home(home), seed, code: env.FAULTS_CODE ?? checkout };
}

/**
 * Real processes of two services, two of each, over a database and topics of their own. What oauth would publish comes
 * in; accounts handles it, and its relay publishes what it did; notifications handles that.
 */
export class World {
  readonly random: Random;
  readonly accounts: Fleet;
  readonly notifications: Fleet;
  readonly servers: Servers;
  readonly tap: TopicTap;
  /** Everything between accounts and the broker goes through it. */
  readonly proxy: KafkaProxy;
  readonly prefix: string;
  private readonly pool: Pool;
  private proxyAddress = '';

  constructor(
    readonly settings: WorldSettings,
    private readonly place: Place,
    private readonly logs: string,
    tag: string,
  ) {
    this.random = new Random(settings.seed);
    this.prefix = `${tag}.`;
    this.servers = new Servers(settings.home);
    this.tap = new TopicTap(settings.brokers, `${tag}.tap`);
    const [host = '', port] = settings.brokers[0]!.split(':');
    this.proxy = new KafkaProxy({ host, port: Number(port) });
    this.pool = new Pool({ connectionString: place.infrastructure.databaseUrl, max: 2 });
    this.pool.on('error', () => undefined);
    this.accounts = new Fleet('accounts', (name) => this.command('accounts', name, this.throughProxy()));
    // It finds no peer, so its mails stay queued: what events do to it is complete without them.
    this.notifications = new Fleet('notifications', (name) => this.command('notifications', name, {}));
  }

  static async open(settings: WorldSettings): Promise<World> {
    const tag = `faults_${randomBytes(4).toString('hex')}`;
    const { home } = settings;
    home.prepare();
    const logs = join(home.logs, tag);
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    await ensureDatabase(settings.databaseUrl, tag);
    const url = new URL(settings.databaseUrl);
    url.pathname = `/${tag}`;
    const place: Place = {
      home,
      ports: portsFrom(0),
      infrastructure: { databaseUrl: url.href, brokers: settings.brokers },
      installation: prepareInstallation(home),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'info' },
    };
    const world = new World(settings, place, logs, tag);
    await world.start(tag);
    return world;
  }

  topic(name: keyof typeof topics): string {
    return this.prefix + topics[name].name;
  }

  group(service: keyof typeof groups): string {
    return this.prefix + groups[service];
  }

  /** As superuser, past every policy. */
  async query<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(text, values)).rows as T[];
  }

  /** What accounts has put into its dead-letter topic, when that holds at least so many. */
  async deadLetterRecords(count: number): Promise<TappedRecord[]> {
    const topic = `${this.group('accounts')}.dlt`;
    let records: TappedRecord[] = [];
    await until('the dead letters are published', async () => {
      records = await this.tap.read(topic);
      return records.length >= count;
    });
    return records;
  }

  get installation(): Place['installation'] {
    return this.place.installation;
  }

  async close(): Promise<void> {
    await Promise.all([this.accounts.stop(), this.notifications.stop()]);
    await this.tap.stop();
    await this.proxy.stop();
    await this.pool.end();
  }

  private async start(database: string): Promise<void> {
    // Servers of tests may forget the last commits in a crash; here an event must never outlive its change.
    await this.query(`ALTER DATABASE ${database} SET synchronous_commit = on`);
    const migrations = services.map((name) => {
      const { env, entry } = migrationCommand(this.place, name);
      return { name, env, entry: this.inCode(entry) };
    });
    this.proxyAddress = await this.proxy.start();
    await runMigrations(this.place.home, migrations, new AbortController().signal);
    await Promise.all([this.accounts.start(), this.notifications.start()]);
    await this.tap.start([
      ...(['authorization', 'account', 'accountState'] as const).map((name) => this.topic(name)),
      `${this.group('accounts')}.dlt`,
    ]);
  }

  private throughProxy(): Record<string, string> {
    return { KAFKA_CONNECT_VIA: this.proxyAddress };
  }

  private command(service: ServiceName, name: string, more: Record<string, string>) {
    const { env, entry } = serviceCommand(this.place, service);
    return {
      name,
      entry: this.inCode(entry),
      log: join(this.logs, `${name}.log`),
      env: {
        ...env,
        PORT: '0',
        FAILPOINTS: 'remote',
        KAFKA_TOPIC_PREFIX: this.prefix,
        KAFKA_GROUP_PREFIX: this.prefix,
        KAFKA_SESSION_TIMEOUT_MS: String(sessionTimeoutMs),
        ...more,
      },
    };
  }

  private inCode(entry: string): string {
    return join(this.settings.code, relative(checkout, entry));
  }
}

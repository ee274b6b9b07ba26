import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigResourceTypes, Kafka, logLevel, type Admin } from 'kafkajs';
import { Client } from 'pg';
import { must } from '../doors/wait';
import { canaries, canaryTexts, linkCanary, type Canary } from './canary';

/** A kind of place where a token may have come to rest, and a way to hide a canary in it. */
export interface Place {
  name: string;
  folder: string;
  /** Files that have to be among what is searched, or the search has seen nothing. */
  holds: RegExp[];
  canaries: Canary[];
  /** Of an authorization link. */
  linkCanary: string;
  /** Takes the canaries out again, as far as the place can forget. */
  clear(): Promise<void>;
}

interface Addresses {
  databaseUrl: string;
  brokers: string[];
}

/** The servers' addresses, which the runner keeps for tools that look behind the doors. */
function addressesIn(home: string): Addresses {
  return JSON.parse(readFileSync(join(home, 'secrets', 'infrastructure.json'), 'utf8')) as Addresses;
}

const onThisMachine = (name: string, folder: string) =>
  must(
    existsSync(folder),
    `${name} keeps its data on this machine, in ${folder} (a container's data is not seen from here: use CONNECT_INFRASTRUCTURE=embedded)`,
  );

/** What is hidden in a place, and every text of it. */
function plantedIn(name: string): Pick<Place, 'name' | 'canaries' | 'linkCanary'> & { texts: string[] } {
  const planted = { name, canaries: canaries(name), linkCanary: linkCanary(name) };
  const tokens = [...planted.canaries.map(({ token }) => token), planted.linkCanary];
  return { ...planted, texts: tokens.flatMap(canaryTexts).map(({ text }) => text) };
}

/**
 * PostgreSQL's own word for its folder: as root it may lie outside of the home. The canaries go into a table, and so also
 * into the write-ahead log; five times, because a page's border may cut through one.
 */
export async function postgresPlace(home: string): Promise<Place> {
  const client = new Client({ connectionString: addressesIn(home).databaseUrl });
  await client.connect();
  const { texts, ...planted } = plantedIn('PostgreSQL');
  await client.query('DROP TABLE IF EXISTS public.leak_canary');
  await client.query('CREATE TABLE public.leak_canary (hidden text)');
  const { rows } = await client.query<{ folder: string; wal: string; table: string }>(
    `SELECT current_setting('data_directory') AS folder, pg_walfile_name(pg_current_wal_lsn()) AS wal,
            pg_relation_filepath('public.leak_canary') AS table`,
  );
  const [place] = rows;
  must(place, 'PostgreSQL tells where its data is');
  onThisMachine('PostgreSQL', place.folder);
  const values = texts.map((text) => ` ${text} `);
  await client.query('INSERT INTO public.leak_canary SELECT unnest($1::text[]) FROM generate_series(1, 5)', [values]);
  await client.query('CHECKPOINT');
  return {
    ...planted,
    folder: place.folder,
    holds: [new RegExp(`/pg_wal/${place.wal}$`), new RegExp(`/${place.table}$`)],
    clear: async () => {
      await client.query('DROP TABLE public.leak_canary');
      await client.end();
    },
  };
}

/** The broker's own word for its folder, and canaries in a topic like every other. */
export async function kafkaPlace(home: string, topics: readonly string[]): Promise<Place> {
  const kafka = new Kafka({ clientId: 'leak-canary', brokers: addressesIn(home).brokers, logLevel: logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([admin.connect(), producer.connect()]);
  const folder = await folderOf(admin);
  const topic = 'leak-canary';
  // The producer waits until the topic is known; `waitForLeaders` gives up when it is not known at once.
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: false });
  const { texts, ...planted } = plantedIn('Kafka');
  await producer.send({ topic, messages: texts.map((text) => ({ value: ` ${text} ` })) });
  await producer.disconnect();
  const logOf = (name: string) => new RegExp(`/${name.replaceAll('.', '\\.')}-\\d+/\\d+\\.log$`);
  return {
    ...planted,
    folder,
    holds: [topic, ...topics].map(logOf),
    clear: async () => {
      await admin.deleteTopics({ topics: [topic] });
      await admin.disconnect();
    },
  };
}

/** Where the broker keeps its topics. */
export async function kafkaFolder(home: string): Promise<string> {
  const kafka = new Kafka({ clientId: 'leak-search', brokers: addressesIn(home).brokers, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await folderOf(admin);
  } finally {
    await admin.disconnect();
  }
}

async function folderOf(admin: Admin): Promise<string> {
  const { brokers } = await admin.describeCluster();
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.BROKER, name: String(brokers[0]?.nodeId), configNames: ['log.dirs'] }],
  });
  const folder = resources[0]?.configEntries.find(({ configName }) => configName === 'log.dirs')?.configValue ?? '';
  onThisMachine('Kafka', folder);
  return folder;
}

/** A folder whose files anybody may add to: logs, mails, recorded exchanges. */
export function folderPlace(name: string, folder: string, holds: RegExp[]): Place {
  const { texts, ...planted } = plantedIn(name);
  const file = join(folder, 'leak-canary');
  writeFileSync(file, texts.join(' \n '), { mode: 0o600 });
  return { ...planted, folder, holds, clear: async () => rmSync(file) };
}

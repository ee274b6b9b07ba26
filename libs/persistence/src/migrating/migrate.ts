import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { identifier } from '../sql';
import { ensureSchemaAndRoles, serviceRoles, type RolePasswords, type ServiceRoles } from './roles';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  /** A role that may create roles and schemas. Creates what is missing, then migrates as the owner. */
  adminUrl?: string;
  /** The owner itself, where schema and roles were made by somebody else. One of the two is needed. */
  ownerUrl?: string;
  /** Names the schema and the roles. */
  service: string;
  /** Listed by class, never found by a glob; run in the order of the timestamps in their names. */
  migrations: MigrationClass[];
  /** A role without a password here keeps what it has; a new one cannot log in. */
  passwords?: RolePasswords;
  /** Other role names than `<service>_owner` …; tests need them, since roles belong to the whole server. */
  roles?: ServiceRoles;
}

const migrationsTable = 'migrations';
/** One migration at a time per database: services start together, and catalogue rows of the database are shared. */
const lockKey = 0x63636d67;

/** Brings a service's schema to the newest version. Safe to run again and from several replicas at once. */
export async function migrate(options: MigrateOptions): Promise<void> {
  await exclusively(options, async (client) => {
    const roles = options.roles ?? serviceRoles(options.service);
    if (options.adminUrl) await ensureSchemaAndRoles(client, options.service, roles, options.passwords ?? {});
    await asOwner(options, async (dataSource) => {
      await dataSource.runMigrations({ transaction: 'each' });
      const app = identifier(roles.app);
      // Default privileges gave the runtime role this table too. It only needs to see whether it is up to date.
      await dataSource.query(`REVOKE ALL ON ${identifier(migrationsTable)} FROM ${app}`);
      await dataSource.query(`GRANT SELECT ON ${identifier(migrationsTable)} TO ${app}`);
    });
  });
}

/** Takes back the last `steps` migrations, all by default. For the test that goes down and up again. */
export async function revertMigrations(options: MigrateOptions, steps = options.migrations.length): Promise<void> {
  await exclusively(options, () =>
    asOwner(options, async (dataSource) => {
      for (let step = 0; step < steps; step += 1) await dataSource.undoLastMigration({ transaction: 'each' });
    }),
  );
}

/** Names of the listed migrations that the connected schema lacks. A service with any of them must not start. */
export async function pendingMigrations(dataSource: DataSource, migrations: MigrationClass[]): Promise<string[]> {
  const done = await dataSource
    .query<{ name: string }[]>(`SELECT name FROM ${identifier(migrationsTable)}`)
    .catch(() => []);
  const names = new Set(done.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !names.has(name));
}

async function exclusively(options: MigrateOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: connectionUrl(options), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the failing statement tells it
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await work(client);
  } finally {
    await client.end();
  }
}

async function asOwner(options: MigrateOptions, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const { owner } = options.roles ?? serviceRoles(options.service);
  const dataSource = new DataSource({
    type: 'postgres',
    url: connectionUrl(options),
    schema: options.service,
    migrations: options.migrations,
    migrationsTableName: migrationsTable,
    installExtensions: false,
    logging: false,
    extra: {
      max: 1,
      application_name: `${options.service}-migrate`,
      connectionTimeoutMillis: 10_000,
      options: `-c role=${owner} -c search_path=${options.service} -c lock_timeout=10000`,
    },
  });
  await dataSource.initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

function connectionUrl({ adminUrl, ownerUrl }: MigrateOptions): string {
  const url = adminUrl ?? ownerUrl;
  if (!url) throw new Error('Migrating needs adminUrl or ownerUrl');
  return url;
}

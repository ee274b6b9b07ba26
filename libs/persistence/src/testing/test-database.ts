import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { migrate, revertMigrations, type MigrationClass } from '../migrating/migrate';
import type { ServiceRoles } from '../migrating/roles';
import { identifier } from '../sql';
import { tenancyFaults } from '../tenancy/tenancy-audit';
import type { InspectedSchema } from './inspected-schema';
import { runtimeRoleBreaches } from './runtime-role-attempts';
import { schemaShape } from './schema-shape';

export interface TestDatabase extends InspectedSchema {
  /** Superuser of the test's own database. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  routerUrl: string;
  roles: ServiceRoles;
  /** Holes in the schema's tenancy; expect an empty list. */
  tenancyFaults(): Promise<string[]>;
  /** What the service's own role can do that it must not; expect an empty list, on a database with rows. */
  runtimeRoleBreaches(): Promise<string[]>;
  /** Takes all migrations back and does them again: what stayed behind, and what is different. All rows are lost. */
  migrationFaults(): Promise<string[]>;
  /** From now on the service's statements see the clock so much later than it is. Defaults of columns keep the real time. */
  moveClock(seconds: number): Promise<void>;
  drop(): Promise<void>;
}

/**
 * A database of its own on the test server, migrated, with roles of its own (roles belong to the whole server, and test
 * files run side by side). Needs DATABASE_URL, the address of the server's superuser; `npm test` provides it.
 */
export async function createTestDatabase(options: {
  service: string;
  migrations: MigrationClass[];
}): Promise<TestDatabase> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) {
    throw new Error(
      'Integration tests need DATABASE_URL, the superuser address of a PostgreSQL test server; run them through `npm test`',
    );
  }
  const tag = randomBytes(4).toString('hex');
  const database = `test_${options.service}_${tag}`;
  const roles = {
    owner: `t${tag}_${options.service}_owner`,
    app: `t${tag}_${options.service}_app`,
    router: `t${tag}_${options.service}_router`,
  };
  const passwords = { owner: randomPassword(), app: randomPassword(), router: randomPassword() };
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${database}`));
  const adminUrl = urlFor(serverUrl, database);
  await migrate({ adminUrl, service: options.service, migrations: options.migrations, passwords, roles });

  // A pool of one, not a client: a test may restart the server meanwhile.
  const admin = new Pool({ connectionString: adminUrl, max: 1, idleTimeoutMillis: 1_000 });
  admin.on('error', () => undefined);
  const query = async <T>(text: string, values: unknown[] = []) => (await admin.query(text, values)).rows as T[];
  const appUrl = urlFor(serverUrl, database, roles.app, passwords.app);
  return {
    adminUrl,
    ownerUrl: urlFor(serverUrl, database, roles.owner, passwords.owner),
    appUrl,
    routerUrl: urlFor(serverUrl, database, roles.router, passwords.router),
    service: options.service,
    roles,
    query,
    tenancyFaults: () => tenancyFaults(query, options.service, roles),
    runtimeRoleBreaches: () => runtimeRoleBreaches({ query, service: options.service, roles, appUrl }),
    async migrationFaults() {
      const shape = () => schemaShape({ query, service: options.service });
      const all = { adminUrl, service: options.service, migrations: options.migrations, roles };
      const before = await shape();
      await revertMigrations(all);
      const left = await shape();
      await migrate(all);
      const after = await shape();
      return [
        ...(before.length === 0 ? ['There was nothing to take back'] : []),
        ...left.map((line) => `stayed behind: ${line}`),
        ...before.filter((line) => !after.includes(line)).map((line) => `not made again: ${line}`),
        ...after.filter((line) => !before.includes(line)).map((line) => `not there before: ${line}`),
      ];
    },
    async moveClock(seconds) {
      for (const clock of ['now', 'clock_timestamp']) {
        await query(
          `CREATE OR REPLACE FUNCTION ${identifier(options.service)}.${clock}() RETURNS timestamptz LANGUAGE sql VOLATILE
             AS 'SELECT pg_catalog.${clock}() + make_interval(secs => ${seconds})'`,
        );
      }
    },
    async drop() {
      await admin.end();
      await withClient(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
        await client.query(`DROP ROLE IF EXISTS ${roles.owner}, ${roles.app}, ${roles.router}`);
      });
    },
  };
}

function urlFor(serverUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
}

const randomPassword = () => randomBytes(18).toString('base64url');

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

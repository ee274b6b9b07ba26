import { Client } from 'pg';
import type { ServiceRoles } from '../migrating/roles';
import { identifier } from '../sql';
import type { InspectedSchema } from './inspected-schema';

interface Attempted extends InspectedSchema {
  roles: ServiceRoles;
  appUrl: string;
}

/**
 * Does as the runtime role what it must not be able to (security TE-02, TE-03), on every table with an `org_id` that the
 * schema has, and says in words what worked. For a database with rows in it: an empty table hides nothing.
 */
export async function runtimeRoleBreaches(database: Attempted): Promise<string[]> {
  const { service, roles } = database;
  const schema = identifier(service);
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  const works = async (statement: string): Promise<boolean> => {
    try {
      await client.query('BEGIN');
      await client.query(statement);
      return true;
    } catch {
      return false;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const breaches: string[] = [];
  try {
    let filled = 0;
    for (const table of await tenantTables(database)) {
      const name = `${schema}.${identifier(table)}`;
      const [stored] = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
      if (stored!.count > 0) filled += 1;
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
      if (rows[0]!.count > 0) breaches.push(`${table} shows ${rows[0]!.count} rows without an organisation`);
      for (const statement of [
        `TRUNCATE ${name} CASCADE`,
        `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`,
        `DROP POLICY tenancy ON ${name}`,
        `DROP TABLE ${name} CASCADE`,
      ])
        if (await works(statement)) breaches.push(`it may ${statement}`);
    }
    if (filled === 0) breaches.push('No table has a row, so nothing was proved');
    for (const statement of [
      `SET ROLE ${identifier(roles.owner)}`,
      `SET ROLE ${identifier(roles.router)}`,
      `CREATE TABLE ${schema}.other (id int)`,
      'CREATE TEMPORARY TABLE other (id int)',
      `DELETE FROM ${schema}.migrations`,
    ])
      if (await works(statement)) breaches.push(`it may ${statement}`);
  } finally {
    await client.end();
  }
  return breaches;
}

async function tenantTables({ query, service }: InspectedSchema): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = $1 AND column_name = 'org_id' ORDER BY 1`,
    [service],
  );
  return rows.map(({ name }) => name);
}

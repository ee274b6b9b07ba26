import type { QueryRunner } from 'typeorm';
import { identifier } from '../sql';

/**
 * The condition every row of an organisation must meet. NULLIF, since a setting that was set once in a session reads as
 * an empty string afterwards, and `''::uuid` would raise an error instead of hiding the rows. A subquery, since PostgreSQL
 * evaluates that once for a statement and the bare expression once for each row.
 */
export const currentOrganisation = "(SELECT NULLIF(current_setting('app.org_id', true), '')::uuid)";

/**
 * For migrations: protects a table that has `org_id uuid NOT NULL`. FORCE, so that not even the owner's own statements
 * (data migrations) see rows without a context.
 */
export async function enableTenancy(queryRunner: QueryRunner, table: string): Promise<void> {
  const name = identifier(table);
  await queryRunner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
  await queryRunner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  await queryRunner.query(
    `CREATE POLICY tenancy ON ${name} USING (org_id = ${currentOrganisation}) WITH CHECK (org_id = ${currentOrganisation})`,
  );
}

/**
 * For migrations: lets the service's router role read these columns of all organisations. Give it identifiers and
 * dates, never content. May be called again with further columns.
 */
export async function allowRouting(queryRunner: QueryRunner, table: string, columns: string[]): Promise<void> {
  const name = identifier(table);
  const router = identifier(await routerRole(queryRunner));
  await queryRunner.query(`GRANT SELECT (${columns.map(identifier).join(', ')}) ON ${name} TO ${router}`);
  await queryRunner.query(`DROP POLICY IF EXISTS routing ON ${name}`);
  await queryRunner.query(`CREATE POLICY routing ON ${name} FOR SELECT TO ${router} USING (true)`);
}

/** Migrations run as `<service>_owner`; the sister role is named after it. */
async function routerRole(queryRunner: QueryRunner): Promise<string> {
  const [row] = (await queryRunner.query('SELECT current_user AS owner')) as [{ owner: string }];
  if (!row.owner.endsWith('_owner')) throw new Error(`Migrations must run as the owner role, not as ${row.owner}`);
  return row.owner.replace(/_owner$/, '_router');
}

import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { identifier, literal } from '../sql';

export interface RolePasswords {
  owner?: string;
  app?: string;
  router?: string;
}

export interface ServiceRoles {
  owner: string;
  app: string;
  router: string;
}

export function serviceRoles(service: string): ServiceRoles {
  return { owner: `${service}_owner`, app: `${service}_app`, router: `${service}_router` };
}

/**
 * Creates the schema and the three roles of a service, or brings existing ones to the same state. Grants come through
 * default privileges, so a later table cannot be forgotten: the runtime role may SELECT, INSERT, UPDATE and DELETE,
 * and neither TRUNCATE nor change any definition; the router role gets single columns by migrations only.
 */
export async function ensureSchemaAndRoles(
  admin: Client,
  schema: string,
  roles: ServiceRoles,
  passwords: RolePasswords,
) {
  await ensureRole(admin, roles.owner, passwords.owner);
  await ensureRole(admin, roles.app, passwords.app);
  await ensureRole(admin, roles.router, passwords.router);
  const owner = identifier(roles.owner);
  const app = identifier(roles.app);
  const router = identifier(roles.router);
  const name = identifier(schema);
  const { rows } = await admin.query<{ database: string; superuser: boolean }>(
    'SELECT current_database() AS database, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  const { database, superuser } = rows[0]!;
  if (!superuser) await admin.query(`GRANT ${owner} TO CURRENT_USER`);
  const quotedDatabase = `"${database.replaceAll('"', '""')}"`;
  const inSchema = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA ${name}`;
  for (const statement of [
    `REVOKE ALL ON DATABASE ${quotedDatabase} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${quotedDatabase} TO ${owner}, ${app}, ${router}`,
    `CREATE SCHEMA IF NOT EXISTS ${name} AUTHORIZATION ${owner}`,
    `GRANT USAGE ON SCHEMA ${name} TO ${app}, ${router}`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
    `${inSchema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`,
    `${inSchema} GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
    `${inSchema} GRANT EXECUTE ON FUNCTIONS TO ${app}`,
  ]) {
    await admin.query(statement);
  }
}

async function ensureRole(admin: Client, role: string, password: string | undefined): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const attributes = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT';
  // Only a superuser may even mention SUPERUSER, REPLICATION and BYPASSRLS of an existing role: set them at creation.
  if (rowCount === 0) await admin.query(`CREATE ROLE ${identifier(role)} NOLOGIN ${attributes}`);
  if (password !== undefined) {
    await admin.query(`ALTER ROLE ${identifier(role)} LOGIN PASSWORD ${literal(scramVerifier(password))}`);
  }
}

/**
 * What PostgreSQL stores for a password (RFC 5803). Made here, so that the password itself never travels in a statement
 * that a server may log.
 */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}

import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource, migrate, pendingMigrations, revertMigrations, type MigrateOptions } from '../../src';
import { createTestDatabase, type TestDatabase } from '../../src/testing';
import { CreateNotes1700000000001, migrations } from './fixture';

const shape = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name, data_type || ' ' || is_nullable AS detail
    FROM information_schema.columns WHERE table_schema = 'notes'
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'notes'
  UNION ALL SELECT 'policy', tablename || '.' || policyname, roles::text || cmd || qual || COALESCE(with_check, '')
    FROM pg_policies WHERE schemaname = 'notes'
  UNION ALL SELECT 'grants', relname, relacl::text FROM pg_class WHERE relnamespace = 'notes'::regnamespace
  UNION ALL SELECT 'defaults', defaclobjtype::text, defaclacl::text FROM pg_default_acl
  UNION ALL SELECT 'role', rolname, concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin)
    FROM pg_roles WHERE rolname LIKE $1
  ORDER BY 1, 2, 3`;

class Careless1700000000003 implements MigrationInterface {
  private static times = 0;

  async up(db: QueryRunner): Promise<void> {
    Careless1700000000003.times += 1;
    if (Careless1700000000003.times > 1) return;
    await db.query(`CREATE TYPE mood AS ENUM ('good')`);
    await db.query('CREATE INDEX by_title ON notes (title)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX by_title');
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  let options: MigrateOptions;

  beforeAll(async () => {
    database = await createTestDatabase({ service: 'notes', migrations });
    options = { adminUrl: database.adminUrl, service: 'notes', migrations, roles: database.roles };
  });

  afterAll(() => database.drop());

  const currentShape = () => database.query(shape, [database.roles.app.replace('app', '%')]);

  it('changes nothing when run again, even twice at the same time', async () => {
    const before = await currentShape();
    await Promise.all([migrate(options), migrate(options)]);
    expect(await currentShape()).toEqual(before);
  });

  it('goes down to nothing and up to the same again', async () => {
    const before = await currentShape();
    await expect(database.migrationFaults()).resolves.toEqual([]);
    expect(await currentShape()).toEqual(before);
  });

  it('tells what a way down leaves behind, and what a way up makes differently', async () => {
    const scratch = await createTestDatabase({ service: 'notes', migrations: [...migrations, Careless1700000000003] });
    try {
      await expect(scratch.migrationFaults()).resolves.toEqual([
        'stayed behind: type mood',
        'not made again: index CREATE INDEX by_title ON notes.notes USING btree (title)',
      ]);
    } finally {
      await scratch.drop();
    }
  });

  it('migrates as the owner too, where an administrator made schema and roles', async () => {
    await revertMigrations(options, 1);
    await migrate({ ownerUrl: database.ownerUrl, service: 'notes', migrations, roles: database.roles });
    expect(await database.query("SELECT 1 FROM pg_tables WHERE tablename = 'errands'")).toHaveLength(1);
  });

  it('tells a service which migrations are missing', async () => {
    await revertMigrations(options, 1);
    const dataSource = createDataSource({ url: database.appUrl, schema: 'notes', poolSize: 1 });
    await dataSource.initialize();
    try {
      await expect(pendingMigrations(dataSource, migrations)).resolves.toEqual(['CreateErrands1700000000002']);
      await expect(pendingMigrations(dataSource, [CreateNotes1700000000001])).resolves.toEqual([]);
    } finally {
      await dataSource.destroy();
      await migrate(options);
    }
  });

  it('stores passwords that work without ever sending them', async () => {
    const password = `pw-${Math.random()}'"`;
    await migrate({ ...options, passwords: { app: password } });
    const [stored] = await database.query<{ rolpassword: string }>(
      'SELECT rolpassword FROM pg_authid WHERE rolname = $1',
      [database.roles.app],
    );
    expect(stored?.rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/);
    const url = new URL(database.appUrl);
    const client = new Client({
      host: url.hostname,
      port: Number(url.port),
      user: url.username,
      password,
      database: url.pathname.slice(1),
    });
    await client.connect();
    await client.end();
  });
});

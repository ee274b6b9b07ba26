import { newId } from '@creator-connect/contracts';
import type { DataSource } from 'typeorm';
import { createDataSource, RoutingPool, sqlCount, sqlRows, UnitOfWork, type Tx } from '../../src';
import { createTestDatabase, type TestDatabase } from '../../src/testing';
import { migrations, orgA, orgB } from './fixture';

interface Note {
  org_id: string;
  title: string;
}

describe('tenancy', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await createTestDatabase({ service: 'notes', migrations });
    dataSource = createDataSource({ url: database.appUrl, schema: 'notes', poolSize: 1 });
    await dataSource.initialize();
    unitOfWork = new UnitOfWork(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const add = (tx: Tx, orgId: string, title: string) =>
    sqlCount(tx, 'INSERT INTO notes (id, org_id, title) VALUES ($1, $2, $3)', [newId(), orgId, title]);
  const all = (tx: Tx) => sqlRows<Note>(tx, 'SELECT org_id, title FROM notes');

  it('shows each of two organisations only its own rows over one connection, a third of the requests failing', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 1_000 }, async (_, request) => {
        const orgId = request % 2 === 0 ? orgA : orgB;
        return unitOfWork.tenant(orgId, async (tx) => {
          await add(tx, orgId, `note ${request}`);
          if (request % 3 === 0) throw new Error('midway');
          return (await all(tx)).every((note) => note.org_id === orgId);
        });
      }),
    );
    const done = results.filter((result) => result.status === 'fulfilled');
    expect(done).toHaveLength(666);
    expect(done.every((result) => result.value)).toBe(true);
    const [stored] = await database.query<{ count: string }>('SELECT count(*) FROM notes.notes');
    expect(stored).toEqual({ count: '666' });
  });

  it('shows no rows without a context, before and after the connection had one', async () => {
    await expect(unitOfWork.system(all)).resolves.toEqual([]);
    await expect(sqlRows(dataSource, 'SELECT * FROM notes')).resolves.toEqual([]);
  });

  it('refuses to insert into another organisation, or to move a row there', async () => {
    await expect(unitOfWork.tenant(orgA, (tx) => add(tx, orgB, 'planted'))).rejects.toThrow('row-level security');
    const moved = unitOfWork.tenant(orgA, (tx) => sqlCount(tx, 'UPDATE notes SET org_id = $1', [orgB]));
    await expect(moved).rejects.toThrow('row-level security');
  });

  it('lets both organisations use the same value', async () => {
    await unitOfWork.tenant(orgA, (tx) => add(tx, orgA, 'same'));
    await expect(unitOfWork.tenant(orgB, (tx) => add(tx, orgB, 'same'))).resolves.toBe(1);
  });

  it('does not let the runtime role see past the wall, empty a table or change a definition', async () => {
    await expect(database.runtimeRoleBreaches()).resolves.toEqual([]);
  });

  it('notices a runtime role that can', async () => {
    const app = database.roles.app;
    await database.query('ALTER TABLE notes.notes DISABLE ROW LEVEL SECURITY');
    await database.query(`GRANT TRUNCATE ON ALL TABLES IN SCHEMA notes TO ${app}`);
    await database.query(`GRANT CREATE ON SCHEMA notes TO ${app}`);
    try {
      await expect(database.runtimeRoleBreaches()).resolves.toEqual([
        'it may TRUNCATE "notes"."errands" CASCADE',
        expect.stringMatching(/^notes shows \d+ rows without an organisation$/),
        'it may TRUNCATE "notes"."notes" CASCADE',
        'it may CREATE TABLE "notes".other (id int)',
      ]);
    } finally {
      await database.query('ALTER TABLE notes.notes ENABLE ROW LEVEL SECURITY');
      await database.query(`REVOKE TRUNCATE ON ALL TABLES IN SCHEMA notes FROM ${app}`);
      await database.query(`REVOKE CREATE ON SCHEMA notes FROM ${app}`);
    }
  });

  it('lets the router find out whose a row is, and nothing else', async () => {
    const router = new RoutingPool({ url: database.routerUrl, schema: 'notes' });
    try {
      const rows = await router.query<{ org_id: string }>('SELECT DISTINCT org_id FROM notes ORDER BY org_id');
      expect(rows.map((row) => row.org_id)).toEqual([orgA, orgB]);
      await expect(router.query('SELECT secret FROM notes')).rejects.toThrow('permission denied');
      await expect(router.query('DELETE FROM notes')).rejects.toThrow('permission denied');
    } finally {
      await router.close();
    }
  });

  it('has no hole that the audit knows of, and the audit finds planted ones', async () => {
    await expect(database.tenancyFaults()).resolves.toEqual([]);
    const { owner, app } = database.roles;
    await database.query('CREATE TABLE notes.leaky (org_id uuid, email text UNIQUE)');
    await database.query(`CREATE TABLE notes.answers (org_id uuid NOT NULL, note uuid REFERENCES notes.notes)`);
    await database.query('CREATE VIEW notes.everything AS SELECT * FROM notes.notes');
    await database.query(
      `CREATE FUNCTION notes.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM notes.notes'`,
    );
    await database.query(`GRANT ${owner} TO ${app}`);
    await database.query(`ALTER ROLE ${app} BYPASSRLS`);
    await database.query(`GRANT TRUNCATE ON notes.errands TO ${app}`);
    expect(await database.tenancyFaults()).toEqual([
      'notes.leaky has org_id but no forced row-level security',
      'notes.answers has org_id but no forced row-level security',
      'notes.leaky has an org_id that may be null',
      'notes.leaky_email_key is unique across organisations',
      'notes.answers_note_fkey refers to a row without saying of which organisation',
      'notes.everything is a view that runs with its owner’s rights',
      'notes.peek is a SECURITY DEFINER function without a fixed search path',
      'notes.leaky is not owned by the owner of the schema',
      'notes.answers is not owned by the owner of the schema',
      'notes.everything is not owned by the owner of the schema',
      `notes.errands to ${app} may be emptied, referred to or given triggers`,
      `notes.${app} is a role that can do more than its schema needs`,
      `notes.${app} is a role that can become the owner`,
    ]);
    await database.query(`ALTER ROLE ${app} NOBYPASSRLS`);
    await database.query(`REVOKE ${owner} FROM ${app}`);
    await database.query(`REVOKE TRUNCATE ON notes.errands FROM ${app}`);
    await database.query('DROP TABLE notes.answers');
    await database.query('DROP FUNCTION notes.peek()');
    await database.query('DROP VIEW notes.everything');
    await database.query('DROP TABLE notes.leaky');
  });
});

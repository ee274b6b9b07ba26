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

  it.each([
    ['truncate', 'TRUNCATE notes'],
    ['change a table', 'ALTER TABLE notes DISABLE ROW LEVEL SECURITY'],
    ['drop a policy', 'DROP POLICY tenancy ON notes'],
    ['make a table', 'CREATE TABLE other (id int)'],
    ['make a temporary table', 'CREATE TEMPORARY TABLE other (id int)'],
    ['write the list of migrations', 'DELETE FROM migrations'],
  ])('does not let the runtime role %s', async (_what, statement) => {
    await expect(sqlCount(dataSource, statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('does not let the runtime role become the owner', async () => {
    await expect(sqlCount(dataSource, `SET ROLE ${database.roles.owner}`)).rejects.toThrow('permission denied');
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
    await database.query('CREATE TABLE notes.leaky (org_id uuid)');
    await database.query('CREATE VIEW notes.everything AS SELECT * FROM notes.notes');
    await database.query(
      `CREATE FUNCTION notes.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM notes.notes'`,
    );
    const faults = await database.tenancyFaults();
    expect(faults).toEqual([
      'notes.leaky has org_id but no forced row-level security',
      'notes.leaky has an org_id that may be null',
      'notes.everything is a view that runs with its owner’s rights',
      'notes.peek is a SECURITY DEFINER function without a fixed search path',
    ]);
    await database.query('DROP FUNCTION notes.peek()');
    await database.query('DROP VIEW notes.everything');
    await database.query('DROP TABLE notes.leaky');
  });
});

import { newId } from '@creator-connect/contracts';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import {
  afterCommit,
  createDataSource,
  isTransientDatabaseError,
  sqlCount,
  sqlRows,
  TransactionAbortedError,
  UnitOfWork,
  type Tx,
} from '../../src';
import { createTestDatabase, refusePoolInsideUnit, type TestDatabase } from '../../src/testing';
import { migrations, orgA, orgB } from './fixture';

describe('unit of work', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase({ service: 'notes', migrations });
    dataSource = createDataSource({ url: database.appUrl, schema: 'notes', poolSize: 2 });
    await dataSource.initialize();
    unitOfWork = new UnitOfWork(dataSource);
  });

  beforeEach(() => database.query('TRUNCATE notes.notes'));

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const add = (tx: Tx, title: string, orgId = orgA) =>
    sqlCount(tx, 'INSERT INTO notes (id, org_id, title) VALUES ($1, $2, $3)', [newId(), orgId, title]);
  const count = async (tx: Tx) => (await sqlRows(tx, 'SELECT 1 FROM notes')).length;
  const stored = async () => (await database.query('SELECT 1 FROM notes.notes')).length;

  it('runs hooks after the commit, in order, and sees the change from outside then', async () => {
    const seen: number[] = [];
    let reading: Promise<void> = Promise.resolve();
    await unitOfWork.tenant(orgA, async (tx) => {
      await add(tx, 'one');
      afterCommit(tx, () => {
        reading = stored().then((rows) => void seen.push(rows));
      });
      expect(await stored()).toBe(0);
    });
    await reading;
    expect(seen).toEqual([1]);
  });

  it('runs no hook after a rollback, and survives a hook that throws', async () => {
    const hook = jest.fn();
    const failing = unitOfWork.tenant(orgA, async (tx) => {
      afterCommit(tx, hook);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(hook).not.toHaveBeenCalled();
    await unitOfWork.tenant(orgA, async (tx) => {
      afterCommit(tx, () => {
        throw new Error('a hook of no importance');
      });
      afterCommit(tx, hook);
    });
    expect(hook).toHaveBeenCalledTimes(1);
  });

  it('joins the same organisation, and rolls back as one', async () => {
    const failing = unitOfWork.tenant(orgA, async (outer) => {
      await add(outer, 'outer');
      await unitOfWork.tenant(orgA, async (inner) => {
        expect(inner).toBe(outer);
        await add(inner, 'inner');
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await stored()).toBe(0);
  });

  it('refuses a second organisation inside the first', async () => {
    const nested = unitOfWork.tenant(orgA, () => unitOfWork.tenant(orgB, async () => undefined));
    await expect(nested).rejects.toThrow('cannot contain another');
  });

  it('lends a context to an organisation inside a system unit and takes it back', async () => {
    await unitOfWork.system(async (tx) => {
      await unitOfWork.tenant(orgA, (inner) => add(inner, 'a'));
      expect(unitOfWork.currentOrganisation()).toBeUndefined();
      expect(await count(tx)).toBe(0);
      await unitOfWork.tenant(orgB, (inner) => add(inner, 'b', orgB));
      await unitOfWork.tenant(orgA, async () => Promise.reject(new Error('swallowed'))).catch(() => undefined);
      expect(await count(tx)).toBe(0);
    });
    expect(await stored()).toBe(2);
  });

  it('takes no organisation that is not a UUID', async () => {
    await expect(unitOfWork.tenant("x'; DROP TABLE notes", async () => undefined)).rejects.toThrow('UUID');
  });

  it('fails when a statement failed and its error was swallowed, instead of committing nothing', async () => {
    const swallowing = unitOfWork.tenant(orgA, async (tx) => {
      await add(tx, 'lost');
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(TransactionAbortedError);
    await expect(unitOfWork.tenant(orgA, count)).resolves.toBe(0);
  });

  it('lets a test find statements that go past the unit’s transaction', async () => {
    const allow = refusePoolInsideUnit(dataSource, unitOfWork);
    try {
      await expect(unitOfWork.tenant(orgA, () => sqlRows(dataSource, 'SELECT 1'))).rejects.toThrow(
        'past the transaction',
      );
      await expect(unitOfWork.tenant(orgA, count)).resolves.toBe(0);
      await expect(sqlRows(dataSource, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    } finally {
      allow();
    }
  });

  it('gives work that outlives its unit no transaction', async () => {
    let late: Promise<Tx | undefined> = Promise.resolve(undefined);
    await unitOfWork.tenant(orgA, async () => {
      late = new Promise((resolve) => setTimeout(() => resolve(unitOfWork.current()), 20));
    });
    await expect(late).resolves.toBeUndefined();
  });

  it('starts over after a serialization failure as often as the caller asked for', async () => {
    await unitOfWork.tenant(orgA, (tx) => add(tx, 'counter'));
    const bump = (retries: number) =>
      unitOfWork.tenant(
        orgA,
        async (tx) => {
          const [row] = await sqlRows<{ secret: string | null }>(tx, 'SELECT secret FROM notes');
          await new Promise((resolve) => setTimeout(resolve, 10));
          await sqlCount(tx, 'UPDATE notes SET secret = $1', [String(Number(row?.secret ?? 0) + 1)]);
        },
        { isolation: 'SERIALIZABLE', retries },
      );
    await Promise.all([bump(10), bump(10)]);
    const [row] = await database.query<{ secret: string }>('SELECT secret FROM notes.notes');
    expect(row?.secret).toBe('2');
    const results = await Promise.allSettled([bump(0), bump(0)]);
    const failed = results.find((result) => result.status === 'rejected');
    expect(isTransientDatabaseError(failed?.reason)).toBe(true);
  });

  it('heals when the server ends its connections, idle and in use', async () => {
    const end = () =>
      database.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [database.roles.app]);
    const broken = await unitOfWork
      .tenant(orgA, async (tx) => {
        await end();
        await add(tx, 'never');
      })
      .catch((error: unknown) => error);
    expect(isTransientDatabaseError(broken)).toBe(true);
    await unitOfWork.tenant(orgA, count);
    await end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await unitOfWork.tenant(orgA, (tx) => add(tx, 'after'));
    expect(await stored()).toBe(1);
  });
});

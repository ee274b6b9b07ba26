import { newId } from '@creator-connect/contracts';
import { currentContext, runInContext } from '@creator-connect/observability';
import type { DataSource } from 'typeorm';
import {
  causeOfWork,
  claimDue,
  createDataSource,
  DueWorker,
  extendLease,
  FairTurns,
  RoutingPool,
  settleWork,
  UnitOfWork,
  type WorkClaim,
} from '../../src';
import { createTestDatabase, type TestDatabase } from '../../src/testing';
import { migrations, orgA, orgB } from './fixture';

const errands = { table: 'errands', hasCause: true };

describe('work lease', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let routing: RoutingPool;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await createTestDatabase({ service: 'notes', migrations });
    dataSource = createDataSource({ url: database.appUrl, schema: 'notes' });
    await dataSource.initialize();
    routing = new RoutingPool({ url: database.routerUrl, schema: 'notes' });
    unitOfWork = new UnitOfWork(dataSource);
  });

  beforeEach(() => database.query('TRUNCATE notes.errands'));

  afterAll(async () => {
    await routing.close();
    await dataSource.destroy();
    await database.drop();
  });

  const give = async (number: number, dueInSeconds = -1, of?: string) => {
    for (let index = 0; index < number; index += 1) {
      await database.query(
        'INSERT INTO notes.errands (id, org_id, due_at) VALUES ($1, $2, now() + make_interval(secs => $3))',
        [newId(), of ?? (index % 2 ? orgA : orgB), dueInSeconds],
      );
    }
  };
  const claim = (limit = 100, leaseSeconds = 30) => claimDue(routing, unitOfWork, errands, { limit, leaseSeconds });
  const settle = (claimed: WorkClaim, inSeconds: number | null, error?: string) =>
    unitOfWork.tenant(claimed.orgId, (tx) =>
      settleWork(tx, errands, claimed, { due: inSeconds === null ? null : { inSeconds }, error }),
    );

  it('gives each due row of all organisations to one of many replicas', async () => {
    await give(40);
    await give(5, 3_600);
    const claims = (await Promise.all(Array.from({ length: 6 }, () => claim()))).flat();
    expect(claims).toHaveLength(40);
    expect(new Set(claims.map((one) => one.id)).size).toBe(40);
    expect(new Set(claims.map((one) => one.orgId))).toEqual(new Set([orgA, orgB]));
    await expect(claim()).resolves.toEqual([]);
  });

  it('gives a row to somebody else when its lease ran out, and refuses the write of the first', async () => {
    await give(1);
    const [first] = await claim(1, 0.05);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [second] = await claim(1);
    expect(second).toMatchObject({ id: first!.id, attempts: 2 });
    await expect(settle(first!, 60)).resolves.toBe(false);
    await expect(unitOfWork.tenant(first!.orgId, (tx) => extendLease(tx, errands, first!, 60))).resolves.toBe(false);
    await expect(settle(second!, 60)).resolves.toBe(true);
    await expect(claim()).resolves.toEqual([]);
  });

  it('is done for what asked for it, until it has succeeded once', async () => {
    const asked = {
      correlationId: 'corr-asked',
      causationId: 'cause-1',
      traceparent: '00-aa-bb-01',
      actor: 'somebody',
    };
    const cause = JSON.stringify(runInContext(asked, causeOfWork));
    expect(cause).not.toContain('somebody');
    await give(1);
    await database.query('UPDATE notes.errands SET cause = $1', [cause]);
    const seen: string[] = [];
    class RunErrands extends DueWorker {
      protected async handle(claimed: WorkClaim): Promise<void> {
        seen.push(currentContext().correlationId);
        await settle(claimed, seen.length < 3 ? 0 : null, seen.length < 2 ? 'the platform is down' : undefined);
      }
    }
    const options = { work: errands, leaseSeconds: 30, concurrency: 1, pollMs: 10 };
    const worker = new RunErrands(routing, unitOfWork, options);
    worker.onApplicationBootstrap();
    while (seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await worker.onModuleDestroy();
    expect(seen.slice(0, 2)).toEqual(['corr-asked', 'corr-asked']);
    expect(seen[2]).not.toBe('corr-asked');
  });

  describe('between organisations (TE-10)', () => {
    /** A backlog of one, all of it due before the single errands of the others. */
    const backlog = (of: string) =>
      database.query(
        `INSERT INTO notes.errands (id, org_id, due_at)
         SELECT uuidv7(), $1, now() - interval '1 hour' + make_interval(secs => n / 100.0) FROM generate_series(1, 2000) n`,
        [of],
      );

    it.each([1, 4])('serves one that comes behind the backlog of another, %i at a time', async (concurrency) => {
      await backlog(orgA);
      const served: string[] = [];
      const held: (() => void)[] = [];
      class RunErrands extends DueWorker {
        protected async handle(claimed: WorkClaim): Promise<void> {
          served.push(claimed.orgId);
          if (served.length <= concurrency + 1) await new Promise<void>((resolve) => held.push(resolve));
          await settle(claimed, null);
        }
      }
      const worker = new RunErrands(routing, unitOfWork, { work: errands, leaseSeconds: 30, concurrency, pollMs: 10 });
      const begun = async (pieces: number) => {
        while (served.length < pieces) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      worker.onApplicationBootstrap();
      await begun(concurrency);
      // All places are taken by the backlog. Now the other asks, and one place gets free.
      await give(1, -1, orgB);
      held[0]!();
      await begun(concurrency + 1);
      const order = served.slice(0, concurrency + 1);
      const ended = worker.onModuleDestroy();
      for (const finish of held) finish();
      await ended;
      expect(order).toEqual([...Array.from({ length: concurrency }, () => orgA), orgB]);
    });

    it('gives turns to both when each has more than can be done', async () => {
      await backlog(orgA);
      await backlog(orgB);
      const turns = new FairTurns();
      const orgs: string[] = [];
      for (let round = 0; round < 6; round += 1) {
        const [one] = await claimDue(routing, unitOfWork, errands, { limit: 1, leaseSeconds: 30, turns });
        orgs.push(one!.orgId);
      }
      expect(orgs.filter((org) => org === orgA)).toHaveLength(3);
      const both = await claim(4);
      expect(both.filter(({ orgId }) => orgId === orgA)).toHaveLength(2);
    });
  });

  it('counts attempts until one succeeds', async () => {
    await give(1);
    for (const attempts of [1, 2, 3]) {
      const [claimed] = await claim();
      expect(claimed?.attempts).toBe(attempts);
      await settle(claimed!, 0, 'the platform is down');
    }
    const [claimed] = await claim();
    await settle(claimed!, null);
    const [row] = await database.query('SELECT attempts, last_error, due_at, lease_until FROM notes.errands');
    expect(row).toEqual({ attempts: 0, last_error: null, due_at: null, lease_until: null });
  });

  it('does not count waiting as an attempt, and keeps what asked for the work meanwhile', async () => {
    await give(1);
    const cause = JSON.stringify(runInContext({ correlationId: 'corr-asked' }, causeOfWork));
    await database.query('UPDATE notes.errands SET cause = $1', [cause]);
    for (let round = 0; round < 3; round += 1) {
      const [claimed] = await claim();
      expect(claimed).toMatchObject({ attempts: 1, cause: { correlationId: 'corr-asked' } });
      await unitOfWork.tenant(claimed!.orgId, (tx) =>
        settleWork(tx, errands, claimed!, { due: { inSeconds: 0 }, waitsFor: 'somebody else' }),
      );
    }
    const [row] = await database.query('SELECT attempts, last_error FROM notes.errands');
    expect(row).toEqual({ attempts: 0, last_error: 'somebody else' });
  });
});

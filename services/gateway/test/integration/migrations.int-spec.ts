import { migrate, revertMigrations } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { migrations } from '../../src/migrations';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'gateway', migrations });
  });
  afterAll(() => database.drop());

  const tables = () =>
    database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'gateway' AND tablename <> 'migrations' ORDER BY 1`,
    );

  it('go down and up again', async () => {
    const options = { adminUrl: database.adminUrl, service: 'gateway', migrations, roles: database.roles };
    const before = await tables();
    expect(before.length).toBeGreaterThan(5);
    await revertMigrations(options);
    expect(await tables()).toEqual([]);
    await migrate(options);
    expect(await tables()).toEqual(before);
    await expect(database.tenancyFaults()).resolves.toEqual([]);
  });
});

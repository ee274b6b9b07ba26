import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { migrations } from '../../src/migrations';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'gateway', migrations });
  });
  afterAll(() => database.drop());

  it('has no hole in its tenancy', async () => {
    await expect(database.tenancyFaults()).resolves.toEqual([]);
  });

  it('goes down and up again', async () => {
    await expect(database.migrationFaults()).resolves.toEqual([]);
  });
});

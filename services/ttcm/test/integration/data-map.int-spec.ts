import { join } from 'node:path';
import { createTestDatabase, dataMapFaults, type TestDatabase } from '@creator-connect/persistence/testing';
import { migrations } from '../../src/migrations';
import { ownDataSets } from '../../src/own-data/own-data-sets';

describe('the map of personal data (PR-05)', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'ttcm', migrations });
  });
  afterAll(() => database.drop());

  it('has every column, where it stands in an export, and how it is erased', async () => {
    const sources = join(__dirname, '../../src');
    expect(await dataMapFaults(database, { sets: ownDataSets, sources })).toEqual([]);
  });
});

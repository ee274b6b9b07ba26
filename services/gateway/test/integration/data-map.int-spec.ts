import { join } from 'node:path';
import { createTestDatabase, dataMapFaults, type TestDatabase } from '@creator-connect/persistence/testing';
import { migrations } from '../../src/migrations';

/** What the gateway gives to an export is made by code (data-exports), from these tables. */
const sets = { 'sign-ins': 'sessions users', browsers: 'known_devices', views: 'data_views' };

describe('the map of personal data (PR-05)', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'gateway', migrations });
  });
  afterAll(() => database.drop());

  it('has every column, where it stands in an export, and how it is erased', async () => {
    expect(await dataMapFaults(database, { sets, sources: join(__dirname, '../../src') })).toEqual([]);
  });

  it('would not pass with a table, a column, a set or an erasure that nobody thought of', async () => {
    await database.query('CREATE TABLE gateway.forgotten (influencer_id uuid, text text)');
    await database.query('ALTER TABLE gateway.users ADD COLUMN phone text');
    await database.query('ALTER TABLE gateway.sessions DROP COLUMN last_seen_at');
    const faults = await dataMapFaults(database, { sets: { views: 'other', more: 'users' }, sources: __dirname });
    expect(faults).toEqual(
      expect.arrayContaining([
        'forgotten.influencer_id stands 0 times in the map',
        'forgotten.influencer_id belongs to an influencer, and the map says otherwise',
        'users.phone stands 0 times in the map',
        'sessions.last_seen_at stands in the map and not in the schema',
        'there is no set sign-ins of an export for users',
        'the set views does not read data_views',
        'no table is mapped to more',
        'no statement deletes from users',
      ]),
    );
  });
});

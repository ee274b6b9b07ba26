import { migrate, revertMigrations } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { Client } from 'pg';
import { migrations } from '../../src/migrations';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'oauth', migrations });
  });
  afterAll(() => database.drop());

  const columns = () =>
    database.query<{ name: string }>(
      `SELECT table_name || '.' || column_name || ' ' || data_type AS name FROM information_schema.columns
        WHERE table_schema = 'oauth' AND table_name <> 'migrations' ORDER BY 1`,
    );
  const as = async (url: string, text: string): Promise<string> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('SET search_path = oauth');
      const { rowCount } = await client.query(text);
      return `${rowCount} rows`;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  };

  it('goes down and up again, without a hole in its tenancy', async () => {
    const options = { adminUrl: database.adminUrl, service: 'oauth', migrations, roles: database.roles };
    const before = await columns();
    expect(before.length).toBeGreaterThan(100);
    await revertMigrations(options);
    expect(await columns()).toEqual([]);
    await migrate(options);
    expect(await columns()).toEqual(before);
    await expect(database.tenancyFaults()).resolves.toEqual([]);
  });

  it('shows nothing without an organisation, and the router no secret', async () => {
    for (const table of [
      'grants',
      'grant_tokens',
      'data_keys',
      'staged_grants',
      'revocations',
      'connect_transactions',
    ]) {
      expect(await as(database.appUrl, `SELECT * FROM ${table}`)).toBe('0 rows');
    }
    for (const secret of ['grant_tokens.sealed', 'data_keys.wrapped', 'staged_grants.sealed', 'revocations.copy']) {
      const [table, column] = secret.split('.');
      expect(await as(database.routerUrl, `SELECT ${column} FROM ${table}`)).toContain('permission denied');
    }
    expect(await as(database.routerUrl, 'SELECT sealed_ids FROM grants')).toContain('permission denied');
    expect(await as(database.routerUrl, 'SELECT id FROM grants')).toBe('0 rows');
  });

  it('lets the service neither change the record of opened secrets nor its own tables', async () => {
    for (const text of [
      'UPDATE vault_reads SET purpose = $$x$$',
      'DELETE FROM vault_reads',
      'TRUNCATE grants',
      'ALTER TABLE grants DISABLE ROW LEVEL SECURITY',
    ]) {
      expect([text, await as(database.appUrl, text)]).toEqual([text, expect.stringMatching(/permission denied|owner/)]);
    }
  });
});

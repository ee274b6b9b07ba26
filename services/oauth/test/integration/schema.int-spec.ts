import { newId } from '@creator-connect/contracts';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import { Client } from 'pg';
import { migrations } from '../../src/migrations';

describe('the schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ service: 'oauth', migrations });
  });
  afterAll(() => database.drop());

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

  it('has no hole in its tenancy', async () => {
    await expect(database.tenancyFaults()).resolves.toEqual([]);
  });

  it('goes down and up again', async () => {
    await expect(database.migrationFaults()).resolves.toEqual([]);
  });

  it('goes down although there is what an older version does not know', async () => {
    const [id, org] = [newId(), newId()];
    await database.query(
      `INSERT INTO oauth.webhook_inbox (id, platform, kind, delivery_hash)
       VALUES ($1, 'youtube', 'security_event', '\\x01')`,
      [id],
    );
    await database.query(
      `INSERT INTO oauth.reported_ends (id, org_id, webhook_id, grant_id, kind, rule, occurred_at)
       VALUES ($1, $2, $1, $1, 'doubted', 'youtube.sessions-revoked', now())`,
      [id, org],
    );
    await expect(database.migrationFaults()).resolves.toEqual([]);
  });

  it('shows the router no secret', async () => {
    for (const secret of ['grant_tokens.sealed', 'data_keys.wrapped', 'staged_grants.sealed', 'revocations.copy']) {
      const [table, column] = secret.split('.');
      expect(await as(database.routerUrl, `SELECT ${column} FROM ${table}`)).toContain('permission denied');
    }
    expect(await as(database.routerUrl, 'SELECT sealed_ids FROM grants')).toContain('permission denied');
    expect(await as(database.routerUrl, 'SELECT id FROM grants')).toBe('0 rows');
  });

  it('lets the service not change the record of opened secrets', async () => {
    for (const text of ['UPDATE vault_reads SET purpose = $$x$$', 'TRUNCATE vault_reads']) {
      expect([text, await as(database.appUrl, text)]).toEqual([text, expect.stringMatching(/permission denied|owner/)]);
    }
  });

  it('PR-06: lets the service take nothing young out of the record of opened secrets', async () => {
    const org = newId();
    await database.query(
      `INSERT INTO oauth.vault_reads (id, org_id, influencer_id, connection_id, field, service, purpose, correlation_id, read_at)
       SELECT gen_random_uuid(), $1, $1, $1, 'access', 'collector', 'collect', 'c', now() - make_interval(days => d)
         FROM unnest(ARRAY[0, 89, 91]) d`,
      [org],
    );
    const all = `SELECT set_config('app.org_id', '${org}', false); DELETE FROM vault_reads`;
    expect(await as(database.appUrl, all)).not.toContain('denied');
    const [left] = await database.query('SELECT count(*)::int AS n FROM oauth.vault_reads');
    expect(left).toEqual({ n: 2 });
  });
});

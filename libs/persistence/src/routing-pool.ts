import { Injectable } from '@nestjs/common';
import { Pool, type QueryConfig, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { isTransientDatabaseError } from './postgres-errors';
import { poolOptions, reportIdleClientError, type DataSourceSettings } from './data-source';

/**
 * Looks up to which organisation something belongs before there is any context: a token's hash, an account's id, what is
 * due. Connects as `<service>_router`, which may read a few granted columns of all organisations and write nothing.
 */
@Injectable()
export class RoutingPool {
  private readonly pool: Pool;

  constructor(settings: Pick<DataSourceSettings, 'url' | 'schema' | 'poolSize' | 'applicationName'>) {
    const applicationName = `${settings.applicationName ?? settings.schema}-router`;
    this.pool = new Pool({
      connectionString: settings.url,
      ...poolOptions({ ...settings, poolSize: settings.poolSize ?? 2, applicationName }),
    });
    this.pool.on('error', reportIdleClientError);
  }

  async query<T extends QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return readFrom<T>(this.pool, { text, values });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/**
 * For reading: one statement, one round trip, planned once per connection under `name`: for hot reads that go through a function of
 * ours which sets the organisation itself. TypeORM has no named statements.
 */
export async function preparedQuery<T extends QueryResultRow>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  return readFrom<T>(pool, { name, text, values });
}

/** Only for statements without effects: done once more if the pool's connection turned out to be dead. */
async function readFrom<T extends QueryResultRow>(pool: Pool, query: QueryConfig): Promise<T[]> {
  try {
    return (await pool.query<T>(query)).rows;
  } catch (error) {
    if (!isTransientDatabaseError(error)) throw error;
    return (await pool.query<T>(query)).rows;
  }
}

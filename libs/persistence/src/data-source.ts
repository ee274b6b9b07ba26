import { Logger } from '@nestjs/common';
import { DataSource, type MixedList } from 'typeorm';

export interface DataSourceSettings {
  /** Address of the service's runtime role `<service>_app`. */
  url: string;
  schema: string;
  entities?: MixedList<new () => object>;
  /** Connections kept at most. Default 5: seven processes share one server, and each connection costs it memory. */
  poolSize?: number;
  applicationName?: string;
  /** A single statement may take this long on the server. Default 30 s. */
  statementTimeoutMs?: number;
}

const logger = new Logger('Database');

/**
 * Connection options that make a pool survive its server. A statement whose answer never comes (half-open connection)
 * ends after the server's own limit plus a margin.
 */
export function poolOptions(settings: DataSourceSettings) {
  const statement = settings.statementTimeoutMs ?? 30_000;
  return {
    max: settings.poolSize ?? 5,
    application_name: settings.applicationName ?? settings.schema,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    query_timeout: statement + 5_000,
    options: [
      // The built-in functions last: a test's schema can put a clock that moves in front of the server's.
      `-c search_path=${settings.schema},pg_catalog`,
      `-c statement_timeout=${statement}`,
      // A peer that froze inside a transaction holds its locks: waiting for them is trouble of the moment (55P03), and the
      // server ends such a transaction after a time that is longer than any handler may take.
      '-c lock_timeout=10000',
      '-c idle_in_transaction_session_timeout=75000',
    ].join(' '),
  };
}

/** An idle connection that breaks is only news: the pool has dropped it already and opens another one when needed. */
export function reportIdleClientError(error: Error): void {
  logger.warn(`An idle database connection was lost: ${error.message}`);
}

/** The runtime pool of a service. Not yet connected: call `initialize()`, or let PersistenceModule do it. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    schema: settings.schema,
    entities: settings.entities ?? [],
    synchronize: false,
    installExtensions: false,
    logging: false,
    extra: poolOptions(settings),
    poolErrorHandler: reportIdleClientError,
  });
}

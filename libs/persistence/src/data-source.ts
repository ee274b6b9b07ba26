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
 * ends after the server's own limit plus a margin; a transaction left open by a stuck process is ended by the server.
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
      `-c search_path=${settings.schema}`,
      `-c statement_timeout=${statement}`,
      '-c idle_in_transaction_session_timeout=120000',
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

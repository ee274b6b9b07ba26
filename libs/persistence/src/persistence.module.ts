import { Inject, Injectable, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { registerReadinessCheck } from '@creator-connect/observability';
import { DataSource } from 'typeorm';
import { createDataSource, type DataSourceSettings } from './data-source';
import { pendingMigrations, type MigrationClass } from './migrating/migrate';
import { RoutingPool } from './routing-pool';
import { UnitOfWork } from './unit-of-work';

export interface PersistenceOptions extends DataSourceSettings {
  /** Address of `<service>_router`. Without it RoutingPool cannot be injected. */
  routerUrl?: string;
  /** The start is refused while one of these has not been run. */
  migrations?: MigrationClass[];
  /** How long the start waits for a server that does not answer yet. Default 30 s. */
  connectWithinMs?: number;
}

/**
 * Closes the pools at the very end of the shutdown. Whoever still needs the database while the application ends (the
 * relay) registers here, since the order of Nest's hooks between modules is nothing to build on.
 */
@Injectable()
export class PersistenceLifecycle implements OnApplicationShutdown {
  private readonly before: (() => Promise<void>)[] = [];
  private readonly unregister: () => void;

  constructor(
    private readonly dataSource: DataSource,
    @Inject('ROUTING_POOL_OR_NONE') private readonly routing: RoutingPool | null,
  ) {
    const check = () => dataSource.query('SELECT 1');
    this.unregister = registerReadinessCheck({ name: 'postgres', required: true, check });
  }

  beforeClose(action: () => Promise<void>): void {
    this.before.push(action);
  }

  async onApplicationShutdown(): Promise<void> {
    this.unregister();
    await Promise.allSettled(this.before.map((action) => action()));
    await this.routing?.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Module({})
export class PersistenceModule {
  /** Exports DataSource, UnitOfWork, PersistenceLifecycle and, with `routerUrl`, RoutingPool to the whole application. */
  static forRoot(options: PersistenceOptions): DynamicModule {
    const { routerUrl } = options;
    const routing = routerUrl ? new RoutingPool({ ...options, url: routerUrl, poolSize: 2 }) : null;
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => connect(options) },
        { provide: 'ROUTING_POOL_OR_NONE', useValue: routing },
        ...(routing ? [{ provide: RoutingPool, useValue: routing }] : []),
        UnitOfWork,
        PersistenceLifecycle,
      ],
      exports: [DataSource, UnitOfWork, PersistenceLifecycle, ...(routing ? [RoutingPool] : [])],
    };
  }
}

async function connect(options: PersistenceOptions): Promise<DataSource> {
  const dataSource = createDataSource(options);
  const deadline = Date.now() + (options.connectWithinMs ?? 30_000);
  for (;;) {
    try {
      await dataSource.initialize();
      break;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('The database does not answer', { cause: error });
      new Logger('Database').warn('The database does not answer yet; trying again');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  const pending = await pendingMigrations(dataSource, options.migrations ?? []);
  if (pending.length > 0) {
    await dataSource.destroy();
    throw new Error(
      `The database schema "${options.schema}" lacks migrations (${pending.join(', ')}): run the migrations first`,
    );
  }
  return dataSource;
}

import { bootstrapService, registerReadinessCheck } from '@creator-connect/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { Clock } from './clock';
import { MergedOpenApi } from './docs/merged-openapi';
import { refuseBadAddress } from './edge/bad-address';
import { installEdge } from './edge/edge-hooks';
import type { GatewayConfig } from './gateway.config';
import { Database } from './persistence/database';

/** The whole gateway, listening: for main.ts and for tests. */
export function startGateway(config: GatewayConfig, clock?: Clock): Promise<NestFastifyApplication> {
  return bootstrapService<NestFastifyApplication>({
    name: 'gateway',
    module: AppModule.forRoot(config, clock),
    adapter: 'fastify',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    operations: config.OPERATIONS_PORT === undefined ? 'off' : { port: config.OPERATIONS_PORT },
    fastify: { routerOptions: { maxParamLength: 200 }, frameworkErrors: refuseBadAddress(config) },
    configure: async (app) => {
      await installEdge(app);
      app.get(MergedOpenApi).describe(app);
      const database = app.get(Database);
      registerReadinessCheck({ name: 'database', required: true, check: () => database.rows('ping', 'SELECT 1', []) });
    },
  });
}

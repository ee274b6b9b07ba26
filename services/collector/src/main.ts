import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { startConsuming } from '@creator-connect/messaging';
import { bootstrapService, runService } from '@creator-connect/observability';
import { AppModule } from './app.module';
import { collectorConfig } from './collector.config';

void runService(async () => {
  const config = collectorConfig();
  await bootstrapService({
    name: 'collector',
    module: AppModule.with(config),
    adapter: 'fastify',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: collected data',
    beforeListen: startConsuming,
  });
});

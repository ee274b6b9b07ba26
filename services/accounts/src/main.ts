import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { bootstrapService, runService } from '@creator-connect/observability';
import { accountsConfig } from './accounts.config';
import { AppModule } from './app.module';
import { beforeListening } from './before-listening';

void runService(async () => {
  const config = accountsConfig();
  await bootstrapService({
    name: 'accounts',
    module: AppModule.with(config),
    adapter: 'fastify',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: organisations, influencers and accounts',
    beforeListen: beforeListening,
  });
});

import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { startConsuming } from '@creator-connect/messaging';
import { bootstrapService, runService } from '@creator-connect/observability';
import { AppModule } from './app.module';
import { ttcmConfig } from './ttcm.config';

void runService(async () => {
  const config = ttcmConfig();
  await bootstrapService({
    name: 'ttcm',
    module: AppModule.with(config),
    adapter: 'fastify',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: TikTok Creator Marketplace',
    beforeListen: startConsuming,
  });
});

import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { startConsuming } from '@creator-connect/messaging';
import { bootstrapService, runService } from '@creator-connect/observability';
import { AppModule } from './app.module';
import { notificationsConfig } from './notifications.config';

void runService(async () => {
  const config = notificationsConfig();
  await bootstrapService({
    name: 'notifications',
    module: AppModule.with(config),
    adapter: 'fastify',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: notifications',
    beforeListen: startConsuming,
  });
});

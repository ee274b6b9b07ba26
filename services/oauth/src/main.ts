import '@creator-connect/observability/otel';
import 'reflect-metadata';
import { startConsuming } from '@creator-connect/messaging';
import { bootstrapService, runService } from '@creator-connect/observability';
import { AppModule } from './app.module';
import { oauthConfig } from './oauth.config';

void runService(async () => {
  const config = oauthConfig();
  await bootstrapService({
    name: 'oauth',
    module: AppModule.with(config),
    adapter: 'express',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: authorizations',
    beforeListen: startConsuming,
  });
});

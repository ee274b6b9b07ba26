import { startConsuming } from '@creator-connect/messaging';
import { bootstrapService } from '@creator-connect/observability';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from './app.module';
import { type Clock, SystemClock } from './clock';
import type { OAuthConfig } from './oauth.config';

/** `clock`: of this process; a test may bring one that can be moved. */
export function startOauth(config: OAuthConfig, clock: Clock = new SystemClock()): Promise<INestApplication> {
  return bootstrapService({
    name: 'oauth',
    module: AppModule.with(config, clock),
    adapter: 'express',
    host: config.HOST,
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    openApiTitle: 'Creator Connect: authorizations',
    // Signatures are over the bytes, and checked before anything is parsed (security WH-01).
    rawBodies: (request) => request.url?.startsWith('/webhooks/') === true,
    beforeListen: startConsuming,
  });
}

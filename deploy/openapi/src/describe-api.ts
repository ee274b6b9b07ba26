import { AppModule as Accounts } from '@creator-connect/accounts/app';
import { AppModule as Collector } from '@creator-connect/collector/app';
import { AppModule as Gateway } from '@creator-connect/gateway/app';
import { mergeOpenApi, type OpenApiDocument } from '@creator-connect/gateway/openapi';
import { AppModule as Notifications } from '@creator-connect/notifications/app';
import { AppModule as OAuth } from '@creator-connect/oauth/app';
import { AppModule as Ttcm } from '@creator-connect/ttcm/app';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Nothing of the services is started: whatever a module reads from its configuration while it is put together will do. */
const anyConfig = new Proxy(
  {},
  { get: (_, name) => (String(name).endsWith('URL') ? 'http://localhost' : '1') },
) as never;

/** As the gateway answers it at `/docs/openapi.json`, from the sources alone. */
export async function describeApi(): Promise<OpenApiDocument> {
  const modules: [service: string, module: DynamicModule][] = [
    ['gateway', Gateway.forRoot(anyConfig)],
    ['accounts', Accounts.with(anyConfig)],
    ['oauth', OAuth.with(anyConfig, anyConfig)],
    ['ttcm', Ttcm.with(anyConfig)],
    ['collector', Collector.with(anyConfig)],
    ['notifications', Notifications.with(anyConfig)],
  ];
  const parts: { service: string; document: OpenApiDocument }[] = [];
  for (const [service, module] of modules) {
    const app = await NestFactory.create(module, { preview: true, abortOnError: false, logger: ['error'] });
    const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    parts.push({ service, document: document as unknown as OpenApiDocument });
  }
  return mergeOpenApi(parts);
}

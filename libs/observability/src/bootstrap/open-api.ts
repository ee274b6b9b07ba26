import type { ServerResponse } from 'node:http';
import type { INestApplication } from '@nestjs/common';

/**
 * The service's OpenAPI document, made when it is asked for the first time: loading the generator costs 18 MB, which a
 * service that nobody asks does not have to pay.
 */
export function openApiRoute(app: INestApplication, title: string): (response: ServerResponse) => void {
  let document: Promise<string> | undefined;
  return (response) => {
    document ??= describe(app, title);
    document
      .then((text) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(text);
      })
      .catch(() => {
        document = undefined;
        response.writeHead(500);
        response.end();
      });
  };
}

async function describe(app: INestApplication, title: string): Promise<string> {
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const config = new DocumentBuilder().setTitle(title).setVersion('1').build();
  return JSON.stringify(SwaggerModule.createDocument(app, config));
}

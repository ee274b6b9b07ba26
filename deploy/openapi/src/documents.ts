import type { OpenApiDocument } from '@creator-connect/gateway/openapi';
import { describeApi } from './describe-api';

const preface =
  '// Made from docs/openapi.json by `npm run docs:generate`: what each address of the API takes and answers.\n';

/** The description of the API and the web app's types of it, by their path from the top of the checkout. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const document = await describeApi();
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const types = await openapiTypescript(document as Parameters<typeof openapiTypescript>[0], {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
  });
  const scopes = JSON.stringify(scopesIn(document));
  return new Map([
    ['docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    [
      'services/web/src/api/schema.ts',
      `${preface}export const apiKeyScopes = ${scopes} as const;\n\n${astToString(types)}`,
    ],
  ]);
}

/** What an API key can be given. Types alone can not be offered in a form. */
function scopesIn(document: OpenApiDocument): unknown {
  const request = document.components?.['schemas']?.['CreateApiKeyRequest'] as {
    properties: { scopes: { items: { enum: string[] } } };
  };
  return request.properties.scopes.items.enum;
}

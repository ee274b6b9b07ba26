import { allows, permissions } from '@creator-connect/security';

/** What a key can be given: every permission that a key may use at all. */
export const apiKeyScopes: readonly string[] = permissions.filter((permission) =>
  allows({ kind: 'api_key', sub: 'any', scopes: [permission] }, permission),
);

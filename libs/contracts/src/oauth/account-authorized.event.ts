import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AccountAuthorized = defineEvent({
  type: 'AccountAuthorized',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'A creator authorized a social account, for the first time or again',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    flow: z.enum(['application', 'link', 'dashboard']),
    scopes: z.array(z.string().max(200)).max(50),
    missingScopes: z.array(z.string().max(200)).max(50),
    first: z.boolean(),
    authorizedAt: instant,
    tokenExpiresAt: instant.nullable(),
    dataAccessExpiresAt: instant.nullable(),
    grantVersion: z.int().positive(),
  }),
});
export type AccountAuthorized = PayloadOf<typeof AccountAuthorized>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const PermissionsChanged = defineEvent({
  type: 'PermissionsChanged',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'The scopes of a live authorization changed',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    scopes: z.array(z.string().max(200)).max(50),
    missingScopes: z.array(z.string().max(200)).max(50),
    observedAt: instant,
    grantVersion: z.int().positive(),
  }),
});
export type PermissionsChanged = PayloadOf<typeof PermissionsChanged>;

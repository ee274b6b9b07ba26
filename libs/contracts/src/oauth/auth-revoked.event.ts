import { z } from 'zod';
import { endCauseSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthRevoked = defineEvent({
  type: 'AuthRevoked',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'An authorization was taken back; its tokens are destroyed',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    by: z.enum(['person', 'organisation', 'platform']),
    cause: endCauseSchema,
    revokedAt: instant,
    grantVersion: z.int().positive(),
    /** Whoever runs the installation revoked it, for all that this order is about, and not the organisation itself. */
    orderId: z.uuid().optional(),
  }),
});
export type AuthRevoked = PayloadOf<typeof AuthRevoked>;

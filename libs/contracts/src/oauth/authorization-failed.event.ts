import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthorizationFailed = defineEvent({
  type: 'AuthorizationFailed',
  version: 1,
  topic: topics.authorization,
  aggregate: 'connect-transaction',
  summary: 'An attempt to authorize ended without a grant',
  key: (data) => data.transactionId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    transactionId: id,
    platform: platformSchema,
    flow: z.enum(['application', 'link', 'dashboard']),
    code: z.string().max(100),
    failedAt: instant,
  }),
});
export type AuthorizationFailed = PayloadOf<typeof AuthorizationFailed>;

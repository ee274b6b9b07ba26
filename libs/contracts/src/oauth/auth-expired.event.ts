import { z } from 'zod';
import { endCauseSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthExpired = defineEvent({
  type: 'AuthExpired',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'An authorization ended and was not taken back by the person',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    cause: endCauseSchema,
    rule: z.string().max(200),
    observedAt: instant,
    grantVersion: z.int().positive(),
  }),
});
export type AuthExpired = PayloadOf<typeof AuthExpired>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthExtended = defineEvent({
  type: 'AuthExtended',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'An end that was announced is over: the authorization lasts longer than said before',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    /** null: nothing ends that renewals would not move. */
    endsAt: instant.nullable(),
    observedAt: instant,
    grantVersion: z.int().positive(),
  }),
});
export type AuthExtended = PayloadOf<typeof AuthExtended>;

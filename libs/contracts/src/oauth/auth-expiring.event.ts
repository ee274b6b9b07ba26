import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthExpiring = defineEvent({
  type: 'AuthExpiring',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'An authorization that only the person can renew ends soon',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    endsAt: instant,
    daysLeft: z.int().nonnegative(),
    grantVersion: z.int().positive(),
  }),
});
export type AuthExpiring = PayloadOf<typeof AuthExpiring>;

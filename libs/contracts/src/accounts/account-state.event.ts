import { z } from 'zod';
import { authStateSchema, marketplaceStateSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant, platformId } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AccountState = defineEvent({
  type: 'AccountState',
  version: 1,
  topic: topics.accountState,
  aggregate: 'social-account',
  summary: 'Latest state of a social account (compacted)',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    platformAccountId: platformId,
    authState: authStateSchema,
    marketplace: marketplaceStateSchema.nullable(),
    tracked: z.boolean(),
    paused: z.boolean().optional(),
    cause: z.string().max(100),
    at: instant,
  }),
});
export type AccountState = PayloadOf<typeof AccountState>;

import { z } from 'zod';
import { authStateSchema, marketplaceStateSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant, platformId } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AccountAdded = defineEvent({
  type: 'AccountAdded',
  version: 1,
  topic: topics.account,
  aggregate: 'social-account',
  summary: 'A social account was added to an influencer',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    platformAccountId: platformId,
    authState: authStateSchema,
    marketplace: marketplaceStateSchema.nullable(),
    addedAt: instant,
  }),
});
export type AccountAdded = PayloadOf<typeof AccountAdded>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AccountRemoved = defineEvent({
  type: 'AccountRemoved',
  version: 1,
  topic: topics.account,
  aggregate: 'social-account',
  summary: 'A social account was removed from its influencer',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    removedAt: instant,
  }),
});
export type AccountRemoved = PayloadOf<typeof AccountRemoved>;

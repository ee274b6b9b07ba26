import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const CollectedDataDeleted = defineEvent({
  type: 'CollectedDataDeleted',
  version: 1,
  topic: topics.feed,
  aggregate: 'social-account',
  summary: 'Collected data was deleted; consumers must delete their copies',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    scope: z.enum(['all', 'vendor']),
    reason: z.string().max(100),
    deletedAt: instant,
  }),
});
export type CollectedDataDeleted = PayloadOf<typeof CollectedDataDeleted>;

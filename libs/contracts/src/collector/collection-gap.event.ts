import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const CollectionGap = defineEvent({
  type: 'CollectionGap',
  version: 1,
  topic: topics.feed,
  aggregate: 'social-account',
  summary: 'Data could not be collected for a while',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    subject: z.string().max(100),
    reason: z.string().max(100),
    from: instant,
    to: instant,
  }),
});
export type CollectionGap = PayloadOf<typeof CollectionGap>;

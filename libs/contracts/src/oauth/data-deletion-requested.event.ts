import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const DataDeletionRequested = defineEvent({
  type: 'DataDeletionRequested',
  version: 1,
  topic: topics.authorization,
  aggregate: 'social-account',
  summary: 'The person asked the platform to have their data deleted: what came from it must go now',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    requestedAt: instant,
  }),
});
export type DataDeletionRequested = PayloadOf<typeof DataDeletionRequested>;

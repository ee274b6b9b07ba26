import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant, platformId } from '../events/fields';
import { platformSchema } from '../platform';
import { metricsSchema } from './metrics';
import { topics } from '../topics';

export const ProfileCollected = defineEvent({
  type: 'ProfileCollected',
  version: 1,
  topic: topics.profile,
  aggregate: 'social-account',
  summary: 'The public profile of a social account was collected',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    platformAccountId: platformId,
    handle: z.string().max(200),
    displayName: z.string().max(300),
    metrics: metricsSchema,
    source: z.string().max(60),
    grantVersion: z.int().nonnegative(),
    collectedAt: instant,
  }),
});
export type ProfileCollected = PayloadOf<typeof ProfileCollected>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant, platformId } from '../events/fields';
import { platformSchema } from '../platform';
import { metricsSchema } from './metrics';
import { topics } from '../topics';

export const PostCollected = defineEvent({
  type: 'PostCollected',
  version: 1,
  topic: topics.post,
  aggregate: 'social-account',
  summary: 'A post and its metrics were collected',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    platformPostId: platformId,
    kind: z.enum(['image', 'video', 'carousel', 'reel', 'story', 'short']),
    postedAt: instant,
    permalink: z.string().max(2000).nullable(),
    caption: z.string().max(5000).nullable(),
    hashtags: z.array(z.string().max(200)).max(200),
    metrics: metricsSchema,
    source: z.string().max(60),
    grantVersion: z.int().nonnegative(),
    collectedAt: instant,
  }),
});
export type PostCollected = PayloadOf<typeof PostCollected>;

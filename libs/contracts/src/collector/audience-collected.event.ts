import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AudienceCollected = defineEvent({
  type: 'AudienceCollected',
  version: 1,
  topic: topics.audience,
  aggregate: 'social-account',
  summary: 'The audience of a social account was collected',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    breakdowns: z
      .array(
        z.object({
          dimension: z.enum(['age', 'gender', 'country', 'city']),
          parts: z.array(z.object({ key: z.string().max(200), value: z.number() })).max(200),
        }),
      )
      .max(20),
    source: z.string().max(60),
    grantVersion: z.int().nonnegative(),
    collectedAt: instant,
  }),
});
export type AudienceCollected = PayloadOf<typeof AudienceCollected>;

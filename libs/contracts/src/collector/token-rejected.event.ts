import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const TokenRejected = defineEvent({
  type: 'TokenRejected',
  version: 1,
  topic: topics.feed,
  aggregate: 'social-account',
  summary: 'A platform refused a leased token; the authorization must be verified',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    rule: z.string().max(200),
    grantVersion: z.int().positive(),
    observedAt: instant,
  }),
});
export type TokenRejected = PayloadOf<typeof TokenRejected>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AuthorizationRequested = defineEvent({
  type: 'AuthorizationRequested',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An organisation asked an influencer to authenticate accounts',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    authorizationRequestId: id,
    delivery: z.enum(['email', 'copy']),
    platforms: z.array(platformSchema).max(20),
    requestedAt: instant,
  }),
});
export type AuthorizationRequested = PayloadOf<typeof AuthorizationRequested>;

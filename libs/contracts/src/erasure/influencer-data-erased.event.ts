import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerDataErased = defineEvent({
  type: 'InfluencerDataErased',
  version: 1,
  topic: topics.erasure,
  aggregate: 'influencer',
  summary: 'A service has erased what it held about an influencer',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    service: z.enum(['oauth', 'collector', 'ttcm', 'notifications']),
    erasedAt: instant,
  }),
});
export type InfluencerDataErased = PayloadOf<typeof InfluencerDataErased>;

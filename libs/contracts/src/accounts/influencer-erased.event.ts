import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerErased = defineEvent({
  type: 'InfluencerErased',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'Everything about an influencer must be erased',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    accountIds: z.array(id).max(1000),
    erasedAt: instant,
  }),
});
export type InfluencerErased = PayloadOf<typeof InfluencerErased>;

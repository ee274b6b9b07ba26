import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerApproved = defineEvent({
  type: 'InfluencerApproved',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An influencer was approved and has access to the dashboard',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    approvedAt: instant,
  }),
});
export type InfluencerApproved = PayloadOf<typeof InfluencerApproved>;

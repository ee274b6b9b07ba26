import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerMergeProposed = defineEvent({
  type: 'InfluencerMergeProposed',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An influencer is asked whether another entry of the roster is theirs, too',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    proposedAt: instant,
  }),
});
export type InfluencerMergeProposed = PayloadOf<typeof InfluencerMergeProposed>;

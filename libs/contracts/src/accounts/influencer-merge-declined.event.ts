import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerMergeDeclined = defineEvent({
  type: 'InfluencerMergeDeclined',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An influencer says that another entry of the roster is not theirs; the two stay apart',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    declinedAt: instant,
  }),
});
export type InfluencerMergeDeclined = PayloadOf<typeof InfluencerMergeDeclined>;

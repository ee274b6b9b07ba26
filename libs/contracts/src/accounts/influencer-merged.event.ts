import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

/** Keyed by the entry that went: nothing is said of it afterwards, but for its erasure. */
export const InfluencerMerged = defineEvent({
  type: 'InfluencerMerged',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An entry of the roster became part of another one of the same person',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    keptInfluencerId: id,
    accountIds: z.array(id).max(1000),
    mergedAt: instant,
  }),
});
export type InfluencerMerged = PayloadOf<typeof InfluencerMerged>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InfluencerAdded = defineEvent({
  type: 'InfluencerAdded',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An influencer joined the roster of an organisation',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    by: z.enum(['admin', 'application', 'import']),
    addedAt: instant,
  }),
});
export type InfluencerAdded = PayloadOf<typeof InfluencerAdded>;

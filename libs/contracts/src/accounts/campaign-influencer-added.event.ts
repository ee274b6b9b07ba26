import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CampaignInfluencerAdded = defineEvent({
  type: 'CampaignInfluencerAdded',
  version: 1,
  topic: topics.campaign,
  aggregate: 'campaign',
  summary: 'An influencer joined a campaign',
  key: (data) => data.campaignId,
  schema: z.object({
    organisationId: id,
    campaignId: id,
    influencerId: id,
    addedAt: instant,
  }),
});
export type CampaignInfluencerAdded = PayloadOf<typeof CampaignInfluencerAdded>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CampaignInfluencerRemoved = defineEvent({
  type: 'CampaignInfluencerRemoved',
  version: 1,
  topic: topics.campaign,
  aggregate: 'campaign',
  summary: 'An influencer left a campaign',
  key: (data) => data.campaignId,
  schema: z.object({
    organisationId: id,
    campaignId: id,
    influencerId: id,
    removedAt: instant,
  }),
});
export type CampaignInfluencerRemoved = PayloadOf<typeof CampaignInfluencerRemoved>;

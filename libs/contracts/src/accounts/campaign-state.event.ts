import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CampaignState = defineEvent({
  type: 'CampaignState',
  version: 1,
  topic: topics.campaignState,
  aggregate: 'campaign',
  summary: 'Latest state of a campaign (compacted)',
  key: (data) => data.campaignId,
  schema: z.object({
    organisationId: id,
    campaignId: id,
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    influencerIds: z.array(id).max(10_000),
    at: instant,
  }),
});
export type CampaignState = PayloadOf<typeof CampaignState>;

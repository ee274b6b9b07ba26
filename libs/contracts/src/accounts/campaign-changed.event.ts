import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CampaignChanged = defineEvent({
  type: 'CampaignChanged',
  version: 1,
  topic: topics.campaign,
  aggregate: 'campaign',
  summary: 'Dates or status of a campaign changed',
  key: (data) => data.campaignId,
  schema: z.object({
    organisationId: id,
    campaignId: id,
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    changedAt: instant,
  }),
});
export type CampaignChanged = PayloadOf<typeof CampaignChanged>;

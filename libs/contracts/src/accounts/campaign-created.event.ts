import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CampaignCreated = defineEvent({
  type: 'CampaignCreated',
  version: 1,
  topic: topics.campaign,
  aggregate: 'campaign',
  summary: 'A campaign was created',
  key: (data) => data.campaignId,
  schema: z.object({
    organisationId: id,
    campaignId: id,
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    createdAt: instant,
  }),
});
export type CampaignCreated = PayloadOf<typeof CampaignCreated>;

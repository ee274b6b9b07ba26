import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const ApplicationSubmitted = defineEvent({
  type: 'ApplicationSubmitted',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'Somebody applied to an organisation; the id is of the influencer they may become',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    submittedAt: instant,
  }),
});
export type ApplicationSubmitted = PayloadOf<typeof ApplicationSubmitted>;

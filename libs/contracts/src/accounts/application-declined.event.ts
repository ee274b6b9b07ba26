import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const ApplicationDeclined = defineEvent({
  type: 'ApplicationDeclined',
  version: 1,
  topic: topics.influencer,
  aggregate: 'influencer',
  summary: 'An organisation declined an application; its authorizations end',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    declinedAt: instant,
  }),
});
export type ApplicationDeclined = PayloadOf<typeof ApplicationDeclined>;

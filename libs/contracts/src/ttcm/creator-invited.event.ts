import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const CreatorInvited = defineEvent({
  type: 'CreatorInvited',
  version: 1,
  topic: topics.invite,
  aggregate: 'invite',
  summary: 'Somebody without a TikTok account here was invited to the TikTok Creator Marketplace',
  key: (data) => data.inviteId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    inviteId: id,
    sentAt: instant,
  }),
});
export type CreatorInvited = PayloadOf<typeof CreatorInvited>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, ids, instant } from '../events/fields';
import { topics } from '../topics';

export const InviteSent = defineEvent({
  type: 'InviteSent',
  version: 1,
  topic: topics.invite,
  aggregate: 'social-account',
  summary: 'A creator was invited to the TikTok Creator Marketplace',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    inviteId: id,
    sentAt: instant,
  }),
});
export type InviteSent = PayloadOf<typeof InviteSent>;

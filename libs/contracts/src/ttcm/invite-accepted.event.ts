import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, ids, instant } from '../events/fields';
import { topics } from '../topics';

export const InviteAccepted = defineEvent({
  type: 'InviteAccepted',
  version: 1,
  topic: topics.invite,
  aggregate: 'social-account',
  summary: 'An invited creator joined the TikTok Creator Marketplace',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    inviteId: id,
    acceptedAt: instant,
  }),
});
export type InviteAccepted = PayloadOf<typeof InviteAccepted>;

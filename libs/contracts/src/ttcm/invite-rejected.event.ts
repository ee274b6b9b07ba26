import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, ids, instant } from '../events/fields';
import { topics } from '../topics';

export const InviteRejected = defineEvent({
  type: 'InviteRejected',
  version: 1,
  topic: topics.invite,
  aggregate: 'social-account',
  summary: 'TikTok rejected a marketplace invitation',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    inviteId: id,
    failedRules: z.array(z.string().max(100)).max(20),
    rejectedAt: instant,
  }),
});
export type InviteRejected = PayloadOf<typeof InviteRejected>;

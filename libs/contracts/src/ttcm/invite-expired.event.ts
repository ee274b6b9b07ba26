import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, ids, instant } from '../events/fields';
import { topics } from '../topics';

export const InviteExpired = defineEvent({
  type: 'InviteExpired',
  version: 1,
  topic: topics.invite,
  aggregate: 'social-account',
  summary: 'A marketplace invitation ended without an answer',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    inviteId: id,
    expiredAt: instant,
  }),
});
export type InviteExpired = PayloadOf<typeof InviteExpired>;

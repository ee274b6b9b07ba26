import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const InviteUnanswered = defineEvent({
  type: 'InviteUnanswered',
  version: 1,
  topic: topics.invite,
  aggregate: 'invite',
  summary: 'A marketplace invitation has waited for a while; told at most once, while it is open at TikTok',
  // Behind what else is told of the account's invitation: a reminder must not overtake how it ended.
  key: (data) => data.accountId ?? data.inviteId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    /** Absent: they were invited by handle and have no TikTok account here yet. */
    accountId: id.optional(),
    inviteId: id,
    /** When the wait for an answer ends here. */
    expiresAt: instant,
    observedAt: instant,
  }),
});
export type InviteUnanswered = PayloadOf<typeof InviteUnanswered>;

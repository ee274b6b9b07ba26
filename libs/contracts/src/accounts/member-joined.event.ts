import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const MemberJoined = defineEvent({
  type: 'MemberJoined',
  version: 1,
  topic: topics.member,
  aggregate: 'member',
  summary: 'Somebody accepted an invitation to an organisation',
  key: (data) => data.userId,
  schema: z.object({
    organisationId: id,
    userId: id,
    role: z.enum(['owner', 'admin', 'viewer']),
    joinedAt: instant,
  }),
});
export type MemberJoined = PayloadOf<typeof MemberJoined>;

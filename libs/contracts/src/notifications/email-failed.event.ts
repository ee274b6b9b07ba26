import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const EmailFailed = defineEvent({
  type: 'EmailFailed',
  version: 1,
  topic: topics.message,
  aggregate: 'message',
  summary: 'A mail could not be delivered',
  key: (data) => data.messageId,
  schema: z.object({
    organisationId: id,
    influencerId: id.nullable(),
    messageId: id,
    kind: z.string().max(60),
    reason: z.enum(['bounced', 'complained', 'refused', 'no_sender', 'no_recipient']),
    failedAt: instant,
  }),
});
export type EmailFailed = PayloadOf<typeof EmailFailed>;

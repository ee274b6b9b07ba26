import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const EmailSent = defineEvent({
  type: 'EmailSent',
  version: 1,
  topic: topics.message,
  aggregate: 'message',
  summary: 'A mail was handed to the mail server',
  key: (data) => data.messageId,
  schema: z.object({
    organisationId: id,
    influencerId: id.nullable(),
    messageId: id,
    kind: z.string().max(60),
    accountIds: z.array(id).max(100),
    sentAt: instant,
  }),
});
export type EmailSent = PayloadOf<typeof EmailSent>;

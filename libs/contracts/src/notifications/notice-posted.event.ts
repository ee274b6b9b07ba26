import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

/** Names nobody: whom it is about is asked with the notice, by members only. */
export const NoticePosted = defineEvent({
  type: 'NoticePosted',
  version: 1,
  topic: topics.message,
  aggregate: 'notice',
  summary: 'Members of an organisation are told something inside the app',
  key: (data) => data.noticeId,
  schema: z.object({
    organisationId: id,
    noticeId: id,
    kind: z.string().max(60),
    postedAt: instant,
  }),
});
export type NoticePosted = PayloadOf<typeof NoticePosted>;

import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const OutboundEmailVerified = defineEvent({
  type: 'OutboundEmailVerified',
  version: 1,
  topic: topics.message,
  aggregate: 'organisation',
  summary: 'The outbound address of an organisation was verified',
  key: (data) => data.organisationId,
  schema: z.object({
    organisationId: id,
    verifiedAt: instant,
  }),
});
export type OutboundEmailVerified = PayloadOf<typeof OutboundEmailVerified>;

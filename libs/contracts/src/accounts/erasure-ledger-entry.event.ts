import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const ErasureLedgerEntry = defineEvent({
  type: 'ErasureLedgerEntry',
  version: 1,
  topic: topics.erasureLedger,
  aggregate: 'influencer',
  summary: 'An influencer was erased (compacted); a restored backup is brought up to date with it',
  key: (data) => data.influencerId,
  schema: z.object({
    organisationId: id,
    influencerId: id,
    accountIds: z.array(id).max(1000),
    erasedAt: instant,
  }),
});
export type ErasureLedgerEntry = PayloadOf<typeof ErasureLedgerEntry>;

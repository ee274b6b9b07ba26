import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const MarketplaceConnectionEnded = defineEvent({
  type: 'MarketplaceConnectionEnded',
  version: 1,
  topic: topics.marketplaceConnection,
  aggregate: 'organisation',
  summary: 'TikTok no longer accepts the authorization of the agency’s marketplace account',
  key: (data) => data.organisationId,
  schema: z.object({
    organisationId: id,
    cause: z.enum(['token_refused', 'permission_missing']),
    endedAt: instant,
  }),
});
export type MarketplaceConnectionEnded = PayloadOf<typeof MarketplaceConnectionEnded>;

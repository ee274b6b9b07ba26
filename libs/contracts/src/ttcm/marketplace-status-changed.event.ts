import { z } from 'zod';
import { marketplaceStateSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { topics } from '../topics';

export const MarketplaceStatusChanged = defineEvent({
  type: 'MarketplaceStatusChanged',
  version: 1,
  topic: topics.invite,
  aggregate: 'social-account',
  summary: 'Marketplace membership of a TikTok account changed',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    from: marketplaceStateSchema,
    to: marketplaceStateSchema,
    observedAt: instant,
  }),
});
export type MarketplaceStatusChanged = PayloadOf<typeof MarketplaceStatusChanged>;

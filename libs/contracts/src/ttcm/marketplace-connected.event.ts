import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, instant } from '../events/fields';
import { topics } from '../topics';

export const MarketplaceConnected = defineEvent({
  type: 'MarketplaceConnected',
  version: 1,
  topic: topics.marketplaceConnection,
  aggregate: 'organisation',
  summary: 'An organisation connected its marketplace account, or connected it again',
  key: (data) => data.organisationId,
  schema: z.object({ organisationId: id, connectedAt: instant }),
});
export type MarketplaceConnected = PayloadOf<typeof MarketplaceConnected>;

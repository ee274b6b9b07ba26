import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { topics } from '../topics';

export const VendorDataPurgeRequested = defineEvent({
  type: 'VendorDataPurgeRequested',
  version: 1,
  topic: topics.account,
  aggregate: 'social-account',
  summary: 'Vendor data about a marketplace account must be removed',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    /** How much of vendors' contact information about the account was removed with the request. */
    contacts: z.number().int().nonnegative().optional(),
    requestedAt: instant,
  }),
});
export type VendorDataPurgeRequested = PayloadOf<typeof VendorDataPurgeRequested>;

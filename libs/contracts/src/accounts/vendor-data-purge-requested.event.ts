import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { id, ids, instant } from '../events/fields';
import { topics } from '../topics';

export const VendorDataPurgeRequested = defineEvent({
  type: 'VendorDataPurgeRequested',
  version: 1,
  topic: topics.account,
  aggregate: 'social-account',
  summary: 'Vendor data about an account must be removed: it is in the marketplace, or a member wants so',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    /** How much of vendors' contact information about the account was removed with the request. */
    contacts: z.number().int().nonnegative().optional(),
    /** Absent: the account is in the marketplace. */
    cause: z.enum(['marketplace_member', 'by_member']).optional(),
    /** Under which the removal is on record; absent: under none yet. */
    purgeId: id.optional(),
    requestedAt: instant,
  }),
});
export type VendorDataPurgeRequested = PayloadOf<typeof VendorDataPurgeRequested>;

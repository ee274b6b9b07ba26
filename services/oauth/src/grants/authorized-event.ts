import type { AccountAuthorized } from '@creator-connect/contracts';
import { isRenewable } from './domain/ends';
import type { Grant } from './domain/grant';

/** The event of a grant that lives (again). */
export function authorizedEvent(grant: Grant, first: boolean): AccountAuthorized {
  return {
    organisationId: grant.organisationId,
    influencerId: grant.influencerId,
    accountId: grant.socialAccountId,
    platform: grant.platform,
    flow: grant.flow,
    scopes: [...grant.scopes],
    missingScopes: [...grant.missingScopes],
    first,
    authorizedAt: grant.authorizedAt.toISOString(),
    // What renewals move by themselves is no end to plan for.
    tokenExpiresAt: isRenewable(grant) ? null : (grant.accessExpiresAt?.toISOString() ?? null),
    dataAccessExpiresAt: grant.dataAccessExpiresAt?.toISOString() ?? null,
    grantVersion: grant.version,
  };
}

import type { AccountAuthorized } from '@creator-connect/contracts';
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
    tokenExpiresAt: tokenEnd(grant)?.toISOString() ?? null,
    dataAccessExpiresAt: grant.dataAccessExpiresAt?.toISOString() ?? null,
    grantVersion: grant.version,
  };
}

/** The end that renewals can not move: of the refresh token where there is one. */
function tokenEnd(grant: Grant): Date | null {
  return grant.refreshExpiresAt ?? grant.accessExpiresAt;
}

import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';

/** The organisation a request works in: from the verified identity, never from what a client sends (security TE-01). */
export function organisationOf(identity: Identity): string {
  if (!identity.org) throw new AppError(requestErrors.forbidden);
  return identity.org;
}

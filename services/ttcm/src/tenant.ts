import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';

/** The organisation a request works in: from the verified identity, never from what a client sends (security TE-01). */
export function organisationOf(identity: Identity): string {
  if (!identity.org) throw new AppError(requestErrors.forbidden);
  return identity.org;
}

/** The influencer whose things are all that this identity may see; undefined for members and API keys. */
export function ownerOf(identity: Identity): string | undefined {
  if (identity.kind !== 'influencer' && identity.kind !== 'link') return undefined;
  if (!identity.influencer) throw new AppError(requestErrors.forbidden);
  return identity.influencer;
}

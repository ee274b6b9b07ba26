import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';

/** The organisation a request works in: from the verified identity, never from what a client sends (security TE-01). */
export function organisationOf(identity: Identity): string {
  if (!identity.org) throw new AppError(requestErrors.forbidden);
  return identity.org;
}

/** What belongs to a person and their organisation: of a signed-in influencer alone, nobody else has own data here. */
export function ownOf(identity: Identity): { organisationId: string; influencerId: string } {
  if (identity.kind !== 'influencer' || !identity.influencer) throw new AppError(requestErrors.forbidden);
  return { organisationId: organisationOf(identity), influencerId: identity.influencer };
}

/** The influencer whose things are all that this identity may see; undefined for members and API keys. */
export function ownerOf(identity: Identity): string | undefined {
  if (identity.kind !== 'influencer' && identity.kind !== 'link') return undefined;
  if (!identity.influencer) throw new AppError(requestErrors.forbidden);
  return identity.influencer;
}

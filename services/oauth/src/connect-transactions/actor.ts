import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import type { Actor } from './domain/connect-transaction';

/** The person behind an identity: signed in, holding an authorization link, or filling in an application. Members never connect (AL-09). */
export function actorOf(identity: Identity): Actor {
  const actor = findActor(identity);
  if (!actor) throw new AppError(requestErrors.forbidden);
  return actor;
}

export function findActor(identity: Identity | undefined): Actor | null {
  if (!identity?.org || !identity.influencer) return null;
  const who = { sub: identity.sub, organisationId: identity.org, influencerId: identity.influencer };
  if (identity.kind === 'applicant') return { ...who, kind: 'applicant', authorizationRequestId: null, proven: true };
  if (identity.kind === 'influencer') return { ...who, kind: 'influencer', authorizationRequestId: null, proven: true };
  if (identity.kind !== 'link' || !identity.request) return null;
  return { ...who, kind: 'link', authorizationRequestId: identity.request, proven: identity.proven === true };
}

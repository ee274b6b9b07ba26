import { AppError, requestErrors } from '@creator-connect/contracts';
import type { OpenSession } from '../sessions/sessions';

export interface ApplicationKey {
  applicationId: string;
  organisationId: string;
}

/** The application that a session is for. Sessions of any other kind are refused. */
export function applicationOf({ session }: OpenSession): ApplicationKey {
  const { kind, influencerId: applicationId, organisationId } = session;
  if (kind !== 'applicant' || !applicationId || !organisationId) throw new AppError(requestErrors.forbidden);
  return { applicationId, organisationId };
}

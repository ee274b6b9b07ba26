import { AppError, gatewayErrors, requestErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import type { Session } from '../domain/session';
import { SecondFactors } from '../../second-factor/second-factors';
import { AccountsPort } from '../../peers/accounts.port';
import { Places } from '../places';
import { Sessions, type OpenSession, type SessionClaims } from '../sessions';

/** Another organisation means another role, so the session gets a new id and the old one is dead. */
@Injectable()
export class SwitchOrganisationHandler {
  constructor(
    private readonly places: Places,
    private readonly accounts: AccountsPort,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  async handle(open: OpenSession, organisationId: string): Promise<OpenSession> {
    const claims = await this.claimsIn(open.session, organisationId);
    if (!claims) throw new AppError(gatewayErrors.noOrganisation);
    const changed = await this.sessions.change(open, { ...claims, requestId: null, linkHash: null, proven: false });
    if (!changed) throw new AppError(requestErrors.unauthenticated);
    return changed;
  }

  private async claimsIn(session: Session, organisationId: string): Promise<SessionClaims | undefined> {
    if (session.kind === 'member') {
      const memberships = await this.places.membershipsOf(session.userId!);
      const membership = memberships.find((one) => one.organisationId === organisationId);
      if (!membership) return undefined;
      const { role } = membership;
      // A role of more weight may demand what the present one does not; what is owed stays owed.
      const missing = await this.factors.missingOf(session.userId!, role);
      const missingFactor = session.missingFactor ?? (missing === 'setup' ? missing : null);
      return { organisationId, role, missingFactor };
    }
    if (session.kind === 'influencer') {
      const profiles = await this.places.profilesOf(session.email!);
      const profile = profiles.find((one) => one.organisationId === organisationId);
      if (!profile || !(await this.accounts.noteSignIn(profile))) return undefined;
      return { organisationId, influencerId: profile.influencerId };
    }
    return undefined;
  }
}

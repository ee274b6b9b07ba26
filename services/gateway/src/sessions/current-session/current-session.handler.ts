import { Injectable } from '@nestjs/common';
import { csrfToken } from '../../edge/csrf';
import { UserStore } from '../../users/persistence/user.store';
import type { Session } from '../domain/session';
import { Places } from '../places';
import type { OpenSession } from '../sessions';
import type { SessionOrganisation, SessionResponse } from './current-session.dto';

@Injectable()
export class CurrentSessionHandler {
  constructor(
    private readonly users: UserStore,
    private readonly places: Places,
  ) {}

  async handle({ session, token }: OpenSession): Promise<SessionResponse> {
    const user = session.userId === null ? undefined : await this.users.byId(session.userId);
    const organisations = await this.organisationsOf(session);
    return {
      kind: session.kind,
      user: user ? { id: user.id, email: user.email, name: user.name } : null,
      organisation: organisations.find((one) => one.id === session.organisationId) ?? null,
      organisations,
      operator: session.kind === 'member' && (user?.operator ?? false),
      locale: await this.localeOf(session),
      missingFactor: session.missingFactor,
      authenticatedAt: session.authenticatedAt.toISOString(),
      csrfToken: csrfToken(token),
      expiresAt: session.expiresAt.toISOString(),
    };
  }

  private async localeOf({ kind, email, influencerId }: Session): Promise<string | null> {
    if (kind !== 'influencer') return null;
    const profiles = await this.places.profilesOf(email!);
    return profiles.find((one) => one.influencerId === influencerId)?.locale ?? null;
  }

  private async organisationsOf(session: Session): Promise<SessionOrganisation[]> {
    if (session.kind === 'member') {
      const memberships = await this.places.membershipsOf(session.userId!);
      return memberships.map(({ organisationId, name, role }) => ({ id: organisationId, name, role }));
    }
    if (session.kind === 'influencer') {
      const profiles = await this.places.profilesOf(session.email!);
      return profiles.map(({ organisationId, name, influencerId }) => ({ id: organisationId, name, influencerId }));
    }
    return [{ id: session.organisationId!, influencerId: session.influencerId! }];
  }
}

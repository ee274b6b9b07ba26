import { AppError, gatewayErrors, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../api-keys/api-keys';
import { Links } from '../links/links';
import type { MissingFactor, Session } from '../sessions/domain/session';
import { Places } from '../sessions/places';
import { Sessions, type OpenSession } from '../sessions/sessions';
import { anonymous, type Caller, type SessionCaller } from './caller';
import { readCookie, sessionCookie } from './cookies';

export interface Credentials {
  authorization?: string;
  cookie?: string;
}

/** Finds out who calls. An API key in the header outranks a cookie; a wrong one is refused rather than ignored. */
@Injectable()
export class Callers {
  constructor(
    private readonly sessions: Sessions,
    private readonly keys: ApiKeys,
    private readonly places: Places,
    private readonly links: Links,
  ) {}

  /** `inUse: false` only looks: the question does not keep an idle session alive. */
  async of(credentials: Credentials, options = { inUse: true }): Promise<Caller> {
    if (credentials.authorization !== undefined) return this.byKey(credentials.authorization);
    const token = readCookie(credentials.cookie, sessionCookie);
    const session = await this.sessions.find(token, options);
    if (!token || !session) return anonymous;
    return this.bySession({ session, token });
  }

  private async byKey(authorization: string): Promise<Caller> {
    const key = await this.keys.find(/^Bearer (\S+)$/i.exec(authorization)?.[1]);
    if (!key) throw new AppError(requestErrors.unauthenticated);
    return {
      kind: 'api_key',
      keyId: key.id,
      identity: { kind: 'api_key', sub: key.id, org: key.organisationId, scopes: key.scopes },
    };
  }

  private async bySession(open: OpenSession): Promise<Caller> {
    switch (open.session.kind) {
      case 'link':
        return this.byLinkSession(open);
      case 'member':
        return this.byMemberSession(open);
      case 'influencer':
        return this.byInfluencerSession(open);
      case 'applicant':
        // Whether the application still is one, accounts decides with each request about it.
        return { kind: 'session', open, identity: identityOf(open.session) };
    }
  }

  private async byMemberSession(open: OpenSession): Promise<Caller> {
    const { session } = open;
    const memberships = await this.places.membershipsOf(session.userId!);
    if (memberships.length === 0) return anonymous;
    const membership = memberships.find((one) => one.organisationId === session.organisationId);
    if (!membership) return outside(open);
    if (membership.role === session.role) {
      if (session.missingFactor) return { kind: 'session', open, refusal: owes(session.missingFactor) };
      return { kind: 'session', open, identity: identityOf(session) };
    }
    // A new role is a new session (ASVS 7.2.4): the old one ends instead of growing or shrinking under its holder.
    await this.sessions.end(open);
    return anonymous;
  }

  private async byInfluencerSession(open: OpenSession): Promise<Caller> {
    const { session } = open;
    const profiles = await this.places.profilesOf(session.email!);
    if (profiles.length === 0) return anonymous;
    const own = profiles.some(
      (one) => one.organisationId === session.organisationId && one.influencerId === session.influencerId,
    );
    return own ? { kind: 'session', open, identity: identityOf(session) } : outside(open);
  }

  private async byLinkSession(open: OpenSession): Promise<Caller> {
    const link = await this.links.resolve(open.session.linkHash!);
    // The entry that the link was for became part of another one: what was proven is its mailbox, not the other's. The link itself
    // goes on, so that its reader begins anew.
    if (link && link.influencerId !== open.session.influencerId) {
      await this.sessions.end(open);
      return anonymous;
    }
    return { kind: 'session', open, identity: identityOf(open.session), ...(link ? { link } : {}) };
  }
}

const owes = (factor: MissingFactor): AppError =>
  new AppError(factor === 'verify' ? gatewayErrors.secondFactorNeeded : gatewayErrors.secondFactorSetupNeeded);

function outside(open: OpenSession): SessionCaller {
  return { kind: 'session', open, refusal: new AppError(gatewayErrors.noOrganisation) };
}

function identityOf(session: Session): Identity {
  return {
    kind: session.kind,
    sub: session.userId ?? session.id,
    sid: session.id,
    auth_time: Math.floor(session.authenticatedAt.getTime() / 1000),
    ...(session.organisationId ? { org: session.organisationId } : {}),
    ...(session.role ? { role: session.role } : {}),
    ...(session.influencerId ? { influencer: session.influencerId } : {}),
    ...(session.requestId ? { request: session.requestId, proven: session.proven } : {}),
  };
}

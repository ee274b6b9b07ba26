import { newId } from '@creator-connect/contracts';
import { randomToken, sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { ShortCache } from '../edge/short-cache';
import { expiryOf, isLive, needsTouch, type Session, type SessionKind } from './domain/session';
import { SessionStore } from './persistence/session.store';

export interface OpenSession {
  session: Session;
  /** Known to the browser only; the database holds its hash. */
  token: string;
}

export type SessionClaims = Partial<
  Pick<
    Session,
    | 'userId'
    | 'email'
    | 'organisationId'
    | 'role'
    | 'influencerId'
    | 'requestId'
    | 'linkHash'
    | 'proven'
    | 'missingFactor'
    | 'authenticatedAt'
  >
>;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

@Injectable()
export class Sessions {
  private readonly cache: ShortCache<Session>;

  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.cache = new ShortCache(config.SESSION_CACHE_MILLISECONDS);
  }

  /** The live session of a token. What another process ended is seen here within the cache's interval (under 1 s). */
  async find(token: string | undefined, { inUse } = { inUse: true }): Promise<Session | undefined> {
    if (!token || !tokenShape.test(token)) return undefined;
    const hash = sha256(token);
    const session = await this.cache.get(hash.toString('base64url'), () => this.store.find(hash));
    const now = this.clock.now();
    if (!session || !isLive(session, now)) return undefined;
    if (inUse && needsTouch(session, now)) {
      session.lastSeenAt = now;
      await this.store.touch(session.id, now);
    }
    return session;
  }

  async open(kind: SessionKind, claims: SessionClaims): Promise<OpenSession> {
    const now = this.clock.now();
    const session: Session = {
      id: newId(),
      kind,
      userId: null,
      email: null,
      operator: false,
      organisationId: null,
      role: null,
      influencerId: null,
      requestId: null,
      linkHash: null,
      proven: false,
      missingFactor: null,
      authenticatedAt: now,
      ...claims,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiryOf(kind, now),
    };
    const token = randomToken();
    await this.store.add(session, sha256(token));
    return { session, token };
  }

  /**
   * The same session with other claims, under a new token; the old token is dead at once. Undefined when the old one was
   * replaced or ended meanwhile.
   */
  async change(open: OpenSession, claims: SessionClaims): Promise<OpenSession | undefined> {
    const session = { ...open.session, ...claims, lastSeenAt: this.clock.now() };
    const token = randomToken();
    const old = sha256(open.token);
    const replaced = await this.store.replace(session, old, sha256(token));
    this.cache.delete(old.toString('base64url'));
    return replaced ? { session, token } : undefined;
  }

  /** Signs a user out everywhere, in other processes within the cache's interval; `keep` stays signed in. */
  async endAllOf(userId: string, keep?: OpenSession): Promise<void> {
    await this.store.removeOf(userId, keep?.session.id ?? null);
    this.cache.clear();
  }

  /** Ends one session of a user, in other processes within the cache's interval; false when they have none such. */
  async endOneOf(userId: string, id: string): Promise<boolean> {
    const ended = await this.store.removeOneOf(userId, id);
    this.cache.clear();
    return ended;
  }

  async ofUser(userId: string): Promise<Session[]> {
    const now = this.clock.now();
    return (await this.store.ofUser(userId, now)).filter((session) => isLive(session, now));
  }

  async end(open: OpenSession): Promise<void> {
    await this.store.remove(open.session.id);
    this.cache.delete(sha256(open.token).toString('base64url'));
  }
}

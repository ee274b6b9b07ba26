import { createHash } from 'node:crypto';
import type { Box } from '../box/box';
import { randomText, sha256 } from '../box/secrets';
import { Sweep } from '../box/sweep';
import type { GoogleAccessToken, GoogleCode, GoogleGrant, GoogleRefreshToken, GrantEnding } from './google.state';
import type { GooglePeople, GooglePerson } from './people';
import type { GooglePersona } from '../world/google-personas';

const DAY = 86_400_000;
const SEPARATOR = '~';

export interface IssuedTokens {
  grant: GoogleGrant;
  access: string;
  scopes: string[];
  expiresIn: number;
  refresh?: string;
  /** Told only where the grant is limited in time. [K] */
  refreshExpiresIn?: number;
}

export type RefreshStanding = 'live' | 'dead' | 'must-reauthenticate' | 'blocked-by-admin' | 'unknown';

/** Consents, codes and tokens. Tokens leave here once, as text; only their sums stay. */
export class GoogleGrants {
  private readonly oldCodes = new Sweep();

  constructor(
    private readonly box: Box,
    private readonly people: GooglePeople,
  ) {}

  private get state() {
    return this.box.state.google;
  }

  private get settings() {
    return this.box.state.settings.google;
  }

  /** The standing grant of an identity for a client. */
  find(clientId: string, { persona, identity }: GooglePerson): GoogleGrant | undefined {
    const grant = this.state.grants[keyOf(clientId, persona.id, identity.id)];
    return grant?.ended === undefined ? grant : undefined;
  }

  ofPersona(persona: GooglePersona): GoogleGrant[] {
    const clientId = this.box.registrations.google.clientId;
    return persona.identities.flatMap((identity) => this.state.grants[keyOf(clientId, persona.id, identity.id)] ?? []);
  }

  /** The person agreed. From now on the app has access, whether or not its code is ever redeemed. [K] */
  consent(clientId: string, person: GooglePerson, scopes: readonly string[], offline: boolean): GoogleGrant {
    const grant = this.grantFor(clientId, scopes, person);
    if (offline) grant.offline = true;
    return grant;
  }

  makeCode(code: Omit<GoogleCode, 'expiresAt' | 'used'>): string {
    const now = this.box.clock.now();
    this.oldCodes.over(this.state.codes, (old) => old.expiresAt < now - DAY);
    const text = `4/0A${randomText(54)}`;
    this.state.codes[sha256(text)] = { ...code, expiresAt: now + this.settings.codeSeconds * 1000, used: false };
    this.box.changed();
    return text;
  }

  findCode(text: string): GoogleCode | undefined {
    return this.state.codes[sha256(text)];
  }

  /** What a code stands for, unless the person has taken it back since. */
  grantOfCode(code: GoogleCode): GoogleGrant | undefined {
    const grant = this.state.grants[keyOf(code.clientId, code.personaId, code.identity)];
    return grant?.ended === undefined && grant?.grantedAt === code.grantedAt ? grant : undefined;
  }

  /** Code → tokens. `clientId` is another one only by the fault `foreign_app`. */
  redeem(code: GoogleCode, grant: GoogleGrant, scopes: string[], clientId: string): IssuedTokens {
    code.used = true;
    grant.scopes = [...new Set([...grant.scopes, ...scopes])];
    const refresh = code.offline && code.consented ? this.makeRefresh(grant, scopes) : {};
    return { grant, scopes, ...this.makeAccess(grant, scopes, code.offline, clientId), ...refresh };
  }

  /** A new access token; the refresh token stays as it is, its use is noted. [K] */
  refresh(token: GoogleRefreshToken): IssuedTokens | undefined {
    const grant = this.state.grants[token.grantId];
    if (!grant) return undefined;
    token.lastUsedAt = this.box.clock.now();
    return { grant, scopes: token.scopes, ...this.makeAccess(grant, token.scopes, true, grant.clientId) };
  }

  findRefresh(text: string): { token: GoogleRefreshToken | undefined; standing: RefreshStanding } {
    const token = this.state.refreshTokens[sha256(text)];
    const grant = token && this.state.grants[token.grantId];
    if (!token || !grant) return { token, standing: 'unknown' };
    const changes = this.people.changes(grant.personaId);
    if (grant.ended !== undefined || changes.disabled || !this.isInTime(token)) return { token, standing: 'dead' };
    if (!grant.refreshTokens.includes(sha256(text))) return { token, standing: 'dead' };
    if (changes.blockedByAdmin) return { token, standing: 'blocked-by-admin' };
    return { token, standing: changes.mustReauthenticate ? 'must-reauthenticate' : 'live' };
  }

  /** A living access token and its grant. */
  findAccess(text: string): { token: GoogleAccessToken; grant: GoogleGrant } | undefined {
    const token = this.state.accessTokens[sha256(text)];
    const grant = token && this.state.grants[token.grantId];
    if (!grant || token.expiresAt <= this.box.clock.now()) return undefined;
    const dead =
      grant.ended !== undefined || token.epoch !== grant.epoch || this.people.changes(grant.personaId).disabled;
    return dead ? undefined : { token, grant };
  }

  /** The grant that an access or a refresh token belongs to, if the token is still worth something. */
  ofLiveToken(text: string): GoogleGrant | undefined {
    const { token, standing } = this.findRefresh(text);
    if (token && standing !== 'dead') return this.state.grants[token.grantId];
    return this.findAccess(text)?.grant;
  }

  /** Whose token it is or was, also after its end. */
  personaOf(text: string): string | undefined {
    const sum = sha256(text);
    const id = this.state.accessTokens[sum]?.grantId ?? this.state.refreshTokens[sum]?.grantId;
    return this.state.grants[id ?? '']?.personaId;
  }

  /** The refresh tokens that could still be used, for the events that name them. */
  liveRefreshTokens(grant: GoogleGrant): GoogleRefreshToken[] {
    if (grant.ended !== undefined) return [];
    return grant.refreshTokens.flatMap((sum) => {
      const token = this.state.refreshTokens[sum];
      return token && this.isInTime(token) ? [token] : [];
    });
  }

  end(grant: GoogleGrant, ending: GrantEnding): void {
    grant.ended ??= ending;
    grant.epoch += 1;
    this.box.changed();
  }

  endAccess(grant: GoogleGrant): void {
    grant.epoch += 1;
    this.box.changed();
  }

  /** Refresh tokens die, nobody is told: the death that a client discovers by asking. */
  endRefresh(grant: GoogleGrant): void {
    grant.refreshTokens = [];
    this.box.changed();
  }

  private grantFor(clientId: string, scopes: readonly string[], { persona, identity }: GooglePerson): GoogleGrant {
    const id = keyOf(clientId, persona.id, identity.id);
    const before = this.state.grants[id];
    const kept = before && before.ended === undefined ? before : undefined;
    const grant: GoogleGrant = kept ?? {
      id,
      clientId,
      personaId: persona.id,
      identity: identity.id,
      scopes: [],
      offline: false,
      grantedAt: this.box.clock.now(),
      epoch: (before?.epoch ?? 0) + 1,
      refreshTokens: [],
      accessTokens: [],
    };
    // A removed grant is gone for good, and so are its tokens.
    if (before && !kept) this.forgetTokens(before);
    grant.scopes = [...new Set([...grant.scopes, ...scopes])];
    this.state.grants[id] = grant;
    this.box.changed();
    return grant;
  }

  private makeRefresh(grant: GoogleGrant, scopes: string[]): Pick<IssuedTokens, 'refresh' | 'refreshExpiresIn'> {
    const now = this.box.clock.now();
    const testing =
      this.settings.publishingStatus === 'testing' || this.people.find(grant.personaId)?.testUser === true;
    const text = `1//0${randomText(64)}`;
    this.state.refreshTokens[sha256(text)] = {
      grantId: grant.id,
      scopes,
      issuedAt: now,
      lastUsedAt: now,
      expiresAt: testing ? now + this.settings.testingSeconds * 1000 : null,
      prefix: text.slice(0, 16),
      doubleHash: createHash('sha512').update(createHash('sha512').update(text).digest()).digest('base64'),
    };
    grant.refreshTokens.push(sha256(text));
    while (grant.refreshTokens.length > this.settings.refreshTokensPerAccount) {
      delete this.state.refreshTokens[grant.refreshTokens.shift() ?? ''];
    }
    this.box.changed();
    return { refresh: text, ...(testing ? { refreshExpiresIn: this.settings.testingSeconds - 1 } : {}) };
  }

  private makeAccess(
    grant: GoogleGrant,
    scopes: string[],
    offline: boolean,
    clientId: string,
  ): Pick<IssuedTokens, 'access' | 'expiresIn'> {
    const now = this.box.clock.now();
    const text = `ya29.a0A${randomText(96)}`;
    const { accessTokenSeconds } = this.settings;
    // Forgotten a day after their end: until then the call log knows whose they were.
    grant.accessTokens = grant.accessTokens.filter((sum) => {
      const keep = (this.state.accessTokens[sum]?.expiresAt ?? 0) > now - DAY;
      if (!keep) delete this.state.accessTokens[sum];
      return keep;
    });
    grant.accessTokens.push(sha256(text));
    this.state.accessTokens[sha256(text)] = {
      grantId: grant.id,
      epoch: grant.epoch,
      scopes,
      offline,
      expiresAt: now + accessTokenSeconds * 1000,
      clientId,
    };
    this.box.changed();
    return { access: text, expiresIn: accessTokenSeconds - 1 };
  }

  private isInTime(token: GoogleRefreshToken): boolean {
    const now = this.box.clock.now();
    const idle = now - token.lastUsedAt > this.settings.idleSeconds * 1000;
    return !idle && (token.expiresAt === null || token.expiresAt > now);
  }

  private forgetTokens(grant: GoogleGrant): void {
    for (const sum of grant.refreshTokens) delete this.state.refreshTokens[sum];
    for (const sum of grant.accessTokens) delete this.state.accessTokens[sum];
  }
}

const keyOf = (clientId: string, personaId: string, identityId: string): string =>
  [clientId, personaId, identityId].join(SEPARATOR);

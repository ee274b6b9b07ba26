import { randomUUID } from 'node:crypto';
import type { Box } from '../box/box';
import { randomText, sha256 } from '../box/secrets';
import { Sweep } from '../box/sweep';
import type { RemovalReason, TikTokCode, TikTokGrant } from './tiktok.state';

const DAY = 86_400_000;
const SPENT_KEPT = 20;

export interface TokenPair {
  access: string;
  refresh: string;
  grant: TikTokGrant;
}

export interface RefreshFinding {
  grant: TikTokGrant;
  standing: 'current' | 'spent' | 'ended';
}

/** Consents, codes and tokens. Tokens leave here once, as text; only their sums stay. */
export class TikTokGrants {
  private readonly oldCodes = new Sweep();
  private readonly oldTokens = new Sweep();
  private index: { of: Record<string, TikTokGrant>; byPersona: Map<string, TikTokGrant[]> } | undefined;

  constructor(private readonly box: Box) {}

  private get state() {
    return this.box.state.tiktok;
  }

  private get settings() {
    return this.box.state.settings.tiktok;
  }

  /** The newest consent of a person that was not taken back. */
  ofPersona(personaId: string): TikTokGrant | undefined {
    return this.allOf(personaId).findLast((one) => one.removed === undefined);
  }

  /** Real codes hold `*` and `!`, so they arrive percent-encoded: a client that forgets to decode is refused. [TTD] */
  makeCode(code: Omit<TikTokCode, 'expiresAt' | 'used'>): string {
    const now = this.box.clock.now();
    this.oldCodes.over(this.state.codes, (old) => old.expiresAt < now - DAY);
    const text = `${randomText(36)}*0!${randomText(2)}.va`;
    this.state.codes[sha256(text)] = { ...code, expiresAt: now + this.settings.codeSeconds * 1000, used: false };
    this.box.changed();
    return text;
  }

  findCode(text: string): TikTokCode | undefined {
    return this.state.codes[sha256(text)];
  }

  redeem(code: TikTokCode, scopes: string[]): TokenPair {
    code.used = true;
    const grant: TikTokGrant = {
      id: randomUUID(),
      personaId: code.personaId,
      scopes,
      declined: code.declined,
      grantedAt: this.box.clock.now(),
      refreshExpiresAt: 0,
      refreshTokens: [],
    };
    this.add(grant);
    return this.issue(grant);
  }

  /** A new pair; the refresh token that was used stops working at once. Access tokens live on to their own end. [TTD-N] */
  issue(grant: TikTokGrant): TokenPair {
    const now = this.box.clock.now();
    const access = `act.${randomText(40)}!${randomText(3)}.va`;
    const refresh = `rft.${randomText(40)}!${randomText(3)}.va`;
    const isOld = ({ expiresAt, grantId }: { expiresAt: number; grantId: string }): boolean =>
      (expiresAt > 0 && expiresAt < now - DAY) || !this.state.grants[grantId];
    this.oldTokens.over(this.state.accessTokens, isOld);
    this.state.accessTokens[sha256(access)] = {
      grantId: grant.id,
      expiresAt: now + this.settings.accessTokenSeconds * 1000,
    };
    this.state.refreshTokens[sha256(refresh)] = grant.id;
    grant.refreshTokens.push(sha256(refresh));
    if (grant.refreshTokens.length > SPENT_KEPT) delete this.state.refreshTokens[grant.refreshTokens.shift() ?? ''];
    grant.refreshExpiresAt = now + this.settings.refreshTokenSeconds * 1000;
    this.box.changed();
    return { access, refresh, grant };
  }

  findRefresh(text: string): RefreshFinding | undefined {
    const sum = sha256(text);
    const grant = this.state.grants[this.state.refreshTokens[sum] ?? ''];
    if (!grant) return undefined;
    if (grant.refreshTokens.at(-1) !== sum) return { grant, standing: 'spent' };
    const ended = grant.removed !== undefined || grant.refreshExpiresAt <= this.box.clock.now();
    return { grant, standing: ended ? 'ended' : 'current' };
  }

  /** The grant of a living access token. */
  findAccess(text: string): TikTokGrant | undefined {
    const token = this.state.accessTokens[sha256(text)];
    if (!token || token.expiresAt <= this.box.clock.now()) return undefined;
    const grant = this.state.grants[token.grantId];
    return grant?.removed === undefined ? grant : undefined;
  }

  /** Whose token it is or was, also after its end. */
  personaOf(text: string): string | undefined {
    const id = this.state.accessTokens[sha256(text)]?.grantId ?? this.state.refreshTokens[sha256(text)];
    return this.state.grants[id ?? '']?.personaId;
  }

  /** The app is gone from the person's list: every consent ends, every token dies. */
  removeAll(personaId: string, reason: RemovalReason): void {
    for (const grant of this.allOf(personaId)) grant.removed ??= reason;
    this.endAccess(personaId);
  }

  /** Access tokens of a person die at once; the refresh tokens stay what they are. */
  endAccess(personaId: string): void {
    for (const token of Object.values(this.state.accessTokens)) {
      if (this.state.grants[token.grantId]?.personaId === personaId) token.expiresAt = 0;
    }
    this.box.changed();
  }

  endRefresh(personaId: string): void {
    for (const grant of this.allOf(personaId)) grant.refreshExpiresAt = 0;
    this.box.changed();
  }

  /** The consents of a person, oldest first. Found by an index: there may be as many people as grants. */
  private allOf(personaId: string): TikTokGrant[] {
    return this.byPersona().get(personaId) ?? [];
  }

  /** A new consent; those of the same person that were taken back are forgotten. */
  private add(grant: TikTokGrant): void {
    const standing: TikTokGrant[] = [];
    for (const old of this.allOf(grant.personaId)) {
      if (old.removed === undefined) standing.push(old);
      else delete this.state.grants[old.id];
    }
    this.byPersona().set(grant.personaId, [...standing, grant]);
    this.state.grants[grant.id] = grant;
  }

  /** Made anew when the state is another one: after the start, after a reset. */
  private byPersona(): Map<string, TikTokGrant[]> {
    if (this.index?.of !== this.state.grants) {
      const grants = Object.values(this.state.grants);
      this.index = { of: this.state.grants, byPersona: Map.groupBy(grants, (grant) => grant.personaId) };
    }
    return this.index.byPersona;
  }
}

import type { Box } from '../box/box';
import { randomText, sameText, sha256 } from '../box/secrets';
import { TtcmError } from './ttcm-error';

const HOUR = 3_600_000;

/** What an advertiser may allow an app to do (platforms.md 5.2, A). [AE] */
export const AGENCY_SCOPES: readonly { id: number; label: string }[] = [
  { id: 13_020_000, label: 'Read your marketplace account' },
  { id: 13_030_000, label: 'See the onboarding status of creators, and invite them' },
  { id: 14_010_100, label: 'Read the public profile of creators' },
  { id: 14_020_100, label: 'Read the public videos of creators' },
];
export type AgencyScope = 13_020_000 | 13_030_000 | 14_010_100 | 14_020_100;

/**
 * The agency's own authorization: `portal/auth` → auth_code (an hour, once) → a token without an end. Beside the tokens
 * made here there is the standing one of the registration, as a system in operation has it.
 */
export class Agency {
  constructor(private readonly box: Box) {}

  private get state() {
    return this.box.state.ttcm;
  }

  makeCode(scopes: readonly number[]): string {
    const code = randomText(30);
    const now = this.box.clock.now();
    this.state.codes[sha256(code)] = { scopes: [...scopes], expiresAt: now + HOUR, used: false };
    this.box.changed();
    return code;
  }

  redeem(text: string): { token: string; scopes: readonly number[] } {
    const code = this.state.codes[sha256(text)];
    if (!code) throw new TtcmError(40101, 'Auth_code is incorrect.');
    if (code.used || code.expiresAt <= this.box.clock.now()) throw new TtcmError(40110);
    code.used = true;
    const token = sha256(randomText(40)).slice(0, 40);
    this.state.tokens[sha256(token)] = { scopes: code.scopes, revoked: false };
    this.box.changed();
    return { token, scopes: code.scopes };
  }

  /** What a living token may do. */
  scopesOf(token: string): readonly number[] | undefined {
    if (this.isStanding(token)) {
      return this.state.standingTokenRevoked ? undefined : AGENCY_SCOPES.map((scope) => scope.id);
    }
    const found = this.state.tokens[sha256(token)];
    return found && !found.revoked ? found.scopes : undefined;
  }

  revoke(token: string): void {
    if (!this.scopesOf(token)) throw new TtcmError(40105);
    const found = this.state.tokens[sha256(token)];
    if (found) found.revoked = true;
    else this.state.standingTokenRevoked = true;
    this.box.changed();
  }

  /** The advertiser cancels the authorization: every token of the app is dead. */
  cancel(): void {
    for (const token of Object.values(this.state.tokens)) token.revoked = true;
    this.state.standingTokenRevoked = true;
    this.box.changed();
  }

  /** The advertiser takes the standing token up again, which no platform offers: else a sandbox would have to be reset. */
  restore(): void {
    this.state.standingTokenRevoked = false;
    this.box.changed();
  }

  hasAccess(): boolean {
    return !this.state.standingTokenRevoked || Object.values(this.state.tokens).some((token) => !token.revoked);
  }

  private isStanding(token: string): boolean {
    return sameText(token, this.box.registrations.ttcm.accessToken);
  }
}

import { randomUUID } from 'node:crypto';
import type { Box } from '../box/box';
import type { SecurityEventKind } from '../box/callbacks';
import type { GooglePersona } from '../world/google-personas';
import type { GoogleGrant, GoogleRefreshToken } from './google.state';
import type { GooglePeople, GooglePerson } from './people';
import type { SigningKeys } from './signing-keys';

/** With the slash, unlike the issuer of ID tokens. [RISC] */
export const RISC_ISSUER = 'https://accounts.google.com/';
const PREFIX = 'https://schemas.openid.net/secevent/';
const TYPES: Record<SecurityEventKind, string> = {
  'token-revoked': 'oauth/event-type/token-revoked',
  'tokens-revoked': 'oauth/event-type/tokens-revoked',
  'sessions-revoked': 'risc/event-type/sessions-revoked',
  'account-disabled': 'risc/event-type/account-disabled',
  'account-enabled': 'risc/event-type/account-enabled',
  'account-credential-change-required': 'risc/event-type/account-credential-change-required',
  verification: 'risc/event-type/verification',
};

/**
 * Cross-Account Protection: signed security event tokens to the address registered (platforms.md 3.7). An app that was
 * never given `openid` can not know the `sub`; it is told all the same, as Google does. [RISC, inf]
 */
export class SecurityEvents {
  constructor(
    private readonly box: Box,
    private readonly people: GooglePeople,
    private readonly keys: SigningKeys,
  ) {}

  tokenRevoked({ personaId }: GoogleGrant, token: GoogleRefreshToken): void {
    const byPrefix = this.box.state.settings.google.tokenIdentifier === 'prefix';
    this.send('token-revoked', personaId, {
      subject: {
        subject_type: 'oauth_token',
        token_type: 'refresh_token',
        token_identifier_alg: byPrefix ? 'prefix' : 'hash_base64_sha512_sha512',
        token: byPrefix ? token.prefix : token.doubleHash,
      },
    });
  }

  /** What happened to an account as a whole, by its `sub`; each brand account has one of its own. [inf] */
  account(
    kind: Exclude<SecurityEventKind, 'token-revoked' | 'verification'>,
    persona: GooglePersona,
    more: object = {},
  ): void {
    for (const identity of persona.identities) {
      this.send(kind, persona.id, { subject: this.subject({ persona, identity }), ...more });
    }
  }

  verification(state: string): void {
    this.send('verification', 'nobody', { state });
  }

  private subject({ identity }: GooglePerson): object {
    return { subject_type: 'iss-sub', iss: RISC_ISSUER, sub: this.people.sub(identity) };
  }

  private send(kind: SecurityEventKind, persona: string, event: object): void {
    const { clientId, riscUrl } = this.box.registrations.google;
    const payload = {
      iss: RISC_ISSUER,
      aud: clientId,
      iat: this.box.clock.told(this.box.clock.now()),
      jti: randomUUID(),
      events: { [PREFIX + TYPES[kind]]: event },
    };
    void this.box.callbacks.send({
      platform: 'google',
      kind,
      persona,
      url: riscUrl,
      secret: this.keys.currentKid,
      // The "secret" is the name of the key; a scripted wrong one makes a forged signature.
      sign: (kid) => ({
        headers: { 'content-type': 'application/secevent+jwt', accept: 'application/json' },
        body: this.keys.sign(payload, kid, { typ: 'secevent+jwt' }),
      }),
    });
  }
}

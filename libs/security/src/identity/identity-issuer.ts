import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { identityType, type Identity } from './identity';

const lifeSeconds = 60;
/** A cached token is handed out at most this long, so that it always has half a minute left when it arrives. */
const reuseMs = 30_000;
const cacheSize = 5_000;

/** Signs identities for other services: EdDSA, at most 60 s, one audience (security SE-08). */
export class IdentityIssuer {
  private readonly cache = new Map<string, { token: string; until: number }>();

  constructor(
    private readonly service: string,
    private readonly key: KeyObject,
    private readonly now: () => number = Date.now,
  ) {}

  static fromKeyFile(service: string, privateKeyFile: string): IdentityIssuer {
    return new IdentityIssuer(service, createPrivateKey(readFileSync(privateKeyFile)));
  }

  async issue(identity: Identity, audience: string): Promise<string> {
    const now = this.now();
    const slot = `${audience} ${JSON.stringify(identity)}`;
    const known = this.cache.get(slot);
    if (known && known.until > now) return known.token;
    const { sub, ...claims } = identity;
    const issuedAt = Math.floor(now / 1000);
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: identityType, kid: this.service })
      .setSubject(sub)
      .setIssuer(this.service)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .sign(this.key);
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(slot, { token, until: now + reuseMs });
    return token;
  }

  /** This service itself, speaking to another one. */
  asService(audience: string): Promise<string> {
    return this.issue({ kind: 'service', sub: this.service }, audience);
  }
}

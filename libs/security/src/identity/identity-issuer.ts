import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { KeyRingError, readSecretFile } from '../vault/key-file';
import { identityType, peopleIssuer, type Identity } from './identity';

const lifeSeconds = 60;
/** Clocks of two machines differ a little; a token from the future would be refused. */
const backdateSeconds = 5;
/** A cached token is handed out at most this long, so that it always has 25 s left when it arrives. */
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

  /** Throws when the file is readable by others or holds no Ed25519 key. */
  static fromKeyFile(service: string, privateKeyFile: string): IdentityIssuer {
    const key = createPrivateKey(readSecretFile(privateKeyFile, 'identity key'));
    if (key.asymmetricKeyType !== 'ed25519') throw new KeyRingError('The identity key is not an Ed25519 key');
    return new IdentityIssuer(service, key);
  }

  async issue(identity: Identity, audience: string): Promise<string> {
    if (identity.kind !== 'service' && this.service !== peopleIssuer) {
      throw new Error(`${this.service} speaks for itself only`);
    }
    const now = this.now();
    const slot = `${audience} ${JSON.stringify(identity)}`;
    const known = this.cache.get(slot);
    if (known && known.until > now) return known.token;
    const { sub, ...claims } = identity;
    const issuedAt = Math.floor(now / 1000) - backdateSeconds;
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

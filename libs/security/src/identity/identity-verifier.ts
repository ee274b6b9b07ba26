import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jwtVerify } from 'jose';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { identitySchema, identityType, peopleIssuer, type Identity } from './identity';

const cacheSize = 5_000;
const longestLifeSeconds = 300;

/**
 * Checks identities made for this service. Keys come from a local file only; whatever key a token carries or points to is
 * ignored. Only the gateway may speak for people; any other service speaks for itself.
 */
export class IdentityVerifier {
  private readonly cache = new Map<string, { identity: Identity; until: number }>();

  constructor(
    private readonly service: string,
    private readonly keys: ReadonlyMap<string, KeyObject>,
    private readonly now: () => number = Date.now,
  ) {}

  /** The file holds `{"<service>": "<PEM of its public key>"}`. */
  static fromKeysFile(service: string, publicKeysFile: string): IdentityVerifier {
    const keys = Object.entries(JSON.parse(readFileSync(publicKeysFile, 'utf8')) as Record<string, string>);
    return new IdentityVerifier(service, new Map(keys.map(([name, pem]) => [name, publicKey(name, pem)])));
  }

  /** Throws `request.unauthenticated` for anything that is not exactly right. */
  async verify(token: string): Promise<Identity> {
    const known = this.cache.get(token);
    if (known) {
      if (known.until > this.now()) return known.identity;
      this.cache.delete(token);
    }
    try {
      return await this.#check(token);
    } catch (cause) {
      throw new AppError(requestErrors.unauthenticated, { cause });
    }
  }

  async #check(token: string): Promise<Identity> {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = kid === undefined ? undefined : this.keys.get(kid);
        if (!key) throw new Error('unknown key');
        return key;
      },
      {
        algorithms: ['EdDSA'],
        typ: identityType,
        audience: this.service,
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: longestLifeSeconds,
        currentDate: new Date(this.now()),
      },
    );
    const issuer = protectedHeader.kid;
    if (payload.iss !== issuer) throw new Error('issuer and key differ');
    if (payload.aud !== this.service) throw new Error('made for others too');
    // The cache trusts `exp`, so its distance has to be checked here and not only the age.
    if (payload.exp! - payload.iat! > longestLifeSeconds) throw new Error('lives too long');
    const identity = identitySchema.parse(payload) as Identity;
    const forItself = identity.kind === 'service' && identity.sub === issuer;
    if (issuer !== peopleIssuer && !forItself) throw new Error('only the gateway speaks for others');
    if (this.cache.size >= cacheSize) this.cache.clear();
    this.cache.set(token, { identity, until: payload.exp! * 1000 });
    return identity;
  }
}

function publicKey(name: string, pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`The identity key of ${name} is not an Ed25519 key`);
  return key;
}

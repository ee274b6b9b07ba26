import { createHash, createSign, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';

interface SigningKey {
  kid: string;
  private: KeyObject;
  jwk: JsonWebKey;
  pem: string;
}

/**
 * The key of the pretended Google, made when it is first needed. Another one after each start, as the real keys change
 * too: whoever meets an unknown `kid` has to fetch the set again.
 */
export class SigningKeys {
  private readonly keys: SigningKey[] = [];

  get currentKid(): string {
    return this.current().kid;
  }

  /** What `jwks_uri` answers. */
  jwks(): { keys: JsonWebKey[] } {
    this.current();
    return { keys: this.keys.map(({ jwk }) => jwk) };
  }

  /**
   * The same set as older clients (Google's own among them) fetch it: by `kid`, in PEM. The real one holds certificates;
   * a bare public key serves whoever only verifies with it. [K]
   */
  pems(): Record<string, string> {
    this.current();
    return Object.fromEntries(this.keys.map(({ kid, pem }) => [kid, pem]));
  }

  /** The next signature is made with another key; the old one stays in the set. */
  rotate(): void {
    this.keys.unshift(makeKey());
    this.keys.length = Math.min(this.keys.length, 2);
  }

  /**
   * A compact JWS. With an unknown `kid` it is signed by a key that stands in no set, under the name of the current
   * one: that is what a forged message looks like.
   */
  sign(payload: object, kid: string = this.currentKid, header: object = {}): string {
    const known = this.keys.find((key) => key.kid === kid);
    const text = [{ alg: 'RS256', typ: 'JWT', kid: this.currentKid, ...header }, payload].map(encoded).join('.');
    const key = known?.private ?? makeKey().private;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
  }

  private current(): SigningKey {
    const [first] = this.keys;
    if (first) return first;
    this.keys.push(makeKey());
    return this.current();
  }
}

/** `alg: none`: a token that anybody could have written. */
export const unsigned = (payload: object): string =>
  `${[{ alg: 'none', typ: 'JWT' }, payload].map(encoded).join('.')}.`;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function makeKey(): SigningKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('hex').slice(0, 40);
  const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { kid, private: pair.privateKey, jwk: { ...jwk, kid, use: 'sig', alg: 'RS256' }, pem };
}

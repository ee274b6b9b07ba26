import { createHmac, createSign, generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A sender of security event tokens: for tests that play the platform, and for those that play somebody else. */
export class EventSender {
  readonly kid = randomUUID();
  private readonly pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

  /** The public half, as a sender publishes it. */
  get jwk(): JsonWebKey {
    return { ...this.pair.publicKey.export({ format: 'jwk' }), kid: this.kid, use: 'sig', alg: 'RS256' };
  }

  /** `header` replaces what a right one says; the signature is made with this sender's key all the same. */
  sign(payload: object, header: object = {}): string {
    const text = [{ alg: 'RS256', kid: this.kid, typ: 'secevent+jwt', ...header }, payload].map(part).join('.');
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.pair.privateKey).toString('base64url')}`;
  }

  /** `alg: none`, which anybody could have written. */
  unsigned(payload: object): string {
    return `${[{ alg: 'none', kid: this.kid, typ: 'secevent+jwt' }, payload].map(part).join('.')}.`;
  }

  /** HMAC keyed with the published key, for a receiver that lets the token choose its algorithm (RFC 8725, 2.1). */
  signedWithPublicKey(payload: object): string {
    const text = [{ alg: 'HS256', kid: this.kid, typ: 'secevent+jwt' }, payload].map(part).join('.');
    const secret = this.pair.publicKey.export({ format: 'pem', type: 'spki' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
}

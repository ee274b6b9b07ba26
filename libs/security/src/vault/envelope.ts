import { randomBytes } from 'node:crypto';
import type { KeySource } from './key-ring-file';
import { decrypt, encrypt, SealBroken, sealedBytes } from './sealing';

/** Where a sealed value belongs. It is authenticated, so a copy in another place does not open. */
export interface SealContext {
  organisation: string;
  influencer: string;
  platform: string;
  connection: string;
  field: string;
}

/**
 * Envelope encryption: key ring → data key → value, each step AES-256-GCM with a random 96-bit nonce and a 128-bit tag
 * (NIST SP 800-38D). Stored forms: `v1:<key id>:<base64url>` for a wrapped data key, `v1.<base64url>` for a value.
 */
export class Envelope {
  constructor(private readonly ring: KeySource) {}

  newDataKey(): Buffer {
    return randomBytes(32);
  }

  wrap(dataKey: Buffer): string {
    const id = this.ring.activeId;
    return `v1:${id}:${encrypt(this.ring.active, dataKey, wrapContext(id)).toString('base64url')}`;
  }

  /** Throws SealBroken, or KeyRingError when the key is not in the ring. */
  unwrap(wrapped: string): Buffer {
    const [version, id, text, ...more] = wrapped.split(':');
    if (version !== 'v1' || !id || !text || more.length > 0)
      throw new SealBroken('The wrapped key has an unknown form');
    return decrypt(this.ring.get(id), sealedBytes(text), wrapContext(id));
  }

  /** Id of the key a data key is wrapped with, for the progress of a rotation. */
  static keyIdOf(wrapped: string): string | undefined {
    return wrapped.split(':')[1];
  }

  seal(dataKey: Buffer, plaintext: string, context: SealContext): string {
    return `v1.${encrypt(dataKey, Buffer.from(plaintext, 'utf8'), valueContext(context)).toString('base64url')}`;
  }

  /** Throws SealBroken. */
  open(dataKey: Buffer, sealed: string, context: SealContext): string {
    if (!sealed.startsWith('v1.')) throw new SealBroken('The sealed value has an unknown form');
    return decrypt(dataKey, sealedBytes(sealed.slice(3)), valueContext(context)).toString('utf8');
  }
}

/** Canonical: fixed order, each part with its length, so that no two contexts read the same. */
function valueContext({ organisation, influencer, platform, connection, field }: SealContext): Buffer {
  const parts = ['value', 'v1', organisation, influencer, platform, connection, field];
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(''), 'utf8');
}

const wrapContext = (id: string) => Buffer.from(`4:wrap2:v1${Buffer.byteLength(id)}:${id}`, 'utf8');

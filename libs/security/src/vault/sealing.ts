import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The sealed value was changed, moved, cut, or sealed with another key. There is no fallback. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a random 96-bit nonce and a 128-bit tag (NIST SP 800-38D): nonce, ciphertext, tag. */
export function encrypt(key: Buffer, plaintext: Buffer, context: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(context);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Throws SealBroken. */
export function decrypt(key: Buffer, sealed: Buffer, context: Buffer): Buffer {
  // A shorter tag would be accepted by some GCM interfaces and be easier to forge, so the length is checked first.
  if (sealed.length < nonceBytes + tagBytes) throw new SealBroken('The sealed value is cut off');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken('The sealed value does not open here');
  }
}

/** Node skips what is no base64url, so two texts could stand for the same bytes; only one of them was written by us. */
export function sealedBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new SealBroken('The sealed value was changed');
  return bytes;
}

/** A short text under one key, bound to the place it belongs to; base64url. */
export function sealText(key: Buffer, text: string, context: string): string {
  return encrypt(key, Buffer.from(text, 'utf8'), Buffer.from(context, 'utf8')).toString('base64url');
}

/** Throws SealBroken. */
export function openText(key: Buffer, sealed: string, context: string): string {
  return decrypt(key, sealedBytes(sealed), Buffer.from(context, 'utf8')).toString('utf8');
}

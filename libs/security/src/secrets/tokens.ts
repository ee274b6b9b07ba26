import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Random bytes as base64url; 32 of them (256 bits) by default. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares in a time that tells neither content nor length. */
export function timingSafeEqualText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

/** HMAC-SHA256 for finding a row by a value that is not stored (security VK-08). */
export function lookupHash(key: Buffer, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What logs and pages may say about a token: enough to tell two apart, useless to anybody else. */
export function fingerprint(token: string): string {
  return sha256(token).slice(0, 8);
}

export function hmac(key: string, message: string): Buffer {
  return createHmac('sha256', key).update(message).digest();
}

export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Letters and digits only, as in Meta's tokens. */
export function randomAlphanumeric(length: number): string {
  return randomText(length * 2)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length);
}

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(sha256(a));
  const right = Buffer.from(sha256(b));
  return timingSafeEqual(left, right);
}

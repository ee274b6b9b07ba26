import { createHash } from 'node:crypto';

const shape = /^[A-Za-z0-9_-]{20,128}$/;

/** What the browser keeps of an opened link. Text that can't be a token is kept as one that nothing answers to. */
export function tokenToKeep(fromAddress: string): string {
  return shape.test(fromAddress) ? fromAddress : 'x'.repeat(43);
}

/** Links are known by their hash, here and in accounts' database. */
export function linkHashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

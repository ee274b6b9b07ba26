import { createHash } from 'node:crypto';
import type { AccessToken } from '../secret-text';

/** RFC 7636 §4.2, S256. */
export function challengeOf(verifier: AccessToken): string {
  return createHash('sha256').update(verifier.reveal()).digest('base64url');
}

/** Binds the ID token to the attempt; made from the verifier, so that one secret per attempt is enough. */
export function nonceOf(verifier: AccessToken): string {
  return createHash('sha256').update(`nonce:${verifier.reveal()}`).digest('base64url');
}

import { createHash } from 'node:crypto';
import type { AccessToken } from '../secret-text';

/** How Google's security events may name a refresh token (Cross-Account Protection guide, token-revoked). */
export interface RefreshTokenIdentifiers {
  /** Its first 16 characters. */
  readonly prefix: string;
  /** base64(sha512(sha512(token))). */
  readonly hash_base64_sha512_sha512: string;
}

/** Both, because either may arrive: index a stored refresh token by each of them. */
export function refreshTokenIdentifiers(token: AccessToken): RefreshTokenIdentifiers {
  const value = token.reveal();
  const once = createHash('sha512').update(value).digest();
  return {
    prefix: value.slice(0, 16),
    hash_base64_sha512_sha512: createHash('sha512').update(once).digest('base64'),
  };
}

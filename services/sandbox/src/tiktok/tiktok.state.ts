import type { TikTokAttributes } from '../world/tiktok-personas';

/** Reasons of `authorization.removed` (platforms.md 4.5). */
export type RemovalReason = 0 | 1 | 2 | 3 | 4 | 5;

/** One consent. A person may have given several; removing the app ends them all. */
export interface TikTokGrant {
  id: string;
  personaId: string;
  scopes: string[];
  declined: string[];
  grantedAt: number;
  refreshExpiresAt: number;
  /** Sums of the refresh tokens in the order they were issued; only the last one is worth anything. */
  refreshTokens: string[];
  removed?: RemovalReason;
}

export interface TikTokAccessToken {
  grantId: string;
  expiresAt: number;
}

export interface TikTokCode {
  personaId: string;
  redirectUri: string;
  /** Hexadecimal SHA-256 of the verifier, where one was announced. */
  challenge?: string;
  scopes: string[];
  declined: string[];
  expiresAt: number;
  used: boolean;
}

/** Keys of codes and tokens are SHA-256 sums, so that neither memory nor the state file holds a usable one. */
export interface TikTokState {
  grants: Record<string, TikTokGrant>;
  accessTokens: Record<string, TikTokAccessToken>;
  /** Sum of a refresh token → id of its grant; spent ones stay a while, to tell "used twice" from "never issued". */
  refreshTokens: Record<string, string>;
  codes: Record<string, TikTokCode>;
  /** How often a refresh token was presented that had been used before: what a client must never do. */
  refreshTokensReused: number;
  people: Record<string, Partial<TikTokAttributes>>;
}

export function newTikTokState(): TikTokState {
  return { grants: {}, accessTokens: {}, refreshTokens: {}, codes: {}, refreshTokensReused: 0, people: {} };
}

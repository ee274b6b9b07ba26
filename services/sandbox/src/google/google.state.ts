import type { ChannelStanding } from '../world/google-personas';

/** Why a grant ended. Google tells the app nothing but `invalid_grant`; the page and the security events tell more. */
export type GrantEnding = 'removed-by-person' | 'revoked-by-app' | 'account-closed';

/** What one Google identity (an account, or a brand account behind it) allowed one client. */
export interface GoogleGrant {
  id: string;
  clientId: string;
  personaId: string;
  identity: string;
  /** Everything ever ticked for this client. A token holds only what its own consent asked for. [K] */
  scopes: string[];
  /** A consent for offline access was given: the next one yields no second refresh token unless it is forced. [K] */
  offline: boolean;
  grantedAt: number;
  ended?: GrantEnding;
  /** Tokens carry the epoch they were made in; ending one kills them all without a list of tokens. */
  epoch: number;
  /** Sums of the refresh tokens, oldest first: beyond the limit the oldest dies silently. [GOA] */
  refreshTokens: string[];
  accessTokens: string[];
}

export interface GoogleRefreshToken {
  grantId: string;
  scopes: string[];
  issuedAt: number;
  lastUsedAt: number;
  /** Of an app in Testing: seven days. `null`: no end of its own. [GOA] */
  expiresAt: number | null;
  /** What a security event may name the token by (platforms.md 3.7); neither can be used as a token. [RISC] */
  prefix: string;
  doubleHash: string;
}

export interface GoogleAccessToken {
  grantId: string;
  epoch: number;
  scopes: string[];
  offline: boolean;
  expiresAt: number;
  /** The client it was made for; another one only by a fault. */
  clientId: string;
}

export interface GoogleCode {
  clientId: string;
  personaId: string;
  identity: string;
  redirectUri: string;
  scopes: string[];
  offline: boolean;
  /** The consent page was shown, or `prompt=consent` asked for it: only then a refresh token comes. */
  consented: boolean;
  /** Of the grant that the consent made or met: once that one is removed, the code is worth nothing. */
  grantedAt: number;
  challenge?: { value: string; method: 'S256' | 'plain' };
  nonce?: string;
  expiresAt: number;
  used: boolean;
}

export interface ChannelChanges {
  /** By a person who had none. */
  created?: boolean;
  standing?: ChannelStanding;
  deletedVideos?: number[];
}

/** What changed about a Google account since the world began. */
export interface GooglePersonChanges {
  /** Every token answers as if it were revoked until the account is enabled again (RISC account-disabled). */
  disabled?: boolean;
  /** The organisation's policy forbids the app. */
  blockedByAdmin?: boolean;
  /** Session control: refreshing answers `invalid_rapt` until the person signs in again. */
  mustReauthenticate?: boolean;
  channels?: Record<number, ChannelChanges>;
}

/** Keys of codes and tokens are SHA-256 sums: neither memory nor the state file holds a usable one. */
export interface GoogleState {
  grants: Record<string, GoogleGrant>;
  refreshTokens: Record<string, GoogleRefreshToken>;
  accessTokens: Record<string, GoogleAccessToken>;
  codes: Record<string, GoogleCode>;
  people: Record<string, GooglePersonChanges>;
  /** Used up on that Pacific day: everything together, and the bucket of `search` (platforms.md 3.4). [YTQ] */
  quota: { day: string; units: number; searches: number };
}

export function newGoogleState(): GoogleState {
  return {
    grants: {},
    refreshTokens: {},
    accessTokens: {},
    codes: {},
    people: {},
    quota: { day: '', units: 0, searches: 0 },
  };
}

/** `expired`: a permission unused for 90 days ends alone (platforms.md 1.4). */
export type PermissionStatus = 'granted' | 'declined' | 'expired';

/** Why tokens of an earlier time are dead: the subcodes of error 190 (platforms.md 1.12). */
export type Ending = 458 | 460 | 463 | 467;

/** What one person allowed one app. All tokens of the pair share it: a narrower new consent narrows older tokens too. */
export interface FacebookGrant {
  personaId: string;
  appId: string;
  permissions: Record<string, PermissionStatus>;
  /** Chosen Pages and Instagram accounts by id; `null` means all current and future ones. */
  pages: string[] | null;
  instagram: string[] | null;
  /** Tokens carry the epoch they were made in; ending an epoch kills them all at once, without a list of tokens. */
  epoch: number;
  endings: Record<number, Ending>;
  removed: boolean;
  grantedAt: number;
  dataAccessEndsAt: number;
}

export interface FacebookToken {
  kind: 'USER' | 'PAGE';
  appId: string;
  personaId: string;
  pageId?: string;
  epoch: number;
  longLived: boolean;
  issuedAt: number;
  /** `null`: no end of its own (Page token of a long-lived user token). */
  expiresAt: number | null;
}

export interface FacebookCode {
  appId: string;
  personaId: string;
  redirectUri: string;
  expiresAt: number;
  used: boolean;
}

/** What changed about a person since the world began. */
export interface FacebookPersonChanges {
  /** 459 checkpoint, 464 unconfirmed: all tokens answer so until the person signs in again. */
  blocked?: 459 | 464;
  pagesWithoutRole?: string[];
  /** They are listed with everything but a token of their own. */
  pagesWithoutToken?: string[];
  instagramUnlinkedFrom?: string[];
  /** Number of the Instagram account that took the place of the one that was linked, by Page. */
  instagramReplaced?: Record<string, number>;
  /** The personal Instagram account was switched to a professional one. */
  madeProfessional?: boolean;
  /** How many of the persona's spare Pages were created since. */
  extraPages?: number;
}

/** Keys of `codes` and `tokens` are SHA-256 sums: neither memory nor the state file holds a usable token. */
export interface FacebookState {
  grants: Record<string, FacebookGrant>;
  tokens: Record<string, FacebookToken>;
  codes: Record<string, FacebookCode>;
  people: Record<string, FacebookPersonChanges>;
  /** Of Instagram accounts that were renamed, by their number. */
  usernames: Record<number, string>;
}

export function newFacebookState(): FacebookState {
  return { grants: {}, tokens: {}, codes: {}, people: {}, usernames: {} };
}

import type { GrantTokens } from '@creator-connect/platforms';
import { Secret } from '@creator-connect/security';

/** What a platform gave for a refresh token. */
export interface RenewedTokens {
  access: Secret;
  accessExpiresAt: Date | null;
  /** null: the platform sent none; the stored one stays. */
  refresh: Secret | null;
  refreshExpiresAt: Date | null;
  /** null: the answer did not tell. */
  scopes: readonly string[] | null;
}

/**
 * Notes on a renewal under way, sealed in its row: written when the token is on its way, and again with the answer before
 * anything else is done with it. Whoever takes over after a crash learns from them whether a token may have been spent.
 */
export interface RefreshAttempt {
  /** Version of the tokens that are being replaced. */
  tokenVersion: number;
  answer: RenewedTokens | null;
}

export function renewedFrom(tokens: GrantTokens): RenewedTokens {
  return {
    access: Secret.of(tokens.accessToken.reveal()),
    accessExpiresAt: tokens.accessExpiresAt,
    refresh: tokens.refreshToken && Secret.of(tokens.refreshToken.reveal()),
    refreshExpiresAt: tokens.refreshExpiresAt,
    scopes: tokens.scopes,
  };
}

interface EncodedTokens {
  access: string;
  accessExpiresAt: string | null;
  refresh: string | null;
  refreshExpiresAt: string | null;
  scopes: readonly string[] | null;
}

/** Plain text for the vault; the only place where the notes' tokens leave their wrappers. */
export function encodeAttempt({ tokenVersion, answer }: RefreshAttempt): string {
  const plain = answer && { ...answer, access: answer.access.reveal(), refresh: answer.refresh?.reveal() ?? null };
  return JSON.stringify({ tokenVersion, answer: plain });
}

export function decodeAttempt(text: string): RefreshAttempt {
  const { tokenVersion, answer } = JSON.parse(text) as { tokenVersion: number; answer: EncodedTokens | null };
  return {
    tokenVersion,
    answer: answer && {
      access: Secret.of(answer.access),
      accessExpiresAt: date(answer.accessExpiresAt),
      refresh: answer.refresh === null ? null : Secret.of(answer.refresh),
      refreshExpiresAt: date(answer.refreshExpiresAt),
      scopes: answer.scopes,
    },
  };
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Why TikTok takes our token no longer, by its own word. */
export type EndCause = 'token_refused' | 'permission_missing';

/** An organisation's own marketplace account, and how far it lets us work in it. */
export interface AgencyConnection {
  organisationId: string;
  state: 'CONNECTED' | 'REAUTH';
  accountId: string;
  accountLabel: string | null;
  country: string | null;
  scopes: number[];
  /** Null in REAUTH: a token that is refused is kept by nobody. */
  sealedToken: string | null;
  connectedBy: string;
  connectedAt: Date;
  endedAt: Date | null;
  endCause: EndCause | null;
  version: string;
}

/** How long somebody has for the platform's page (security OC-01). */
export const ATTEMPT_TTL_SECONDS = 600;

/** What became of an attempt, as the settings page is told. */
export type AttemptOutcome = 'connected' | 'refused' | 'invalid' | 'permission_missing' | 'no_account' | 'failed';

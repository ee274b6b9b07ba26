import type { GrantInspection } from '../capabilities/grants';
import type { DebugToken } from './instagram-grants.schemas';
import { deathCauseOf } from './instagram-errors';

/** Reads `debug_token` (Meta, Authentication versus data access). */
export function inspectionFrom(data: DebugToken, ourAppId: string, now: Date): GrantInspection {
  const dataAccessExpiresAt = moment(data.data_access_expires_at);
  const subcode = data.error?.subcode ?? data.error?.error_subcode;
  const deathCause = data.error ? deathCauseOf({ code: data.error.code, error_subcode: subcode }) : null;
  const dataAccessOver = dataAccessExpiresAt !== null && dataAccessExpiresAt <= now;
  return {
    valid: data.is_valid,
    // A dead token may come back without its app; only a named other app is foreign.
    issuedToUs: data.app_id === undefined ? !data.is_valid : data.app_id === ourAppId,
    tokenType: data.type === 'USER' ? 'user' : data.type === 'PAGE' ? 'page' : 'other',
    platformUserId: data.user_id ?? null,
    profileId: data.profile_id ?? null,
    scopes: data.scopes,
    granularScopes: (data.granular_scopes ?? []).map((granular) => ({
      scope: granular.scope,
      targetIds: granular.target_ids ?? null,
    })),
    issuedAt: moment(data.issued_at),
    expiresAt: moment(data.expires_at),
    dataAccessExpiresAt,
    // The token stays valid when data access ends after 90 days, but reads nothing any more.
    deathCause: deathCause ?? (data.is_valid && dataAccessOver ? 'data_access_expired' : null),
  };
}

/** A token of another app: Meta tells nothing else about it. */
export const FOREIGN_TOKEN: GrantInspection = {
  valid: false,
  issuedToUs: false,
  tokenType: 'other',
  platformUserId: null,
  profileId: null,
  scopes: [],
  granularScopes: [],
  issuedAt: null,
  expiresAt: null,
  dataAccessExpiresAt: null,
  deathCause: null,
};

/** Seconds since 1970; 0 stands for "never". */
function moment(seconds: number | undefined): Date | null {
  return seconds === undefined || seconds <= 0 ? null : new Date(seconds * 1000);
}

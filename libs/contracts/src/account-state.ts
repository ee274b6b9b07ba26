import { z } from 'zod';
import type { Platform } from './platform';

/** NON_AUTH: never authenticated, or revoked by the person. REAUTH: was authenticated, and the grant ended. */
export const authStates = ['NON_AUTH', 'AUTHENTICATED', 'REAUTH'] as const;
export const authStateSchema = z.enum(authStates);
export type AuthState = z.infer<typeof authStateSchema>;

/** Membership in the TikTok Creator Marketplace; TikTok accounts only. */
export const marketplaceStates = ['TTCM', 'INVITED', 'NON_TTCM'] as const;
export const marketplaceStateSchema = z.enum(marketplaceStates);
export type MarketplaceState = z.infer<typeof marketplaceStateSchema>;

/** Why a grant ended. The list is closed: anything a platform answers beyond it never ends a grant. */
export const endCauses = [
  'revoked_by_person',
  'revoked_by_organisation',
  'password_changed',
  'session_expired',
  'session_invalidated',
  'checkpointed',
  'unconfirmed_user',
  'page_role_lost',
  'page_link_lost',
  'permission_lost',
  'refresh_token_dead',
  'token_expired',
  'data_access_expired',
  'account_gone',
] as const;
export const endCauseSchema = z.enum(endCauses);
export type EndCause = z.infer<typeof endCauseSchema>;

/** What leads to a pause and out of it: only the owner of the account, by themselves. */
export const pausedCause = 'paused_by_person';
export const resumedCause = 'resumed_by_person';

/** A change by which somebody took the permission back, from whatever state the account was in. */
export const isTakenBack = ({ from, to }: { from: AuthState; to: AuthState }): boolean =>
  to === 'NON_AUTH' && from !== 'NON_AUTH';

/** Where the figures of an account come from while it is tracked (product.md, "States of a social account"). */
export type DataSource = 'instagram_graph' | 'youtube_data' | 'tiktok_display' | 'tiktok_display_and_ttcm' | 'ttcm';

export interface TrackingFacts {
  platform: Platform;
  authState: AuthState;
  marketplace: MarketplaceState | null;
  /** The owner took the grant back: no source may be used until they authenticate again. */
  revoked: boolean;
  /** The owner wants nothing collected for now; the grant stays. */
  paused: boolean;
}

/** The data source of an account, or null when it is not tracked. INVITED counts as NON_TTCM. */
export function trackingSource({
  platform,
  authState,
  marketplace,
  revoked,
  paused,
}: TrackingFacts): DataSource | null {
  if (revoked || paused) return null;
  const authenticated = authState === 'AUTHENTICATED';
  switch (platform) {
    case 'instagram':
      return authenticated ? 'instagram_graph' : null;
    case 'youtube':
      // Without a grant: public figures only, by the installation's key.
      return 'youtube_data';
    case 'tiktok':
      if (authenticated) return marketplace === 'TTCM' ? 'tiktok_display_and_ttcm' : 'tiktok_display';
      return marketplace === 'TTCM' ? 'ttcm' : null;
  }
}

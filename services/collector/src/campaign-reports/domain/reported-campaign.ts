import type { AuthState, Platform } from '@creator-connect/contracts';

export interface CampaignAccount {
  id: string;
  platform: Platform;
  handle: string;
  authState: AuthState;
  tracked: boolean;
  /** Its owner took the permission back. */
  revoked: boolean;
  cause: string;
  /** ISO 8601. */
  causeAt: string;
  /** Since when its owner wants nothing collected. */
  pausedAt: string | null;
}

export interface CampaignInfluencer {
  id: string;
  name: string;
  accounts: CampaignAccount[];
}

export interface ReportedCampaign {
  /** `YYYY-MM-DD`, UTC; null: no such bound. */
  startsOn: string | null;
  endsOn: string | null;
  influencers: CampaignInfluencer[];
}

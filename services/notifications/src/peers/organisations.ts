import type { Platform } from '@creator-connect/contracts';

export interface OrganisationProfile {
  name: string;
  /** BCP 47: in which language it is written to. */
  locale: string;
}

/** How many accounts of the roster need their owner, and the latest of them. */
export interface Attention {
  reauth: number;
  nonAuth: number;
  endingSoon: number;
  accounts: {
    platform: Platform;
    handle: string;
    influencerName: string;
    authState: 'REAUTH' | 'NON_AUTH';
    /** ISO 8601 */
    since: string;
  }[];
}

export abstract class Organisations {
  abstract attentionOf(organisationId: string): Promise<Attention>;
  /** Throws `accounts.not_found` for an organisation that is gone. */
  abstract of(organisationId: string): Promise<OrganisationProfile>;
}

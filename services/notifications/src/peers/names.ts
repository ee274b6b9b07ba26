import type { Platform } from '@creator-connect/contracts';

export interface Names {
  influencers: { id: string; name: string }[];
  accounts: { id: string; platform: Platform; handle: string }[];
}

/** What people and accounts are called, asked when it is shown and kept nowhere. */
export abstract class PeopleNames {
  /** Who is gone is missing in the answer. */
  abstract of(organisationId: string, ids: { influencerIds: string[]; accountIds: string[] }): Promise<Names>;
}

import type { AuthState, Platform } from '../../../api/types';

/** The filters of the list, as they stand in the address: it can be kept, sent and gone back to. */
export interface RosterSearch {
  search?: string;
  platform?: Platform;
  /** `ATTENTION`: whatever needs its owner. */
  authState?: AuthState | 'ATTENTION';
  marketplace?: 'TTCM' | 'INVITED' | 'NON_TTCM';
  groupId?: string;
}

export const rosterFilters = {
  platform: ['instagram', 'tiktok', 'youtube'],
  authState: ['ATTENTION', 'AUTHENTICATED', 'REAUTH', 'NON_AUTH'],
  marketplace: ['TTCM', 'INVITED', 'NON_TTCM'],
} as const;

/** Drops what is no filter, so that an address typed wrongly shows the list instead of an error. */
export function readRosterSearch(raw: Record<string, unknown>): RosterSearch {
  const one = <T extends string>(name: string, allowed: readonly T[]) => allowed.find((value) => value === raw[name]);
  const text = (name: string) => (typeof raw[name] === 'string' && raw[name] !== '' ? raw[name] : undefined);
  return withoutEmpty({
    search: text('search'),
    platform: one('platform', rosterFilters.platform),
    authState: one('authState', rosterFilters.authState),
    marketplace: one('marketplace', rosterFilters.marketplace),
    groupId: text('groupId'),
  });
}

export function withoutEmpty(search: { [K in keyof RosterSearch]?: RosterSearch[K] | undefined }): RosterSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as RosterSearch;
}

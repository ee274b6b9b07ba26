import { trackingSource, type AuthState, type MarketplaceState } from './account-state';
import type { Platform } from './platform';

describe('which accounts are tracked, and from where (product.md, "States of a social account")', () => {
  it.each<[Platform, AuthState, MarketplaceState | null, string | null]>([
    ['instagram', 'AUTHENTICATED', null, 'instagram_graph'],
    ['instagram', 'NON_AUTH', null, null],
    ['instagram', 'REAUTH', null, null],
    ['youtube', 'AUTHENTICATED', null, 'youtube_data'],
    ['youtube', 'NON_AUTH', null, 'youtube_data'],
    ['youtube', 'REAUTH', null, 'youtube_data'],
    ['tiktok', 'AUTHENTICATED', 'NON_TTCM', 'tiktok_display'],
    ['tiktok', 'AUTHENTICATED', 'INVITED', 'tiktok_display'],
    ['tiktok', 'AUTHENTICATED', 'TTCM', 'tiktok_display_and_ttcm'],
    ['tiktok', 'NON_AUTH', 'TTCM', 'ttcm'],
    ['tiktok', 'REAUTH', 'TTCM', 'ttcm'],
    ['tiktok', 'NON_AUTH', 'NON_TTCM', null],
    ['tiktok', 'REAUTH', 'INVITED', null],
  ])('%s %s %s → %s', (platform, authState, marketplace, source) => {
    expect(trackingSource({ platform, authState, marketplace, revoked: false, paused: false })).toBe(source);
  });

  it('tracks a revoked account from no source, TTCM included', () => {
    const revoked = { authState: 'NON_AUTH', marketplace: 'TTCM', revoked: true } as const;
    expect(trackingSource({ platform: 'tiktok', ...revoked, paused: false })).toBeNull();
  });

  it.each(['AUTHENTICATED', 'REAUTH'] as const)('tracks a paused account that is %s from no source', (authState) => {
    const facts = { authState, marketplace: 'TTCM', revoked: false, paused: true } as const;
    expect(trackingSource({ platform: 'tiktok', ...facts })).toBeNull();
  });
});

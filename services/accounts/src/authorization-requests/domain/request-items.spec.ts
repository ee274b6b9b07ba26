import { newId, type AuthState, type Platform } from '@creator-connect/contracts';
import { itemsOf, itemsToRenew, sameHandle } from './request-items';

const anAccount = (platform: Platform, authState: AuthState, handle = 'creator.one') => ({
  id: newId(),
  platform,
  authState,
  handle,
  pausedAt: null,
});

describe('what a request asks for', () => {
  it('is every known account that needs its owner', () => {
    const [lapsed, revoked] = [anAccount('instagram', 'REAUTH'), anAccount('tiktok', 'NON_AUTH')];
    const items = itemsOf([lapsed, revoked, anAccount('youtube', 'AUTHENTICATED')], []);
    expect(items.map((item) => item.socialAccountId)).toEqual([lapsed.id, revoked.id]);
  });

  it('is no account that its owner paused, lapsed or about to end', () => {
    const paused = { ...anAccount('instagram', 'REAUTH'), pausedAt: new Date() };
    const ending = { ...anAccount('youtube', 'AUTHENTICATED'), grantVersion: 1 };
    expect(itemsOf([paused], [])).toEqual([]);
    expect(itemsToRenew([ending], 1)).toHaveLength(1);
    expect(itemsToRenew([{ ...ending, pausedAt: new Date() }], 1)).toEqual([]);
  });

  it('is a new account where the influencer has none that needs them', () => {
    const items = itemsOf([anAccount('instagram', 'AUTHENTICATED')], [{ platform: 'instagram' }]);
    expect(items).toEqual([{ platform: 'instagram', socialAccountId: null, expectedHandle: null }]);
  });

  it('is the lapsed account, once, when its platform is asked for', () => {
    const lapsed = anAccount('instagram', 'REAUTH');
    const items = itemsOf([lapsed], [{ platform: 'instagram' }, { platform: 'instagram', handle: '@Creator.One' }]);
    expect(items).toEqual([{ platform: 'instagram', socialAccountId: lapsed.id, expectedHandle: null }]);
  });

  it('is a second account when another handle is asked for', () => {
    const items = itemsOf([anAccount('tiktok', 'REAUTH')], [{ platform: 'tiktok', handle: 'creator.two' }]);
    expect(items).toHaveLength(2);
    expect(items[1]).toEqual({ platform: 'tiktok', socialAccountId: null, expectedHandle: 'creator.two' });
  });

  it('is nothing for the handle of a live account', () => {
    const live = anAccount('tiktok', 'AUTHENTICATED');
    expect(itemsOf([live], [{ platform: 'tiktok', handle: 'creator.one' }])).toEqual([]);
  });
});

describe('handles', () => {
  it('are compared without @ and case', () => expect(sameHandle(' @Creator.One', 'creator.one')).toBe(true));
  it('differ otherwise', () => expect(sameHandle('creator.one', 'creator.two')).toBe(false));
});

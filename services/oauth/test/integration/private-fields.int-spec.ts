import { newId } from '@creator-connect/contracts';
import { tablesWith } from '@creator-connect/persistence/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const platforms = [
  ['instagram', 'facebook', 'creator-two-pages', 'graph.accounts'],
  ['tiktok', 'tiktok', 'tiktok-everyday', 'tiktok.user.info'],
  ['youtube', 'google', 'youtube-creator', 'youtube.channels'],
] as const;

describe('a field that a platform marks as private (PR-05)', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  afterEach(() => oauth.sandbox.clearFaults());

  it.each(platforms)(
    'of %s is in no store after a connection and a look at it',
    async (platform, at, persona, told) => {
      const text = `canary${newId()}`;
      await oauth.sandbox.fault({ platform: at, kind: 'private_fields', text, times: null });
      const creator = new Creator(oauth);
      const account = await creator.connect(platform, persona);
      await oauth.event('AccountAuthorized', account);
      const { body } = await creator.post(`/v1/social-accounts/${account}/authorization/verifications`);
      expect(body).toMatchObject({ state: 'live' });
      // They were there to be kept: the answer about the account had them.
      const played = (await oauth.sandbox.calls(told)).map(({ fault }) => fault);
      expect(played).toContain('private_fields');
      expect(await tablesWith(oauth.database, text)).toEqual([]);
      // Handle and name are kept by accounts, which hears them with the reservation.
      expect(oauth.accounts.reservations.length).toBeGreaterThan(0);
      expect(JSON.stringify(oauth.accounts.reservations)).not.toContain(text);
      expect(await oauth.count('grants', 'social_account_id = $1', [account])).toBe(1);
    },
  );
});

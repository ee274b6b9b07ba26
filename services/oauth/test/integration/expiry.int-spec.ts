import { armFailpoints, clearFailpoints, until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const day = 86_400;

describe('an end that only the person can move', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    await oauth.startAnother();
  });
  afterAll(() => oauth.stop());
  afterEach(clearFailpoints);

  const daysLeft = async (id: string) =>
    (await oauth.events('AuthExpiring', id)).map((event) => event.payload['daysLeft']);
  const quiet = () =>
    until('that nothing is due', async () => {
      const due = await oauth.count('grants', 'expiring_due_at <= oauth.clock_timestamp()');
      const doubts = await oauth.count('verifications', 'due_at <= oauth.clock_timestamp()');
      return due + doubts === 0;
    });

  it('is announced step by step, once each by two replicas, and looked at when it has come', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    const authorized = await oauth.event('AccountAuthorized', id);
    const end = Date.parse(authorized.payload['dataAccessExpiresAt'] as string);
    const seen: unknown[] = [];
    for (const days of [70, 7, 6, 5]) {
      await oauth.advance(days * day);
      await quiet();
      seen.push(await daysLeft(id));
    }
    expect(seen).toEqual([[], [14], [14, 7], [14, 7, 2]]);
    expect((await oauth.event('AuthExpiring', id)).payload).toMatchObject({ endsAt: new Date(end).toISOString() });
    expect((await creator.authorization(id)).body).toMatchObject({ state: 'live', nextEnd: { daysLeft: 1 } });
    await oauth.advance(1.6 * day);
    await quiet();
    expect(await daysLeft(id)).toEqual([14, 7, 2, 0]);
    expect(await oauth.events('AuthExpired', id)).toEqual([]);
    await oauth.advance(0.5 * day);
    expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause: 'data_access_expired' });
    await quiet();
    expect(await daysLeft(id)).toEqual([14, 7, 2, 0]);
  });

  it('is announced once although a replica died over it', async () => {
    const id = await new Creator(oauth).connect('instagram', 'creator-two-pages');
    armFailpoints('expiry.before-commit=throw:1');
    await oauth.advance(77 * day);
    await until('a first, failed try', () =>
      oauth.count('grants', 'social_account_id = $1 AND expiring_attempts > 0', [id]).then((n) => n === 1),
    );
    expect(await daysLeft(id)).toEqual([]);
    await oauth.advance(60);
    await quiet();
    expect(await daysLeft(id)).toEqual([14]);
  });

  it('stops being announced when the person repairs it in time, here or at the platform', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-many-pages');
    await oauth.advance(77 * day);
    await quiet();
    expect(await daysLeft(id)).toEqual([14]);
    // The same person renews data access through another organisation: the end of this grant moves, too.
    await new Creator(oauth).connect('instagram', 'creator-many-pages');
    await creator.post(`/v1/social-accounts/${id}/authorization/verifications`);
    const extended = await oauth.event('AuthExtended', id);
    expect(Date.parse(extended.payload['endsAt'] as string)).toBeGreaterThan(
      oauth.clock.now().getTime() + 80 * day * 1000,
    );
    await oauth.advance(12 * day);
    await quiet();
    expect(await daysLeft(id)).toEqual([14]);
    await creator.connect('instagram', 'creator-many-pages', id);
    expect(await oauth.events('AuthExpired', id)).toEqual([]);
  });

  it('is none while TikTok’s refresh token is renewed', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-everyday');
    expect((await oauth.event('AccountAuthorized', id)).payload).toMatchObject({ tokenExpiresAt: null });
    for (let turn = 0; turn < 5; turn += 1) {
      await oauth.advance(45 * day);
      await until('the renewal', async () => (await oauth.lease(id)).status === 200);
      await quiet();
    }
    expect(await oauth.events('AuthExpiring', id)).toEqual([]);
    expect(await oauth.events('AuthExtended', id)).toEqual([]);
    expect((await creator.authorization(id)).body).toMatchObject({ state: 'live', nextEnd: { renewal: 'automatic' } });
  });
});

import { AccountAdded, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture } from './support/fixture';

describe('looking creators up for Discover', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
  });
  afterAll(() => fixture?.stop());

  const accounts = { kind: 'service', sub: 'accounts' } as const;
  const lookUp = (handle: string) =>
    fixture.call(accounts, 'POST', '/internal/creator-lookups', { organisationId: org.id, handle });
  const check = () => fixture.call(accounts, 'POST', '/internal/marketplace-checks', { organisationId: org.id });

  it('takes the organisation’s own account, and says so where there is none', async () => {
    expect([(await check()).body['code'], (await lookUp('sandbox.member')).body['code']]).toEqual([
      'ttcm.not_connected',
      'ttcm.not_connected',
    ]);
    await fixture.connect(org);
    expect((await check()).status).toBe(204);
    const { status, body } = await lookUp('sandbox.member');
    expect([status, body]).toMatchObject([
      200,
      { marketplace: 'TTCM', profile: { handle: 'sandbox.member', followers: 25_000, verified: null, website: null } },
    ]);
    const other = fixture.identities.anOrganisation();
    const theirs = { organisationId: other.id, handle: 'sandbox.member' };
    expect((await fixture.call(accounts, 'POST', '/internal/creator-lookups', theirs)).body['code']).toBe(
      'ttcm.not_connected',
    );
  });

  it.each([
    ['sandbox.everyday', 'NON_TTCM'],
    ['sandbox.invited', 'INVITED'],
    ['sandbox.member.moved', 'TTCM'],
    ['nobody.at.all', null],
  ])('tells of %s what the marketplace says: %s, and shows no profile', async (handle, marketplace) => {
    await fixture.connect(org);
    expect((await lookUp(handle)).body).toEqual({ marketplace, profile: null });
  });

  it('still tells who is a member where the agency did not allow figures to be read', async () => {
    await fixture.connect(org, { scopes: ['13020000', '13030000'] });
    expect((await lookUp('sandbox.member')).body).toEqual({ marketplace: 'TTCM', profile: null });
    expect((await lookUp('sandbox.everyday')).body).toEqual({ marketplace: 'NON_TTCM', profile: null });
    expect((await check()).status).toBe(204);
  });

  it('says when to come back where TikTok asks for it, and that it is unavailable where it fails', async () => {
    await fixture.connect(org);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'throttle', operation: 'ttcm.creator' });
    const throttled = await lookUp('sandbox.member');
    expect([throttled.status, throttled.body['code']]).toEqual([503, 'ttcm.unavailable']);
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'status', operation: 'ttcm.creator' });
    expect((await lookUp('sandbox.member')).body['code']).toBe('ttcm.unavailable');
    expect((await lookUp('sandbox.member')).status).toBe(200);
  });

  it('ends the connection that TikTok refuses', async () => {
    await fixture.connect(org);
    await fixture.sandbox.fault({ platform: 'ttcm', kind: 'token_invalid', operation: 'ttcm.creator' });
    expect((await lookUp('sandbox.member')).body['code']).toBe('ttcm.reauth_needed');
    expect((await check()).body['code']).toBe('ttcm.reauth_needed');
  });

  describe('and reading them for the collection', () => {
    const collector = { kind: 'service', sub: 'collector' } as const;
    const read = (what: 'profiles' | 'posts', handle: string, more: { accountId?: string; after?: string } = {}) =>
      fixture.call(collector, 'POST', `/internal/creator-${what}`, {
        organisationId: org.id,
        accountId: newId(),
        handle,
        ...more,
      });

    it('tells public figures, and videos page by page, newest first', async () => {
      await fixture.connect(org);
      expect((await read('profiles', 'sandbox.member')).body).toMatchObject({
        handle: 'sandbox.member',
        followers: 25_000,
        medianViews: expect.any(Number),
      });
      const ids: string[] = [];
      const days: string[] = [];
      let after: string | undefined;
      do {
        const { body } = await read('posts', 'sandbox.member', after === undefined ? {} : { after });
        const posts = body['posts'] as { id: string; publishedAt: string; counts: object }[];
        expect(posts[0]!.counts).toMatchObject({ views: expect.any(Number), saves: expect.any(Number) });
        ids.push(...posts.map(({ id }) => id));
        days.push(...posts.map(({ publishedAt }) => publishedAt));
        after = (body['next'] as string | null) ?? undefined;
      } while (after !== undefined);
      expect(ids.length).toBeGreaterThan(20);
      expect(new Set(ids).size).toBe(ids.length);
      expect(days).toEqual(days.toSorted().toReversed());
    });

    it.each([
      ['nobody.at.all', 'ttcm.handle_unknown'],
      ['sandbox.everyday', 'ttcm.not_a_member'],
      ['sandbox.member.moved', 'ttcm.region_not_supported'],
    ])('says of %s why there is nothing: %s', async (handle, code) => {
      await fixture.connect(org);
      for (const what of ['profiles', 'posts'] as const) expect((await read(what, handle)).body['code']).toBe(code);
    });

    it('says what the organisation’s own account lacks', async () => {
      expect((await read('posts', 'sandbox.member')).body['code']).toBe('ttcm.not_connected');
      await fixture.connect(org, { scopes: ['13020000', '13030000'] });
      expect((await read('profiles', 'sandbox.member')).body['code']).toBe('ttcm.figures_not_permitted');
      expect((await read('posts', 'sandbox.member')).body['code']).toBe('ttcm.figures_not_permitted');
      expect((await check()).status).toBe(204);
      await fixture.connect(org);
      await fixture.sandbox.fault({ platform: 'ttcm', kind: 'token_invalid', operation: 'ttcm.creator.videos' });
      expect((await read('posts', 'sandbox.member')).body['code']).toBe('ttcm.reauth_needed');
    });

    it('asks for the membership at once where TikTok lists somebody no longer', async () => {
      await fixture.connect(org);
      const account = { id: newId(), organisationId: org.id, influencerId: newId() };
      fixture.accounts.set(account.id, {
        ...account,
        platform: 'tiktok',
        handle: 'sandbox.member',
        marketplace: 'TTCM',
      });
      const { id: accountId, influencerId } = account;
      const ids = { organisationId: org.id, influencerId, accountId };
      const added = { platformAccountId: newId(), authState: 'NON_AUTH', marketplace: 'TTCM' } as const;
      const addedAt = new Date().toISOString();
      await fixture.service.publish(AccountAdded, { ...ids, platform: 'tiktok', ...added, addedAt }, 1);
      const asked = () =>
        fixture.service.database.query('SELECT FROM ttcm.memberships WHERE id = $1 AND lease_epoch > 0', [accountId]);
      await until('it was asked about once', async () => (await asked()).length === 1, 20_000);
      const told = async () =>
        (await fixture.service.published('MarketplaceStatusChanged')).filter((one) => one['accountId'] === accountId);
      await fixture.sandbox.does('tiktok-member', 'lose-membership');
      expect(await told()).toEqual([]);
      expect((await read('profiles', 'sandbox.member', { accountId })).body['code']).toBe('ttcm.not_a_member');
      await until('the loss is told', async () => (await told()).length === 1, 20_000);
      expect((await told())[0]).toMatchObject({ from: 'TTCM', to: 'NON_TTCM' });
    });

    it('says when to come back where TikTok asks for it', async () => {
      await fixture.connect(org);
      await fixture.sandbox.fault({ platform: 'ttcm', kind: 'throttle', operation: 'ttcm.creator.videos' });
      const throttled = await read('posts', 'sandbox.member');
      expect([throttled.status, throttled.body['code']]).toEqual([503, 'ttcm.unavailable']);
      expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('is for the collector alone', async () => {
      const body = { organisationId: org.id, accountId: newId(), handle: 'sandbox.member' };
      for (const path of ['/internal/creator-profiles', '/internal/creator-posts']) {
        expect((await fixture.call(org.owner, 'POST', path, body)).status).toBe(403);
        expect((await fixture.call(accounts, 'POST', path, body)).status).toBe(403);
      }
    });
  });

  it('is for the accounts service alone', async () => {
    for (const path of ['/internal/creator-lookups', '/internal/marketplace-checks']) {
      const body = { organisationId: org.id, handle: 'sandbox.member' };
      expect((await fixture.call(org.owner, 'POST', path, body)).status).toBe(403);
      expect((await fixture.call({ kind: 'service', sub: 'gateway' }, 'POST', path, body)).status).toBe(403);
    }
  });
});

import { MarketplaceConnected, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { CollectorFixture, type Creator } from './support/fixture';

interface Figure {
  name: string;
  value: number;
  provenance?: string;
}
interface Post {
  platformPostId: string;
  provenance: string;
  metrics: Figure[];
}

const member = { persona: 'tiktok-member', handle: 'sandbox.member' };
const joined = {
  from: 'NON_AUTH',
  to: 'NON_AUTH',
  marketplace: 'TTCM',
  tracked: true,
  cause: 'added_by_admin',
} as const;
const authorized = { from: 'NON_AUTH', to: 'AUTHENTICATED', marketplace: 'TTCM' } as const;

describe('the collection from the Creator Marketplace', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
  }, 60_000);
  beforeEach(async () => {
    await fixture.sandbox.reset();
    fixture.marketplace.before = async () => {};
    org = fixture.identities.anOrganisation();
  });
  afterAll(() => fixture?.stop());

  const aMember = (): Creator => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    fixture.handles.set(creator.accountId, member.handle);
    return creator;
  };
  const anAuthenticatedMember = async (): Promise<Creator> => {
    const creator = aMember();
    await fixture.authorize(creator.accountId, member.persona);
    await fixture.tellState(creator, authorized, 1);
    return creator;
  };
  const told = async (creator: Creator) => {
    const events = await fixture.published('PostCollected', creator);
    return { all: events, of: (source: string) => events.filter((event) => event['source'] === source) };
  };
  const names = (metrics: readonly Figure[]) => new Set(metrics.map(({ name }) => name));
  const posts = async (creator: Creator): Promise<Post[]> => {
    const all: Post[] = [];
    for (let cursor = ''; ;) {
      const query = `socialAccountId=${creator.accountId}&limit=100${cursor && `&cursor=${cursor}`}`;
      const { body } = await fixture.call(org.viewer, 'GET', `/v1/posts?${query}`);
      all.push(...(body['items'] as Post[]));
      if (body['nextCursor'] === null) return all;
      cursor = encodeURIComponent(String(body['nextCursor']));
    }
  };
  const collection = async (creator: Creator) =>
    (await fixture.call(org.viewer, 'GET', `/v1/social-accounts/${creator.accountId}/collections`)).body;

  it('brings profile and every post of a member that nobody authenticated, and says where from', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = aMember();
    await fixture.tellState(creator, joined, 1);
    await fixture.collected(creator);
    const { all } = await told(creator);
    expect(new Set(all.map((post) => post['platformPostId'])).size).toBe(all.length);
    // More than one page.
    expect(all.length).toBeGreaterThan(20);
    expect(all[0]).toMatchObject({ ...creator, platform: 'tiktok', source: 'ttcm', grantVersion: 0, kind: 'video' });
    expect(names(all[0]!['metrics'] as Figure[])).toEqual(new Set(['views', 'likes', 'comments', 'shares', 'saves']));
    const [profile] = await fixture.published('ProfileCollected', creator);
    expect(profile).toMatchObject({ handle: member.handle, source: 'ttcm' });
    expect(names(profile!['metrics'] as Figure[])).toContain('median_views');
    expect(await fixture.published('AudienceCollected', creator)).toEqual([]);
    const listed = await posts(creator);
    expect(listed).toHaveLength(all.length);
    expect(new Set(listed.map(({ provenance }) => provenance))).toEqual(new Set(['ttcm']));
    expect(await collection(creator)).toMatchObject({ source: 'ttcm', status: 'open', lastError: null });

    await fixture.runAgain(creator);
    await fixture.collected(creator);
    expect((await told(creator)).all).toHaveLength(all.length);
  });

  it('waits with its cause where the organisation has no marketplace account, and comes as soon as it has one', async () => {
    const creator = aMember();
    await fixture.tellState(creator, joined, 1);
    await until('the cause is known', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    expect(await fixture.feed(creator)).toMatchObject({
      status: 'open',
      last_error: 'ttcm.not_connected',
      waits: true,
      collected: false,
    });
    expect(await collection(creator)).toMatchObject({ status: 'open', lastError: 'ttcm.not_connected' });
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);

    await fixture.marketplace.connect(org.id);
    await fixture.service.publish(
      MarketplaceConnected,
      { organisationId: org.id, connectedAt: new Date().toISOString() },
      1,
    );
    await fixture.collected(creator);
    expect(await fixture.feed(creator)).toMatchObject({ last_error: null });
    expect((await told(creator)).all.length).toBeGreaterThan(20);
  });

  it('waits as long as TikTok asks', async () => {
    await fixture.marketplace.connect(org.id);
    await fixture.sandbox.fault({ platform: 'ttcm', operation: 'ttcm.creator', kind: 'throttle' });
    const creator = aMember();
    await fixture.tellState(creator, joined, 1);
    await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    const { status, last_error: error, due_at: due } = await fixture.feed(creator);
    expect([status, error]).toEqual(['open', 'ttcm.unavailable']);
    expect(due.getTime() - Date.now()).toBeGreaterThan(240_000);
  });

  it('stands beside the grant of a member who authenticated: the grant’s figures win, and no post is there twice', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = await anAuthenticatedMember();
    await fixture.collected(creator);
    const first = await told(creator);
    const own = first.of('tiktok_display');
    const more = first.of('ttcm');
    expect(new Set(own.map((post) => post['platformPostId'])).size).toBe(own.length);
    expect(new Set(more.map((post) => post['platformPostId']))).toEqual(
      new Set(own.map((post) => post['platformPostId'])),
    );
    expect(more).toHaveLength(own.length);
    // What the grant tells is not told again by the marketplace.
    expect(names(more.flatMap((post) => post['metrics'] as Figure[]))).toEqual(new Set(['saves']));
    expect(own[0]).toMatchObject({ grantVersion: 1 });
    expect(more[0]).toMatchObject({ grantVersion: 0 });
    const listed = await posts(creator);
    expect(listed).toHaveLength(own.length);
    expect(listed[0]!.provenance).toBe('own_grant');
    const figures = new Map(listed[0]!.metrics.map((metric) => [metric.name, metric.provenance]));
    expect([figures.get('views'), figures.get('saves')]).toEqual([undefined, 'ttcm']);
    const profiles = await fixture.published('ProfileCollected', creator);
    expect(profiles.map((profile) => profile['source'])).toEqual(['tiktok_display', 'ttcm']);
    expect(names(profiles[1]!['metrics'] as Figure[])).toEqual(new Set(['median_views', 'engagement_rate']));
    expect(await collection(creator)).toMatchObject({ source: 'tiktok_display_and_ttcm', marketplaceError: null });

    await fixture.runAgain(creator);
    await fixture.collected(creator);
    expect((await told(creator)).all).toHaveLength(first.all.length);
  });

  it('fails nothing of what the grant brings, and says why', async () => {
    const creator = await anAuthenticatedMember();
    await fixture.collected(creator);
    const { all, of } = await told(creator);
    expect(all.length).toBeGreaterThan(20);
    expect(of('ttcm')).toEqual([]);
    expect(await collection(creator)).toMatchObject({ lastError: null, marketplaceError: 'ttcm.not_connected' });
  });

  it('goes on alone when the grant ends, and makes way for the next one', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = await anAuthenticatedMember();
    await fixture.collected(creator);
    await fixture.sandbox.advance(3_600);
    const lapsed = {
      from: 'AUTHENTICATED',
      to: 'REAUTH',
      marketplace: 'TTCM',
      tracked: true,
      cause: 'token_expired',
    } as const;
    const viewsBy = async () => new Set((await posts(creator)).map(({ provenance }) => provenance));
    await fixture.tellState(creator, lapsed, 2);
    await until('the marketplace tells', async () => (await viewsBy()).has('ttcm'), 30_000);
    await until('all of it', async () => (await viewsBy()).size === 1, 30_000);
    const some = (await posts(creator))[0]!;
    expect(some.metrics.find(({ name }) => name === 'views')).not.toHaveProperty('provenance');

    await fixture.tellState(creator, { ...authorized, from: 'REAUTH' }, 3);
    await until('the grant tells again', async () => (await viewsBy()).has('own_grant'), 30_000);
    await until('all of it', async () => (await viewsBy()).size === 1, 30_000);
  });

  it('stops when the membership is lost, and keeps what was collected', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = aMember();
    await fixture.tellState(creator, joined, 1);
    await fixture.collected(creator);
    const left = { from: 'NON_AUTH', to: 'NON_AUTH', marketplace: 'NON_TTCM', cause: 'marketplace_status' } as const;
    await fixture.tellState(creator, left, 2);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed', due_at: null });
    expect((await posts(creator)).length).toBeGreaterThan(20);
  });

  it('stops at once when the owner of the account takes the permission back, in the middle of a run', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = await anAuthenticatedMember();
    await fixture.collected(creator);
    const before = (await told(creator)).all.length;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let asks = 0;
    // Profile and first page pass; the second page is on its way when the owner revokes.
    fixture.marketplace.before = async () => {
      asks += 1;
      if (asks === 3) await held;
    };
    await fixture.sandbox.advance(3_600);
    await fixture.runAgain(creator);
    await until('the second page is asked for', async () => asks === 3, 30_000);
    await fixture.tellState(
      creator,
      { from: 'AUTHENTICATED', to: 'NON_AUTH', marketplace: 'TTCM', cause: 'revoked_by_person' },
      2,
    );
    const at = (await told(creator)).all.length;
    expect(at).toBeGreaterThan(before);
    const calls = fixture.marketplace.asked.length;
    release();
    expect(await posts(creator)).toEqual([]);
    expect((await fixture.call(org.viewer, 'GET', `/v1/social-accounts/${creator.accountId}/profile`)).status).toBe(
      404,
    );
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed' });
    // The next event of the account is behind whatever the run would still have told.
    await fixture.tellState(
      creator,
      { from: 'NON_AUTH', to: 'NON_AUTH', marketplace: 'TTCM', cause: 'marketplace_status' },
      3,
    );
    expect((await told(creator)).all).toHaveLength(at);
    expect(fixture.marketplace.asked).toHaveLength(calls);
  });

  it('is no way around a pause', async () => {
    await fixture.marketplace.connect(org.id);
    const creator = aMember();
    await fixture.tellState(creator, joined, 1);
    await fixture.collected(creator);
    await fixture.tellState(creator, { ...joined, tracked: false, paused: true, cause: 'paused_by_person' }, 2);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed', due_at: null });
  });
});

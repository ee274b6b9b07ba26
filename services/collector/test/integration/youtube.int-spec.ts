import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { CollectorFixture, type Creator } from './support/fixture';

type Metrics = { name: string; value: number }[];

describe('the collection of a YouTube channel', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(() => fixture.sandbox.reset());
  afterAll(() => fixture?.stop());

  const aCreator = async (persona = 'youtube-creator'): Promise<Creator> => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    await fixture.authorizeYouTube(creator.accountId, persona);
    await fixture.tellState(creator, { from: 'NON_AUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 1);
    return creator;
  };
  const metricsOf = (events: Record<string, unknown>[]): Set<string> =>
    new Set(events.flatMap((event) => (event['metrics'] as Metrics).map(({ name }) => name)));

  it('stores and publishes the channel, every video with its figures, and the audience', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const posts = await fixture.published('PostCollected', creator);
    expect(new Set(posts.map((post) => post['platformPostId'])).size).toBe(posts.length);
    // More than fit on one page; private and unlisted ones are nobody's business.
    expect(posts.length).toBeGreaterThan(50);
    expect(posts[0]).toMatchObject({ ...creator, platform: 'youtube', grantVersion: 1, kind: 'video' });
    expect(posts[0]!['permalink']).toMatch(/^https:\/\/www\.youtube\.com\//);
    // Public counts come with the video, the rest only from the reports that the person allowed.
    expect([...metricsOf(posts)]).toEqual(
      expect.arrayContaining(['views', 'likes', 'comments', 'shares', 'estimatedMinutesWatched']),
    );
    const [profile] = await fixture.published('ProfileCollected', creator);
    expect(profile).toMatchObject({ platform: 'youtube', handle: 'sandbox.creator' });
    expect([...metricsOf([profile!])]).toEqual(expect.arrayContaining(['followers', 'posts']));
    const audience = await fixture.published('AudienceCollected', creator);
    expect(audience.length).toBeGreaterThan(0);

    await fixture.runAgain(creator);
    await fixture.collected(creator);
    expect(await fixture.published('PostCollected', creator)).toHaveLength(posts.length);
  });

  it('says of each stage that it is at work, of the audience too', async () => {
    const slow = { platform: 'google', operation: 'youtube.analytics.reports', kind: 'latency', milliseconds: 400 };
    await fixture.sandbox.fault({ ...slow, times: 50 });
    const creator = await aCreator();
    const told = new Set<string>();
    const path = `/v1/social-accounts/${creator.accountId}/collections`;
    await until(
      'the run is over',
      async () => {
        const { body } = await fixture.call(org.viewer, 'GET', path);
        const { profile, posts, audience } = (body['progress'] ?? {}) as Record<string, string & { stage: string }>;
        told.add([profile, posts?.stage, audience].join(', '));
        return body['lastCollectedAt'] != null;
      },
      60_000,
    );
    expect([...told]).toEqual(
      expect.arrayContaining(['done, running, waiting', 'done, done, running', 'done, done, done']),
    );
  });

  it('goes without a metric that YouTube has retired', async () => {
    await fixture.sandbox.fault({ platform: 'google', kind: 'retired_metric', metric: 'shares' });
    const creator = await aCreator();
    await fixture.collected(creator);
    const posts = await fixture.published('PostCollected', creator);
    expect(posts.length).toBeGreaterThan(50);
    expect(metricsOf(posts)).toContain('views');
    expect(metricsOf(posts)).not.toContain('shares');
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);
  });

  it('waits for midnight in California when the quota is used up, and accuses no token', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const reason = 'quotaExceeded';
    await fixture.sandbox.fault({ platform: 'google', operation: 'youtube.channels', kind: 'throttle', reason });
    await fixture.runAgain(creator);
    await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    const { status, due_at: due } = await fixture.feed(creator);
    expect(status).toBe('open');
    const california = new Intl.DateTimeFormat('en', {
      timeZone: 'America/Los_Angeles',
      hour: 'numeric',
      hour12: false,
    });
    expect(Number(california.format(due)) % 24).toBe(0);
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);
    const metrics = await fixture.service.call('GET', '/metrics');
    expect(metrics.text).toContain('platform_allowance_used_percent{api="youtube",bucket="units"} 100');
  });

  it('tells that a token was refused, and lowers nothing itself', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await fixture.sandbox.does('youtube-creator', 'expire-access-token');
    await fixture.runAgain(creator);
    await until(
      'the refusal is told',
      async () => (await fixture.published('TokenRejected', creator)).length > 0,
      20_000,
    );
    expect((await fixture.published('TokenRejected', creator))[0]).toMatchObject({
      platform: 'youtube',
      grantVersion: 1,
    });
    expect((await fixture.feed(creator)).status).toBe('open');
  });

  describe('that is not authenticated', () => {
    const aChannel = async (handle: string): Promise<Creator> => {
      const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
      fixture.platformIds.set(creator.accountId, await fixture.channelId(handle));
      const added = { from: 'NON_AUTH', to: 'NON_AUTH', platform: 'youtube', tracked: true } as const;
      await fixture.tellState(creator, { ...added, cause: 'added_by_admin' }, 1);
      return creator;
    };

    it('is collected with the installation’s key: public figures, and nothing that a grant opens', async () => {
      const creator = await aChannel('sandbox.creator');
      await fixture.collected(creator);
      const posts = await fixture.published('PostCollected', creator);
      expect(posts.length).toBeGreaterThan(50);
      expect(posts[0]).toMatchObject({ platform: 'youtube', source: 'youtube_public', grantVersion: 0 });
      expect([...metricsOf(posts)].toSorted()).toEqual(['comments', 'likes', 'views']);
      const [profile] = await fixture.published('ProfileCollected', creator);
      expect(profile).toMatchObject({ handle: 'sandbox.creator', source: 'youtube_public' });
      expect(await fixture.published('AudienceCollected', creator)).toEqual([]);
      expect((await fixture.sandbox.leaks()).filter(({ documented }) => !documented)).toEqual([]);

      await fixture.runAgain(creator);
      await fixture.collected(creator);
      expect(await fixture.published('PostCollected', creator)).toHaveLength(posts.length);
    });

    it('goes on with public figures when its authorization lapses, and with all of them after the next one', async () => {
      const creator = await aCreator();
      fixture.platformIds.set(creator.accountId, fixture.leases.get(creator.accountId)!.platformAccountId);
      await fixture.collected(creator);
      const sources = async (type: string) => (await fixture.published(type, creator)).map((event) => event['source']);
      const lapsed = { from: 'AUTHENTICATED', to: 'REAUTH', platform: 'youtube', tracked: true } as const;
      fixture.leases.delete(creator.accountId);
      await fixture.tellState(creator, { ...lapsed, cause: 'refresh_token_dead' }, 2);
      await until(
        'the public run is over',
        async () => (await sources('ProfileCollected')).includes('youtube_public'),
        20_000,
      );
      await fixture.collected(creator);
      const metrics = await fixture.service.database.query<{ metrics: object }>(
        'SELECT metrics FROM collector.posts WHERE account_id = $1 LIMIT 1',
        [creator.accountId],
      );
      // What the grant told stays: REAUTH deletes nothing.
      expect(Object.keys(metrics[0]!.metrics)).toEqual(expect.arrayContaining(['views', 'estimatedMinutesWatched']));

      await fixture.authorizeYouTube(creator.accountId, 'youtube-creator');
      await fixture.tellState(creator, { from: 'REAUTH', to: 'AUTHENTICATED', platform: 'youtube' }, 3);
      await until(
        'the run with the grant is over',
        async () => (await sources('ProfileCollected')).at(-1) === 'youtube_data',
        20_000,
      );
    });

    it('is closed once its owner took the permission back', async () => {
      const creator = await aChannel('sandbox.brand.kitchen');
      await fixture.collected(creator);
      const revoked = { from: 'AUTHENTICATED', to: 'NON_AUTH', platform: 'youtube', tracked: false } as const;
      await fixture.tellState(creator, { ...revoked, cause: 'revoked_by_person' }, 2);
      expect((await fixture.feed(creator)).status).toBe('closed');
    });

    it('that is closed or suspended meanwhile waits, and accuses no token', async () => {
      const creator = await aChannel('sandbox.brand.travel');
      await fixture.collected(creator);
      await fixture.sandbox.does('youtube-brand-account', 'close-channel');
      await fixture.runAgain(creator);
      await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
      expect(await fixture.feed(creator)).toMatchObject({ status: 'open', waits: true });
      expect(await fixture.published('TokenRejected', creator)).toEqual([]);
    });
  });

  it('parks nothing of all this', async () => {
    expect(await fixture.service.parked()).toBe(0);
  });
});

import { AccountRemoved, InfluencerErased, newId, type AuthState } from '@creator-connect/contracts';
import { tablesWith, tracesOf } from '@creator-connect/persistence/testing';
import { until } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import {
  accessTable,
  accountDataOf,
  documentedAccess,
  ownDataOf,
  proven,
  type TestOrganisation,
} from '@creator-connect/security/testing';
import { aWhile, CollectorFixture, type Creator } from './support/fixture';

describe('the collection of an account', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(() => fixture.sandbox.reset());
  afterAll(() => fixture?.stop());

  const change = (creator: Creator, from: AuthState, to: AuthState, version: number, cause = 'authorized') =>
    fixture.tellState(creator, { from, to, cause }, version);
  const aCreator = async (persona = 'tiktok-everyday', organisationId = org.id): Promise<Creator> => {
    const creator = { organisationId, influencerId: newId(), accountId: newId() };
    await fixture.authorize(creator.accountId, persona);
    await change(creator, 'NON_AUTH', 'AUTHENTICATED', 1);
    return creator;
  };
  const posts = (creator: Creator, as: Identity = org.viewer) =>
    fixture.call(as, 'GET', `/v1/posts?socialAccountId=${creator.accountId}&limit=100`);

  it('stores and publishes profile and every post once, and on the next run only what changed', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const first = await fixture.published('PostCollected', creator);
    const ids = new Set(first.map((event) => event['platformPostId']));
    expect(ids.size).toBe(first.length);
    expect(first.length).toBeGreaterThan(3);
    expect(first[0]).toMatchObject({ ...creator, platform: 'tiktok', grantVersion: 1 });
    expect(await fixture.published('ProfileCollected', creator)).toHaveLength(1);
    const listed = (await posts(creator)).body['items'] as { platformPostId: string }[];
    expect(new Set(listed.map((post) => post.platformPostId))).toEqual(ids);

    await fixture.runAgain(creator);
    await fixture.collected(creator);
    expect(await fixture.published('PostCollected', creator)).toHaveLength(first.length);
    expect((await posts(creator)).body['items']).toHaveLength(listed.length);
  });

  it('keeps and tells nothing that TikTok says beyond what was asked: private fields are in no store (PR-05)', async () => {
    const text = `canary${newId()}`;
    await fixture.sandbox.fault({ platform: 'tiktok', kind: 'private_fields', text, times: null });
    const creator = await aCreator();
    await fixture.collected(creator);
    // They were there to be kept: every answer had them.
    const told = (await fixture.sandbox.calls('tiktok.video.list')).map(({ fault }) => fault);
    expect(told).toEqual(expect.arrayContaining(['private_fields']));
    expect((await fixture.published('PostCollected', creator)).length).toBeGreaterThan(3);
    expect(await tablesWith(fixture.service.database, text)).toEqual([]);
  });

  it('publishes each post whose figures moved exactly once, and no other', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const figures = async () => {
      interface Item {
        platformPostId: string;
        metrics: { name: string; value: number }[];
      }
      const items = (await posts(creator)).body['items'] as Item[];
      const values = ({ metrics }: Item) => metrics.map(({ name, value }) => `${name}=${value}`).join(' ');
      return new Map(items.map((item) => [item.platformPostId, values(item)]));
    };
    const before = await figures();
    const told = (await fixture.published('PostCollected', creator)).length;
    await fixture.sandbox.advance(3_600);
    await fixture.runAgain(creator);
    await fixture.collected(creator);
    const moved = [...(await figures())].filter(([id, values]) => before.get(id) !== values).map(([id]) => id);
    const again = (await fixture.published('PostCollected', creator))
      .slice(told)
      .map((event) => String(event['platformPostId']));
    expect(moved.length).toBeGreaterThan(0);
    expect(again.toSorted()).toEqual(moved.toSorted());
  });

  it('is opened once by an event that comes twice', async () => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    await fixture.authorize(creator.accountId, 'tiktok-everyday');
    const id = await change(creator, 'NON_AUTH', 'AUTHENTICATED', 1);
    await fixture.collected(creator);
    await fixture.service.publishAgain(id);
    // Of the same account, hence behind the repeated one in its partition.
    await change(creator, 'AUTHENTICATED', 'REAUTH', 2);
    expect(await fixture.published('ProfileCollected', creator)).toHaveLength(1);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed' });
  });

  it('tells that a token was refused, and lowers nothing itself', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await fixture.sandbox.does('tiktok-everyday', 'expire-access-token');
    await fixture.runAgain(creator);
    await until(
      'the refusal is told',
      async () => (await fixture.published('TokenRejected', creator)).length > 0,
      20_000,
    );
    expect(await fixture.feed(creator)).toMatchObject({ status: 'open', waits: true });
    expect((await posts(creator)).status).toBe(200);
  });

  it('waits when the platform says so, and accuses no token', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await fixture.sandbox.fault({ platform: 'tiktok', operation: 'tiktok.user.info', kind: 'throttle', times: 3 });
    const before = (await fixture.published('PostCollected', creator)).length;
    await fixture.runAgain(creator);
    await until('the failed run is noted', async () => (await fixture.feed(creator)).last_error !== null, 20_000);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'open', waits: true });
    expect(await fixture.published('TokenRejected', creator)).toEqual([]);
    expect(await fixture.published('PostCollected', creator)).toHaveLength(before);
  });

  it('stays readable when the grant merely ended, and goes on with the next one', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await change(creator, 'AUTHENTICATED', 'REAUTH', 2, 'password_changed');
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed' });
    expect(((await posts(creator)).body['items'] as unknown[]).length).toBeGreaterThan(3);
    await change(creator, 'REAUTH', 'AUTHENTICATED', 3);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'open' });
  });

  it('that its owner pauses makes no call, stays readable, and goes on when they say so', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const same = { from: 'AUTHENTICATED', to: 'AUTHENTICATED' } as const;
    await fixture.tellState(creator, { ...same, paused: true, cause: 'paused_by_person' }, 2);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'closed', due_at: null });
    const now = await fixture.call(org.owner, 'POST', `/v1/social-accounts/${creator.accountId}/collections`);
    expect(now.body).toMatchObject({ code: 'collector.not_tracked' });
    expect(((await posts(creator)).body['items'] as unknown[]).length).toBeGreaterThan(3);
    expect(await fixture.published('CollectedDataDeleted', creator)).toEqual([]);
    await fixture.tellState(creator, { ...same, cause: 'resumed_by_person' }, 3);
    expect(await fixture.feed(creator)).toMatchObject({ status: 'open' });
  });

  it.each([
    ['tiktok', 24],
    ['instagram', 7 * 24],
    ['youtube', 7 * 24],
  ] as const)('that was revoked at %s is deleted after %d hours', async (platform, hours) => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    const tell = (from: AuthState, to: AuthState, version: number, cause: string) =>
      fixture.tellState(creator, { from, to, platform, cause }, version);
    await tell('NON_AUTH', 'AUTHENTICATED', 1, 'authorized');
    await tell('AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    const [feed] = await fixture.service.database.query<{ hidden: boolean; hours: number }>(
      `SELECT hidden_at IS NOT NULL AS hidden, extract(epoch FROM delete_at - hidden_at)::int / 3600 AS hours
         FROM collector.feeds WHERE id = $1`,
      [creator.accountId],
    );
    expect(feed).toEqual({ hidden: true, hours });
  });

  it.each(['and is collected again', 'and is paused'] as const)(
    'that was revoked keeps its data when its owner authenticates before the time is up, %s',
    async (how) => {
      const creator = await aCreator();
      await fixture.collected(creator);
      const before = (await posts(creator)).body['items'] as unknown[];
      expect(before.length).toBeGreaterThan(3);
      await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
      expect((await posts(creator)).body).toEqual({ items: [], nextCursor: null });
      const paused = how === 'and is paused';
      await fixture.tellState(creator, { from: 'NON_AUTH', to: 'AUTHENTICATED', paused }, 3);
      expect((await posts(creator)).body['items']).toHaveLength(before.length);
      // As if the time were up now.
      const { n } = (
        await fixture.service.database.query<{ n: number }>(
          `WITH due AS (UPDATE collector.feeds SET delete_at = now(), due_at = now()
                       WHERE id = $1 AND delete_at IS NOT NULL RETURNING 1) SELECT count(*)::int AS n FROM due`,
          [creator.accountId],
        )
      )[0]!;
      expect(n).toBe(0);
      expect(await fixture.feed(creator)).toMatchObject({ status: paused ? 'closed' : 'open' });
      expect(await fixture.published('CollectedDataDeleted', creator)).toEqual([]);
    },
  );

  it('that was revoked is deleted in time, though more is told of it meanwhile', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    await change(creator, 'NON_AUTH', 'NON_AUTH', 3, 'marketplace_status');
    const [feed] = await fixture.service.database.query<{ due: boolean }>(
      'SELECT due_at = delete_at AS due FROM collector.feeds WHERE id = $1',
      [creator.accountId],
    );
    expect(feed).toEqual({ due: true });
  });

  it('that was revoked is hidden at once, deleted when its time comes, and the deletion is told', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    expect((await posts(creator)).body).toEqual({ items: [], nextCursor: null });
    expect(await fixture.published('CollectedDataDeleted', creator)).toEqual([]);
    await fixture.service.database.query('UPDATE collector.feeds SET delete_at = now(), due_at = now() WHERE id = $1', [
      creator.accountId,
    ]);
    await until(
      'the data is deleted',
      async () => (await fixture.published('CollectedDataDeleted', creator)).length === 1,
      20_000,
    );
    expect(await leftOf(creator)).toBe(0);
  });

  it('that is under way stops within five seconds of a revocation, though the platform has not answered yet (PR-04)', async () => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    const { ends } = fixture.watchRuns(creator);
    const slow = { platform: 'tiktok', operation: 'tiktok.video.list', kind: 'latency', milliseconds: 9_000 } as const;
    // The first page comes at once; who waits for the second one would wait longer than that.
    await fixture.sandbox.fault({ ...slow, skip: 1, times: 50 });
    await fixture.authorize(creator.accountId, 'tiktok-busy');
    await change(creator, 'NON_AUTH', 'AUTHENTICATED', 1);
    const told = () => fixture.published('PostCollected', creator);
    await until('the first page is stored', async () => (await told()).length > 0, 20_000);
    const before = (await told()).length;

    await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    await expect(Promise.race([ends[0], aWhile(5_000)])).resolves.toBe('stopped');
    await until(
      'the platform has its answer ready',
      async () => (await fixture.sandbox.calls('tiktok.video.list')).length > 1,
      20_000,
    );
    // The page that was asked for before, and none after it.
    expect(await fixture.sandbox.calls('tiktok.video.list')).toHaveLength(2);
    expect(await told()).toHaveLength(before);
    expect(ends).toHaveLength(1);
    expect((await posts(creator)).body).toEqual({ items: [], nextCursor: null });
  });

  it.each(['erased', 'removed'] as const)('of an account that is %s is deleted at once', async (how) => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const { accountId, ...person } = creator;
    const at = new Date().toISOString();
    const id =
      how === 'erased'
        ? await fixture.service.publish(InfluencerErased, { ...person, accountIds: [accountId], erasedAt: at }, 2)
        : await fixture.service.publish(AccountRemoved, { ...creator, platform: 'tiktok', removedAt: at }, 2);
    await until('the event is handled', () => fixture.service.isHandled(id), 20_000);
    await until(
      'the data is deleted',
      async () => (await fixture.published('CollectedDataDeleted', creator)).length === 1,
      20_000,
    );
    expect(await leftOf(creator)).toBe(0);
  });

  it('of an erased person leaves no row, is confirmed, and a late word of an account brings nothing back', async () => {
    const creator = await aCreator();
    await fixture.collected(creator);
    const { accountId, organisationId, influencerId } = creator;
    const filled = ['feeds', 'metric_history', 'posts', 'profiles'];
    const before = await tracesOf(fixture.service.database, [influencerId, accountId]);
    expect(before.map((trace) => trace.replace(/: \d+$/, ''))).toEqual(expect.arrayContaining(filled));
    const person = { organisationId, influencerId };
    const erasedAt = new Date().toISOString();
    await fixture.service.publish(InfluencerErased, { ...person, accountIds: [accountId], erasedAt }, 2);
    const confirmed = () => fixture.service.published('InfluencerDataErased');
    await until(
      'the erasure is confirmed',
      async () => (await confirmed()).some((event) => event['influencerId'] === influencerId),
      20_000,
    );
    const late = { ...creator, accountId: newId() };
    await change(creator, 'REAUTH', 'AUTHENTICATED', 3);
    await change(late, 'NON_AUTH', 'AUTHENTICATED', 1);
    const rows = await fixture.service.database.query('SELECT id FROM collector.feeds WHERE influencer_id = $1', [
      influencerId,
    ]);
    expect(rows).toEqual([]);
    expect(await leftOf(creator)).toBe(0);
    expect(await tracesOf(fixture.service.database, [influencerId, accountId, late.accountId])).toEqual([]);
  });

  async function leftOf({ accountId }: Creator): Promise<number> {
    const [row] = await fixture.service.database.query<{ left: number }>(
      `SELECT (SELECT count(*) FROM collector.posts WHERE account_id = $1)::int
            + (SELECT count(*) FROM collector.profiles WHERE account_id = $1)::int
            + (SELECT count(*) FROM collector.metric_history WHERE account_id = $1)::int
            + (SELECT count(*) FROM collector.collection_gaps WHERE account_id = $1)::int AS left`,
      [accountId],
    );
    return row!.left;
  }

  it('gives its creator everything that is held, and nothing of anybody else', async () => {
    const [creator, neighbour] = [await aCreator(), await aCreator()];
    await Promise.all([fixture.collected(creator), fixture.collected(neighbour)]);
    const held = await ownDataOf(fixture.door, creator);
    expect(Object.keys(held)).toEqual([
      'collections',
      'profiles',
      'posts',
      'figures',
      'gaps',
      'audience',
      'vendor-records',
      'vendor-removals',
      'campaign-decisions',
    ]);
    const told = await fixture.published('PostCollected', creator);
    expect(new Set(held['posts']!.map((post) => post['platform_post_id']))).toEqual(
      new Set(told.map((event) => event['platformPostId'])),
    );
    expect(held['posts']![0]).toMatchObject({ account_id: creator.accountId, caption: expect.any(String) });
    expect(held['profiles']).toMatchObject([{ handle: 'sandbox.everyday' }]);
    expect(held['figures']!.length).toBeGreaterThan(told.length);
    expect(JSON.stringify(held)).not.toContain(neighbour.accountId);
    const elsewhere = { ...creator, organisationId: fixture.identities.anOrganisation().id };
    expect(Object.values(await ownDataOf(fixture.door, elsewhere)).flat()).toEqual([]);
  });

  it('says how much goes with an account, and not with another one of its creator', async () => {
    const creator = await aCreator();
    const other = { ...creator, accountId: newId() };
    await fixture.authorize(other.accountId, 'tiktok-everyday');
    await change(other, 'NON_AUTH', 'AUTHENTICATED', 1);
    await Promise.all([fixture.collected(creator), fixture.collected(other)]);
    const held = await ownDataOf(fixture.door, creator);
    const ofAccount = (set: string) => held[set]!.filter((row) => row['account_id'] === creator.accountId).length;
    const goes = await accountDataOf(fixture.door, creator);
    const sets = ['profiles', 'posts', 'figures', 'gaps', 'audience', 'vendor-records', 'campaign-decisions'];
    expect(goes).toEqual(Object.fromEntries(sets.map((set) => [set, ofAccount(set)])));
    expect(goes['posts']).toBeGreaterThan(0);
    expect(goes['posts']).toBeLessThan(held['posts']!.length);
    const elsewhere = { ...creator, organisationId: fixture.identities.anOrganisation().id };
    expect(Object.values(await accountDataOf(fixture.door, elsewhere)).filter(Boolean)).toEqual([]);
  });

  it('shows its creator what is held, from which source and since when, and nobody else’s', async () => {
    const [creator, neighbour] = [await aCreator(), await aCreator()];
    await Promise.all([fixture.collected(creator), fixture.collected(neighbour)]);
    const elsewhere = await aCreator('tiktok-everyday', fixture.identities.anOrganisation().id);
    const as = ({ organisationId, influencerId }: Creator): Identity => ({
      kind: 'influencer',
      sub: newId(),
      org: organisationId,
      influencer: influencerId,
    });
    const held = async (identity: Identity) => fixture.call(identity, 'GET', '/v1/own-data/collections');
    const { items } = (await held(as(creator))).body as { items: Record<string, unknown>[] };
    expect(items).toEqual([
      {
        accountId: creator.accountId,
        platform: 'tiktok',
        source: 'tiktok_display',
        isOpen: true,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
        posts: (await fixture.published('PostCollected', creator)).length,
        figures: expect.any(Number),
        audience: [],
        deletedOn: null,
      },
    ]);
    expect(items[0]!['figures']).toBeGreaterThan(3);
    // Another organisation's id under this one's roof is nobody.
    expect((await held({ ...as(elsewhere), org: org.id })).body).toEqual({ items: [] });
    expect((await held(org.owner)).status).toBe(403);
    await change(creator, 'AUTHENTICATED', 'NON_AUTH', 2, 'revoked_by_person');
    expect((await held(as(creator))).body['items']).toMatchObject([{ isOpen: false, deletedOn: expect.any(String) }]);
  });

  describe('between organisations (TE-01, TE-02, TE-06)', () => {
    const routes = [
      'GET /v1/social-accounts/{id}/posts',
      'GET /v1/social-accounts/{id}/profile',
      'GET /v1/social-accounts/{id}/collections',
      'POST /v1/social-accounts/{id}/collections',
      'GET /v1/social-accounts/{id}/metrics/daily',
      'GET /v1/social-accounts/{id}/exports/posts',
      'GET /v1/social-accounts/{id}/exports/metrics',
      'GET /v1/social-accounts/{id}/exports/audience',
    ];
    const byQuery = ['GET /v1/posts', 'GET /v1/metrics'];
    const ask = (as: Identity | undefined, route: string, id: string) => {
      const [method, path] = route.split(' ') as ['GET' | 'POST', string];
      const url = path.includes('{id}') ? path.replace('{id}', id) : `${path}?socialAccountId=${id}`;
      return as ? fixture.call(proven(as), method, url) : fixture.service.call(method, url);
    };

    it('the list of routes is complete', async () => {
      const described = await fixture.service.publicRoutes(await fixture.identities.headers(org.owner, 'collector'));
      // Their own lists are in campaign-report.int-spec.ts and vendor-data.int-spec.ts; a creator's own data has no id.
      const elsewhere = / \/v1\/campaigns\/|\/vendor-data/;
      const here = described.filter((route) => !elsewhere.test(route));
      expect(here.toSorted()).toEqual([...routes, ...byQuery, 'GET /v1/own-data/collections'].toSorted());
    });

    it('a foreign account answers as one that never was, though both collect the same one', async () => {
      const other = fixture.identities.anOrganisation();
      const [own, foreign] = [await aCreator(), await aCreator('tiktok-everyday', other.id)];
      await Promise.all([fixture.collected(own), fixture.collected(foreign)]);
      const neighbour: Identity = { kind: 'influencer', sub: newId(), org: org.id, influencer: newId() };
      for (const route of [...routes, ...byQuery]) {
        const neutral = ({ status, body }: Awaited<ReturnType<typeof ask>>) => ({ status, ...body, correlationId: '' });
        const refused = neutral(await ask(org.owner, route, foreign.accountId));
        expect([route, refused]).toEqual([route, { ...neutral(await ask(org.owner, route, newId())), status: 404 }]);
        expect([route, (await ask(neighbour, route, own.accountId)).status]).toEqual([route, 404]);
        expect([route, (await ask(org.nobody, route, own.accountId)).status]).toEqual([route, 403]);
        expect([route, (await ask(undefined, route, own.accountId)).status]).toEqual([route, 401]);
        expect([route, (await ask(org.viewer, route, own.accountId)).status < 300]).toEqual([route, true]);
      }
    });

    it('opens its routes to those whom docs/access names, and to nobody else (TE-07)', async () => {
      const table = await accessTable('collector', fixture.door, org);
      expect(table).toBe(documentedAccess('collector', table));
    });

    it('the facts for the marketplace are those of the organisation that is asked about, for ttcm alone', async () => {
      const other = fixture.identities.anOrganisation();
      const creator = await aCreator();
      await fixture.collected(creator);
      const facts = (organisationId: string, service = 'ttcm', id = creator.accountId) =>
        fixture.call(
          { kind: 'service', sub: service },
          'GET',
          `/internal/social-accounts/${id}/facts?organisationId=${organisationId}`,
        );
      const own = await facts(org.id);
      expect(own.status).toBe(200);
      expect(own.body).toMatchObject({ followers: expect.any(Number), postsLast30Days: expect.any(Number) });
      const neutral = ({ status, body }: typeof own) => ({ status, ...body, correlationId: '' });
      expect(neutral(await facts(other.id))).toEqual({ ...neutral(await facts(org.id, 'ttcm', newId())), status: 404 });
      expect((await facts(org.id, 'oauth')).status).toBe(403);
    });

    it('every table is behind its wall, and the runtime role changes no definition', async () => {
      const { database } = fixture.service;
      expect(await database.tenancyFaults()).toEqual([]);
      expect(await database.runtimeRoleBreaches()).toEqual([]);
    });
  });

  it('parks nothing of all this', async () => {
    expect(await fixture.service.parked()).toBe(0);
  });

  it('the migrations go down and up again', async () => {
    expect(await fixture.service.database.migrationFaults()).toEqual([]);
  });
});

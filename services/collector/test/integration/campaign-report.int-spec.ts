import { parquetReadObjects } from 'hyparquet';
import { newId } from '@creator-connect/contracts';
import { proven, type TestOrganisation } from '@creator-connect/security/testing';
import type { CampaignAccount } from '../../src/campaign-reports/domain/reported-campaign';
import { CollectorFixture, type Creator } from './support/fixture';

interface Post {
  platformPostId: string;
  socialAccountId: string;
  postedAt: string;
  metrics: { name: string; value: number }[];
  counted: boolean;
  decided: boolean;
}

interface Point {
  day: string;
  value: number | null;
  gap: string | null;
  missing: { cause: string; accounts: number }[];
}

/** The report of a campaign (product.md 15). */
describe('the report of a campaign', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;
  let everyday: CampaignAccount;
  let other: CampaignAccount;
  let all: Post[];
  let campaignId: string;
  const influencers = [newId(), newId(), newId()].toSorted();

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
    everyday = await collected(influencers[0]!, 'tiktok-everyday');
    other = await collected(influencers[1]!, 'tiktok-member');
    campaignId = aCampaign(null, null);
    all = await posts(campaignId);
  }, 90_000);
  afterAll(() => fixture?.stop());

  const account = (id: string, change: Partial<CampaignAccount> = {}): CampaignAccount => ({
    id,
    platform: 'tiktok',
    handle: `sandbox.${id.slice(-4)}`,
    authState: 'AUTHENTICATED',
    tracked: true,
    revoked: false,
    cause: 'authorized',
    causeAt: '2026-01-01T00:00:00.000Z',
    pausedAt: null,
    ...change,
  });

  async function collected(influencerId: string, persona: string): Promise<CampaignAccount> {
    const creator = { organisationId: org.id, influencerId, accountId: newId() };
    const { accountId } = creator;
    await fixture.authorize(accountId, persona);
    await fixture.tellState(creator, { from: 'NON_AUTH', to: 'AUTHENTICATED' }, 1);
    await fixture.collected(creator);
    return account(accountId);
  }

  function aCampaign(startsOn: string | null, endsOn: string | null, organisationId = org.id): string {
    const id = newId();
    fixture.campaigns.set(id, {
      organisationId,
      startsOn,
      endsOn,
      influencers: [
        { id: influencers[0]!, name: 'First', accounts: [everyday] },
        { id: influencers[1]!, name: 'Second', accounts: [other] },
        { id: influencers[2]!, name: 'Third', accounts: [] },
      ],
    });
    return id;
  }

  const get = (path: string, as = proven(org.viewer)) => fixture.call(as, 'GET', `/v1/campaigns/${path}`);
  const report = async (id: string) => (await get(`${id}/report`)).body as { totals: Record<string, number | null> };
  async function posts(id: string, counted = true): Promise<Post[]> {
    const found: Post[] = [];
    for (let cursor: unknown = ''; cursor !== null;) {
      const query = `counted=${counted}&limit=7${cursor === '' ? '' : `&cursor=${String(cursor)}`}`;
      const { body } = await get(`${id}/report/posts?${query}`);
      found.push(...(body['items'] as Post[]));
      cursor = body['nextCursor'];
    }
    return found;
  }
  const decide = (id: string, { socialAccountId, platformPostId }: Post, counted: boolean, as = org.admin) =>
    fixture.call(as, 'PUT', `/v1/campaigns/${id}/report/posts/${socialAccountId}/${platformPostId}`, { counted });
  const total = (of: Post[], ...names: string[]) =>
    of
      .flatMap(({ metrics }) => metrics.filter(({ name }) => names.includes(name)))
      .reduce((sum, m) => sum + m.value, 0);

  it('adds up the posts of its influencers, names the time and what is missing', async () => {
    const { status, body } = await get(`${campaignId}/report`);
    expect(status).toBe(200);
    expect(all.length).toBeGreaterThan(10);
    expect(body['totals']).toEqual({
      posts: all.length,
      reach: null,
      views: total(all, 'views'),
      engagements: total(all, 'likes', 'comments', 'shares'),
    });
    const [first, second, third] = body['influencers'] as { name: string; posts: number; accounts: object[] }[];
    expect(first!.posts + second!.posts).toBe(all.length);
    expect(third).toEqual({
      id: influencers[2],
      name: 'Third',
      posts: 0,
      reach: null,
      views: null,
      engagements: null,
      accounts: [],
    });
    expect(Date.parse(String(body['asOf']))).toBeLessThanOrEqual(Date.now());
    expect(body['missing']).toEqual([
      { influencerId: influencers[2], influencerName: 'Third', account: null, reason: 'no_account', since: null },
    ]);
  });

  it('pages through every post once, newest first', () => {
    expect(new Set(all.map((post) => `${post.socialAccountId} ${post.platformPostId}`)).size).toBe(all.length);
    const times = all.map(({ postedAt }) => postedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('counts the days of the campaign in UTC, the last one included', async () => {
    const newest = all[0]!.postedAt.slice(0, 10);
    const oldest = all.at(-1)!.postedAt.slice(0, 10);
    const one = aCampaign(newest, newest);
    const thatDay = all.filter(({ postedAt }) => postedAt.startsWith(newest));
    expect((await report(one)).totals['posts']).toBe(thatDay.length);
    expect(await posts(one, false)).toHaveLength(all.length - thatDay.length);
    expect((await report(aCampaign(oldest, newest))).totals['posts']).toBe(all.length);
    expect((await report(aCampaign('1999-01-01', '1999-12-31'))).totals).toEqual({
      posts: 0,
      reach: null,
      views: null,
      engagements: null,
    });
  });

  it('takes single posts in and out, in this campaign only, and lets that be undone', async () => {
    const newest = all[0]!.postedAt.slice(0, 10);
    const id = aCampaign(newest, newest);
    const before = await report(id);
    const outside = (await posts(id, false))[0]!;
    expect((await decide(id, outside, true)).status).toBe(204);
    expect((await decide(id, outside, true)).status).toBe(204);
    expect((await report(id)).totals['posts']).toBe(before.totals['posts']! + 1);
    const added = (await posts(id)).find(({ platformPostId }) => platformPostId === outside.platformPostId);
    expect(added).toMatchObject({ counted: true, decided: true });
    expect((await decide(id, all[0]!, false)).status).toBe(204);
    expect((await report(id)).totals['posts']).toBe(before.totals['posts']);
    expect((await report(campaignId)).totals['posts']).toBe(all.length);
    await decide(id, outside, false);
    await decide(id, all[0]!, true);
    expect(await report(id)).toEqual(before);
    expect(await fixture.service.database.query('SELECT 1 FROM collector.campaign_posts')).toEqual([]);
  });

  it('refuses posts that are not of its influencers', async () => {
    const unknown = await decide(campaignId, { ...all[0]!, platformPostId: 'none' }, false);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'collector.no_such_post']);
    const elsewhere = await decide(campaignId, { ...all[0]!, socialAccountId: newId() }, false);
    expect(elsewhere.body['code']).toBe('collector.no_such_post');
    const broken = await get(`${campaignId}/report/posts?cursor=${Buffer.from('["x","y","z"]').toString('base64url')}`);
    expect([broken.status, broken.body['code']]).toEqual([400, 'request.invalid']);
  });

  it('shows nothing of an account whose owner took the permission back, and says so', async () => {
    const id = aCampaign(null, null);
    const campaign = fixture.campaigns.get(id)!;
    campaign.influencers[0]!.accounts = [{ ...everyday, authState: 'NON_AUTH', tracked: false, revoked: true }];
    const { body } = await get(`${id}/report`);
    expect(body['missing']).toContainEqual(
      expect.objectContaining({ reason: 'revoked', since: everyday.causeAt, influencerName: 'First' }),
    );
    expect((await posts(id)).every(({ socialAccountId }) => socialAccountId === other.id)).toBe(true);
  });

  const dailyOf = async (id: string, query = '') =>
    (await get(`${id}/report/daily?${query}`)).body['series'] as {
      name: string;
      lack: string | null;
      points: Point[];
    }[];
  const viewsOf = async (id: string, query = '') => (await dailyOf(id, query)).find(({ name }) => name === 'views')!;
  const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);

  it('has the days of the campaign up to today, or the last days, in UTC', async () => {
    const [reach, views, engagements] = await dailyOf(campaignId, 'days=3');
    expect(reach).toEqual({ name: 'reach', lack: 'not_told', points: [] });
    const totals = (await report(campaignId)).totals;
    for (const [series, total] of [
      [views!, totals['views']],
      [engagements!, totals['engagements']],
    ] as const) {
      expect(series.points.map(({ value }) => value)).toEqual([null, null, total]);
      expect(series.points.map(({ day }) => day)).toEqual([daysAgo(2), daysAgo(1), daysAgo(0)]);
    }
    const oldest = all.at(-1)!.postedAt.slice(0, 10);
    expect((await viewsOf(campaignId)).points[0]!.day).toBe(oldest > daysAgo(365) ? oldest : daysAgo(365));
    expect((await viewsOf(aCampaign(oldest, null))).points.at(-1)!.day).toBe(daysAgo(0));
    expect((await viewsOf(aCampaign(daysAgo(-1), null))).lack).toBe('not_begun');
    expect((await viewsOf(aCampaign('1999-01-01', '1999-12-31'))).lack).toBe('no_posts');
    // Its posts were first collected after it had ended.
    const ended = aCampaign(oldest, daysAgo(1));
    expect(await viewsOf(ended)).toEqual({ name: 'views', lack: 'not_in_days', points: [] });
    expect((await viewsOf(ended, 'days=1')).points[0]!.value).toBe((await report(ended)).totals['views']);
    expect((await get(`${campaignId}/report/daily?days=400`)).body['code']).toBe('request.invalid');
  });

  it('is told for one of its influencers as well, and adds nobody else', async () => {
    const { body } = await get(`${campaignId}/report`);
    const [first] = body['influencers'] as { views: number }[];
    const own = await viewsOf(campaignId, `days=1&influencerId=${influencers[0]}`);
    expect(own.points[0]!.value).toBe(first!.views);
    expect((await viewsOf(campaignId, `days=1&influencerId=${newId()}`)).lack).toBe('no_posts');
  });

  it('is no file to whoever showed longer ago than five minutes who they are (SE-06)', async () => {
    for (const table of ['posts', 'totals', 'daily']) {
      for (const stolen of [org.viewer, proven(org.owner, 301)]) {
        const { status, body } = await get(`${campaignId}/report/exports/${table}`, stolen);
        expect([table, status, body['code']]).toEqual([table, 401, 'request.step_up_needed']);
      }
      const key = { ...org.nobody, scopes: ['campaigns:read'] };
      expect((await get(`${campaignId}/report/exports/${table}`, key)).status).toBe(200);
    }
    expect((await get(`${campaignId}/report`, org.viewer)).status).toBe(200);
  });

  it('can be taken away as files with the same rows, with a reason where a figure is missing', async () => {
    const csv = await get(`${campaignId}/report/exports/posts?format=csv`);
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="campaign-posts.csv"',
      'cache-control': 'no-store',
    });
    expect(csv.text.split('\n')[0]).toBe(
      'influencer_id,influencer,platform,handle,platform_post_id,kind,posted_at,permalink,caption,hashtags,comments,likes,shares,views,as_of',
    );
    const rows = await read('posts');
    expect(rows.map((row) => row['platform_post_id'])).toEqual(all.map(({ platformPostId }) => platformPostId));
    expect(rows[0]).toMatchObject({ influencer: expect.stringMatching(/^(First|Second)$/), platform: 'tiktok' });

    const totals = await read('totals');
    expect(totals.map(({ influencer, missing }) => [influencer, missing])).toEqual([
      ['First', null],
      ['Second', null],
      ['Third', 'no_account'],
    ]);
    expect(totals[2]).toMatchObject({ handle: null, posts: null, views: null });
    expect(totals.reduce((sum, { posts: own }) => sum + Number(own), 0)).toBe(all.length);

    const daily = await read('daily', '&days=2');
    const views = await viewsOf(campaignId, 'days=2');
    expect(daily.filter(({ figure }) => figure === 'views').map(({ day, value }) => ({ day, value }))).toEqual(
      views.points.map(({ day, value }) => ({ day, value })),
    );
  });

  async function read(table: string, query = ''): Promise<Record<string, unknown>[]> {
    const headers = await fixture.identities.headers(proven(org.viewer), 'collector');
    const url = `/v1/campaigns/${campaignId}/report/exports/${table}?format=parquet${query}`;
    const { rawPayload, statusCode } = await fixture.service.app.inject({ method: 'GET', url, headers });
    expect(statusCode).toBe(200);
    const { buffer, byteOffset, byteLength } = rawPayload;
    return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
  }

  it('names the accounts that were not collected on a day, and has a gap where none was', async () => {
    const creator = (account: CampaignAccount, influencerId: string): Creator => ({
      organisationId: org.id,
      influencerId,
      accountId: account.id,
    });
    const [first, second] = [creator(everyday, influencers[0]!), creator(other, influencers[1]!)];
    const ends = (of: Creator) =>
      fixture.tellState(of, { from: 'AUTHENTICATED', to: 'REAUTH', cause: 'password_changed' }, 2);
    await ends(first);
    await fixture.daysPass(first, 5);
    await fixture.daysPass(second, 3);
    await ends(second);
    await fixture.daysPass(second, 2);
    const { points } = await viewsOf(campaignId, 'days=6');
    const sum = (await report(campaignId)).totals['views'];
    expect(points.map(({ value }) => value)).toEqual([sum, sum, sum, sum, null, null]);
    expect(points.map(({ gap }) => gap)).toEqual([null, null, null, null, 'password_changed', 'password_changed']);
    const one = [{ cause: 'password_changed', accounts: 1 }];
    expect(points.map(({ missing }) => missing)).toEqual([[], one, one, one, [], []]);
    const rows = (await read('daily', '&days=6')).filter(({ figure }) => figure === 'views');
    expect(rows.map((row) => [row['missing_accounts'], row['missing_causes'], row['gap']]).slice(3, 5)).toEqual([
      [1, 'password_changed', null],
      [0, null, 'password_changed'],
    ]);
  });

  it('of another organisation is one that never was (TE-06)', async () => {
    const strangers = fixture.identities.anOrganisation();
    const neutral = ({ status, body }: Awaited<ReturnType<typeof get>>) => ({ status, ...body, correlationId: '' });
    const files = ['posts', 'totals', 'daily'].map((table) => `report/exports/${table}`);
    const reads = ['report', 'report/posts', 'report/daily', ...files];
    const described = await fixture.service.publicRoutes(await fixture.identities.headers(org.owner, 'collector'));
    expect(described.filter((route) => route.includes(' /v1/campaigns/')).toSorted()).toEqual(
      [
        ...reads.map((path) => `GET /v1/campaigns/{id}/${path}`),
        'PUT /v1/campaigns/{id}/report/posts/{socialAccountId}/{platformPostId}',
      ].toSorted(),
    );
    for (const path of reads) {
      const foreign = neutral(await get(`${campaignId}/${path}`, proven(strangers.owner)));
      expect(foreign).toEqual({ ...neutral(await get(`${newId()}/${path}`, proven(strangers.owner))), status: 404 });
      expect(foreign).toMatchObject({ code: 'collector.no_such_campaign' });
    }
    const decided = neutral(await decide(campaignId, all[0]!, false, strangers.admin));
    expect(decided).toEqual({ ...neutral(await decide(newId(), all[0]!, false, strangers.admin)), status: 404 });
    expect(decided).toMatchObject({ code: 'collector.no_such_campaign' });
    expect((await decide(campaignId, all[0]!, false, org.viewer)).status).toBe(403);
    expect((await report(campaignId)).totals['posts']).toBe(all.length);
  });
});

import { AccountRemoved, InfluencerErased, newId, VendorDataPurgeRequested } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { CollectorFixture, type Creator, type PlayedAccount } from './support/fixture';

interface Row {
  line: number;
  outcome: string;
  code?: string;
  errors?: { field: string }[];
}

describe('vendor data', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  afterAll(() => fixture?.stop());

  const anAccount = (change: Partial<PlayedAccount> = {}): Creator => {
    const account = {
      organisationId: org.id,
      influencerId: newId(),
      platform: 'tiktok',
      marketplace: 'NON_TTCM',
      ...change,
    };
    const accountId = newId();
    fixture.accounts.set(accountId, account as PlayedAccount);
    return { organisationId: account.organisationId, influencerId: account.influencerId, accountId };
  };
  const importing = async (body: object, as = org.admin) => {
    const answer = await fixture.call(as, 'POST', '/v1/vendor-data/imports', { vendor: 'Example Insights', ...body });
    return answer.body as unknown as { stored: number; refused: number; rows: Row[] };
  };
  const brought = async (creator: Creator) =>
    importing({
      records: [
        { social_account_id: creator.accountId, metrics: { followers: 1200 } },
        ...['p1', 'p2'].map((id) => ({
          social_account_id: creator.accountId,
          platform_post_id: id,
          posted_at: '2026-11-01T10:00:00Z',
          metrics: { views: 10 },
        })),
      ],
    });
  const shown = async ({ accountId }: Creator, as = org.admin) =>
    (await fixture.call(as, 'GET', `/v1/social-accounts/${accountId}/vendor-data`)).body;
  const purge = async ({ accountId }: Creator, dryRun: boolean) =>
    (await fixture.call(org.admin, 'POST', `/v1/social-accounts/${accountId}/vendor-data/purges`, { dryRun })).body;
  const purges = async (as = org.admin) =>
    (await fixture.call(as, 'GET', '/v1/vendor-data/purges?limit=100')).body['items'] as Record<string, unknown>[];
  const purgesOf = async ({ accountId }: Creator) =>
    (await purges()).filter((one) => one['socialAccountId'] === accountId);
  const handled = (id: string) => until('it is handled', () => fixture.service.isHandled(id), 20_000);
  const becomesMember = async ({ accountId, influencerId, organisationId }: Creator, contacts?: number) => {
    const told = contacts === undefined ? {} : { contacts };
    const data = { organisationId, influencerId, accountId, ...told, requestedAt: new Date().toISOString() };
    await handled(await fixture.service.publish(VendorDataPurgeRequested, data));
  };
  /** All that is stored of other things, and of other accounts. */
  const everythingElse = async ({ accountId }: Creator) => {
    const tables = ['feeds', 'profiles', 'posts', 'metric_history', 'audiences', 'collection_gaps'];
    const rows = tables.map((table) =>
      fixture.service.database.query(`SELECT t::text FROM collector.${table} t ORDER BY 1`),
    );
    const others = 'SELECT t::text FROM collector.vendor_records t WHERE account_id <> $1 ORDER BY 1';
    return [...(await Promise.all(rows)), await fixture.service.database.query(others, [accountId])];
  };

  it('is imported row by row, from CSV or JSON, and says where it comes from', async () => {
    const creator = anAccount();
    const csv = [
      'social_account_id;platform_post_id;posted_at;followers;views;permalink',
      `${creator.accountId};;;1500;;`,
      `${creator.accountId};p1;2026-11-01T10:00:00Z;;25;https://example.com/p1`,
      `${creator.accountId};p2;yesterday;;25;`,
      `${creator.accountId};p3;;;many;`,
      `${newId()};;;1;;`,
      'not-an-id;;;1;;',
    ].join('\n');
    const { stored, refused, rows } = await importing({ csv });
    expect([stored, refused]).toEqual([2, 4]);
    expect(rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
      [2, 'stored', undefined],
      [3, 'stored', undefined],
      [4, 'refused', 'request.invalid'],
      [5, 'refused', 'request.invalid'],
      [6, 'refused', 'collector.not_found'],
      [7, 'refused', 'request.invalid'],
    ]);
    expect([rows[2]!.errors![0]!.field, rows[3]!.errors![0]!.field]).toEqual(['posted_at', 'metrics.views']);
    expect(await shown(creator)).toMatchObject({
      profiles: 1,
      posts: 1,
      items: [
        { kind: 'profile', provenance: 'vendor_import', vendor: 'Example Insights', metrics: { followers: 1500 } },
        { kind: 'post', provenance: 'vendor_import', platformPostId: 'p1', metrics: { views: 25 } },
      ],
    });
    expect((await importing({ csv })).stored).toBe(2);
    expect(await shown(creator)).toMatchObject({ profiles: 1, posts: 1 });
    for (const body of [{}, { csv: 'a,b\n1,2' }, { records: [] }, { vendor: '<b>', csv }]) {
      const answer = await fixture.call(org.admin, 'POST', '/v1/vendor-data/imports', { vendor: 'x', ...body });
      expect(answer.status).toBe(400);
    }
  });

  it('of a marketplace account is refused', async () => {
    const member = anAccount({ marketplace: 'TTCM' });
    const { stored, rows } = await brought(member);
    expect([stored, new Set(rows.map(({ code }) => code))]).toEqual([0, new Set(['collector.vendor_data_of_member'])]);
  });

  it('is removed when the account becomes TTCM: recorded, told, and nothing else changes', async () => {
    const [creator, other] = [anAccount(), anAccount()];
    await fixture.authorize(other.accountId, 'tiktok-everyday');
    await fixture.tellState(other, { from: 'NON_AUTH', to: 'AUTHENTICATED' }, 1);
    await fixture.collected(other);
    await brought(creator);
    await brought(other);
    const before = await everythingElse(creator);
    await becomesMember(creator);
    expect(await shown(creator)).toEqual({ profiles: 0, posts: 0, contacts: 0, items: [] });
    expect(await everythingElse(creator)).toEqual(before);
    expect(await purgesOf(creator)).toMatchObject([
      { cause: 'marketplace_member', profiles: 1, posts: 2, contacts: 0 },
    ]);
    expect(await fixture.published('CollectedDataDeleted', creator)).toMatchObject([{ scope: 'vendor' }]);
    expect(await fixture.published('CollectedDataDeleted', other)).toEqual([]);
    const own = await fixture.call(org.viewer, 'GET', `/v1/posts?socialAccountId=${other.accountId}&limit=1`);
    expect(own.body['items']).toMatchObject([{ provenance: 'own_grant' }]);
  });

  it('is counted before as it is removed then', async () => {
    const creator = anAccount();
    await brought(creator);
    fixture.vendorContacts.set(creator.accountId, 3);
    const before = await everythingElse(creator);
    const counted = await purge(creator, true);
    expect(counted).toEqual({ dryRun: true, profiles: 1, posts: 2, contacts: 3 });
    expect(await shown(creator)).toMatchObject({ profiles: 1, posts: 2, contacts: 3 });
    expect(await purgesOf(creator)).toEqual([]);
    expect(await purge(creator, false)).toEqual({ ...counted, dryRun: false });
    expect(await purge(creator, true)).toEqual({ dryRun: true, profiles: 0, posts: 0, contacts: 0 });
    expect(await purgesOf(creator)).toMatchObject([{ cause: 'by_member', profiles: 1, posts: 2, contacts: 3 }]);
    expect(await everythingElse(creator)).toEqual(before);
  });

  it('is recorded once though its removal is told twice, and recorded as well where the answer came too late', async () => {
    const [answered, late] = [anAccount({ platform: 'youtube' }), anAccount({ platform: 'youtube' })];
    const told = async ({ organisationId, influencerId, accountId }: Creator) => {
      const about = { organisationId, influencerId, accountId, contacts: 3, cause: 'by_member' as const };
      const purgeId = fixture.vendorContactRemovals.get(accountId)!;
      const data = { ...about, purgeId, requestedAt: new Date().toISOString() };
      await handled(await fixture.service.publish(VendorDataPurgeRequested, data));
    };
    for (const creator of [answered, late]) {
      await brought(creator);
      fixture.vendorContacts.set(creator.accountId, 3);
    }
    await purge(answered, false);
    fixture.lateWithContacts.add(late.accountId);
    expect(await purge(late, false)).toMatchObject({ code: 'request.unavailable' });
    for (const creator of [answered, late]) {
      await told(creator);
      expect(await purgesOf(creator)).toMatchObject([{ cause: 'by_member', profiles: 1, posts: 2, contacts: 3 }]);
      expect(await shown(creator)).toMatchObject({ profiles: 0, posts: 0 });
      expect(await fixture.published('CollectedDataDeleted', creator)).toMatchObject([{ platform: 'youtube' }]);
    }
  });

  it('that stood in reports only is recorded as well', async () => {
    const creator = anAccount();
    await becomesMember(creator, 2);
    expect(await purgesOf(creator)).toMatchObject([
      { cause: 'marketplace_member', profiles: 0, posts: 0, contacts: 2 },
    ]);
    expect(await fixture.published('CollectedDataDeleted', creator)).toEqual([]);
  });

  it('does not come back by an import that was under way when the account became TTCM', async () => {
    const creator = anAccount();
    const rows = Array.from({ length: 400 }, (_, index) => ({
      social_account_id: creator.accountId,
      platform_post_id: `p${index}`,
      metrics: { views: 1 },
    }));
    const running = importing({ records: rows });
    await until('some rows are stored', async () => Number((await shown(creator))['posts']) > 5, 20_000);
    await becomesMember(creator);
    const { stored, refused } = await running;
    expect(stored).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
    expect(await shown(creator)).toMatchObject({ profiles: 0, posts: 0 });
  });

  it('goes with its account, and with its person', async () => {
    const [removed, erased] = [anAccount(), anAccount()];
    await brought(removed);
    await brought(erased);
    const { organisationId, influencerId, accountId } = removed;
    const removedAt = new Date().toISOString();
    await handled(
      await fixture.service.publish(AccountRemoved, {
        organisationId,
        influencerId,
        accountId,
        platform: 'tiktok',
        removedAt,
      }),
    );
    const gone = { organisationId, influencerId: erased.influencerId, accountIds: [erased.accountId] };
    await handled(await fixture.service.publish(InfluencerErased, { ...gone, erasedAt: removedAt }));
    for (const creator of [removed, erased]) expect(await shown(creator)).toMatchObject({ profiles: 0, posts: 0 });
  });

  describe('between organisations', () => {
    it('has every route of vendor data below', async () => {
      const described = await fixture.service.publicRoutes(await fixture.identities.headers(org.owner, 'collector'));
      expect(described.filter((route) => route.includes('/vendor-data')).toSorted()).toEqual([
        'GET /v1/social-accounts/{id}/vendor-data',
        'GET /v1/vendor-data/purges',
        'POST /v1/social-accounts/{id}/vendor-data/purges',
        'POST /v1/vendor-data/imports',
      ]);
    });

    it('of a foreign account is as unknown as that of one that never was', async () => {
      const creator = anAccount();
      await brought(creator);
      const other = fixture.identities.anOrganisation();
      const path = (id: string) => `/v1/social-accounts/${id}/vendor-data`;
      for (const [method, tail] of [
        ['GET', ''],
        ['POST', '/purges'],
      ] as const) {
        const ask = async (id: string) => {
          const { status, body } = await fixture.call(
            other.owner,
            method,
            path(id) + tail,
            method === 'POST' ? {} : undefined,
          );
          return { status, ...body, correlationId: '' };
        };
        expect(await ask(creator.accountId)).toEqual({ ...(await ask(newId())), status: 404 });
      }
      const record = { social_account_id: creator.accountId, metrics: { followers: 1 } };
      expect((await importing({ records: [record] }, other.admin)).rows[0]!.code).toBe('collector.not_found');
      expect(await shown(creator)).toMatchObject({ profiles: 1, posts: 2 });
      await purge(creator, false);
      expect(await purges(other.owner)).toEqual([]);
    });

    it('is for admins and owners', async () => {
      const { accountId } = anAccount();
      for (const [method, url] of [
        ['GET', `/v1/social-accounts/${accountId}/vendor-data`],
        ['POST', `/v1/social-accounts/${accountId}/vendor-data/purges`],
        ['POST', '/v1/vendor-data/imports'],
        ['GET', '/v1/vendor-data/purges'],
      ] as const)
        expect((await fixture.call(org.viewer, method, url, method === 'POST' ? {} : undefined)).status).toBe(403);
    });
  });
});

import { AuthExpired, newId } from '@creator-connect/contracts';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, type Organisation } from './support/accounts-fixture';

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}
interface Attention {
  accounts: number;
  influencers: {
    id: string;
    accounts: { id: string; authState: string; cause: string }[];
    link: { href: string; body: object };
  }[];
}

describe('roster, reservations and campaigns', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
  }, 60_000);
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    influencerId = await fixture.anInfluencer(org);
  });
  afterAll(() => fixture?.stop());

  const count = async (table: string) =>
    Number((await fixture.database.query<{ n: string }>(`SELECT count(*) AS n FROM accounts.${table}`))[0]!.n);
  const reserve = (change: Record<string, unknown>) =>
    fixture
      .from('oauth')
      .post<{ socialAccountId: string; first: boolean; code: string }>('/internal/account-reservations', {
        organisationId: org.id,
        influencerId,
        platform: 'tiktok',
        platformAccountId: 'tt-1',
        handle: 'tok.one',
        ...change,
      });
  const authorize = (accountId: string, platform: 'instagram' | 'tiktok', grantVersion = 1) =>
    fixture.authorized(org, influencerId, accountId, platform, { grantVersion, flow: 'dashboard' });
  const account = async (id: string) => (await fixture.as(org.viewer).get(`/v1/social-accounts/${id}`)).body;

  describe('adding an influencer by hand', () => {
    const body = (change: object = {}) => ({ name: 'creator-tiktok', email: `${newId()}@example.com`, ...change });
    const aCampaign = async () =>
      (await fixture.as(org.admin).post<{ id: string }>('/v1/campaigns', { name: 'Summer' })).body.id;
    const inCampaign = async (id: string) =>
      (await fixture.as(org.viewer).get<Page>(`/v1/campaigns/${id}/influencers`)).body.items.map((one) => one.id);
    /** Into the roster, and directly into a campaign: neither takes anybody in. */
    const refusedEverywhere = async (change: object) => {
      const campaignId = await aCampaign();
      const before = await count('influencers');
      const answers = [];
      for (const target of [{}, { campaignId }])
        answers.push(await fixture.as(org.admin).post('/v1/influencers', body({ ...change, ...target })));
      expect([await count('influencers'), await inCampaign(campaignId)]).toEqual([before, []]);
      expect(await fixture.published('CampaignInfluencerAdded', campaignId)).toEqual([]);
      return answers;
    };

    it('directly into a campaign puts them into the roster and into it', async () => {
      const campaignId = await aCampaign();
      const added = await fixture.as(org.admin).post<{ id: string }>('/v1/influencers', body({ campaignId }));
      expect([added.status, await inCampaign(campaignId)]).toEqual([201, [added.body.id]]);
      expect((await fixture.as(org.viewer).get(`/v1/influencers/${added.body.id}`)).status).toBe(200);
    });

    it('counts as approved, and both facts are published', async () => {
      const { status, body: added } = await fixture
        .as(org.admin)
        .post<{ id: string; approvedAt: string }>('/v1/influencers', body({ locale: 'de', timeZone: 'Europe/Berlin' }));
      expect([status, added]).toMatchObject([201, { locale: 'de', timeZone: 'Europe/Berlin' }]);
      expect(added.approvedAt).not.toBeNull();
      const [joined] = await fixture.published('InfluencerAdded', added.id);
      const [approved] = await fixture.published('InfluencerApproved', added.id);
      expect([joined!.version, approved!.version]).toEqual([1, 2]);
      expect(JSON.stringify([joined, approved])).not.toContain('example.com');
    });

    it('with an Instagram account is refused, and nobody is added', async () => {
      const socialAccounts = [{ platform: 'instagram', handle: 'creator.two' }];
      for (const refused of await refusedEverywhere({ socialAccounts })) {
        expect([refused.status, refused.body]).toMatchObject([409, { code: 'accounts.instagram_not_authenticated' }]);
        expect(refused.headers['content-type']).toContain('application/problem+json');
      }
    });

    it('without it needs no outbound address, for the invitation to the dashboard leaves from the installation', async () => {
      const added = await fixture.as(org.admin).post<{ id: string }>('/v1/influencers', body());
      expect(added.status).toBe(201);
      expect(await fixture.published('InfluencerApproved', added.body.id)).toHaveLength(1);
      const asked = { influencerId: added.body.id, platforms: [{ platform: 'instagram' }] };
      const request = await fixture.as(org.admin).post<{ id: string }>('/v1/authorization-requests', asked);
      const link = (delivery: 'email' | 'copy') =>
        fixture.as(org.admin).post('/v1/authorization-links', { authorizationRequestId: request.body.id, delivery });
      const mailed = await link('email');
      expect([mailed.status, mailed.body]).toMatchObject([
        409,
        {
          code: 'accounts.no_outbound_email',
          nextStep: expect.stringContaining('Settings → Company → Outbound email'),
        },
      ]);
      expect((await link('copy')).status).toBe(201);
    });

    it('with a TikTok account outside the marketplace is refused with both ways out', async () => {
      const socialAccounts = [{ platform: 'tiktok', handle: 'tok.one' }];
      for (const refused of await refusedEverywhere({ socialAccounts })) {
        expect([refused.status, refused.body]).toMatchObject([
          409,
          {
            code: 'accounts.tiktok_not_connectable',
            ways: ['request_authorization', 'send_invite'],
            sendInvite: { href: '/v1/ttcm-invites', handle: 'tok.one' },
          },
        ]);
      }
    });

    it('twice with one address is refused, in any case of letters, but not across organisations', async () => {
      const email = `${newId()}@example.com`;
      const added = await fixture.as(org.admin).post<{ id: string }>('/v1/influencers', body({ email }));
      expect(added.status).toBe(201);
      const again = await fixture.as(org.admin).post('/v1/influencers', body({ email: email.toUpperCase() }));
      expect(again.body).toMatchObject({ code: 'accounts.influencer_exists', influencerId: added.body.id });
      const other = await fixture.anOrganisation();
      expect((await fixture.as(other.admin).post('/v1/influencers', body({ email }))).status).toBe(201);
      const found = await fixture
        .from('gateway')
        .get<{ influencers: object[] }>(`/internal/influencers/by-email?email=${encodeURIComponent(email)}`);
      expect(found.body.influencers).toHaveLength(2);
      expect(found.body.influencers[0]).toMatchObject({ locale: 'en' });
    });

    it.each([
      ['a field that is not listed', { orgId: newId() }],
      ['a line break in the name', { name: 'creator\r\nBcc: x' }],
      ['NUL in the name', { name: 'creator\u0000' }],
      ['half a surrogate pair', { name: 'creator \ud800' }],
      ['an unknown time zone', { timeZone: 'Mars/Base' }],
      ['an array for a text', { name: ['creator'] }],
    ])('with %s is refused as invalid', async (_, change) => {
      const refused = await fixture.as(org.admin).post('/v1/influencers', body(change));
      expect([refused.status, refused.body]).toMatchObject([400, { code: 'request.invalid' }]);
    });

    it('is not for viewers', async () => {
      expect((await fixture.as(org.viewer).post('/v1/influencers', body())).status).toBe(403);
    });
  });

  describe('lists', () => {
    it('page through everything once, newest first, also while somebody is added', async () => {
      const ids = [influencerId];
      for (let index = 0; index < 4; index += 1) ids.unshift(await fixture.anInfluencer(org));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const path: string = `/v1/influencers?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
        const page: Page = (await fixture.as(org.viewer).get<Page>(path)).body;
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
        if (seen.length === 2) await fixture.anInfluencer(org);
      } while (cursor);
      expect(seen).toEqual(ids);
    });

    it.each(['/v1/influencers', '/v1/social-accounts', '/v1/campaigns', '/v1/authorization-requests'])(
      '%s refuses a broken cursor, limit or filter',
      async (path) => {
        for (const query of ['cursor=bm90LW91cnM', 'limit=0', 'limit=101', 'limit=x', 'org=1', 'limit=1&limit=2']) {
          expect([query, (await fixture.as(org.viewer).get(`${path}?${query}`)).status]).toEqual([query, 400]);
        }
        const cursor = Buffer.from(JSON.stringify(["x'; --"])).toString('base64url');
        expect((await fixture.as(org.viewer).get(`${path}?cursor=${cursor}`)).status).toBe(400);
      },
    );

    it('filter social accounts by influencer, platform and state', async () => {
      const [instagram, tiktok] = [
        await fixture.aReservation(org, influencerId),
        await fixture.aReservation(org, influencerId, { platform: 'tiktok' }),
      ];
      await authorize(instagram, 'instagram');
      await authorize(tiktok, 'tiktok');
      const list = async (query: string) =>
        (await fixture.as(org.viewer).get<Page>(`/v1/social-accounts?${query}`)).body.items.map((item) => item.id);
      expect(await list(`influencerId=${influencerId}`)).toEqual([tiktok, instagram]);
      expect(await list('platform=tiktok')).toEqual([tiktok]);
      expect(await list('authState=REAUTH')).toEqual([]);
      const below = await fixture.as(org.viewer).get<Page>(`/v1/influencers/${influencerId}/social-accounts`);
      expect(below.body.items.map((item) => item.id)).toEqual([tiktok, instagram]);
    });
  });

  describe('reserving an account', () => {
    it('twice, even at once, gives one id', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => reserve({})));
      expect(new Set(answers.map((answer) => answer.body.socialAccountId)).size).toBe(1);
      expect(answers[0]!.body.first).toBe(true);
      await authorize(answers[0]!.body.socialAccountId, 'tiktok');
      expect((await reserve({})).body).toEqual({ socialAccountId: answers[0]!.body.socialAccountId, first: false });
    });

    it('of another influencer of the organisation is refused; another organisation is not concerned', async () => {
      await reserve({});
      const other = await fixture.anInfluencer(org);
      expect((await reserve({ influencerId: other })).body).toMatchObject({ code: 'accounts.already_connected' });
      const elsewhere = await fixture.anOrganisation();
      const theirs = await fixture.anInfluencer(elsewhere);
      expect((await reserve({ organisationId: elsewhere.id, influencerId: theirs })).status).toBe(200);
      expect((await reserve({ influencerId: theirs })).status).toBe(404);
    });

    it('that was not used for an hour stands in nobody’s way, and goes after a day', async () => {
      const { socialAccountId } = (await reserve({})).body;
      const age = (hours: number) =>
        fixture.database.query(
          `UPDATE accounts.social_accounts SET reserved_until = now() - make_interval(hours => $2) WHERE id = $1`,
          [socialAccountId, hours],
        );
      await age(1);
      await fixture.app.get(Housekeeping).run();
      expect((await reserve({})).body.socialAccountId).toBe(socialAccountId);
      await age(1);
      const other = await fixture.anInfluencer(org);
      expect((await reserve({ influencerId: other })).status).toBe(200);
      const unused = (await reserve({ platformAccountId: 'tt-2', handle: 'tok.two' })).body.socialAccountId;
      await fixture.database.query(
        `UPDATE accounts.social_accounts SET reserved_until = now() - interval '2 days' WHERE id = $1`,
        [unused],
      );
      await fixture.app.get(Housekeeping).run();
      const left = await fixture.database.query('SELECT 1 FROM accounts.social_accounts WHERE id = $1', [unused]);
      expect(left).toEqual([]);
    });

    it('other than the expected one is refused with the expected handle', async () => {
      const { socialAccountId } = (await reserve({})).body;
      await authorize(socialAccountId, 'tiktok');
      const other = await reserve({ platformAccountId: 'tt-9', expectedSocialAccountId: socialAccountId });
      expect([other.status, other.body]).toMatchObject([
        409,
        { code: 'accounts.other_account', expectedHandle: 'tok.one' },
      ]);
      expect((await reserve({ expectedSocialAccountId: socialAccountId })).status).toBe(200);
    });

    it('is refused once its request was withdrawn (AL-05)', async () => {
      const request = (
        await fixture.as(org.admin).post<{ id: string }>('/v1/authorization-requests', {
          influencerId,
          platforms: [{ platform: 'tiktok' }],
        })
      ).body;
      const before = await count('social_accounts');
      await fixture.as(org.admin).post(`/v1/authorization-requests/${request.id}/withdrawal`);
      const refused = await reserve({ authorizationRequestId: request.id });
      expect(refused.body).toMatchObject({ code: 'accounts.request_closed' });
      expect(await count('social_accounts')).toBe(before);
    });
  });

  describe('an account that joined the marketplace', () => {
    const join = (change: object = {}) =>
      fixture.from('ttcm').post<{ socialAccountId: string; code: string }>('/internal/marketplace-accounts', {
        organisationId: org.id,
        influencerId,
        handle: '@Tok.One',
        ...change,
      });

    it('is added as TTCM, NON_AUTH and tracked, once', async () => {
      const { socialAccountId } = (await join({ platformAccountId: 'tt-7' })).body;
      expect((await join({ platformAccountId: 'tt-7' })).body.socialAccountId).toBe(socialAccountId);
      expect(await account(socialAccountId)).toMatchObject({
        authState: 'NON_AUTH',
        marketplace: 'TTCM',
        tracked: true,
        handle: 'tok.one',
        cause: 'marketplace_joined',
      });
      expect(await fixture.published('AccountAdded', socialAccountId)).toHaveLength(1);
      const changes = await fixture.published('AccountStateChanged', socialAccountId);
      expect(changes.map((event) => event.data['source'])).toEqual(['ttcm']);
      expect(await fixture.published('VendorDataPurgeRequested', socialAccountId)).toHaveLength(1);
    });

    it('is the same account when its owner authenticates it, and is announced by the platform’s id then', async () => {
      const { socialAccountId } = (await join()).body;
      expect(await fixture.published('AccountAdded', socialAccountId)).toEqual([]);
      expect((await reserve({})).body).toEqual({ socialAccountId, first: true });
      const [added] = await fixture.published('AccountAdded', socialAccountId);
      expect(added!.data).toMatchObject({ platformAccountId: 'tt-1', marketplace: 'TTCM' });
      await authorize(socialAccountId, 'tiktok');
      expect(await account(socialAccountId)).toMatchObject({ authState: 'AUTHENTICATED', marketplace: 'TTCM' });
      const states = await fixture.published('AccountState', socialAccountId);
      const versions = states.map((state) => state.version);
      expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    });

    it('of another influencer is refused', async () => {
      await join();
      expect((await join({ influencerId: await fixture.anInfluencer(org) })).body).toMatchObject({
        code: 'accounts.already_connected',
      });
    });
  });

  describe('campaigns', () => {
    const create = async (body: object = {}) =>
      (await fixture.as(org.admin).post<{ id: string }>('/v1/campaigns', { name: 'Summer', ...body })).body.id;
    const attention = async (id: string) =>
      (await fixture.as(org.viewer).get<Attention>(`/v1/campaigns/${id}/attention`)).body;

    it('tell who joined, once, and their latest state', async () => {
      const id = await create({ startsOn: '2026-06-01', endsOn: '2026-08-31' });
      for (let time = 0; time < 2; time += 1) {
        expect((await fixture.as(org.admin).post(`/v1/campaigns/${id}/influencers`, { influencerId })).status).toBe(
          200,
        );
      }
      expect(await fixture.published('CampaignInfluencerAdded', id)).toHaveLength(1);
      const states = await fixture.published('CampaignState', id);
      expect(states.at(-1)!.data).toMatchObject({ startsOn: '2026-06-01', influencerIds: [influencerId] });
      const list = await fixture.as(org.viewer).get<Page>('/v1/campaigns');
      expect(list.body.items).toMatchObject([{ id, name: 'Summer', endsOn: '2026-08-31' }]);
    });

    it('do not end before they start', async () => {
      const body = { name: 'Summer', startsOn: '2026-06-02', endsOn: '2026-06-01' };
      expect((await fixture.as(org.admin).post('/v1/campaigns', body)).status).toBe(400);
    });

    it('ask for attention while an account needs its owner, and stop with the repair', async () => {
      const id = await create();
      await fixture.as(org.admin).post(`/v1/campaigns/${id}/influencers`, { influencerId });
      const accountId = await fixture.aReservation(org, influencerId);
      expect(await attention(id)).toEqual({ accounts: 0, influencers: [] });
      await authorize(accountId, 'instagram');
      expect((await attention(id)).accounts).toBe(0);

      const lapse = await fixture.publish(AuthExpired, {
        organisationId: org.id,
        influencerId,
        accountId,
        platform: 'instagram',
        cause: 'page_link_lost',
        rule: 'instagram:page',
        observedAt: new Date().toISOString(),
        grantVersion: 1,
      });
      await fixture.handled(lapse);
      expect(await attention(id)).toMatchObject({
        accounts: 1,
        influencers: [
          {
            id: influencerId,
            accounts: [{ id: accountId, authState: 'REAUTH', cause: 'page_link_lost' }],
            link: { method: 'POST', href: '/v1/authorization-requests', body: { influencerId } },
          },
        ],
      });
      const { link } = (await attention(id)).influencers[0]!;
      expect((await fixture.as(org.admin).post(link.href, link.body)).status).toBe(201);

      await authorize(accountId, 'instagram', 2);
      expect(await attention(id)).toEqual({ accounts: 0, influencers: [] });
    });
  });

  it('an organisation is created once per owner and short name, which nobody else can take', async () => {
    const command = { name: 'Once', slug: `once-${newId().slice(-12)}`, ownerUserId: newId() };
    const create = (change: object = {}) =>
      fixture.from('gateway').post<{ id: string }>('/internal/organisations', { ...command, ...change });
    const [first, again] = [await create(), await create()];
    expect(again.body.id).toBe(first.body.id);
    expect((await create({ ownerUserId: newId() })).body).toMatchObject({ code: 'accounts.slug_taken' });
    const { body } = await fixture.from('gateway').get(`/internal/users/${command.ownerUserId}/memberships`);
    expect(body).toEqual({ memberships: [{ organisationId: first.body.id, name: 'Once', role: 'owner' }] });
  });
});

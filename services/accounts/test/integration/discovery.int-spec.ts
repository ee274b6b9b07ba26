import { newId } from '@creator-connect/contracts';
import { Sandbox } from '@creator-connect/platforms/testing';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, type Answer, type Organisation } from './support/accounts-fixture';

interface Report {
  id: string;
  platform: string;
  handle: string;
  displayName: string;
  followers: number | null;
  influencerId: string | null;
  contactInformation: object;
  keptUntil: string;
  fetchedAt: string;
}
interface Found {
  items: Report[];
  reason: string | null;
  marketplace: string | null;
}
interface Source {
  platform: string;
  ways: string[];
  available: boolean;
  problem: { code: string; title: string; nextStep: string; retryAfterSeconds: number | null } | null;
}

describe('Discover and reports', () => {
  const sandbox = new Sandbox();
  let fixture: AccountsFixture;
  let bare: AccountsFixture;
  let org: Organisation;

  beforeAll(async () => {
    await sandbox.start('http://localhost:4400');
    fixture = await AccountsFixture.start({
      META_APP_SECRET: sandbox.metaAppSecret,
      META_DISCOVERY_TOKEN: sandbox.discoveryToken,
      META_DISCOVERY_ACCOUNT_ID: sandbox.discoveryAccount,
      META_GRAPH_URL: sandbox.at('/graph'),
      GOOGLE_API_KEY: sandbox.googleApiKey,
      GOOGLE_YOUTUBE_URL: sandbox.at('/google-youtube'),
      SEARCHES_BY_HANDLE_PER_DAY: '12',
      SEARCHES_BY_KEYWORD_PER_DAY: '2',
    });
    bare = await AccountsFixture.start();
  }, 90_000);
  beforeEach(async () => {
    await sandbox.clearFaults();
    fixture.marketplace.members.clear();
    fixture.marketplace.problem = undefined;
    org = await fixture.anOrganisation();
  });
  afterAll(async () => {
    await fixture?.stop();
    await bare?.stop();
    await sandbox.stop();
  });

  const search = (body: object, who = org.admin): Promise<Answer<Found>> =>
    fixture.as(who).post<Found>('/v1/discovery/searches', body);
  const found = async (body: object): Promise<Report> => {
    const { status, body: answer } = await search(body);
    expect([status, answer]).toMatchObject([200, { reason: null }]);
    return answer.items[0]!;
  };
  const email = () => `${newId()}@example.com`;
  const addFrom = (report: Report, body: object = {}) =>
    fixture.as(org.admin).post(`/v1/reports/${report.id}/influencers`, { email: email(), ...body });
  const roster = async () =>
    (
      await fixture
        .as(org.viewer)
        .get<{ items: { id: string; name: string; socialAccounts: object[] }[] }>('/v1/influencers')
    ).body.items;
  const aCampaign = async () =>
    String((await fixture.as(org.admin).post('/v1/campaigns', { name: 'Spring' })).body['id']);
  const inCampaign = async (id: string) =>
    (await fixture.as(org.viewer).get<{ items: { id: string }[] }>(`/v1/campaigns/${id}/influencers`)).body.items;
  const aMember = (handle: string, biography?: string) =>
    fixture.marketplace.members.set(handle, { creatorId: newId(), ...(biography === undefined ? {} : { biography }) });

  describe('a search', () => {
    it('by exact handle finds a professional account of Instagram, and keeps it as a report', async () => {
      const report = await found({ platform: 'instagram', handle: '@Sandbox.Contacts' });
      expect(report).toMatchObject({
        platform: 'instagram',
        handle: 'sandbox.contacts',
        followers: 31_500,
        influencerId: null,
        contactInformation: {
          emails: [{ address: 'bakery@contacts.example', source: 'description' }],
          accounts: [
            { platform: 'tiktok', handle: 'sandbox.member', source: 'description' },
            { platform: 'youtube', handle: 'sandbox.creator', source: 'description' },
          ],
          links: [{ url: 'https://contacts.example/links', source: 'website' }],
        },
      });
      const [kept, day] = [Date.parse(report.keptUntil) - Date.parse(report.fetchedAt), 86_400_000];
      expect(kept / day).toBe(30);
      expect((await fixture.as(org.viewer).get(`/v1/reports/${report.id}`)).body).toEqual(report);
      expect((await fixture.as(org.viewer).get('/v1/reports?platform=instagram')).body).toMatchObject({
        items: [report],
      });
      expect((await fixture.as(org.viewer).get('/v1/reports?platform=youtube')).body).toMatchObject({ items: [] });
    });

    it('finds channels of YouTube by handle and by keyword, best match first', async () => {
      expect(await found({ platform: 'youtube', handle: 'sandbox.creator' })).toMatchObject({ followers: 12_300 });
      const { body } = await search({ platform: 'youtube', keyword: 'sandbox brand', limit: 5 });
      expect(body.items.map(({ handle }) => handle)).toEqual(['sandbox.brand.kitchen', 'sandbox.brand.travel']);
    });

    it('finds members of the TikTok marketplace with the organisation’s own account', async () => {
      aMember('tok.member');
      expect(await found({ platform: 'tiktok', handle: '@tok.member' })).toMatchObject({ followers: 25_000 });
      expect(fixture.marketplace.asked.at(-1)).toEqual({
        path: '/internal/creator-lookups',
        organisationId: org.id,
        handle: 'tok.member',
      });
    });

    it.each([
      ['instagram', 'sandbox.personal', 'unknown_or_not_professional', null],
      ['instagram', 'sandbox.nobody', 'unknown_or_not_professional', null],
      ['instagram', 'x){id},access_token', 'unknown_or_not_professional', null],
      ['youtube', 'sandbox.nobody', 'unknown', null],
      ['youtube', 'sandbox.closed', 'unknown', null],
      ['tiktok', 'nobody', 'unknown', null],
      ['tiktok', 'outside.it', 'not_in_marketplace', 'NON_TTCM'],
      ['tiktok', 'moved.member', 'not_shown', 'TTCM'],
    ])('at %s for %s says why nothing was found', async (platform, handle, reason, marketplace) => {
      expect((await search({ platform, handle })).body).toEqual({ items: [], reason, marketplace });
    });

    it('again renews the report, which stays one', async () => {
      const first = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const again = await found({ platform: 'youtube', handle: '@sandbox.creator' });
      expect(again.id).toBe(first.id);
      expect(Date.parse(again.fetchedAt)).toBeGreaterThan(Date.parse(first.fetchedAt));
    });

    it.each([
      ['neither handle nor keyword', { platform: 'youtube' }],
      ['both', { platform: 'youtube', handle: 'a', keyword: 'b' }],
      ['a keyword where there is none', { platform: 'instagram', keyword: 'cake' }],
      ['a keyword at TikTok', { platform: 'tiktok', keyword: 'cake' }],
      ['an unknown platform', { platform: 'vine', handle: 'a' }],
      ['too many', { platform: 'youtube', keyword: 'a', limit: 51 }],
      ['a line break', { platform: 'youtube', handle: 'a\nb' }],
    ])('with %s is refused as invalid', async (_, body) => {
      expect(await search(body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    });

    it('is not for viewers, and takes what an organisation may search in a day, each way apart', async () => {
      expect((await search({ platform: 'youtube', handle: 'a' }, org.viewer)).status).toBe(403);
      const keyword = { platform: 'youtube', keyword: 'nobody has this' };
      expect([(await search(keyword)).status, (await search(keyword)).status]).toEqual([200, 200]);
      const over = await search(keyword);
      expect(over).toMatchObject({ status: 429, body: { code: 'accounts.search_quota_used' } });
      expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
      expect((await search({ platform: 'youtube', handle: 'sandbox.creator' })).status).toBe(200);
      const other = await fixture.anOrganisation();
      expect((await search(keyword, other.admin)).status).toBe(200);
    });

    it('that the platform could not answer costs nothing', async () => {
      await sandbox.fault({ platform: 'google', kind: 'status', operation: 'youtube.search', times: 3 });
      const keyword = { platform: 'youtube', keyword: 'nobody has this' };
      for (let round = 0; round < 3; round += 1) {
        expect(await search(keyword)).toMatchObject({ status: 503, body: { code: 'accounts.discovery_unavailable' } });
      }
      expect((await search(keyword)).status).toBe(200);
    });
  });

  describe('a source', () => {
    const sources = async (where = fixture, who = org) => {
      const { body } = await where.as(who.viewer).get<{ items: Source[] }>('/v1/discovery/sources');
      return Object.fromEntries(body.items.map((source) => [source.platform, source]));
    };

    it('without the installation’s credentials says so, with the way to set it up', async () => {
      const theirs = await bare.anOrganisation();
      bare.marketplace.problem = { status: 409, code: 'ttcm.not_connected' };
      for (const [platform, setup] of [
        ['instagram', 'docs/platforms/meta.md'],
        ['youtube', 'docs/platforms/google.md'],
      ]) {
        const { status, body } = await bare
          .as(theirs.admin)
          .post('/v1/discovery/searches', { platform, handle: 'sandbox.creator' });
        expect([status, body]).toMatchObject([503, { code: 'accounts.discovery_not_configured', platform, setup }]);
      }
      const tiktok = await bare.as(theirs.admin).post('/v1/discovery/searches', { platform: 'tiktok', handle: 'a' });
      expect([tiktok.status, tiktok.body]).toMatchObject([
        409,
        { code: 'ttcm.not_connected', nextStep: 'Connect it.' },
      ]);
      const listed = await sources(bare, theirs);
      expect(Object.values(listed).map(({ available, problem }) => [available, problem?.code])).toEqual([
        [false, 'accounts.discovery_not_configured'],
        [false, 'accounts.discovery_not_configured'],
        [false, 'ttcm.not_connected'],
      ]);
    });

    it('is available with its ways where nothing is known against it', async () => {
      expect(await sources()).toMatchObject({
        instagram: { ways: ['handle'], available: true, problem: null },
        youtube: { ways: ['handle', 'keyword'], available: true, problem: null },
        tiktok: { ways: ['handle'], available: true, problem: null },
      });
    });

    it('whose account is refused says so until it works again', async () => {
      await sandbox.fault({ platform: 'facebook', kind: 'token_invalid', subcode: 460, operation: 'graph.instagram' });
      const handle = { platform: 'instagram', handle: 'sandbox.kitchen' };
      expect(await search(handle)).toMatchObject({ status: 503, body: { code: 'accounts.discovery_refused' } });
      expect((await sources())['instagram']).toMatchObject({
        available: false,
        problem: { code: 'accounts.discovery_refused' },
      });
      expect((await search(handle)).status).toBe(200);
      expect((await sources())['instagram']).toMatchObject({ available: true });
    });
  });

  describe('adding from a report', () => {
    it('of a YouTube channel brings the account, NON_AUTH, into the roster and directly into a campaign', async () => {
      const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const campaign = (await fixture.as(org.admin).post('/v1/campaigns', { name: 'Spring' })).body['id'] as string;
      const { status, body } = await addFrom(report, { campaignId: campaign });
      expect([status, body]).toMatchObject([201, { name: report.displayName }]);
      const id = String(body['id']);
      expect(await roster()).toMatchObject([
        { id, socialAccounts: [{ platform: 'youtube', handle: 'sandbox.creator', authState: 'NON_AUTH' }] },
      ]);
      expect((await fixture.as(org.viewer).get(`/v1/campaigns/${campaign}/influencers`)).body).toMatchObject({
        items: [{ id }],
      });
      expect(await fixture.published('InfluencerApproved', id)).toHaveLength(1);
      expect(await fixture.published('CampaignInfluencerAdded', campaign)).toMatchObject([
        { data: { influencerId: id } },
      ]);
      const [account] = (await roster())[0]!.socialAccounts as { id: string }[];
      expect(await fixture.published('AccountAdded', account!.id)).toMatchObject([
        { data: { influencerId: id, platform: 'youtube', authState: 'NON_AUTH' } },
      ]);
      const history = await fixture
        .as(org.viewer)
        .get<{ items: object[] }>(`/v1/social-accounts/${account!.id}/history`);
      expect(history.body.items).toMatchObject([{ cause: 'added_by_admin', actor: 'admin' }]);
      expect((await fixture.as(org.viewer).get(`/v1/reports/${report.id}`)).body).toMatchObject({ influencerId: id });
      expect(await addFrom(report)).toMatchObject({
        status: 409,
        body: { code: 'accounts.already_connected', influencerId: id },
      });
    });

    it('of a member of the marketplace brings the account as TTCM, tracked without authentication', async () => {
      aMember('tok.member');
      const report = await found({ platform: 'tiktok', handle: 'tok.member' });
      expect((await addFrom(report)).status).toBe(201);
      expect(await roster()).toMatchObject([
        { socialAccounts: [{ handle: 'tok.member', authState: 'NON_AUTH', marketplace: 'TTCM', tracked: true }] },
      ]);
    });

    it('of a creator who left the marketplace meanwhile is refused with both ways out, and nobody is added', async () => {
      aMember('tok.member');
      const report = await found({ platform: 'tiktok', handle: 'tok.member' });
      fixture.marketplace.members.clear();
      const campaignId = await aCampaign();
      for (const target of [{}, { campaignId }]) {
        expect(await addFrom(report, target)).toMatchObject({
          status: 409,
          body: { code: 'accounts.tiktok_not_connectable', ways: ['request_authorization', 'send_invite'] },
        });
      }
      expect([await roster(), await inCampaign(campaignId)]).toEqual([[], []]);
    });

    it('of an Instagram account is refused, and the refusal says what to do', async () => {
      const report = await found({ platform: 'instagram', handle: 'sandbox.kitchen' });
      const campaignId = await aCampaign();
      for (const target of [{}, { campaignId }]) {
        const refused = await addFrom(report, target);
        expect(refused).toMatchObject({ status: 409, body: { code: 'accounts.instagram_not_authenticated' } });
        expect(refused.body['nextStep']).toContain('without the Instagram account');
      }
      expect([await roster(), await inCampaign(campaignId)]).toEqual([[], []]);
    });

    it.each(['youtube', 'tiktok'])(
      'of a %s account that lists an Instagram account is refused the same way',
      async (platform) => {
        aMember('sandbox.contacts', 'Bread · IG: @sandbox.contacts');
        const report = await found({ platform, handle: 'sandbox.contacts' });
        const campaign = await aCampaign();
        for (const target of [{}, { campaignId: campaign }]) {
          expect(await addFrom(report, target)).toMatchObject({
            status: 409,
            body: {
              code: 'accounts.report_lists_instagram',
              instagram: ['sandbox.contacts'],
              wanted: { platform, handle: 'sandbox.contacts' },
            },
          });
        }
        expect([await roster(), await inCampaign(campaign)]).toEqual([[], []]);
        // The way out: the Influencers tool, with the wanted account.
        const socialAccounts = [{ platform, handle: 'sandbox.contacts' }];
        const byHand = { name: 'Baker', email: email(), socialAccounts, campaignId: campaign };
        const added = await fixture.as(org.admin).post('/v1/influencers', byHand);
        expect([added.status, await inCampaign(campaign)]).toMatchObject([201, [{ id: added.body['id'] }]]);
        expect(await roster()).toMatchObject([
          { name: 'Baker', socialAccounts: [{ platform, authState: 'NON_AUTH' }] },
        ]);
      },
    );

    it.each(['youtube', 'tiktok'])(
      'of a %s account without a required field is refused with its name, and changes nothing',
      async (platform) => {
        aMember('sandbox.creator');
        await fixture.as(org.owner).send('PUT', '/v1/organisations/current/influencer-fields', {
          items: [
            { key: 'topic', label: 'Topic', kind: 'choice', choices: ['food', 'travel'], required: true },
            { key: 'size', label: 'Shirt size', kind: 'text', required: false },
          ],
        });
        const report = await found({ platform, handle: 'sandbox.creator' });
        const campaign = (await fixture.as(org.admin).post('/v1/campaigns', { name: 'Spring' })).body['id'] as string;
        for (const target of [{}, { campaignId: campaign }, { fields: { topic: ' ', size: 'M' } }]) {
          expect(await addFrom(report, target)).toMatchObject({
            status: 400,
            body: { code: 'request.invalid', errors: [{ field: 'fields.topic', code: 'empty' }] },
          });
        }
        expect(await roster()).toEqual([]);
        const after = await fixture.as(org.viewer).get(`/v1/reports/${report.id}`);
        expect(after.body).toMatchObject({ influencerId: null });
        const members = await fixture.as(org.viewer).get(`/v1/campaigns/${campaign}/influencers`);
        expect(members.body).toMatchObject({ items: [] });
        const told = await fixture.database.query(
          `SELECT type FROM accounts.outbox WHERE payload->>'organisationId' = $1 AND type IN ('InfluencerAdded', 'AccountAdded')`,
          [org.id],
        );
        expect(told).toEqual([]);
        expect((await addFrom(report, { fields: { topic: 'food' } })).status).toBe(201);
      },
    );

    it('leaves nothing behind when the address is in the roster, the campaign is none, or the account is taken', async () => {
      const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const known = email();
      await fixture.anInfluencer(org, known);
      expect(await addFrom(report, { email: known })).toMatchObject({ body: { code: 'accounts.influencer_exists' } });
      expect(await addFrom(report, { campaignId: newId() })).toMatchObject({ status: 404 });
      expect(await roster()).toHaveLength(1);
      const channel = await fixture.database.query<{ platform_account_id: string }>(
        'SELECT platform_account_id FROM accounts.reports WHERE id = $1',
        [report.id],
      );
      const platformAccountId = channel[0]!.platform_account_id;
      await fixture.aConnectedAccount(org, (await roster())[0]!.id, { platform: 'youtube', platformAccountId });
      expect(await addFrom(report)).toMatchObject({ status: 409, body: { code: 'accounts.already_connected' } });
    });

    it('is taken over by the owner who authenticates: the same account goes on as theirs', async () => {
      const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const influencer = String((await addFrom(report)).body['id']);
      const [row] = await fixture.database.query<{ platform_account_id: string }>(
        'SELECT platform_account_id FROM accounts.reports WHERE id = $1',
        [report.id],
      );
      const platformAccountId = row!.platform_account_id;
      const account = await fixture.aConnectedAccount(org, influencer, { platform: 'youtube', platformAccountId });
      expect(await roster()).toMatchObject([{ socialAccounts: [{ id: account, authState: 'AUTHENTICATED' }] }]);
    });
  });

  describe('adding by hand', () => {
    const byHand = (platform: string, handle: string, target: object = {}) =>
      fixture.as(org.admin).post('/v1/influencers', {
        name: 'Somebody',
        email: email(),
        socialAccounts: [{ platform, handle }],
        ...target,
      });

    it('goes into the roster and directly into a campaign; what is refused goes into neither', async () => {
      const campaignId = await aCampaign();
      aMember('tok.member');
      for (const [platform, handle, code] of [
        ['instagram', 'sandbox.kitchen', 'accounts.instagram_not_authenticated'],
        ['tiktok', 'outside.it', 'accounts.tiktok_not_connectable'],
        ['youtube', 'sandbox.nobody', 'accounts.account_unknown'],
      ] as const) {
        for (const target of [{}, { campaignId }])
          expect(await byHand(platform, handle, target)).toMatchObject({ status: 409, body: { code } });
      }
      expect(await byHand('tiktok', 'tok.member', { campaignId: newId() })).toMatchObject({ status: 404 });
      expect([await roster(), await inCampaign(campaignId)]).toEqual([[], []]);
      expect(await fixture.published('CampaignInfluencerAdded', campaignId)).toEqual([]);

      const { status, body } = await byHand('tiktok', 'tok.member', { campaignId });
      const id = String(body['id']);
      expect([status, await roster(), await inCampaign(campaignId)]).toMatchObject([201, [{ id }], [{ id }]]);
      expect(await fixture.published('CampaignInfluencerAdded', campaignId)).toMatchObject([
        { data: { influencerId: id } },
      ]);
    });

    it('with a handle that YouTube does not know is refused', async () => {
      expect(await byHand('youtube', 'sandbox.nobody')).toMatchObject({
        status: 409,
        body: { code: 'accounts.account_unknown', platform: 'youtube' },
      });
    });

    it('with a TikTok account while nobody can ask the marketplace is refused as one outside of it', async () => {
      fixture.marketplace.problem = { status: 409, code: 'ttcm.not_connected' };
      expect(await byHand('tiktok', 'tok.member')).toMatchObject({ body: { code: 'accounts.tiktok_not_connectable' } });
      fixture.marketplace.problem = { status: 503, code: 'ttcm.unavailable' };
      expect(await byHand('tiktok', 'tok.member')).toMatchObject({ status: 503, body: { code: 'ttcm.unavailable' } });
    });

    it('a list brings members of the marketplace, and refuses the row of who is none', async () => {
      aMember('tok.member');
      const csv = `name,email,tiktok\nIn,${email()},@tok.member\nOut,${email()},outside.it\n`;
      const post = (dryRun: boolean) => fixture.as(org.admin).post('/v1/influencers/imports', { csv, dryRun });
      const rows = [{ outcome: 'added' }, { outcome: 'refused', code: 'accounts.tiktok_not_connectable' }];
      expect((await post(true)).body).toMatchObject({ rows });
      expect(await roster()).toEqual([]);
      expect((await post(false)).body).toMatchObject({ rows });
      expect(await roster()).toMatchObject([{ name: 'In', socialAccounts: [{ marketplace: 'TTCM' }] }]);
    });

    it('a list refuses accounts row by row, tried or run, and of a refused row nothing stays', async () => {
      aMember('tok.member');
      aMember('tok.second');
      expect((await byHand('youtube', 'sandbox.creator')).status).toBe(201);
      const twice = email();
      const csv = [
        'name,email,instagram,tiktok,youtube',
        `Channel,${twice},,,@sandbox.contacts`,
        `Insta,${email()},sandbox.kitchen,,`,
        `Taken,${email()},,,sandbox.creator`,
        `Unknown,${email()},,,sandbox.nobody`,
        `Same channel,${email()},,,sandbox.contacts`,
        `Same address,${twice.toUpperCase()},,,`,
        `Member with Instagram,${email()},sandbox.kitchen,tok.member,`,
        `Member with taken channel,${email()},,tok.member,sandbox.creator`,
        `Member,${email()},,tok.member,`,
        `Same member,${email()},,@TOK.member,`,
        `Both,${email()},,tok.second,`,
      ].join('\n');
      const post = async (dryRun: boolean) => {
        const { body } = await fixture
          .as(org.admin)
          .post<{ rows: { outcome: string; code?: string }[] }>('/v1/influencers/imports', { csv, dryRun });
        return body.rows.map(({ outcome, code }) => code ?? outcome);
      };
      const outcomes = [
        'added',
        'accounts.instagram_not_authenticated',
        'accounts.already_connected',
        'accounts.account_unknown',
        'accounts.already_connected',
        'accounts.influencer_exists',
        'accounts.instagram_not_authenticated',
        'accounts.already_connected',
        'added',
        'accounts.already_connected',
        'added',
      ];
      expect(await post(true)).toEqual(outcomes);
      expect((await roster()).map(({ name }) => name)).toEqual(['Somebody']);
      expect(await post(false)).toEqual(outcomes);
      expect((await roster()).map(({ name, socialAccounts }) => [name, socialAccounts])).toMatchObject([
        ['Both', [{ platform: 'tiktok', handle: 'tok.second' }]],
        ['Member', [{ platform: 'tiktok', handle: 'tok.member' }]],
        ['Channel', [{ platform: 'youtube', handle: 'sandbox.contacts', authState: 'NON_AUTH' }]],
        ['Somebody', [{ platform: 'youtube', handle: 'sandbox.creator' }]],
      ]);
      const told = await fixture.database.query(
        `SELECT id FROM accounts.outbox WHERE type = 'InfluencerAdded' AND payload->>'organisationId' = $1`,
        [org.id],
      );
      expect(told).toHaveLength(4);
    });

    it('a list adds nobody while the marketplace can not be asked, and can be sent again', async () => {
      aMember('tok.member');
      const csv = `name,email,tiktok\nFirst,${email()},\nSecond,${email()},@tok.member\n`;
      const post = () => fixture.as(org.admin).post('/v1/influencers/imports', { csv });
      fixture.marketplace.problem = { status: 503, code: 'ttcm.unavailable' };
      expect(await post()).toMatchObject({ status: 503, body: { code: 'ttcm.unavailable' } });
      expect(await roster()).toEqual([]);
      fixture.marketplace.problem = undefined;
      expect((await post()).body).toMatchObject({ added: 2, refused: 0 });
    });
  });

  describe('a report', () => {
    it('can be deleted, and goes with the influencer who was added from it', async () => {
      const [one, two] = [
        await found({ platform: 'youtube', handle: 'sandbox.creator' }),
        await found({ platform: 'instagram', handle: 'sandbox.kitchen' }),
      ];
      const remove = (id: string, who = org.admin) => fixture.as(who).send('DELETE', `/v1/reports/${id}`);
      expect((await remove(two.id, org.viewer)).status).toBe(403);
      expect([(await remove(two.id)).status, (await remove(two.id)).status]).toEqual([204, 404]);
      const influencer = String((await addFrom(one)).body['id']);
      const fresh = { ...org.owner, auth_time: Math.floor(Date.now() / 1000) };
      expect((await fixture.as(fresh).send('DELETE', `/v1/influencers/${influencer}`)).status).toBe(204);
      expect((await fixture.as(org.viewer).get('/v1/reports')).body).toMatchObject({ items: [] });
    });

    describe('with contact information from a vendor', () => {
      interface Imported {
        stored: number;
        rows: { line: number; outcome: string; code?: string; errors?: { field: string }[] }[];
      }
      const importing = async (body: object, who = org.admin) =>
        (
          await fixture
            .as(who)
            .post<Imported>('/v1/reports/vendor-contacts/imports', { vendor: 'Example Insights', ...body })
        ).body;
      const contacts = async ({ id }: Report) =>
        (await fixture.as(org.viewer).get<Report>(`/v1/reports/${id}`)).body.contactInformation as {
          emails: object[];
          accounts: object[];
        };
      const by = { source: 'vendor', vendor: 'Example Insights' };

      it('shows it beside what the profile tells, each item with its source, and keeps it with the next look', async () => {
        const report = await found({ platform: 'instagram', handle: 'sandbox.contacts' });
        const csv = [
          'platform;handle;email;youtube;tiktok',
          'Instagram;@Sandbox.Contacts;office@contacts.example;@bakery.tv;',
          'instagram;sandbox.contacts;BAKERY@contacts.example;;',
          'instagram;nobody.looked.up;a@contacts.example;;',
          'instagram;sandbox.contacts;no address;;',
          'instagram;sandbox.contacts;;;',
          'myspace;sandbox.contacts;a@contacts.example;;',
        ].join('\n');
        const { stored, rows } = await importing({ csv });
        expect(stored).toBe(2);
        expect(rows.map(({ line, code }) => [line, code])).toEqual([
          [2, undefined],
          [3, undefined],
          [4, 'accounts.no_report'],
          [5, 'request.invalid'],
          [6, 'request.invalid'],
          [7, 'request.invalid'],
        ]);
        const expected = {
          emails: [
            { address: 'bakery@contacts.example', source: 'description' },
            { address: 'office@contacts.example', ...by },
          ],
          accounts: [
            { platform: 'tiktok', handle: 'sandbox.member', source: 'description' },
            { platform: 'youtube', handle: 'sandbox.creator', source: 'description' },
            { platform: 'youtube', handle: 'bakery.tv', ...by },
          ],
        };
        expect(await contacts(report)).toMatchObject(expected);
        await found({ platform: 'instagram', handle: 'sandbox.contacts' });
        expect(await contacts(report)).toMatchObject(expected);
        expect((await fixture.as(org.viewer).post('/v1/reports/vendor-contacts/imports', { csv })).status).toBe(403);
        const other = await fixture.anOrganisation();
        expect((await importing({ csv }, other.admin)).rows[0]!.code).toBe('accounts.no_report');
      });

      it('refuses the addition where a vendor names an Instagram account', async () => {
        const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
        await importing({ records: [{ platform: 'youtube', handle: 'sandbox.creator', instagram: 'creator.daily' }] });
        expect((await addFrom(report)).body).toMatchObject({
          code: 'accounts.report_lists_instagram',
          instagram: ['creator.daily'],
        });
        expect(await roster()).toEqual([]);
      });

      it('keeps nothing of a TikTok account of the marketplace, told before or after it joined', async () => {
        aMember('tok.member');
        await found({ platform: 'tiktok', handle: 'tok.member' });
        const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
        const aboutMember = { platform: 'tiktok', handle: 'tok.member', email: 'a@contacts.example' };
        const naming = (tiktok: string) => ({ platform: 'youtube', handle: 'sandbox.creator', tiktok });
        const { rows } = await importing({ records: [aboutMember, naming('tok.member'), naming('Tok.Later')] });
        expect(rows.map(({ code }) => code)).toEqual([
          'collector.vendor_data_of_member',
          'collector.vendor_data_of_member',
          undefined,
        ]);
        expect((await contacts(report)).accounts).toMatchObject([{ platform: 'tiktok', handle: 'Tok.Later', ...by }]);
        aMember('tok.later');
        await found({ platform: 'tiktok', handle: 'tok.later' });
        expect((await contacts(report)).accounts).toEqual([]);
        await importing({ records: [naming('tok.joins')] });
        const influencer = await fixture.anInfluencer(org);
        const joined = { organisationId: org.id, influencerId: influencer, handle: 'tok.joins' };
        const { body } = await fixture
          .from('ttcm')
          .post<{ socialAccountId: string }>('/internal/marketplace-accounts', joined);
        expect((await contacts(report)).accounts).toEqual([]);
        const [asked] = await fixture.published('VendorDataPurgeRequested', body.socialAccountId);
        expect(asked!.data).toMatchObject({ contacts: 1 });
      });

      it('is counted before as it is removed then with the vendor data of an account, and nothing else goes', async () => {
        const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
        const other = await found({ platform: 'instagram', handle: 'sandbox.contacts' });
        const influencer = String((await addFrom(report)).body['id']);
        const { items } = (
          await fixture.as(org.viewer).get<{ items: { id: string }[] }>(`/v1/influencers/${influencer}/social-accounts`)
        ).body;
        await importing({
          records: [
            { platform: 'youtube', handle: 'sandbox.creator', email: 'a@contacts.example', tiktok: 'some.one' },
            {
              platform: 'instagram',
              handle: 'sandbox.contacts',
              youtube: 'Sandbox.Creator',
              email: 'b@contacts.example',
            },
          ],
        });
        const path = `/internal/social-accounts/${items[0]!.id}`;
        const countFor = (organisationId: string) =>
          fixture.from('collector').get(`${path}/vendor-contacts?organisationId=${organisationId}`);
        const count = async () => (await countFor(org.id)).body;
        const purgeId = newId();
        const body = { organisationId: org.id, purgeId };
        const remove = async () => (await fixture.from('collector').post(`${path}/vendor-contact-removals`, body)).body;
        expect(await count()).toEqual({ contacts: 3 });
        expect(await remove()).toEqual({ contacts: 3 });
        expect([await count(), await remove()]).toEqual([{ contacts: 0 }, { contacts: 0 }]);
        const told = await fixture.published('VendorDataPurgeRequested', items[0]!.id);
        expect(told.map(({ data }) => data)).toMatchObject([{ contacts: 3, cause: 'by_member', purgeId }]);
        const ofVendors = async (of: Report) => {
          const { emails, accounts } = await contacts(of);
          return [...emails, ...accounts].filter((one) => (one as { source: string }).source === 'vendor');
        };
        expect(await ofVendors(report)).toEqual([]);
        expect(await ofVendors(other)).toEqual([{ address: 'b@contacts.example', ...by }]);
        expect((await countFor((await fixture.anOrganisation()).id)).status).toBe(404);
      });

      it('goes with its report, and with its person', async () => {
        const report = await found({ platform: 'youtube', handle: 'sandbox.creator' });
        await importing({
          records: [{ platform: 'youtube', handle: 'sandbox.creator', email: 'gone@contacts.example' }],
        });
        const { id } = (await addFrom(report)).body as { id: string };
        const fresh = { ...org.owner, auth_time: Math.floor(Date.now() / 1000) };
        expect((await fixture.as(fresh).send('DELETE', `/v1/influencers/${id}`)).status).toBe(204);
        expect((await fixture.as(org.viewer).get(`/v1/reports/${report.id}`)).status).toBe(404);
        const rows = await fixture.database.query('SELECT FROM accounts.reports WHERE vendor_contacts::text LIKE $1', [
          '%gone@contacts.example%',
        ]);
        expect(rows).toEqual([]);
      });
    });

    it('goes with the person whose account it shows, though they came another way', async () => {
      aMember('tok.member');
      const report = await found({ platform: 'tiktok', handle: 'tok.member' });
      const stranger = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const influencer = await fixture.anInfluencer(org);
      await fixture.aConnectedAccount(org, influencer, { platform: 'tiktok', handle: 'Tok.Member' });
      const fresh = { ...org.owner, auth_time: Math.floor(Date.now() / 1000) };
      expect((await fixture.as(fresh).send('DELETE', `/v1/influencers/${influencer}`)).status).toBe(204);
      const { body } = await fixture.as(org.viewer).get<{ items: Report[] }>('/v1/reports');
      expect(body.items.map(({ id }) => id)).toEqual([stranger.id]);
      expect((await fixture.as(org.viewer).get(`/v1/reports/${report.id}`)).status).toBe(404);
    });

    it('older than thirty days is found by nobody, and then deleted', async () => {
      const { id } = await found({ platform: 'youtube', handle: 'sandbox.creator' });
      const age = (days: number) =>
        fixture.database.query(
          `UPDATE accounts.reports SET fetched_at = now() - make_interval(days => $2, hours => 1) WHERE id = $1`,
          [id, days],
        );
      const rows = async () =>
        (await fixture.database.query('SELECT FROM accounts.reports WHERE id = $1', [id])).length;
      await age(29);
      await fixture.app.get(Housekeeping).run();
      expect([(await fixture.as(org.viewer).get(`/v1/reports/${id}`)).status, await rows()]).toEqual([200, 1]);
      await age(30);
      expect([(await fixture.as(org.viewer).get(`/v1/reports/${id}`)).status, await rows()]).toEqual([404, 1]);
      await fixture.app.get(Housekeeping).run();
      expect(await rows()).toBe(0);
    });
  });

  it('no token, key or handle stands in an address or in an event', async () => {
    aMember('tok.member');
    await addFrom(await found({ platform: 'tiktok', handle: 'tok.member' }));
    await search({ platform: 'instagram', handle: 'sandbox.kitchen' });
    await search({ platform: 'youtube', handle: 'sandbox.creator' });
    expect((await sandbox.leaks()).filter(({ documented }) => !documented)).toEqual([]);
    const events = await fixture.database.query<{ payload: object }>('SELECT payload FROM accounts.outbox');
    expect(JSON.stringify(events)).not.toMatch(/tok\.member|sandbox\.|A member/);
  });
});

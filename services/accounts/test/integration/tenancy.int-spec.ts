import { newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { accessTable, documentedAccess } from '@creator-connect/security/testing';
import { Client } from 'pg';
import {
  AccountsFixture,
  applicantIdentity,
  influencerIdentity,
  type Method,
  type Organisation,
} from './support/accounts-fixture';

interface Things {
  influencer: string;
  account: string;
  request: string;
  campaign: string;
  group: string;
  note: string;
  application: string;
  spareApplication: string;
  report: string;
  /** Nobody has used it. */
  mergeable: string;
  /** Its person is asked whether another entry is theirs. */
  proposed: string;
  /** For routes that delete. */
  spareInfluencer: string;
  spareAccount: string;
  spareCampaign: string;
  spareReport: string;
}

describe('one organisation never sees another (TE-01 to TE-07)', () => {
  let fixture: AccountsFixture;
  let ours: Organisation;
  let theirs: Organisation;
  let own: Things;
  let foreign: Things;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    [ours, theirs] = [await fixture.anOrganisation('Ours'), await fixture.anOrganisation('Theirs')];
    [own, foreign] = [await furnish(ours), await furnish(theirs)];
  }, 60_000);
  afterAll(() => fixture?.stop());

  async function furnish(org: Organisation): Promise<Things> {
    const influencer = await fixture.anInfluencer(org, 'creator-in-both@example.com');
    const account = await anAccount(org, influencer, 'the-same-account');
    const spareInfluencer = await fixture.anInfluencer(org, 'spare-in-both@example.com');
    const spareAccount = await anAccount(org, spareInfluencer, 'another-same-account');
    const admin = fixture.as(org.admin);
    const made = async (path: string, body: object) => (await admin.post<{ id: string }>(path, body)).body.id;
    const platforms = [{ platform: 'tiktok' }];
    const request = await made('/v1/authorization-requests', { influencerId: influencer, platforms });
    const campaign = await made('/v1/campaigns', { name: 'Campaign' });
    await admin.post(`/v1/campaigns/${campaign}/influencers`, { influencerId: influencer });
    const spareCampaign = await made('/v1/campaigns', { name: 'Spare' });
    const group = await made('/v1/influencer-groups', { name: 'Group' });
    const note = await made(`/v1/influencers/${influencer}/notes`, { text: 'Note' });
    const application = await anApplication(org, 'applicant-at-both');
    const spareApplication = await anApplication(org, 'spare-applicant-at-both');
    const [report, spareReport] = [await aReport(org, 'tok.both'), await aReport(org, 'tok.spare')];
    const mergeable = await fixture.anInfluencer(org);
    const proposed = await fixture.anInfluencer(org);
    await fixture.from('gateway').send('PUT', `/internal/influencers/${proposed}/sign-in`, { organisationId: org.id });
    await call(org.admin, 'POST /v1/influencers/{id}/merges', influencer, { influencerId: proposed });
    const things = { influencer, account, request, campaign, group, note, application, report, mergeable, proposed };
    return { ...things, spareApplication, spareInfluencer, spareAccount, spareCampaign, spareReport };
  }

  async function aReport(org: Organisation, handle: string): Promise<string> {
    fixture.marketplace.members.set(handle, { creatorId: `id-of-${handle}` });
    const search = { platform: 'tiktok', handle };
    const found = await fixture.as(org.admin).post<{ items: { id: string }[] }>('/v1/discovery/searches', search);
    return found.body.items[0]!.id;
  }

  const anAccount = (org: Organisation, influencer: string, platformAccountId: string) =>
    fixture.aConnectedAccount(org, influencer, { platformAccountId });

  async function anApplication(org: Organisation, address: string): Promise<string> {
    const application = await fixture.aDraft(org);
    await fixture.aConnectedAccount(org, application, { platformAccountId: `of-${address}` });
    const path = `/internal/applications/${application}/proven-email`;
    await fixture.from('gateway').send('PUT', path, { organisationId: org.id, email: `${address}@example.com` });
    const applicant = fixture.as(applicantIdentity(org.id, application));
    await applicant.send('PATCH', `/v1/applications/${application}`, { name: 'Applicant' });
    expect((await applicant.post(`/v1/applications/${application}/submission`)).status).toBe(200);
    return application;
  }

  /** Every public route with an id, and what to send there. A new route has to be added or the next test fails. */
  const routes: Record<
    string,
    {
      id: keyof Things;
      query?: (things: Things) => string;
      body?: (things: Things) => object;
      ok: number;
      last?: number;
    }
  > = {
    'GET /v1/influencers/{id}': { id: 'influencer', ok: 200 },
    'GET /v1/reports/{id}': { id: 'report', ok: 200 },
    'POST /v1/reports/{id}/influencers': { id: 'report', body: () => ({ email: `${newId()}@example.com` }), ok: 201 },
    'DELETE /v1/reports/{id}': { id: 'spareReport', ok: 204, last: 1 },
    'GET /v1/influencers/{id}/social-accounts': { id: 'influencer', ok: 200 },
    'GET /v1/social-accounts/{id}': { id: 'account', ok: 200 },
    'GET /v1/social-accounts/{id}/history': { id: 'account', ok: 200 },
    'GET /v1/social-accounts/{id}/removal': { id: 'account', ok: 200 },
    'GET /v1/authorization-requests/{id}': { id: 'request', ok: 200 },
    'GET /v1/campaigns/{id}': { id: 'campaign', ok: 200 },
    'GET /v1/campaigns/{id}/attention': { id: 'campaign', ok: 200 },
    'POST /v1/campaigns/{id}/influencers': {
      id: 'campaign',
      body: ({ influencer }) => ({ influencerId: influencer }),
      ok: 200,
    },
    'POST /v1/authorization-requests/{id}/withdrawal': { id: 'request', ok: 200, last: 1 },
    'PATCH /v1/influencers/{id}': { id: 'influencer', body: () => ({ name: 'Other' }), ok: 200 },
    'GET /v1/influencers/{id}/removal': { id: 'influencer', ok: 200 },
    'GET /v1/influencers/{id}/notes': { id: 'influencer', ok: 200 },
    'POST /v1/influencers/{id}/notes': { id: 'influencer', body: () => ({ text: 'x' }), ok: 201 },
    'DELETE /v1/influencers/{id}/notes/{noteId}': { id: 'influencer', ok: 204, last: 1 },
    'GET /v1/influencers/{id}/merge-preview': {
      id: 'influencer',
      query: ({ mergeable }) => `?other=${mergeable}`,
      ok: 200,
    },
    'GET /v1/influencers/{id}/merges': { id: 'influencer', ok: 200 },
    'POST /v1/influencers/{id}/merges': {
      id: 'influencer',
      body: ({ mergeable }) => ({ influencerId: mergeable }),
      ok: 200,
      last: 1,
    },
    'DELETE /v1/influencers/{id}/merge-proposal': { id: 'proposed', ok: 204, last: 1 },
    'DELETE /v1/influencers/{id}': { id: 'spareInfluencer', ok: 204, last: 2 },
    'DELETE /v1/social-accounts/{id}': { id: 'spareAccount', ok: 204, last: 1 },
    'PATCH /v1/influencer-groups/{id}': { id: 'group', body: () => ({ name: 'Other' }), ok: 200 },
    'PUT /v1/influencer-groups/{id}/influencers/{influencerId}': { id: 'group', ok: 204 },
    'DELETE /v1/influencer-groups/{id}/influencers/{influencerId}': { id: 'group', ok: 204, last: 1 },
    'DELETE /v1/influencer-groups/{id}': { id: 'group', ok: 204, last: 2 },
    'PUT /v1/influencer-groups/{id}/application-link': { id: 'group', body: () => ({ open: true }), ok: 200 },
    'POST /v1/influencer-groups/{id}/application-link/renewals': { id: 'group', ok: 200 },
    'GET /v1/applications/{id}': { id: 'application', ok: 200 },
    'POST /v1/applications/{id}/approval': { id: 'application', ok: 200 },
    'POST /v1/applications/{id}/decline': { id: 'spareApplication', ok: 200 },
    'PATCH /v1/campaigns/{id}': { id: 'campaign', body: () => ({ name: 'Other' }), ok: 200 },
    'GET /v1/campaigns/{id}/influencers': { id: 'campaign', ok: 200 },
    'GET /v1/campaigns/{id}/forecast': { id: 'campaign', ok: 200 },
    'DELETE /v1/campaigns/{id}/influencers/{influencerId}': { id: 'campaign', ok: 204, last: 1 },
    'DELETE /v1/campaigns/{id}': { id: 'spareCampaign', ok: 204, last: 1 },
  };
  const call = (as: Identity, route: string, id: string, body?: object) => {
    const [method, path] = route.split(' ') as [Method, string];
    const query = routes[route]?.query?.(own) ?? '';
    const url =
      path.replace('{id}', id).replace('{influencerId}', own?.influencer).replace('{noteId}', own?.note) + query;
    const fresh = { ...as, auth_time: Math.floor(Date.now() / 1000) };
    return fixture.as(fresh).send<{ code: string }>(method, url, body);
  };
  const dump = async () => {
    const rows: unknown[] = [];
    for (const table of [
      'influencers',
      'social_accounts',
      'authorization_requests',
      'campaign_influencers',
      'influencer_notes',
      'influencer_group_members',
      'applications',
      'application_links',
      'reports',
      'merged_influencers',
      'merge_proposals',
    ])
      rows.push(
        await fixture.database.query(`SELECT * FROM accounts.${table} WHERE org_id = $1 ORDER BY 1, 2, 3`, [theirs.id]),
      );
    return rows;
  };

  it('the list of routes below is complete', async () => {
    const { body } = await fixture
      .from('gateway')
      .get<{ paths: Record<string, Record<string, unknown>> }>('/internal/openapi.json');
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.length).toBeGreaterThan(10);
    // Addressed by what everybody may know.
    const others = ['GET /v1/application-forms/{slug}'];
    // Of applicants alone: applications.int-spec.ts.
    const applicants = [
      'PATCH /v1/applications/{id}',
      'POST /v1/applications/{id}/submission',
      'DELETE /v1/applications/{id}',
      'DELETE /v1/applications/{id}/social-accounts/{accountId}',
    ];
    // Of creators alone: pause.int-spec.ts.
    const own = ['PUT /v1/social-accounts/{id}/pause', 'DELETE /v1/social-accounts/{id}/pause'];
    expect(described.filter((route) => / \/v1\/.*\{/.test(route)).sort()).toEqual(
      [...Object.keys(routes), ...others, ...applicants, ...own].sort(),
    );
  });

  it.each(Object.entries(routes))('%s answers a foreign id as one that never was', async (route, { id, body }) => {
    const before = await dump();
    const refused = await call(ours.owner, route, foreign[id], body?.(own));
    const unknown = await call(ours.owner, route, newId(), body?.(own));
    const neutral = (answer: typeof refused) => ({ ...answer.body, correlationId: '' });
    expect(refused.status).toBe(404);
    expect(neutral(refused)).toEqual(neutral(unknown));
    expect(await dump()).toEqual(before);
  });

  it.each(Object.entries(routes))(
    '%s is refused without an identity, and below its role',
    async (route, { id, body }) => {
      const [method, path] = route.split(' ') as [Method, string];
      const url = path.replaceAll(/\{\w+\}/g, own[id]);
      expect((await fixture.app.inject({ method, url })).statusCode).toBe(401);
      const nobody: Identity = { kind: 'api_key', sub: newId(), org: ours.id, scopes: [] };
      expect((await call(nobody, route, own[id], body?.(own))).status).toBe(403);
      if (method !== 'GET') expect((await call(ours.viewer, route, own[id], body?.(own))).status).toBe(403);
    },
  );

  it('ids in bodies are compared with the organisation too', async () => {
    const admin = fixture.as(ours.admin);
    const answers = [
      await admin.post(`/v1/campaigns/${own.campaign}/influencers`, { influencerId: foreign.influencer }),
      await admin.send('PUT', `/v1/influencer-groups/${own.group}/influencers/${foreign.influencer}`),
      await admin.send('DELETE', `/v1/influencers/${own.influencer}/notes/${foreign.note}`),
      await admin.get(`/v1/influencers/${own.influencer}/merge-preview?other=${foreign.mergeable}`),
      await fixture
        .as({ ...ours.admin, auth_time: Math.floor(Date.now() / 1000) })
        .post(`/v1/influencers/${own.influencer}/merges`, { influencerId: foreign.mergeable }),
      await admin.post('/v1/authorization-requests', { influencerId: foreign.influencer, platforms: [] }),
      await admin.post('/v1/authorization-links', { authorizationRequestId: foreign.request, delivery: 'copy' }),
    ];
    expect(answers.map((answer) => [answer.status, answer.body['code']])).toEqual(
      answers.map(() => [404, 'accounts.not_found']),
    );
    const filtered = await admin.get(`/v1/social-accounts?influencerId=${foreign.influencer}`);
    expect(filtered.body).toEqual({ items: [], nextCursor: null });
  });

  it('lists hold nothing of the other organisation, though both have the same person and account (TE-09)', async () => {
    for (const path of [
      'influencers',
      'influencer-groups',
      'social-accounts',
      'campaigns',
      'authorization-requests',
      'applications',
    ]) {
      const { bytes, status } = await fixture.as(ours.admin).get(`/v1/${path}`);
      expect(status).toBe(200);
      const text = bytes.toString('utf8');
      for (const id of Object.values(foreign)) expect(text).not.toContain(id);
    }
  });

  it('a creator of one organisation is nobody in the other', async () => {
    const creator = influencerIdentity(ours, foreign.influencer);
    expect((await call(creator, 'GET /v1/social-accounts/{id}', foreign.account)).status).toBe(404);
    expect((await call(creator, 'GET /v1/social-accounts/{id}', own.account)).status).toBe(404);
  });

  it('internal routes are closed to people and to services that they are not for', async () => {
    const path = `/internal/social-accounts/${own.account}?organisationId=${ours.id}`;
    expect((await fixture.as(ours.owner).get(path)).status).toBe(403);
    expect((await fixture.from('notifications').get(path)).status).toBe(403);
    expect((await fixture.from('ttcm').get(path)).status).toBe(200);
    const foreignPath = `/internal/social-accounts/${own.account}?organisationId=${theirs.id}`;
    expect((await fixture.from('ttcm').get(foreignPath)).status).toBe(404);
  });

  it('the collector learns who is in a campaign of the organisation that it names', async () => {
    const path = (org: Organisation, id: string, after = '') =>
      `/internal/campaigns/${id}/accounts?organisationId=${org.id}${after && `&after=${after}`}`;
    const { body } = await fixture.from('collector').get(path(ours, own.campaign));
    const known = { id: own.account, platform: 'instagram', authState: 'AUTHENTICATED', tracked: true, revoked: false };
    expect(body).toMatchObject({
      startsOn: null,
      endsOn: null,
      influencers: [{ id: own.influencer, accounts: [known] }],
      next: null,
    });
    const after = await fixture.from('collector').get(path(ours, own.campaign, own.influencer));
    expect(after.body['influencers']).toEqual([]);
    const neutral = ({ status, body: answer }: typeof after) => ({ status, ...answer, correlationId: '' });
    const unknown = neutral(await fixture.from('collector').get(path(ours, newId())));
    expect(neutral(await fixture.from('collector').get(path(ours, foreign.campaign)))).toEqual(unknown);
    expect(unknown.status).toBe(404);
  });

  it('services that name one organisation reach nothing of another', async () => {
    const before = await dump();
    const check = { organisationId: ours.id, platform: 'tiktok' };
    const ask = (service: string, path: string, body: object) => fixture.from(service).post(path, body);
    const answers = [
      await ask('oauth', '/internal/connect-checks', {
        ...check,
        influencerId: own.influencer,
        socialAccountId: foreign.account,
      }),
      await ask('oauth', '/internal/account-reservations', {
        ...check,
        influencerId: foreign.influencer,
        platformAccountId: 'x',
        handle: 'x',
        displayName: 'x',
      }),
      await ask('ttcm', '/internal/marketplace-accounts', {
        organisationId: ours.id,
        influencerId: foreign.influencer,
        handle: 'x',
      }),
      await ask('notifications', '/internal/message-recipients', {
        organisationId: ours.id,
        influencerId: foreign.influencer,
        purpose: 'reauth',
        accountIds: [],
      }),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [404, 'accounts.not_found']),
    );
    const mixed = { organisationId: ours.id, influencerId: own.influencer, purpose: 'reauth' };
    const recipient = await ask('notifications', '/internal/message-recipients', {
      ...mixed,
      accountIds: [foreign.account],
    });
    expect(recipient.body).toMatchObject({ accounts: [], link: null });
    const people = await ask('gateway', '/internal/people-of-accounts', {
      organisationId: ours.id,
      accountIds: [own.account, foreign.account, newId()],
    });
    expect(people.body).toEqual({ items: [{ accountId: own.account, influencerId: own.influencer }] });
    const theirMember = { ...theirs.owner, sub: ours.viewer.sub };
    for (const method of ['PUT', 'DELETE'] as const) {
      const path = `/internal/organisation-members/${ours.owner.sub}`;
      const { status } = await fixture
        .as(theirs.owner)
        .send(method, path, method === 'PUT' ? { role: 'viewer' } : undefined);
      expect([method, status]).toEqual([method, 404]);
    }
    expect((await fixture.as(theirMember).get('/internal/organisation-members')).body).not.toMatchObject({
      members: expect.arrayContaining([expect.objectContaining({ userId: ours.owner.sub })]),
    });
    expect(await dump()).toEqual(before);
  });

  it('opens its routes to those whom docs/access names, and to nobody else (TE-07)', async () => {
    const table = await accessTable('accounts', fixture.door, fixture.strangers());
    expect(table).toBe(documentedAccess('accounts', table));
  });

  it('routes work for their own organisation', async () => {
    const inOrder = Object.entries(routes).toSorted(([, a], [, b]) => Number(a.last ?? 0) - Number(b.last ?? 0));
    for (const [route, { id, body, ok }] of inOrder) {
      expect([route, (await call(ours.owner, route, own[id], body?.(own))).status]).toEqual([route, ok]);
    }
  });

  it('hundreds of mixed requests on few connections keep apart (TE-03)', async () => {
    const ask = async (org: Organisation, things: Things, other: Things) => {
      const path = (id: string) => `/v1/social-accounts/${id}`;
      const [mine, not] = [
        await fixture.as(org.viewer).get<{ influencerId: string }>(path(things.account)),
        await fixture.as(org.viewer).get(path(other.account)),
      ];
      return mine.body.influencerId === things.influencer && not.status === 404;
    };
    const rounds = Array.from({ length: 150 }, (_, index) =>
      index % 2 === 0 ? ask(ours, own, foreign) : ask(theirs, foreign, own),
    );
    expect((await Promise.all(rounds)).every(Boolean)).toBe(true);
  });

  describe('in the database', () => {
    it('every table of an organisation is behind its wall', async () => {
      expect(await fixture.database.tenancyFaults()).toEqual([]);
    });

    it('the runtime role sees nothing without a context and can change no definition', async () => {
      expect(await fixture.database.runtimeRoleBreaches()).toEqual([]);
    });

    it('a row can not be moved or hung below another organisation', async () => {
      const client = new Client({ connectionString: fixture.database.appUrl });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.org_id', $1, true)`, [ours.id]);
        await client.query('SAVEPOINT here');
        const move = client.query('UPDATE accounts.influencers SET org_id = $1', [theirs.id]);
        await expect(move).rejects.toThrow(/row-level security/);
        await client.query('ROLLBACK TO here');
        const hang = client.query(
          `INSERT INTO accounts.campaign_influencers (org_id, campaign_id, influencer_id, added_at)
           VALUES ($1, $2, $3, now())`,
          [ours.id, own.campaign, foreign.influencer],
        );
        await expect(hang).rejects.toThrow(/foreign key/);
      } finally {
        await client.end();
      }
    });

    it('the router reads identifiers only', async () => {
      const client = new Client({ connectionString: fixture.database.routerUrl });
      await client.connect();
      try {
        const { rows } = await client.query<{ org_id: string }>('SELECT id, org_id FROM accounts.influencers');
        expect(new Set(rows.map((row) => row.org_id))).toEqual(new Set([ours.id, theirs.id]));
        for (const column of ['email', 'name'])
          await expect(client.query(`SELECT ${column} FROM accounts.influencers`)).rejects.toThrow(/permission denied/);
        await expect(client.query('DELETE FROM accounts.influencers')).rejects.toThrow(/permission denied/);
      } finally {
        await client.end();
      }
    });

    it('the migrations go down and up again', async () => {
      expect(await fixture.database.migrationFaults()).toEqual([]);
    });
  });
});

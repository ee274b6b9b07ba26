import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Housekeeping } from '../../src/housekeeping';
import { call, type Browser } from './support/browser';
import { GatewayFixture, type Owner } from './support/gateway-fixture';

interface Views {
  organisation: string;
  keptDays: number;
  items: { day: string; firstAt: string; role: string; areas: string[] }[];
  nextCursor: string | null;
}

describe('who looked at the data of a creator', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let member: Browser;
  let person: { influencerId: string; accountId: string; campaignId: string };
  let campaignSince: string;
  let status: number;
  let payload: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    member = await gateway.signedIn(owner);
    gateway.services.answer = ({ url }, response) =>
      url === '/v1/own-data' ? json(response, 200, ownData()) : json(response, status, { payload });
  });
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    [status, payload] = [200, ''];
    person = { influencerId: randomUUID(), accountId: randomUUID(), campaignId: randomUUID() };
    campaignSince = new Date().toISOString();
    await gateway.database.query('DELETE FROM gateway.data_views');
  });

  const ownData = () => ({
    organisation: { id: owner.organisationId, name: 'North Agency' },
    since: new Date().toISOString(),
    accountIds: [person.accountId],
    campaigns: [{ id: person.campaignId, since: campaignSince }],
  });
  const creator = (change: Partial<{ organisationId: string; influencerId: string }> = {}) =>
    gateway.influencer(`${randomUUID()}@example.com`, {
      organisationId: owner.organisationId,
      influencerId: person.influencerId,
      ...change,
    });
  const seenBy = async (browser: Browser, query = '') => {
    const answer = await browser.get(`/v1/own-data/views${query}`);
    expect(answer.status).toBe(200);
    return answer.body as unknown as Views;
  };
  const rows = () => gateway.database.query('SELECT * FROM gateway.data_views');

  it('is one entry for a member and a day, with role and what was seen, and says nothing else of the member', async () => {
    const paths = [
      `/v1/influencers/${person.influencerId}`,
      `/v1/influencers/${person.influencerId}`,
      `/v1/influencers/${person.influencerId}/notes`,
      `/v1/social-accounts/${person.accountId}/posts`,
      `/v1/posts?socialAccountId=${person.accountId}`,
      `/v1/messages?influencerId=${person.influencerId}`,
      `/v1/campaigns/${person.campaignId}/report`,
      '/v1/influencers?limit=25',
      '/v1/influencers/export',
    ];
    for (const path of paths) expect((await member.get(path)).status).toBe(200);
    // Frugal: four subjects, so four rows, however often they were looked at.
    expect(await rows()).toHaveLength(4);
    const browser = await creator();
    const views = await seenBy(browser);
    expect(views).toEqual({
      organisation: 'North Agency',
      keptDays: 365,
      items: [
        {
          day: new Date().toISOString().slice(0, 10),
          firstAt: expect.any(String),
          role: 'owner',
          areas: ['campaign', 'export', 'list', 'mails', 'posts', 'profile'],
        },
      ],
      nextCursor: null,
    });
    const text = JSON.stringify(views);
    for (const secret of [owner.email, owner.userId]) expect(text).not.toContain(secret);
  });

  it('tells a program of the organisation from its members, and pages through the days', async () => {
    const made = await member.post('/v1/api-keys', { name: 'reports', scopes: ['influencers:read'], expiresInDays: 1 });
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    await call(gateway.base, 'GET', `/v1/influencers/${person.influencerId}`, { headers });
    await member.get(`/v1/influencers/${person.influencerId}`);
    await gateway.database.query(
      `INSERT INTO gateway.data_views SELECT org_id, subject_id, day - 1, viewer_id, viewer_role, subject_kind, areas,
         first_at - interval '1 day' FROM gateway.data_views`,
    );
    const browser = await creator();
    const entries: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Views = await seenBy(browser, `?limit=1${cursor && `&cursor=${cursor}`}`);
      entries.push(...page.items.map(({ day, role }) => `${day} ${role}`));
      cursor = page.nextCursor;
    }
    expect(entries).toHaveLength(4);
    expect(new Set(entries).size).toBe(4);
    expect((await browser.get('/v1/own-data/views?cursor=WyJ4Il0')).status).toBe(400);
    expect(entries.map((entry) => entry.slice(0, 10))).toEqual(
      entries
        .map((entry) => entry.slice(0, 10))
        .toSorted()
        .toReversed(),
    );
    expect(new Set(entries.map((entry) => entry.slice(11)))).toEqual(new Set(['owner', 'api_key']));
  });

  it('counts no look at what is not there, and none of creators at themselves', async () => {
    status = 404;
    await member.get(`/v1/influencers/${person.influencerId}`);
    status = 200;
    const browser = await creator();
    await browser.get(`/v1/social-accounts/${person.accountId}`);
    await member.post(`/v1/influencers/${person.influencerId}/notes`, { text: 'x' });
    expect((await seenBy(browser)).items).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('is told to nobody else: not to another creator, not to another organisation, not to members', async () => {
    await member.get(`/v1/influencers/${person.influencerId}`);
    const mine = person;
    const own = await creator();
    // The very same id, at an organisation whose members did not look.
    const elsewhere = await creator({ organisationId: randomUUID() });
    expect((await seenBy(elsewhere)).items).toEqual([]);
    person = { ...person, influencerId: randomUUID(), accountId: randomUUID() };
    expect((await seenBy(await creator())).items).toEqual([]);
    person = mine;
    expect((await seenBy(own)).items).toHaveLength(1);
    expect((await member.get('/v1/own-data/views')).status).toBe(403);
    expect((await gateway.browser().get('/v1/own-data/views')).status).toBe(401);
  });

  it('leaves out what happened in a campaign before the creator was in it', async () => {
    await member.get(`/v1/campaigns/${person.campaignId}/attention`);
    const browser = await creator();
    expect((await seenBy(browser)).items).toHaveLength(1);
    campaignSince = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect((await seenBy(browser)).items).toEqual([]);
  });

  it('stands before anything is shown: where it can not be noted, there is no answer', async () => {
    await gateway.database.query('ALTER TABLE gateway.data_views RENAME TO data_views_away');
    payload = 'secret of a person';
    const refused = await member.get(`/v1/influencers/${person.influencerId}`);
    await gateway.database.query('ALTER TABLE gateway.data_views_away RENAME TO data_views');
    expect(refused).toMatchObject({ status: 503, body: { code: 'request.unavailable' } });
    expect(refused.text).not.toContain(payload);
    expect((await member.get(`/v1/influencers/${person.influencerId}`)).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  it('changes nothing of a long answer', async () => {
    payload = 'x'.repeat(3_000_000);
    for (let time = 0; time < 2; time += 1) {
      const { text } = await member.get(`/v1/influencers/${person.influencerId}`);
      expect(text).toHaveLength(JSON.stringify({ payload }).length);
    }
  });

  it('is forgotten after a year', async () => {
    await member.get(`/v1/influencers/${person.influencerId}`);
    const age = (days: number) =>
      gateway.database.query('UPDATE gateway.data_views SET day = current_date - $1::int', [days]);
    await age(364);
    await gateway.get(Housekeeping).run();
    expect(await rows()).toHaveLength(1);
    await age(367);
    await gateway.get(Housekeeping).run();
    expect(await rows()).toEqual([]);
  });
});

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

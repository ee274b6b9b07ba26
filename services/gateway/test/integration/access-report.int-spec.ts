import { randomUUID } from 'node:crypto';
import { Housekeeping } from '../../src/housekeeping';
import { call, type Browser } from './support/browser';
import { GatewayFixture, password, type Owner } from './support/gateway-fixture';

interface Report {
  from: string;
  to: string;
  totals: { viewers: number; people: number; downloads: number };
  items: Record<string, unknown>[];
}

const day = (at: Date) => at.toISOString().slice(0, 10);

describe('the report of who looked at data of people', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let browser: Browser;
  const today = day(new Date());

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    browser = await gateway.signedIn(owner);
    gateway.services.mailing = true;
    gateway.services.mails.length = 0;
    gateway.services.reportNotices.length = 0;
    await gateway.database.query('DELETE FROM gateway.data_views');
    await gateway.database.query('DELETE FROM gateway.access_reports');
  });

  async function memberWith(role: string): Promise<Browser> {
    const person = { email: `${role}-${randomUUID()}@example.com`, password: password(), name: `One ${role}` };
    await gateway.joins(browser, person, role);
    gateway.services.mails.length = 0;
    return gateway.signedIn(person);
  }
  const read = async (query = `?from=${today}&to=${today}`) => {
    const answer = await browser.get(`/v1/access-report${query}`);
    expect(answer.status).toBe(200);
    return answer.body as unknown as Report;
  };
  /** Moves every look to the month before the one that the gateway is in. */
  const lastMonth = () =>
    gateway.database.query(
      `UPDATE gateway.data_views SET day = (date_trunc('month', $1::timestamptz AT TIME ZONE 'UTC') - interval '5 days')::date`,
      [gateway.clock.now()],
    );
  const reports = () => gateway.services.mails.filter(({ kind }) => kind === 'access-report');
  const sweep = () => gateway.get(Housekeeping).run();

  it('says who looked at how many people, at what, and how much was downloaded, and names nobody they looked at', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const [account, gone] = [randomUUID(), randomUUID()];
    gateway.services.people.set(account, one);
    const viewer = await memberWith('viewer');
    const made = await browser.post('/v1/api-keys', {
      name: '=nightly',
      scopes: ['influencers:read'],
      expiresInDays: 1,
    });
    for (const path of [
      `/v1/influencers/${one}`,
      // The same person, by an account of theirs.
      `/v1/social-accounts/${account}/posts`,
      `/v1/social-accounts/${gone}/posts`,
      `/v1/influencers/${two}`,
      `/v1/campaigns/${randomUUID()}/report`,
      '/v1/influencers',
      '/v1/influencers/export',
      '/v1/influencers/export',
      `/v1/social-accounts/${account}/exports/posts?format=csv`,
    ])
      expect((await browser.get(path)).status).toBe(200);
    await viewer.get(`/v1/influencers/${one}`);
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    await call(gateway.base, 'GET', `/v1/influencers/${two}`, { headers });

    const { totals, items } = await read();
    expect(totals).toEqual({ viewers: 3, people: 3, downloads: 3 });
    expect(items[0]).toEqual({
      name: owner.name,
      email: owner.email,
      role: 'owner',
      days: 1,
      lastDay: today,
      people: 3,
      campaigns: 1,
      rosterDays: 1,
      areas: ['campaign', 'export', 'list', 'posts', 'profile'],
      downloads: 3,
    });
    expect(items).toHaveLength(3);
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'One viewer', role: 'viewer', people: 1, areas: ['profile'], downloads: 0 }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({ name: '=nightly', email: null, role: 'api_key', people: 1 }),
    );
    const file = await browser.get(`/v1/access-report/file?from=${today}&to=${today}`);
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.text.trim().split('\n');
    expect(lines[0]).toBe('name,email,role,days,last_day,people,campaigns,roster_days,kinds,downloads');
    expect(lines).toHaveLength(4);
    expect(file.text).toContain("'=nightly,,api_key");
    for (const id of [one, two, account]) expect(JSON.stringify(items) + file.text).not.toContain(id);
  });

  it('is no file to whoever showed longer ago than five minutes who they are (SE-06)', async () => {
    gateway.clock.forward(5 * 60_000 + 1_000);
    const refused = await browser.get('/v1/access-report/file');
    expect([refused.status, refused.body['code']]).toEqual([401, 'request.step_up_needed']);
    expect((await browser.get('/v1/access-report')).status).toBe(200);
    expect((await browser.post('/v1/sessions/current/step-up', { password: owner.password })).status).toBe(200);
    expect((await browser.get('/v1/access-report/file')).status).toBe(200);
  });

  it('counts nobody of a time in which nobody looked, and refuses days that are none', async () => {
    await browser.get(`/v1/influencers/${randomUUID()}`);
    expect((await read('?from=2020-01-01&to=2020-01-31')).items).toEqual([]);
    expect((await read('')).items).toEqual([]);
    for (const query of [
      '?from=2020-02-30&to=2020-03-01',
      '?from=2020-01-01',
      '?from=2020-01-02&to=2020-01-01',
      '?from=x&to=y',
    ])
      expect((await browser.get(`/v1/access-report${query}`)).status).toBe(400);
  });

  it('is for owners alone, of their own organisation', async () => {
    await browser.get(`/v1/influencers/${randomUUID()}`);
    for (const role of ['viewer', 'admin']) {
      const other = await memberWith(role);
      expect((await other.get('/v1/access-report')).status).toBe(403);
      expect((await other.get('/v1/access-report/file')).status).toBe(403);
    }
    const creator = await gateway.influencer(`${randomUUID()}@example.com`, {
      organisationId: owner.organisationId,
      influencerId: randomUUID(),
    });
    expect((await creator.get('/v1/access-report')).status).toBe(403);
    expect((await gateway.browser().get('/v1/access-report')).status).toBe(401);
    await gateway.database.query('UPDATE gateway.data_views SET org_id = $1', [randomUUID()]);
    expect((await read()).items).toEqual([]);
  });

  it('is mailed to the owners once when a month is over, with figures only, and stands in their bell', async () => {
    await memberWith('admin');
    const influencerId = randomUUID();
    await browser.get(`/v1/influencers/${influencerId}`);
    await browser.get('/v1/influencers/export');
    await sweep();
    expect(reports()).toEqual([]);
    await lastMonth();
    for (let round = 0; round < 3; round += 1) await sweep();
    const [mail, ...more] = reports();
    expect(more).toEqual([]);
    const month = mail!['month']!;
    expect(mail).toEqual({
      kind: 'access-report',
      to: owner.email,
      idempotencyKey: `access-report-${owner.organisationId}-${month}-${owner.userId}`,
      url: `${gateway.publicUrl}/admin/settings?tab=access&month=${month}`,
      organisationId: owner.organisationId,
      locales: [],
      month,
      viewers: 1,
      people: 1,
      downloads: 1,
    });
    expect(gateway.services.reportNotices).toEqual([{ organisationId: owner.organisationId, month }]);
    expect(JSON.stringify(reports())).not.toContain(influencerId);
    expect((await read('')).totals).toEqual({ viewers: 1, people: 1, downloads: 1 });
  });

  it('comes anew for each month in which anybody looked, and for no other', async () => {
    await browser.get(`/v1/influencers/${randomUUID()}`);
    await lastMonth();
    await sweep();
    expect(reports()).toHaveLength(1);
    gateway.clock.forward(31 * 86_400_000);
    await sweep();
    expect(reports()).toHaveLength(1);
    await lastMonth();
    await sweep();
    expect(new Set(reports().map(({ month }) => month)).size).toBe(2);
  });

  it('is sent by one of two processes, and again under the same key after a failure', async () => {
    await browser.get(`/v1/influencers/${randomUUID()}`);
    await lastMonth();
    gateway.services.mailing = false;
    await sweep();
    expect(reports()).toEqual([]);
    gateway.services.mailing = true;
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(reports()).toHaveLength(1);
    // As if the process had died before it noted that all was sent.
    await gateway.database.query('UPDATE gateway.access_reports SET sent_at = NULL');
    await sweep();
    expect(reports()).toHaveLength(1);
    gateway.clock.forward(16 * 60_000);
    await sweep();
    const keys = reports().map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

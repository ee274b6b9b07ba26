import { ErasureLedgerEntry, InfluencerDataErased, newId, type InfluencerErased } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { tracesOf } from '@creator-connect/persistence/testing';
import { Logger } from '@nestjs/common';
import { ReplayErasures } from '../../src/erasures/replay-erasures';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { AccountsFixture, influencerIdentity, type Organisation } from './support/accounts-fixture';

interface Receipt {
  askedAt: string;
  doneAt: string | null;
  services: { service: string; erasedAt: string | null }[];
}

describe('a creator who erases themselves', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation('Bright Agency');
  }, 60_000);
  beforeEach(async () => {
    influencerId = await fixture.anInfluencer(org);
  });
  afterAll(() => fixture?.stop());

  const creator = (at = org, id = influencerId, provenSecondsAgo = 0) =>
    fixture.as({ ...influencerIdentity(at, id), auth_time: Math.floor(Date.now() / 1000) - provenSecondsAgo });
  const erase = (as = creator(), organisation = org.name) =>
    as.post<{ receipt: string; code?: string }>('/v1/own-data/erasure', { organisation });
  const receiptOf = async (receipt: string) => {
    const { statusCode, body } = await fixture.app.inject({
      method: 'POST',
      url: '/v1/erasure-receipts',
      payload: { receipt },
    });
    return { status: statusCode, body: JSON.parse(body) as Receipt };
  };
  const confirm = async (service: InfluencerDataErased['service'], id = influencerId) => {
    const erasedAt = new Date().toISOString();
    const data = { organisationId: org.id, influencerId: id, service, erasedAt };
    await fixture.handled(await fixture.publish(InfluencerDataErased, data));
  };
  const rowsWith = async (...ids: string[]) =>
    (await tracesOf(fixture.database, ids)).map((trace) => trace.replace(/: \d+$/, ''));
  /** As much about them as the product can hold. */
  async function aFullLife(): Promise<string> {
    const accountId = await fixture.aConnectedAccount(org, influencerId);
    const admin = fixture.as(org.admin);
    await admin.post(`/v1/influencers/${influencerId}/notes`, { text: 'Prefers mornings' });
    const campaign = await admin.post<{ id: string }>('/v1/campaigns', { name: `Campaign ${newId()}` });
    await admin.post(`/v1/campaigns/${campaign.body.id}/influencers`, { influencerId });
    const group = await admin.post<{ id: string }>('/v1/influencer-groups', { name: `Group ${newId()}` });
    await admin.send('PUT', `/v1/influencer-groups/${group.body.id}/influencers/${influencerId}`);
    await admin.post('/v1/authorization-requests', { influencerId, platforms: [{ platform: 'tiktok' }] });
    await fixture.from('gateway').post('/internal/data-exports', { organisationId: org.id, influencerId });
    return accountId;
  }

  it('sees before what goes, in every service', async () => {
    await fixture.aConnectedAccount(org, influencerId);
    fixture.holders.hold('collector', 'posts', influencerId, [{ n: 1 }, { n: 2 }]);
    fixture.holders.hold('oauth', 'consents', influencerId, [{ n: 1 }]);
    const { body } = await creator().get<{
      organisation: string;
      held: { service: string; set: string; count: number }[];
    }>('/v1/own-data/erasure');
    expect(body.organisation).toBe('Bright Agency');
    expect(body.held).toContainEqual({ service: 'accounts', set: 'accounts', count: 1 });
    expect(body.held).toContainEqual({ service: 'collector', set: 'posts', count: 2 });
    expect(body.held.filter(({ count }) => count === 0)).toEqual([]);
    // It stays as proof, without anything that names them.
    expect(body.held.map(({ set }) => set)).not.toContain('consents');
  });

  it('sees which service does not say what it holds, and no number of it', async () => {
    fixture.holders.hold('collector', 'posts', influencerId, [{ n: 1 }]);
    fixture.holders.silent.add('collector');
    try {
      const { body } = await creator().get<{ held: { service: string }[]; unknown: string[] }>('/v1/own-data/erasure');
      expect(body.unknown).toEqual(['collector']);
      expect(body.held.map(({ service }) => service)).not.toContain('collector');
    } finally {
      fixture.holders.silent.clear();
    }
  });

  it('needs a fresh proof and the name of the organisation, and else loses nothing', async () => {
    expect(await erase(creator(org, influencerId, 400))).toMatchObject({
      status: 401,
      body: { code: 'request.step_up_needed' },
    });
    expect(await erase(creator(), 'Another Agency')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect((await erase(fixture.as({ ...org.owner, auth_time: Math.floor(Date.now() / 1000) }))).status).toBe(403);
    expect(await rowsWith(influencerId)).toEqual(['influencer_words', 'influencers']);
  });

  it('is gone here at once; the receipt names each service when it has finished', async () => {
    const accountId = await aFullLife();
    expect(await rowsWith(influencerId, accountId)).toEqual(
      expect.arrayContaining([
        'authorization_requests',
        'campaign_influencers',
        'data_exports',
        'influencer_group_members',
        'influencer_notes',
        'influencer_words',
        'influencers',
        'social_account_history',
        'social_accounts',
      ]),
    );
    const { status, body } = await erase(creator(), '  bright agency ');
    expect(status).toBe(200);
    expect(await rowsWith(influencerId, accountId)).toEqual([]);
    const [erased] = await fixture.published('InfluencerErased', influencerId);
    expect(erased!.data).toMatchObject({ accountIds: [accountId] } satisfies Partial<InfluencerErased>);
    expect((await creator().get('/v1/own-data')).status).toBe(404);

    const finished = async () =>
      (await receiptOf(body.receipt)).body.services.filter(({ erasedAt }) => erasedAt).map(({ service }) => service);
    expect(await finished()).toEqual(['accounts']);
    for (const service of ['oauth', 'collector', 'ttcm', 'notifications'] as const) await confirm(service);
    expect((await receiptOf(body.receipt)).body.doneAt).toBeNull();

    const waiting = async () =>
      (await fixture.from('gateway').get<{ items: { influencerId: string }[] }>('/internal/erasures/waiting')).body
        .items;
    expect(await waiting()).toContainEqual({ organisationId: org.id, influencerId, accountIds: [accountId] });
    await fixture.from('gateway').send('PUT', `/internal/erasures/${influencerId}/gateway`, { organisationId: org.id });
    expect((await receiptOf(body.receipt)).body).toMatchObject({ doneAt: expect.any(String) });
    expect((await waiting()).map((one) => one.influencerId)).not.toContain(influencerId);
    // It says nothing of who they were.
    const text = JSON.stringify((await receiptOf(body.receipt)).body);
    for (const trace of [influencerId, accountId, org.id, org.name]) expect(text).not.toContain(trace);
    expect(JSON.stringify(await fixture.database.query('SELECT * FROM accounts.erasures'))).not.toContain(body.receipt);
  });

  describe('that a service has not finished', () => {
    const services = ['oauth', 'collector', 'ttcm', 'notifications', 'gateway'] as const;
    /** The gateway asks what is waiting, and answers over HTTP. */
    const finish = (service: (typeof services)[number]): Promise<unknown> =>
      service === 'gateway'
        ? fixture.from('gateway').send('PUT', `/internal/erasures/${influencerId}/gateway`, { organisationId: org.id })
        : confirm(service);
    const alarms = async () => {
      const log = jest.spyOn(Logger.prototype, 'error');
      try {
        await fixture.app.get(Housekeeping).run();
        const entries = log.mock.calls.map(([entry]) => entry as Record<string, unknown>);
        return entries.filter(
          (entry) => entry['alarm'] === 'erasure_unfinished' && entry['influencerId'] === influencerId,
        );
      } finally {
        log.mockRestore();
      }
    };
    const age = (hours: number) =>
      fixture.database.query(
        'UPDATE accounts.erasures SET erased_at = erased_at - make_interval(hours => $2) WHERE influencer_id = $1',
        [influencerId, hours],
      );

    it.each(services)('is an alarm after a day without %s, which stops when it has', async (missing) => {
      await erase();
      for (const service of services.filter((one) => one !== missing)) await finish(service);
      await age(23);
      expect(await alarms()).toEqual([]);
      await age(2);
      const others = ['accounts', ...services.filter((one) => one !== missing)];
      expect(await alarms()).toEqual([
        { alarm: 'erasure_unfinished', organisationId: org.id, influencerId, confirmed: expect.any(Array) },
      ]);
      expect(((await alarms())[0]!['confirmed'] as string[]).toSorted()).toEqual(others.toSorted());
      await finish(missing);
      expect(await alarms()).toEqual([]);
    });

    it('is none when all have, however long ago', async () => {
      await erase();
      for (const service of services) await finish(service);
      await age(48);
      expect(await alarms()).toEqual([]);
    });
  });

  it('a receipt that nobody was given opens nothing', async () => {
    expect((await receiptOf('A'.repeat(43))).status).toBe(404);
  });

  it('stays with the other organisation that they work for', async () => {
    const theirs = await fixture.anOrganisation('Theirs');
    const email = `${newId()}@example.com`;
    influencerId = await fixture.anInfluencer(org, email);
    const other = await fixture.anInfluencer(theirs, email);
    const account = await fixture.aConnectedAccount(theirs, other);
    expect((await erase(creator(theirs, influencerId), theirs.name)).status).toBe(404);
    await erase();
    expect((await fixture.as(theirs.owner).get(`/v1/influencers/${other}`)).status).toBe(200);
    expect((await fixture.as(theirs.owner).get(`/v1/social-accounts/${account}`)).status).toBe(200);
  });

  it('who comes back with a restored backup is erased anew before anybody is let in, and told to all again', async () => {
    const { organisationId, accountIds } = { organisationId: org.id, accountIds: [newId()] };
    const gone = newId();
    const entry = { organisationId, influencerId: gone, accountIds, erasedAt: new Date().toISOString() };
    const backup = { ...entry, influencerId };
    // The ledger knows both; the database, which is older, knows one of them still, and of neither that they were erased.
    for (const one of [entry, backup]) await fixture.publish(ErasureLedgerEntry, one);
    const replay = fixture.app.get(ReplayErasures);
    await eventually(async () => {
      await replay.run();
      expect(await fixture.published('InfluencerErased', gone)).toHaveLength(1);
      expect(await fixture.published('InfluencerErased', influencerId)).toHaveLength(1);
    }, 30_000);
    expect(await rowsWith(influencerId)).toEqual([]);
    expect(await replay.run()).toBe(0);
    expect(await fixture.published('InfluencerErased', influencerId)).toHaveLength(1);
  }, 60_000);

  it('an erasure by a member stands in the ledger as well', async () => {
    const admin = fixture.as({ ...org.admin, auth_time: Math.floor(Date.now() / 1000) });
    expect((await admin.send('DELETE', `/v1/influencers/${influencerId}`)).status).toBe(204);
    expect(await fixture.published('ErasureLedgerEntry', influencerId)).toHaveLength(1);
  });
});

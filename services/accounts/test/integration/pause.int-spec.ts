import { AuthExpired, newId } from '@creator-connect/contracts';
import { AccountsFixture, influencerIdentity, type Method, type Organisation } from './support/accounts-fixture';

interface Account {
  id: string;
  authState: string;
  tracked: boolean;
  pausedAt: string | null;
  cause: string;
}

describe('a pause', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;
  let accountId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start();
    org = await fixture.anOrganisation();
  }, 60_000);
  beforeEach(async () => {
    influencerId = await fixture.anInfluencer(org);
    accountId = await fixture.aConnectedAccount(org, influencerId);
  });
  afterAll(() => fixture?.stop());

  const creator = () => fixture.as(influencerIdentity(org, influencerId));
  const pause = (id = accountId) => creator().send<Account>('PUT', `/v1/social-accounts/${id}/pause`);
  const resume = (id = accountId) => creator().send<Account>('DELETE', `/v1/social-accounts/${id}/pause`);
  const seen = async (id = accountId) => (await fixture.as(org.viewer).get<Account>(`/v1/social-accounts/${id}`)).body;
  const changes = async (id = accountId) =>
    (await fixture.published('AccountStateChanged', id)).map(({ data }) => data);
  const lapse = async () =>
    fixture.handled(
      await fixture.publish(AuthExpired, {
        organisationId: org.id,
        influencerId,
        accountId,
        platform: 'instagram',
        cause: 'page_link_lost',
        rule: 'instagram:page',
        observedAt: new Date().toISOString(),
        grantVersion: 1,
      }),
    );

  it('stops the tracking, keeps the authorization, and both are told with who and why', async () => {
    const { status, body } = await pause();
    expect(status).toBe(200);
    expect(body).toMatchObject({ authState: 'AUTHENTICATED', tracked: false, pausedAt: expect.any(String) });
    expect(await seen()).toEqual(body);
    expect((await changes()).at(-1)).toMatchObject({
      from: 'AUTHENTICATED',
      to: 'AUTHENTICATED',
      tracked: false,
      paused: true,
      source: null,
      cause: 'paused_by_person',
      actor: 'person',
    });
    const state = (await fixture.published('AccountState', accountId)).at(-1)!;
    expect(state.data).toMatchObject({ tracked: false, paused: true });

    expect((await resume()).body).toMatchObject({ tracked: true, pausedAt: null });
    expect((await changes()).at(-1)).toMatchObject({ tracked: true, paused: false, cause: 'resumed_by_person' });
    const history = await fixture.as(org.viewer).get<{ items: object[] }>(`/v1/social-accounts/${accountId}/history`);
    expect(history.body.items.slice(0, 2)).toMatchObject([
      { outcome: 'changed', cause: 'resumed_by_person', actor: 'person', tracked: true },
      { outcome: 'changed', cause: 'paused_by_person', actor: 'person', tracked: false },
    ]);
  });

  it('asked for twice is told once', async () => {
    const before = (await changes()).length;
    const [first, second] = [await pause(), await pause()];
    expect(second.body.pausedAt).toBe(first.body.pausedAt);
    expect(await changes()).toHaveLength(before + 1);
  });

  it('of everything covers each account of the person, and ends for each', async () => {
    const other = await fixture.aConnectedAccount(org, influencerId, { platform: 'youtube' });
    const somebodyElses = await fixture.aConnectedAccount(org, await fixture.anInfluencer(org));
    const tracked = async () =>
      Promise.all([accountId, other, somebodyElses].map(async (id) => (await seen(id)).tracked));
    expect((await creator().send('PUT', '/v1/social-accounts/pause')).status).toBe(204);
    expect(await tracked()).toEqual([false, false, true]);
    // One moment: whoever mails it tells it once.
    const moments = await Promise.all([accountId, other].map(async (id) => (await changes(id)).at(-1)!['at']));
    expect(new Set(moments).size).toBe(1);
    expect((await creator().send('DELETE', '/v1/social-accounts/pause')).status).toBe(204);
    expect(await tracked()).toEqual([true, true, true]);
  });

  it('of a lapsed account asks nobody for anything: no attention, no request, no link in a reminder', async () => {
    const campaign = await fixture.as(org.admin).post<{ id: string }>('/v1/campaigns', { name: 'Summer' });
    await fixture.as(org.admin).post(`/v1/campaigns/${campaign.body.id}/influencers`, { influencerId });
    const attention = async () =>
      (await fixture.as(org.viewer).get<{ accounts: number }>(`/v1/campaigns/${campaign.body.id}/attention`)).body
        .accounts;
    const reminder = async () =>
      (
        await fixture.from('notifications').post<{ link: object | null }>('/internal/message-recipients', {
          organisationId: org.id,
          influencerId,
          purpose: 'reauth',
          accountIds: [accountId],
        })
      ).body.link;
    const needing = async () => {
      const list = await fixture.as(org.viewer).get<{ items: { id: string }[] }>('/v1/influencers?authState=ATTENTION');
      const url = `/internal/organisations/${org.id}/attention`;
      const { body } = await fixture.from('notifications').get<{ reauth: number; accounts: object[] }>(url);
      return { listed: list.body.items.map(({ id }) => id), digest: [body.reauth, body.accounts.length] };
    };
    expect(await needing()).toEqual({ listed: [], digest: [0, 0] });
    await lapse();
    expect(await needing()).toEqual({ listed: [influencerId], digest: [1, 1] });
    expect(await attention()).toBe(1);
    expect(await reminder()).toMatchObject({ url: expect.any(String) });

    await pause();
    expect(await attention()).toBe(0);
    expect(await needing()).toEqual({ listed: [], digest: [0, 0] });
    expect(await reminder()).toBeNull();
    const request = await fixture.as(org.admin).post('/v1/authorization-requests', { influencerId });
    expect(request.body).toMatchObject({ code: 'accounts.nothing_to_authorize' });

    await resume();
    expect(await attention()).toBe(1);
    expect(await seen()).toMatchObject({ authState: 'REAUTH', cause: 'page_link_lost' });
  });

  it('outlasts the end of the authorization and a new one', async () => {
    await pause();
    await lapse();
    expect(await seen()).toMatchObject({ authState: 'REAUTH', pausedAt: expect.any(String) });
    await fixture.authorized(org, influencerId, accountId, 'instagram', { grantVersion: 2 });
    expect(await seen()).toMatchObject({ authState: 'AUTHENTICATED', tracked: false, pausedAt: expect.any(String) });
    expect((await changes()).at(-1)).toMatchObject({ to: 'AUTHENTICATED', tracked: false, paused: true });
  });

  it('is the owner’s alone: a foreign account answers as one that never was, and no member pauses any', async () => {
    const others = await fixture.anOrganisation();
    const foreign = await fixture.aConnectedAccount(others, await fixture.anInfluencer(others));
    const neighbours = await fixture.aConnectedAccount(org, await fixture.anInfluencer(org));
    const neutral = ({ status, body }: Awaited<ReturnType<typeof pause>>) => ({ status, ...body, correlationId: '' });
    for (const ask of [pause, resume]) {
      const unknown = neutral(await ask(newId()));
      expect(unknown.status).toBe(404);
      for (const id of [foreign, neighbours]) expect(neutral(await ask(id))).toEqual(unknown);
    }
    const routes: [Method, string][] = [
      ['PUT', `/v1/social-accounts/${accountId}/pause`],
      ['DELETE', `/v1/social-accounts/${accountId}/pause`],
      ['PUT', '/v1/social-accounts/pause'],
      ['DELETE', '/v1/social-accounts/pause'],
    ];
    for (const [method, url] of routes) {
      for (const member of [org.owner, org.admin, org.viewer]) {
        expect((await fixture.as(member).send(method, url)).status).toBe(403);
      }
    }
    expect(await seen()).toMatchObject({ tracked: true });
  });
});

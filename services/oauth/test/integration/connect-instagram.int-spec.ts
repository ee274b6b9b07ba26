import { newId } from '@creator-connect/contracts';
import { call, consentAt } from '@creator-connect/platforms/testing';
import { until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('connecting Instagram', () => {
  let oauth: OauthFixture;
  const exchanges = async (since: number) =>
    (await oauth.sandbox.calls('graph.oauth.access_token', since)).filter((one) => one.status === 200).length;
  const transactionOf = async (creator: Creator, id: string) =>
    (await creator.get(`/v1/connect-transactions/${id}`)).body;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  afterEach(() => oauth.sandbox.clearFaults());

  it('connects the chosen account: sealed tokens, a consent, an event', async () => {
    const creator = new Creator(oauth);
    const { id, returned, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    expect([returned.status, returned.headers['location']]).toEqual([303, `/connect/transactions/${id}`]);
    expect(returned.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(transaction).toMatchObject({ status: 'SETUP_UNFINISHED', platform: 'instagram' });
    const candidates = transaction['candidates'] as { id: string; eligible: boolean; handle: string }[];
    expect(candidates.filter((one) => one.eligible)).toHaveLength(2);
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);

    const confirmed = await creator.post(`/v1/connect-transactions/${id}/confirm`, {
      candidateIds: [candidates[0]!.id],
    });
    expect(confirmed.body).toMatchObject({ status: 'DONE' });
    const [socialAccountId] = confirmed.body['socialAccountIds'] as string[];
    const event = await oauth.event('AccountAuthorized', socialAccountId!);
    expect(event.payload).toMatchObject({
      organisationId: creator.organisationId,
      influencerId: creator.influencerId,
      platform: 'instagram',
      flow: 'dashboard',
      first: true,
      grantVersion: 1,
      missingScopes: [],
      tokenExpiresAt: null,
    });
    expect(event.payload['dataAccessExpiresAt']).not.toBeNull();
    const own = [creator.influencerId];
    // What the person agreed to: under which text, to what, how it is known to be them, and when (PR-04).
    const consents = await oauth.database.query(
      `SELECT org_id, influencer_id, social_account_id, text_version, purpose, scopes, flow, proof, given_at, withdrawn_at
         FROM oauth.consents WHERE influencer_id = $1`,
      own,
    );
    expect(consents).toEqual([
      {
        org_id: creator.organisationId,
        influencer_id: creator.influencerId,
        social_account_id: socialAccountId,
        text_version: '2026-11-01',
        purpose: 'posts and their performance for the organisation named on the page',
        scopes: expect.arrayContaining(['instagram_basic', 'instagram_manage_insights']),
        flow: 'dashboard',
        proof: 'signed_in',
        given_at: new Date(String(event.payload['authorizedAt'])),
        withdrawn_at: null,
      },
    ]);
    expect(await oauth.count('staged_grants', 'influencer_id = $1', own)).toBe(0);
    const [row] = await oauth.database.query<{ all: string }>(
      `SELECT row_to_json(g)::text || coalesce(string_agg(t.field || t.sealed, ' '), '') AS all
         FROM oauth.grants g JOIN oauth.grant_tokens t ON t.grant_id = g.id WHERE g.influencer_id = $1 GROUP BY g.*`,
      own,
    );
    expect(row!.all).toMatch(/accessv1\..*userv1\.|userv1\..*accessv1\./);
    // Neither the platform's id nor the handle can be read in the rows (VK-08).
    expect(row!.all).not.toContain(candidates[0]!.id);
    expect(row!.all).not.toContain(candidates[0]!.handle);
    const show = (await creator.authorization(socialAccountId!)).body;
    expect(show).toMatchObject({ state: 'live', authorizedBy: 'influencer', missingScopes: [] });
  });

  it('gives the token to the collector alone, once per ask on the record', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    const lease = await oauth.lease(id);
    expect(lease.status).toBe(200);
    expect(lease.body).toMatchObject({ grantVersion: 1, expiresAt: null });
    expect(lease.body['scopes']).toContain('instagram_basic');
    expect(
      await oauth.count('vault_reads', `service = 'collector' AND field = 'access' AND influencer_id = $1`, [
        creator.influencerId,
      ]),
    ).toBe(1);
    const path = `${oauth.publicUrl}/internal/token-leases`;
    const body = JSON.stringify({ socialAccountId: id, purpose: 'collect' });
    const headers = { 'content-type': 'application/json', ...(await oauth.signed(creator.identity)) };
    expect((await call(path, { method: 'POST', body, headers })).status).toBe(403);
    expect((await call(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status).toBe(
      401,
    );
    expect((await oauth.lease(newId())).status).toBe(404);
  });

  it('OC-01: takes a state once: fifty callbacks at a time cause one exchange', async () => {
    const creator = new Creator(oauth);
    const { redirectTo } = await creator.start('instagram');
    const callback = await consentAt(redirectTo, { persona: 'creator-one-page' });
    const mark = await oauth.sandbox.mark();
    const answers = await Promise.all(Array.from({ length: 50 }, () => creator.get(callback)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 400)).toHaveLength(49);
    // Short-lived, then long-lived: one code was spent.
    expect(await exchanges(mark)).toBe(2);
    expect((await creator.get(callback)).body['code']).toBe('oauth.state_invalid');
  });

  it('OC-01, OC-04, OC-06: refuses a callback without a usable state, and asks the platform nothing', async () => {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('instagram');
    const state = new URL(redirectTo).searchParams.get('state')!;
    const mark = await oauth.sandbox.mark();
    const altered = `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`;
    for (const query of [
      '',
      `?code=x`,
      `?code=x&state=${altered}`,
      '?error=access_denied&error_description=<script>x</script>',
    ]) {
      const answer = await creator.get(`/oauth/instagram/callback${query}`);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('unknown, too old or was used already');
      expect(answer.text).not.toContain('script');
    }
    expect((await creator.get(`/oauth/instagram/callback?code=x&state=${state}&state=${state}`)).status).toBe(400);
    // The path of another platform: the code never reaches it, and the attempt stays untouched.
    expect((await creator.get(`/oauth/tiktok/callback?code=x&state=${state}`)).status).toBe(400);
    expect(await exchanges(mark)).toBe(0);
    expect(await transactionOf(creator, id)).toMatchObject({ status: 'PENDING' });
    await oauth.database.query(
      `UPDATE oauth.connect_transactions SET expires_at = now() - interval '1 s' WHERE id = $1`,
      [id],
    );
    expect((await creator.get(`/oauth/instagram/callback?code=x&state=${state}`)).status).toBe(400);
  });

  it('OC-02, OC-03: refuses another browser and another person, and stores nothing', async () => {
    const creator = new Creator(oauth);
    const withoutTheCookie = () => new Creator(oauth, creator.identity);
    const withTheCookie = () => {
      const other = new Creator(oauth, { org: creator.organisationId });
      creator.cookies.forEach((value, name) => other.cookies.set(name, value));
      return other;
    };
    for (const other of [withoutTheCookie, withTheCookie]) {
      const { id, redirectTo } = await creator.start('instagram');
      const callback = await consentAt(redirectTo, { persona: 'creator-one-page' });
      const mark = await oauth.sandbox.mark();
      expect((await other().get(callback)).body['code']).toBe('oauth.other_browser');
      expect(await exchanges(mark)).toBe(0);
      expect(await transactionOf(creator, id)).toMatchObject({
        status: 'FAILED',
        error: { code: 'oauth.other_browser' },
      });
      expect((await creator.get(callback)).status).toBe(400);
    }
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);
  });

  it('shows an attempt to nobody but who began it', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.start('instagram');
    const sameOrganisation = new Creator(oauth, { org: creator.organisationId });
    for (const other of [sameOrganisation, new Creator(oauth)]) {
      expect((await other.get(`/v1/connect-transactions/${id}`)).status).toBe(404);
      expect((await other.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: ['x'] })).status).toBe(404);
    }
  });

  it('tells a refused consent apart, and publishes AuthorizationFailed', async () => {
    const creator = new Creator(oauth);
    const { transaction, id } = await creator.consent('instagram', { persona: 'creator-one-page', decision: 'cancel' });
    expect(transaction).toMatchObject({ status: 'FAILED', error: { code: 'oauth.consent_refused' } });
    const failed = (await oauth.events('AuthorizationFailed')).find((one) => one.payload['transactionId'] === id);
    expect(failed?.payload).toMatchObject({ code: 'oauth.consent_refused', flow: 'dashboard' });
  });

  it('OC-09: names missing permissions, keeps nothing, and asks for them again next time', async () => {
    const creator = new Creator(oauth);
    const scopes = ['instagram_basic', 'pages_show_list', 'pages_read_engagement'];
    const { transaction } = await creator.consent('instagram', { persona: 'creator-one-page', scopes });
    expect(transaction['error']).toMatchObject({
      code: 'oauth.scopes_missing',
      missingScopes: ['instagram_manage_insights'],
    });
    expect(await oauth.count('staged_grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);
    const again = await creator.start('instagram');
    expect(new URL(again.redirectTo).searchParams.get('auth_type')).toBe('rerequest');
  });

  it('OC-09: refuses a grant that allows too much, and takes it back at the platform', async () => {
    const creator = new Creator(oauth);
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'surplus_scope', scope: 'pages_manage_posts' });
    const mark = await oauth.sandbox.mark();
    const { transaction } = await creator.consent('instagram', { persona: 'creator-other-profile' });
    expect(transaction['error']).toMatchObject({ code: 'oauth.scopes_surplus' });
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);
    const told = async () =>
      (await oauth.count('revocations', `outcome = 'told' AND copy IS NULL AND influencer_id = $1`, [
        creator.influencerId,
      ])) === 1;
    await until('that Facebook was told', told);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toMatchObject([{ status: 200 }]);
    expect((await creator.get('/metrics')).text).toContain('security_alarms_total{alarm="scopes_surplus"} 1');
  });

  it('OC-10: refuses a token of another app', async () => {
    const creator = new Creator(oauth);
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'foreign_app' });
    const { transaction } = await creator.consent('instagram', { persona: 'creator-one-page' });
    expect(transaction['error']).toMatchObject({ code: 'oauth.foreign_token' });
  });

  it('blames the platform when it is down, and stores nothing', async () => {
    const creator = new Creator(oauth);
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', operation: 'graph.accounts', times: 5 });
    const { transaction } = await creator.consent('instagram', { persona: 'creator-one-page' });
    expect(transaction['error']).toMatchObject({ code: 'oauth.platform_unavailable' });
    expect(await oauth.count('staged_grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);
  });

  it('lets the person confirm again when accounts or the platform failed in between', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('instagram', { persona: 'creator-one-page' });
    const [candidate] = transaction['candidates'] as { id: string }[];
    const confirm = () => creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: [candidate!.id] });
    oauth.accounts.down = true;
    expect((await confirm()).status).toBe(503);
    oauth.accounts.down = false;
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', operation: 'graph.instagram' });
    expect((await confirm()).body['code']).toBe('oauth.platform_unavailable');
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(1);
    expect((await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: ['x'] })).status).toBe(409);
  });

  it('AL-05: of twenty confirmations at a time one wins', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const candidateIds = [(transaction['candidates'] as { id: string }[])[0]!.id];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds })),
    );
    const answered = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([answered(200), answered(409)]).toEqual([1, 19]);
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(1);
  });

  it('connects several accounts in one go, each with an authorization of its own', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const candidateIds = (transaction['candidates'] as { id: string }[]).map((one) => one.id);
    const done = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
    const ids = done.body['socialAccountIds'] as string[];
    expect(new Set(ids).size).toBe(2);
    const leases = await Promise.all(ids.map((one) => oauth.lease(one)));
    expect(new Set(leases.map((lease) => lease.body['platformAccountId']))).toEqual(new Set(candidateIds));
  });

  it('OC-11, AL-04: repairs the same account on reconnect, and refuses another one', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    expect(await creator.connect('instagram', 'creator-one-page', id)).toBe(id);
    const second = await oauth.event('AccountAuthorized', id, 2);
    expect(second.payload).toMatchObject({ first: false, grantVersion: 2 });
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(1);

    const { transaction } = await creator.consent('instagram', { persona: 'creator-many-pages' }, id);
    expect(transaction).toMatchObject({ status: 'FAILED', error: { code: 'oauth.other_account' } });
    expect((await creator.authorization(id)).body).toMatchObject({ state: 'live' });
  });

  it('AL-03, AL-09: lets a link reconnect a known account without a code, and nothing else', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    const { organisationId: org, influencerId: influencer } = creator;
    const holder = new Creator(oauth, { kind: 'link', org, influencer, request: newId(), proven: false });
    expect((await holder.post('/v1/connect-transactions', { platform: 'instagram' })).body['code']).toBe(
      'gateway.proof_needed',
    );
    expect(await holder.connect('instagram', 'creator-one-page', id)).toBe(id);
    const event = await oauth.event('AccountAuthorized', id, 2);
    expect(event.payload).toMatchObject({ flow: 'link' });
    const member = new Creator(oauth, { kind: 'member', role: 'owner', org });
    expect((await member.post('/v1/connect-transactions', { platform: 'instagram' })).status).toBe(403);
  });

  it('OC-08: never put a token into an address', async () => {
    expect((await oauth.sandbox.leaks()).filter((leak) => !leak.documented)).toEqual([]);
  });
});

import { call, consentAt, json } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

/** Attacks of the security requirements that no other file here performs; each names its row. */
describe('attacks on an attempt to connect', () => {
  let oauth: OauthFixture;
  const persona = 'creator-one-page';
  const exchanges = (since: number) => oauth.sandbox.calls('graph.oauth.access_token', since);
  const grantsOf = (creator: Creator) => oauth.count('grants', 'influencer_id = $1', [creator.influencerId]);

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  afterEach(() => oauth.sandbox.settings({ facebook: { requireProof: false } }));

  it('OC-03: a victim who consents at an address that an attacker started gains nothing, nor does the attacker', async () => {
    const [attacker, victim] = [new Creator(oauth), new Creator(oauth)];
    const { id, redirectTo } = await attacker.start('instagram');
    // The victim has an attempt of their own running, with its own cookie.
    const own = await victim.start('instagram');
    const callback = await consentAt(redirectTo, { persona });
    const mark = await oauth.sandbox.mark();
    expect((await victim.get(callback)).body['code']).toBe('oauth.other_browser');
    expect((await attacker.get(callback)).status).toBe(400);
    expect(await exchanges(mark)).toEqual([]);
    expect([await grantsOf(attacker), await grantsOf(victim)]).toEqual([0, 0]);
    expect((await attacker.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'FAILED' });
    expect((await victim.get(`/v1/connect-transactions/${own.id}`)).body).toMatchObject({ status: 'PENDING' });
  });

  it('OC-04: an answer that names another issuer is refused before its code is used', async () => {
    const creator = new Creator(oauth);
    const { redirectTo } = await creator.start('instagram');
    const callback = await consentAt(redirectTo, { persona });
    const mark = await oauth.sandbox.mark();
    const forged = `${callback.replace('#_=_', '')}&iss=${encodeURIComponent('https://evil.example')}`;
    expect((await creator.get(forged)).status).toBe(403);
    expect(await exchanges(mark)).toEqual([]);
  });

  it('OC-04: forged hosts at the start do not move the address to come back to', async () => {
    const creator = new Creator(oauth);
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const init = json({ platform: 'instagram' });
    const headers = { ...init.headers, ...(await oauth.signed(creator.identity)), ...forged };
    const answer = await call(`${oauth.publicUrl}/v1/connect-transactions`, { ...init, headers });
    if (answer.status >= 400) return expect(answer.text).not.toContain('evil.example');
    const back = new URL(String(answer.body['redirectTo'])).searchParams.get('redirect_uri');
    expect(back).toBe(`${oauth.publicUrl}/oauth/instagram/callback`);
  });

  it('OC-06: an error of the platform passes the same checks, its text is used nowhere, and the address left is clean', async () => {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('instagram');
    const state = new URL(redirectTo).searchParams.get('state')!;
    const text = encodeURIComponent('<script>alert(1)</script>');
    const query = `error=server_error&error_description=${text}&error_reason=${text}&state=${state}`;
    const stranger = new Creator(oauth, { org: creator.organisationId });
    const refused = await stranger.get(`/oauth/instagram/callback?${query}`);
    expect([refused.status, refused.text.includes('script')]).toEqual([403, false]);

    const again = await creator.start('instagram');
    const own = query.replace(state, new URL(again.redirectTo).searchParams.get('state')!);
    const answer = await creator.get(`/oauth/instagram/callback?${own}`);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe(`/connect/transactions/${again.id}`);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    for (const one of [id, again.id]) {
      expect((await creator.get(`/v1/connect-transactions/${one}`)).text).not.toContain('script');
    }
  });

  it('OC-08: everything works where the platform demands a proof with every call', async () => {
    await oauth.sandbox.settings({ facebook: { requireProof: true } });
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', persona);
    const checked = await creator.post(`/v1/social-accounts/${id}/authorization/verifications`);
    expect(checked.body).toMatchObject({ outcome: 'alive' });
    expect((await oauth.sandbox.leaks()).filter((leak) => !leak.documented)).toEqual([]);
  });

  it('OC-11: two accounts with one handle stay two, and each comes back as itself', async () => {
    const creator = new Creator(oauth);
    const first = await creator.connect('instagram', persona);
    const second = await creator.connect('instagram', 'creator-other-profile');
    // As accounts would say after both were renamed to the same handle.
    oauth.accounts.expectation = { expectedHandle: 'the.same' };
    expect(await creator.connect('instagram', persona, first)).toBe(first);
    expect(await creator.connect('instagram', 'creator-other-profile', second)).toBe(second);
    const { transaction } = await creator.consent('instagram', { persona: 'creator-other-profile' }, first);
    oauth.accounts.expectation = {};
    expect(transaction).toMatchObject({ status: 'FAILED', error: { code: 'oauth.other_account' } });
    expect(await grantsOf(creator)).toBe(2);
  });

  it('OC-14: no field of the interface can take a password or a one-time code of a platform', async () => {
    const { body, status } = await call(`${oauth.publicUrl}/internal/openapi.json`);
    expect(status).toBe(200);
    const fields = JSON.stringify(body['paths']) + JSON.stringify(body['components']);
    expect(fields).toContain('candidateIds');
    expect(fields).not.toMatch(/"[^"]*(password|passcode|otp|pin|credential)[^"]*"\s*:/i);
  });

  it('AL-08: no address of ours takes where to go on', async () => {
    const { body } = await call(`${oauth.publicUrl}/internal/openapi.json`);
    const names = [...JSON.stringify(body).matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name);
    expect(names).toContain('influencerId');
    const goesOn = /^(return|redirect|next|continue|goto|dest|target|url|callback)/i;
    expect(names.filter((name) => goesOn.test(name!))).toEqual([]);
    for (const away of [
      '//evil.example',
      '/\\evil.example',
      'https:evil.example',
      '%2f%2fevil.example',
      '@evil.example',
    ]) {
      const creator = new Creator(oauth);
      const { id, redirectTo } = await creator.start('tiktok');
      const query = new URLSearchParams({ error: 'access_denied', returnTo: away, redirect_uri: away, next: away });
      query.set('state', new URL(redirectTo).searchParams.get('state')!);
      const { headers } = await creator.get(`/oauth/tiktok/callback?${query.toString()}`);
      expect(headers['location']).toBe(`/connect/transactions/${id}`);
    }
  });
});

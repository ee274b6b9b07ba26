import { call, type Consent, consentAt, form } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

interface Diagnosis {
  cause: string;
  code: string;
  nextStep: string;
  remedy: string;
  canCheckAgain: boolean;
  facts: { pages: string[]; missingScopes: string[]; expectedHandle: string | null; arrivedHandles: string[] };
}

const all = ['instagram_basic', 'instagram_manage_insights', 'pages_show_list', 'pages_read_engagement'];

describe('the Instagram doctor', () => {
  let oauth: OauthFixture;
  const consentAs = (creator: Creator, persona: string, more: Partial<Consent> = {}, socialAccountId?: string) =>
    creator.consent('instagram', { persona, usual: true, ...more }, socialAccountId);
  const check = (creator: Creator, id: string) => creator.post(`/v1/connect-transactions/${id}/checks`);
  const stored = (creator: Creator) => oauth.count('grants', 'influencer_id = $1', [creator.influencerId]);
  const staged = (creator: Creator) => oauth.count('staged_grants', 'influencer_id = $1', [creator.influencerId]);

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(async () => {
    await call(oauth.sandbox.at('/control/reset'), {
      ...form([]),
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await oauth.forgetPersons();
  });

  it.each<[string, string, string[], boolean]>([
    ['creator-no-page', 'no_page', [], true],
    ['creator-page-without-instagram', 'page_without_instagram', ['Lonely Page'], true],
    ['creator-page-not-ticked', 'page_not_ticked', [], true],
    ['creator-instagram-not-ticked', 'instagram_not_ticked', ['Half Page'], true],
    ['creator-permission-not-ticked', 'permissions_not_ticked', [], false],
    ['creator-personal-instagram', 'personal_account', ['Personal Page'], true],
    ['creator-placeholder-page', 'placeholder_page', ['sandbox.placeholder'], true],
    ['creator-business-owned-page', 'page_in_portfolio', ['Portfolio Page'], true],
    ['creator-instagram-on-another-page', 'on_another_page', ['Fresh Page'], true],
    ['creator-refuses', 'consent_refused', [], false],
  ])('names the one cause of %s: %s', async (persona, cause, pages, canCheckAgain) => {
    const creator = new Creator(oauth);
    const { transaction } = await consentAs(creator, persona);
    const diagnosis = transaction['diagnosis'] as Diagnosis;
    expect(diagnosis).toMatchObject({ cause, canCheckAgain, facts: { pages } });
    expect(diagnosis.code).toMatch(/^oauth\./);
    expect(diagnosis.nextStep.length).toBeGreaterThan(10);
    expect(transaction['status']).toBe(canCheckAgain ? 'SETUP_UNFINISHED' : 'FAILED');
    expect((transaction['candidates'] as { eligible: boolean }[]).filter((one) => one.eligible)).toEqual([]);
    expect([await stored(creator), await staged(creator)]).toEqual([0, canCheckAgain ? 1 : 0]);
  });

  it('names the expected account that is not among those of another Facebook profile, to the person alone', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    oauth.accounts.expectation = { expectedHandle: 'sandbox.one' };
    const attempt = await consentAs(creator, 'creator-other-profile', {}, id);
    oauth.accounts.expectation = {};
    expect(attempt.transaction).toMatchObject({
      status: 'FAILED',
      canAddAsNew: true,
      diagnosis: {
        cause: 'expected_not_offered',
        canCheckAgain: false,
        facts: { expectedHandle: 'sandbox.one', arrivedHandles: [expect.stringContaining('sandbox.')] },
      },
    });
    expect([await stored(creator), await staged(creator)]).toEqual([1, 0]);
    const failed = (await oauth.events('AuthorizationFailed')).find(
      (one) => one.payload['transactionId'] === attempt.id,
    );
    expect(failed!.payload['code']).toBe('oauth.other_account');
    expect(JSON.stringify(failed)).not.toContain('sandbox.');
  });

  it('says what is and what is not known where Facebook tells nothing of personal accounts', async () => {
    await oauth.sandbox.settings({ facebook: { tellsPersonalAccounts: false } });
    const { transaction } = await consentAs(new Creator(oauth), 'creator-personal-instagram');
    const { cause, ...rest } = transaction['diagnosis'] as Diagnosis & { title: string };
    expect(cause).toBe('page_without_instagram');
    expect(rest.title).toContain('does not say whether none is connected or a personal one');
  });

  it.each<[string, string]>([
    ['creator-no-page', 'create-page'],
    ['creator-personal-instagram', 'switch-to-professional'],
  ])('checks again without a login: %s after %s', async (persona, repair) => {
    const creator = new Creator(oauth);
    const { id } = await consentAs(creator, persona);
    expect((await check(creator, id)).body).toMatchObject({ status: 'SETUP_UNFINISHED', diagnosis: expect.anything() });
    await oauth.sandbox.does(persona, repair);
    const mark = await oauth.sandbox.mark();
    const healed = (await check(creator, id)).body;
    expect(healed).toMatchObject({ status: 'SETUP_UNFINISHED', candidates: [{ eligible: true }] });
    expect(healed['diagnosis']).toBeUndefined();
    expect(await oauth.sandbox.calls('graph.oauth.access_token', mark)).toEqual([]);
    const [candidate] = healed['candidates'] as { id: string }[];
    const done = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: [candidate!.id] });
    expect(done.body).toMatchObject({ status: 'DONE' });
    expect((await check(creator, id)).status).toBe(409);
  });

  it('forgets the attempt when the person took the consent back, and keeps it while Facebook is down', async () => {
    const creator = new Creator(oauth);
    const { id } = await consentAs(creator, 'creator-no-page');
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', operation: 'graph.accounts', times: 5 });
    expect((await check(creator, id)).body['code']).toBe('oauth.platform_unavailable');
    await oauth.sandbox.clearFaults();
    expect((await check(creator, id)).body).toMatchObject({ status: 'SETUP_UNFINISHED' });
    expect((await check(new Creator(oauth, { org: creator.organisationId }), id)).status).toBe(404);
    await oauth.sandbox.does('creator-no-page', 'remove-app');
    expect((await check(creator, id)).body).toMatchObject({
      status: 'FAILED',
      error: { code: 'oauth.exchange_failed' },
    });
    expect(await staged(creator)).toBe(0);
  });

  it('asks again for just the missing permission, and forces the page on who left something out', async () => {
    const creator = new Creator(oauth);
    await consentAs(creator, 'creator-permission-not-ticked');
    const again = new URL((await creator.start('instagram')).redirectTo).searchParams;
    expect([again.get('auth_type'), again.get('scope')]).toEqual(['rerequest', 'instagram_manage_insights']);

    const other = new Creator(oauth);
    await consentAs(other, 'creator-page-not-ticked');
    const forced = new URL((await other.start('instagram')).redirectTo).searchParams;
    expect(forced.get('auth_type')).toBe('rerequest');
    expect(forced.get('scope')).toContain('instagram_basic');
  });

  it('asks another Facebook profile for everything, once it has answered what was meant for the first', async () => {
    const creator = new Creator(oauth);
    const askedNow = async () => {
      const { searchParams } = new URL((await creator.start('instagram')).redirectTo);
      expect(searchParams.get('auth_type')).toBe('rerequest');
      return searchParams.get('scope')?.split(',');
    };
    await consentAs(creator, 'creator-permission-not-ticked');
    for (let turn = 0; turn < 2; turn += 1) expect(await askedNow()).toEqual(['instagram_manage_insights']);
    // Another profile is signed in at Facebook now, and is asked for no more than the first one left out.
    const narrow = await consentAs(creator, 'creator-one-page');
    expect(narrow.transaction).toMatchObject({
      status: 'FAILED',
      error: { code: 'oauth.scopes_missing' },
      diagnosis: { facts: { missingScopes: expect.arrayContaining(['instagram_basic', 'pages_show_list']) } },
    });
    // However often it is begun, without an answer.
    for (let turn = 0; turn < 2; turn += 1) expect((await askedNow())?.sort()).toEqual([...all].sort());
    const whole = await consentAs(creator, 'creator-one-page');
    expect(whole.transaction).toMatchObject({ status: 'SETUP_UNFINISHED', candidates: [{ eligible: true }] });
  });

  it('asks for just what is missing again when the other profile leaves something out of everything', async () => {
    const creator = new Creator(oauth);
    const asked = async (persona: string, more: Partial<Consent> = {}) => {
      const { id, redirectTo } = await creator.start('instagram');
      const { searchParams } = new URL(redirectTo);
      await creator.get(await consentAt(redirectTo, { persona, usual: true, ...more }));
      const { status, error } = (await creator.get(`/v1/connect-transactions/${id}`)).body as {
        status: string;
        error?: { missingScopes: string[] };
      };
      const scopes = searchParams.get('scope')!.split(',').length;
      return { authType: searchParams.get('auth_type'), scopes, status, missing: error?.missingScopes };
    };
    const insights = ['instagram_manage_insights'];
    const without = { usual: undefined, scopes: all.filter((scope) => scope !== insights[0]) };
    expect(await asked('creator-permission-not-ticked')).toMatchObject({ scopes: 4, missing: insights });
    expect(await asked('creator-one-page', { usual: undefined, scopes: [] })).toMatchObject({
      authType: 'rerequest',
      scopes: 1,
      missing: expect.arrayContaining(all),
    });
    expect(await asked('creator-one-page', without)).toMatchObject({ scopes: 4, missing: insights });
    // The same profile again: just what it left out, and once more when it leaves it out again.
    expect(await asked('creator-one-page', { usual: undefined, scopes: [] })).toMatchObject({
      scopes: 1,
      missing: insights,
    });
    expect(await asked('creator-one-page')).toMatchObject({ scopes: 1, status: 'SETUP_UNFINISHED' });
  });

  it('connects after the re-request of the missing permission', async () => {
    const creator = new Creator(oauth);
    await consentAs(creator, 'creator-permission-not-ticked');
    const { transaction } = await consentAs(creator, 'creator-permission-not-ticked');
    expect(transaction).toMatchObject({ status: 'SETUP_UNFINISHED', candidates: [{ eligible: true }] });
  });
});

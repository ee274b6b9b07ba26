import { at, listAt, textAt } from '../testing/json';
import { INSTAGRAM_CALLBACK, TestSandbox } from '../testing/test-sandbox';

describe('the authorization of the agency', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  const ALL = ['13020000', '13030000', '14010100', '14020100'];
  const portal = (more: Record<string, string> = {}): string =>
    `tiktok://portal/auth?${new URLSearchParams({ app_id: '701', state: 'a 1', redirect_uri: INSTAGRAM_CALLBACK, ...more }).toString()}`;
  const allow = async (scope: string[] = ALL): Promise<URL> => {
    const { location } = await box.browser.post(portal(), { decision: 'allow', scope });
    return new URL(location ?? '');
  };
  const redeem = (code: string, more: object = {}) =>
    box.ttcm('oauth2/access_token/', { app_id: '701', secret: box.keys.ttcmSecret, auth_code: code, ...more });
  const tokenFor = async (scope?: string[]): Promise<string> => {
    const { json } = await redeem((await allow(scope)).searchParams.get('auth_code') ?? '');
    return textAt(json, 'data.access_token');
  };
  const status = (token?: string) => {
    const names = encodeURIComponent('["sandbox.member"]');
    return box.ttcm(
      `tcm/creator/status/get/?tcm_account_id=${box.keys.ttcmAccount}&handle_names=${names}`,
      undefined,
      token,
    );
  };

  it.each([
    ['another app', { app_id: '9' }],
    ['another redirect address', { redirect_uri: `${INSTAGRAM_CALLBACK}/` }],
  ])('shows an error page and does not go back: %s', async (_what, more) => {
    expect(await box.browser.get(portal(more))).toMatchObject({ status: 400, location: undefined });
  });

  it('gives a code with the state, and a token without an end for it', async () => {
    expect((await box.browser.get(portal())).body).toContain('id="scope-13030000"');
    const back = await allow();
    expect(back.searchParams.get('state')).toBe('a 1');
    const { json } = await redeem(back.searchParams.get('auth_code') ?? '');
    expect(json).toMatchObject({ code: 0, data: { advertiser_ids: [], scope: ALL.map(Number) } });
    const token = textAt(json, 'data.access_token');
    await box.control('clock', { advanceSeconds: 3 * 365 * 86_400 });
    expect(at((await status(token)).json, 'data.onboarding_status.0.status')).toBe('IN');
  });

  it('refuses a used, an old and an unknown code, a wrong app and a wrong secret', async () => {
    const code = (await allow()).searchParams.get('auth_code') ?? '';
    expect((await redeem(code, { secret: 'not-it' })).json).toMatchObject({ code: 40101 });
    expect((await redeem(code, { app_id: '9' })).json).toMatchObject({ code: 40101 });
    await redeem(code);
    expect((await redeem(code)).json).toMatchObject({ code: 40110 });
    expect((await redeem('nothing')).json).toMatchObject({ code: 40101 });
    const old = (await allow()).searchParams.get('auth_code') ?? '';
    await box.control('clock', { advanceSeconds: 3_601 });
    expect((await redeem(old)).json).toMatchObject({ code: 40110 });
  });

  it('answers 40001 for what was not ticked', async () => {
    const token = await tokenFor(['14010100']);
    expect((await status(token)).json).toMatchObject({ code: 40001 });
    const creator = `tto_tcm_account_id=${box.keys.ttcmAccount}&handle_name=sandbox.member`;
    expect((await box.ttcm(`tto/tcm/creator/public/?${creator}`, undefined, token)).json).toMatchObject({ code: 0 });
    expect((await box.ttcm(`tto/tcm/creator/public/video/list/?${creator}`, undefined, token)).json).toMatchObject({
      code: 40001,
    });
  });

  it('tells the accounts and what is known about one', async () => {
    const token = await tokenFor();
    const app = `app_id=701&secret=${box.keys.ttcmSecret}`;
    expect(listAt((await box.ttcm(`oauth2/tcm/get/?${app}`, undefined, token)).json, 'data.tcm_account_ids')).toEqual([
      box.keys.ttcmAccount,
    ]);
    const info = await box.ttcm(`tto/oauth2/info/?tto_tcm_account_id=${box.keys.ttcmAccount}`, undefined, token);
    expect(info.json).toMatchObject({ data: { country: 'US', business_verification_status: 'PASSED' } });
  });

  it('ends by revocation, one token at a time', async () => {
    const [one, two] = [await tokenFor(), await tokenFor()];
    const revoked = await box.ttcm('oauth2/revoke_token/', {
      app_id: '701',
      secret: box.keys.ttcmSecret,
      access_token: one,
    });
    expect(revoked.json).toMatchObject({ code: 0, data: { app_id: '701', advertiser_ids: [] } });
    expect((await status(one)).json).toMatchObject({ code: 40105 });
    expect((await status(two)).json).toMatchObject({ code: 0 });
  });

  it('ends when the agency cancels it: every token, that of the configuration too', async () => {
    const token = await tokenFor();
    await box.browser.post('tiktok://portal/apps/cancel');
    expect((await status(token)).json).toMatchObject({ code: 40105 });
    expect((await status()).json).toMatchObject({ code: 40105 });
    await box.browser.post('tiktok://portal/apps/restore');
    expect((await status()).json).toMatchObject({ code: 0 });
    expect((await status(token)).json).toMatchObject({ code: 40105 });
  });

  it('goes back without a code when the agency declines', async () => {
    const { location } = await box.browser.post(portal(), { decision: 'cancel' });
    expect(new URL(location ?? '').searchParams.has('auth_code')).toBe(false);
  });

  it.each([
    [{ requestsPerSecond: 1 }, 'QPS'],
    [{ requestsPerMinute: 1 }, 'QPM'],
    [{ requestsPerDay: 1 }, 'QPD'],
  ])('names the limit that was reached in the text only: %j', async (ttcm, word) => {
    await box.control('settings', { ttcm });
    await status();
    expect((await status()).json).toMatchObject({ code: 40100, message: expect.stringContaining(word) });
  });
});

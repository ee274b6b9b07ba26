import { Strategy } from 'passport-facebook';
import { INSTAGRAM_CALLBACK, INSTAGRAM_SCOPES, TestSandbox } from '../testing/test-sandbox';

interface Outcome {
  redirect?: string;
  success?: { id: string; displayName: string; name: object; token: string };
  fail?: unknown;
  error?: { name: string; code: number; subcode?: number };
}
type Verify = (token: string, refresh: unknown, profile: object, done: (error: null, user: object) => void) => void;
type StrategyClass = new (
  options: object,
  verify: Verify,
) => {
  authenticate(request: object, options: object): void;
};
const FacebookStrategy = Strategy as unknown as StrategyClass;

/** The strategy that most Node programs log in to Facebook with runs its own code exchange and profile call. */
describe('passport-facebook', () => {
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start()));
  afterAll(() => box.stop());
  beforeEach(() => box.control('reset', {}));

  function run(query: object, options: object = {}, more: object = {}): Promise<Outcome> {
    const strategy = new FacebookStrategy(
      {
        clientID: box.keys.metaId,
        clientSecret: box.keys.metaSecret,
        callbackURL: INSTAGRAM_CALLBACK,
        graphAPIVersion: 'v25.0',
        authorizationURL: `http://facebook.localhost:${box.port}/v25.0/dialog/oauth`,
        tokenURL: `http://127.0.0.1:${box.port}/graph/v25.0/oauth/access_token`,
        profileURL: `http://127.0.0.1:${box.port}/graph/v25.0/me`,
        profileFields: ['id', 'displayName', 'name'],
        enableProof: true,
        scope: INSTAGRAM_SCOPES,
        ...more,
      },
      (token, _refresh, profile, done) => done(null, { ...profile, token }),
    );
    return new Promise((resolve) => {
      // What Passport itself puts onto a strategy before it lets it run.
      const running = Object.assign(strategy, {
        redirect: (redirect: string) => resolve({ redirect }),
        success: (success: Outcome['success']) => resolve(success ? { success } : {}),
        fail: (fail: unknown) => resolve({ fail }),
        error: (error: Outcome['error']) => resolve(error ? { error } : {}),
      });
      running.authenticate({ query, headers: {}, url: '/' }, { state: 's1', ...options });
    });
  }

  /** From the strategy's own redirect through the dialog, back to the query of its callback. */
  async function consent(persona = 'creator-one-page', options: object = {}): Promise<Record<string, string>> {
    const { redirect = '' } = await run({}, options);
    await box.browser.post('facebook://login', { persona, next: '/' });
    const back = await box.browser.post(redirect.replace('/oauth?', '/oauth/usual?'));
    return Object.fromEntries(new URL(back.location ?? '').searchParams);
  }

  it('logs a person in: dialog, code, token, profile with proof', async () => {
    await box.control('settings', { facebook: { requireProof: true } });
    const { success } = await run(await consent());
    expect(success).toMatchObject({
      displayName: 'Creator One-Page',
      name: { givenName: 'Creator', familyName: 'One-Page' },
    });
    expect(
      (await box.graph(`me?appsecret_proof=${box.proof(success?.token ?? '')}`, success?.token ?? '')).json,
    ).toEqual({
      id: success?.id,
      name: 'Creator One-Page',
    });
  });

  it('reads a refusal as a failure and not as an error', async () => {
    const query = await consent('creator-refuses');
    expect(await run(query)).toEqual({ fail: { message: 'Permissions error.' } });
  });

  it('asks again for what was declined', async () => {
    await run(await consent('creator-permission-not-ticked'));
    const { success } = await run(await consent('creator-permission-not-ticked', { authType: 'rerequest' }));
    const { json } = await box.graph('me/permissions', success?.token ?? '');
    expect(json).toMatchObject({
      data: expect.arrayContaining([{ permission: 'instagram_manage_insights', status: 'granted' }]),
    });
  });

  it.each([
    [
      'a code that was used',
      async () => {
        const query = await consent();
        await run(query);
        return run(query);
      },
      { code: 100, subcode: 36009 },
    ],
    [
      'a code that is too old',
      async () => {
        const query = await consent();
        await box.control('clock', { advanceSeconds: 601 });
        return run(query);
      },
      { code: 100, subcode: 36007 },
    ],
    [
      'another redirect address',
      async () => {
        const query = await consent();
        return run(query, {}, { callbackURL: `${INSTAGRAM_CALLBACK}/other` });
      },
      { code: 100, subcode: 36008 },
    ],
    ['a wrong secret', async () => run(await consent(), {}, { clientSecret: 'not-the-secret' }), { code: 1 }],
    ['an unknown app', async () => run(await consent(), {}, { clientID: '1' }), { code: 101 }],
  ])('understands how %s is refused', async (_what, attempt, error) => {
    expect((await attempt()).error).toMatchObject({ name: 'FacebookTokenError', ...error });
  });

  it('understands a token that died between exchange and profile', async () => {
    const query = await consent();
    await box.control('faults', { platform: 'facebook', kind: 'token_invalid', subcode: 460, operation: 'graph.user' });
    expect((await run(query)).error).toMatchObject({ name: 'FacebookGraphAPIError', code: 190, subcode: 460 });
  });
});

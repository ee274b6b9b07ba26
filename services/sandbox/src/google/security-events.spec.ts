import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { CallbackServer } from '../testing/callback-server';
import { at, column, textAt } from '../testing/json';
import { TestSandbox } from '../testing/test-sandbox';
import { until } from '../testing/until';

const PREFIX = 'https://schemas.openid.net/secevent/';
const REVOKED = `${PREFIX}oauth/event-type/token-revoked`;

describe('security events', () => {
  const app = new CallbackServer();
  let box: TestSandbox;
  beforeAll(async () => (box = await TestSandbox.start({ SANDBOX_GOOGLE_RISC_URL: `${await app.start()}/youtube` })));
  afterAll(async () => {
    await box.stop();
    await app.stop();
  });
  beforeEach(async () => {
    await box.control('reset', {});
    app.answer = { status: 202, body: '' };
    app.received.length = 0;
  });

  /** Finds the keys as a client has to, by the configuration. */
  async function verified(body: string): Promise<JWTPayload> {
    const { json: configuration } = await box.call('/google-oauth/.well-known/risc-configuration');
    const keys = await (await fetch(textAt(configuration, 'jwks_uri'))).json();
    const { payload } = await jwtVerify(body, createLocalJWKSet(keys as JSONWebKeySet), {
      issuer: textAt(configuration, 'issuer'),
      audience: box.keys.googleId,
      algorithms: ['RS256'],
    });
    return payload;
  }
  const eventOf = (payload: JWTPayload, type: string): unknown => (payload['events'] as Record<string, unknown>)[type];
  const act = (action: string) => box.control(`personas/youtube-creator/${action}`, {});

  it('removal by the person names the dead refresh token by its double hash', async () => {
    const { refresh } = await box.googleTokens('youtube-creator');
    await box.browser.post('google://connections/remove', { identity: 'self' });
    const [event] = await app.next();
    expect(event?.headers['content-type']).toBe('application/secevent+jwt');
    const payload = await verified(event?.body ?? '');
    expect(payload).not.toHaveProperty('exp');
    expect(payload).toMatchObject({ iss: 'https://accounts.google.com/', jti: expect.any(String) });
    const hash = createHash('sha512').update(createHash('sha512').update(refresh).digest()).digest('base64');
    expect(eventOf(payload, REVOKED)).toEqual({
      subject: {
        subject_type: 'oauth_token',
        token_type: 'refresh_token',
        token_identifier_alg: 'hash_base64_sha512_sha512',
        token: hash,
      },
    });
    expect((await box.refreshGoogle(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    await until(async () => at((await box.control('callbacks')).json, 'callbacks.0.state') === 'delivered');
  });

  it('can name it by its first characters', async () => {
    await box.control('settings', { google: { tokenIdentifier: 'prefix' } });
    const { refresh } = await box.googleTokens('youtube-creator');
    await act('remove-app');
    const [event] = await app.next();
    expect(eventOf(await verified(event?.body ?? ''), REVOKED)).toMatchObject({
      subject: { token_identifier_alg: 'prefix', token: refresh.slice(0, 16) },
    });
  });

  it.each([
    ['hijack', 'risc/event-type/account-disabled', { reason: 'hijacking' }],
    ['disable-account', 'risc/event-type/account-disabled', { reason: 'bulk-account' }],
    ['enable-account', 'risc/event-type/account-enabled', {}],
    ['revoke-tokens', 'oauth/event-type/tokens-revoked', {}],
    ['log-out-everywhere', 'risc/event-type/sessions-revoked', {}],
    ['change-password', 'risc/event-type/account-credential-change-required', {}],
  ])('%s names the account by its sub', async (action, type, more) => {
    await box.googleTokens('youtube-creator');
    await act(action);
    const [event] = await app.next();
    const { json } = await box.control('personas/youtube-creator');
    expect(eventOf(await verified(event?.body ?? ''), PREFIX + type)).toEqual({
      subject: {
        subject_type: 'iss-sub',
        iss: 'https://accounts.google.com/',
        sub: textAt(json, 'state.identities.0.sub'),
      },
      ...more,
    });
  });

  it('a hijacked account answers as revoked until it is enabled again', async () => {
    const { access, refresh } = await box.googleTokens('youtube-creator');
    await act('hijack');
    expect((await box.refreshGoogle(refresh)).json).toMatchObject({ error: 'invalid_grant' });
    expect((await box.youtube('channels?part=id&mine=true', access)).status).toBe(401);
    await act('enable-account');
    expect((await box.refreshGoogle(refresh)).status).toBe(200);
  });

  it('a deleted account is told by token, by person and as disabled', async () => {
    const { refresh } = await box.googleTokens('youtube-creator');
    await act('delete-account');
    await app.next(3);
    expect(
      column((await box.control('callbacks')).json, 'callbacks', 'kind')
        .map(String)
        .toSorted(),
    ).toEqual(['account-disabled', 'token-revoked', 'tokens-revoked']);
    expect((await box.refreshGoogle(refresh)).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('can be forged, doubled, lost, and out of order', async () => {
    const plan = (kind: string, more: object = {}) => box.control('faults', { platform: 'google', kind, ...more });
    await plan('wrong_signature');
    await act('verify-stream');
    const [forged] = await app.next();
    await expect(verified(forged?.body ?? '')).rejects.toThrow(/signature/);

    await plan('duplicate_callback');
    await act('verify-stream');
    const [, first, second] = await app.next(3);
    expect((await verified(first?.body ?? '')).jti).toBe((await verified(second?.body ?? '')).jti);

    await plan('lost_callback');
    await act('verify-stream');
    await plan('reordered_callback');
    await act('hijack');
    await act('enable-account');
    const all = await app.next(5);
    const kinds = await Promise.all(
      all.slice(3).map(async ({ body }) => Object.keys((await verified(body))['events'] as object)),
    );
    expect(kinds.flat().map((type) => type.split('/').at(-1))).toEqual(['account-enabled', 'account-disabled']);
  });

  it('is repeated until the app takes it', async () => {
    await box.control('settings', { callbacks: { firstRetryMilliseconds: 10 } });
    app.answer = { status: 503, body: '' };
    await act('verify-stream');
    const [first, second] = await app.next(2);
    expect(second?.body).toBe(first?.body);
    app.answer = { status: 202, body: '' };
    await until(async () => at((await box.control('callbacks')).json, 'callbacks.0.state') === 'delivered');
  });
});

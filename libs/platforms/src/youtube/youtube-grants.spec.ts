import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { PlatformError } from '../platform-error';
import { SecretText } from '../secret-text';
import { freshToken, LoopbackPlatform, type Reply } from '../testing/loopback-platform';
import { challengeOf, nonceOf } from './pkce';
import { refreshTokenIdentifiers } from './refresh-token-identifiers';
import { YouTubeGrants } from './youtube-grants';

const clientId = '123.apps.example';
const redirectUri = 'https://connect.example/oauth/youtube/callback';
const codeVerifier = new SecretText(freshToken('verifier'));
const code = new SecretText(freshToken('code'));
const scope = 'openid https://www.googleapis.com/auth/youtube.readonly';

let platform: LoopbackPlatform;
let grants: YouTubeGrants;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let certs: Reply;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  certs = { json: { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] } };
  platform = await LoopbackPlatform.start();
  const { url } = platform;
  grants = new YouTubeGrants(
    { clientId, clientSecret: new SecretText('s'), oauthUrl: url, certsUrl: `${url}/certs`, dataUrl: url },
    { profile: 'local', now: () => new Date('2026-11-02T10:00:00Z') },
  );
});
beforeEach(() => platform.reset());
afterAll(async () => {
  await grants.close();
  await platform.stop();
});

const claims = () => ({ iss: 'https://accounts.google.com', aud: clientId, sub: '117', nonce: nonceOf(codeVerifier) });
const signed = (more: object = {}, key = keys.privateKey, expires: string | number = '1h') =>
  new SignJWT({ ...claims(), ...more })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
const tokenAnswer = (idToken?: string) => ({
  json: {
    access_token: 'a',
    refresh_token: 'r',
    expires_in: 3599,
    token_type: 'Bearer',
    scope,
    id_token: idToken,
    private_field: 'x',
  },
});
const exchange = () => grants.exchange({ code, redirectUri, codeVerifier });

it('asks offline, with PKCE and a nonce, and shows the page so that a refresh token comes', () => {
  const url = new URL(grants.authorizationUrl({ redirectUri, state: 's', codeVerifier }));
  expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 's',
    scope:
      'openid https://www.googleapis.com/auth/youtube.readonly https://www.googleapis.com/auth/yt-analytics.readonly',
    access_type: 'offline',
    prompt: 'select_account consent',
    code_challenge: challengeOf(codeVerifier),
    code_challenge_method: 'S256',
    nonce: nonceOf(codeVerifier),
  });
  expect(url.href).not.toContain(codeVerifier.reveal());
  expect(() => grants.authorizationUrl({ redirectUri, state: 's' })).toThrow(TypeError);
});

it('computes the challenge of RFC 7636, appendix B', () => {
  const verifier = new SecretText('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  expect(challengeOf(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

it('reads a grant, and drops what it does not know', async () => {
  platform.answers(tokenAnswer(await signed()), certs);
  const tokens = await exchange();
  expect({ ...tokens, accessToken: tokens.accessToken.reveal(), refreshToken: tokens.refreshToken?.reveal() }).toEqual({
    accessToken: 'a',
    accessExpiresAt: new Date('2026-11-02T10:59:59Z'),
    refreshToken: 'r',
    refreshExpiresAt: null,
    scopes: scope.split(' '),
    platformUserId: '117',
  });
});

describe('refuses an ID token (OC-10)', () => {
  it.each<[string, () => Promise<string | undefined>]>([
    ['for another client', () => signed({ aud: 'other' })],
    ['of another attempt', () => signed({ nonce: 'other' })],
    ['of another issuer', () => signed({ iss: 'https://attacker.example' })],
    ['that has expired', () => signed({}, keys.privateKey, 1)],
    ['without a signature', async () => new UnsecuredJWT(claims()).setIssuedAt().setExpirationTime('1h').encode()],
    ['signed with HS256', () => hmac()],
    ['signed with a foreign key', async () => signed({}, (await generateKeyPair('RS256')).privateKey)],
    ['that is missing', async () => undefined],
  ])('%s', async (_name, make) => {
    platform.answers(tokenAnswer(await make()), certs);
    await expect(exchange()).rejects.toMatchObject({ kind: 'app_misconfigured', answer: { note: 'foreign_app' } });
  });

  const hmac = () =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('0123456789abcdef0123456789abcdef'));
});

it('a renewal brings no refresh token: null, so that the stored one stays', async () => {
  platform.answers({ json: { access_token: 'b', expires_in: 3599, scope, token_type: 'Bearer' } });
  const tokens = await grants.refresher.refresh(new SecretText('r'));
  expect(tokens).toMatchObject({ refreshToken: null, refreshExpiresAt: null, platformUserId: null });
});

it('inspects by POST; a foreign token is told apart, a dead one is a result', async () => {
  const token = new SecretText(freshToken('access'));
  platform.answers({ json: { aud: 'other', sub: '117', scope, exp: '1763900000', email: 'x@example.org' } });
  const inspection = await grants.inspect(token);
  expect(inspection).toMatchObject({ valid: true, issuedToUs: false, platformUserId: '117', scopes: scope.split(' ') });
  expect(JSON.stringify(inspection)).not.toContain('example.org');
  expect(platform.calls[0]?.url).toBe('/tokeninfo');
  platform.answers({ status: 400, json: { error_description: 'Invalid Value' } });
  expect(await grants.inspect(token)).toMatchObject({ valid: false, deathCause: 'access_token_invalid' });
});

it('an account without a channel opens no account', async () => {
  platform.answers({ json: { pageInfo: { totalResults: 0 } } });
  expect(await grants.candidates(new SecretText(freshToken('access')))).toEqual([]);
  const errors = [{ reason: 'youtubeSignupRequired', domain: 'youtube.header' }];
  platform.answers({ status: 401, json: { error: { code: 401, message: 'x', errors } } });
  expect(await grants.candidates(new SecretText(freshToken('access')))).toEqual([]);
  platform.answers({ status: 401, json: { error: { code: 401, message: 'x', errors: [{ reason: 'authError' }] } } });
  await expect(grants.candidates(new SecretText(freshToken('access')))).rejects.toBeInstanceOf(PlatformError);
});

it('revokes, also what was dead already', async () => {
  platform.answers({ json: {} }, { status: 400, json: { error: 'invalid_token' } }, { status: 503, json: {} });
  await grants.revoke({ token: new SecretText('a') });
  await grants.revoke({ token: new SecretText('a') });
  await expect(grants.revoke({ token: new SecretText('a') })).rejects.toBeInstanceOf(PlatformError);
});

it('names a refresh token as Google’s security events do', () => {
  const names = refreshTokenIdentifiers(new SecretText('1//0abcdefghijklmnop'));
  expect(names.prefix).toBe('1//0abcdefghijkl');
  expect(Buffer.from(names.hash_base64_sha512_sha512, 'base64')).toHaveLength(64);
});

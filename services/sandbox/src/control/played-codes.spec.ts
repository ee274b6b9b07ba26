import { at } from '../testing/json';
import { TestSandbox } from '../testing/test-sandbox';

/** Each code that a platform's documents list can be asked for, and arrives as the platform would word it. */
describe('every code of the platforms, played', () => {
  let box: TestSandbox;
  let graphToken: string;
  let tiktok: { access: string; refresh: string };
  let google: { access: string; refresh: string };
  beforeAll(async () => {
    box = await TestSandbox.start();
    graphToken = await box.facebookToken('creator-one-page');
    tiktok = await box.tiktokTokens('tiktok-everyday');
    google = await box.googleTokens('youtube-creator');
  });
  afterAll(() => box.stop());

  it.each<[code: number, subcode: number | undefined]>([
    ...[1, 2, 3, 4, 10, 17, 32, 100, 101, 102, 110, 190, 200, 210, 299, 341, 368, 613, 80001, 80002].map(
      (code): [number, undefined] => [code, undefined],
    ),
    [100, 33],
    [100, 2108006],
    [100, 36007],
    [100, 36008],
    [100, 36009],
    [110, 2207013],
    ...[458, 459, 460, 463, 464, 467, 492].map((subcode): [number, number] => [190, subcode]),
    [613, 1996],
  ])('Meta: %i/%s', async (code, subcode) => {
    await box.control('faults', { platform: 'facebook', kind: 'error', code, ...(subcode && { subcode }) });
    const { status, json } = await box.graph('me', graphToken);
    expect(status).toBe(400);
    expect(at(json, 'error')).toMatchObject({
      code,
      type: 'OAuthException',
      fbtrace_id: expect.any(String),
      message: expect.stringMatching(/\w{4}/),
    });
    expect(at(json, 'error.error_subcode')).toBe(subcode);
  });

  it.each([4, 17, 32, 613, 80001, 80002])('Meta: throttled by %i, with a usage header at 100', async (code) => {
    await box.control('faults', { platform: 'facebook', kind: 'throttle', code });
    const { json, headers } = await box.graph('17841000000000101', graphToken);
    expect(at(json, 'error.code')).toBe(code);
    const header = code >= 80_000 ? 'x-business-use-case-usage' : 'x-app-usage';
    expect(headers.get(header)).toContain('"call_count":100');
  });

  it.each([
    [401, 'authError', 'global'],
    [401, 'youtubeSignupRequired', 'youtube.header'],
    [403, 'quotaExceeded', 'youtube.quota'],
    [403, 'rateLimitExceeded', 'usageLimits'],
    [403, 'userRateLimitExceeded', 'usageLimits'],
    [403, 'insufficientPermissions', 'global'],
    [403, 'forbidden', 'youtube'],
    [403, 'channelClosed', 'youtube'],
    [403, 'channelSuspended', 'youtube'],
    [404, 'channelNotFound', 'youtube'],
    [404, 'playlistNotFound', 'youtube'],
    [404, 'videoNotFound', 'youtube'],
    [400, 'invalidPageToken', 'youtube'],
    [400, 'badRequest', 'youtube'],
    [400, 'invalidFilters', 'youtube'],
    [503, 'backendError', 'youtube'],
  ])('YouTube: %i %s (%s)', async (status, reason, domain) => {
    await box.control('faults', { platform: 'google', kind: 'error', code: reason, operation: 'youtube.*' });
    const answer = await box.youtube('channels?part=id&mine=true', google.access);
    expect(answer).toMatchObject({ status, json: { error: { code: status, errors: [{ reason, domain }] } } });
    const scopes = reason === 'insufficientPermissions' ? ['ACCESS_TOKEN_SCOPE_INSUFFICIENT'] : [undefined];
    expect([at(answer.json, 'error.details.0.reason')]).toEqual(scopes);
  });

  it.each([
    'invalid_grant',
    'invalid_client',
    'redirect_uri_mismatch',
    'invalid_token',
    'admin_policy_enforced',
    'org_internal',
    'deleted_client',
    'disallowed_useragent',
  ])('Google’s token address: %s', async (code) => {
    await box.control('faults', { platform: 'google', kind: 'error', code, operation: 'google.oauth.refresh' });
    const { status, json } = await box.refreshGoogle(google.refresh);
    expect([status, at(json, 'error')]).toEqual([code === 'invalid_client' ? 401 : 400, code]);
  });

  it.each([
    [401, 'access_token_invalid'],
    [401, 'scope_not_authorized'],
    [400, 'scope_permission_missed'],
    [400, 'invalid_params'],
    [429, 'rate_limit_exceeded'],
    [500, 'internal_error'],
  ])('TikTok: %i %s', async (status, code) => {
    await box.control('faults', { platform: 'tiktok', kind: 'error', code });
    expect(await box.tiktok('user/info/?fields=open_id', tiktok.access)).toMatchObject({
      status,
      json: { data: {}, error: { code, log_id: expect.any(String) } },
    });
  });

  it.each([
    'access_denied',
    'invalid_client',
    'invalid_grant',
    'invalid_request',
    'invalid_scope',
    'unauthorized_client',
    'unsupported_grant_type',
    'unsupported_response_type',
    'server_error',
    'temporarily_unavailable',
  ])('TikTok’s token address: %s', async (code) => {
    await box.control('faults', { platform: 'tiktok', kind: 'error', code });
    expect((await box.refresh(tiktok.refresh)).json).toMatchObject({ error: code, log_id: expect.any(String) });
  });

  it.each([
    20001, 40000, 40001, 40002, 40007, 40008, 40016, 40100, 40101, 40102, 40103, 40104, 40105, 40107, 40108, 40110,
    40113, 40118, 40121, 40122, 40124, 40125, 40133, 41000, 50000, 50002, 60001,
  ])('TikTok for Business: %i within HTTP 200, with a text of its own', async (code) => {
    await box.control('faults', { platform: 'ttcm', kind: 'error', code });
    const { status, json } = await box.ttcm('tto/tcm/creator/public/');
    expect([status, at(json, 'code')]).toEqual([200, code]);
    expect(at(json, 'message')).not.toBe('Error.');
  });
});

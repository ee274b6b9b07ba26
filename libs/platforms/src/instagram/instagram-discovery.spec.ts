import { SecretText } from '../secret-text';
import { freshToken, LoopbackPlatform } from '../testing/loopback-platform';
import { InstagramDiscovery } from './instagram-discovery';

describe('InstagramDiscovery', () => {
  let platform: LoopbackPlatform;
  let discovery: InstagramDiscovery;

  beforeAll(async () => {
    platform = await LoopbackPlatform.start();
    const [appSecret, accessToken] = [new SecretText(freshToken('secret')), new SecretText(freshToken('page'))];
    discovery = new InstagramDiscovery(
      { appSecret, accessToken, accountId: '17841400000000001', graphUrl: platform.url },
      { profile: 'local', maxReplyBytes: 20_000 },
    );
  });
  beforeEach(() => platform.reset());
  afterAll(async () => {
    await discovery.close();
    await platform.stop();
  });

  const found = { id: '17841401', username: 'bakery', followers_count: 267_793, email: 'hidden@example.com' };
  const refusal = (code: number, more: object = {}) => ({
    status: 400,
    json: { error: { code, message: '', ...more } },
  });

  it('reads the profile that was found, and nothing of the account that asked or of unknown fields', async () => {
    platform.answers({ json: { business_discovery: found, id: '17841400000000001', name: 'Agency' } });
    const profile = await discovery.byHandle('bakery');
    expect(profile).toMatchObject({ id: '17841401', handle: 'bakery', followers: 267_793, posts: null });
    expect(JSON.stringify(profile)).not.toMatch(/hidden|Agency|17841400000000001/);
  });

  it('answers a personal account as one that does not exist', async () => {
    platform.answers(refusal(110, { error_subcode: 2207013, error_user_title: 'Cannot find User' }));
    expect(await discovery.byHandle('somebody')).toBeNull();
  });

  it('asks for nothing but a name: no other field can be slipped into the expression', async () => {
    for (const handle of ['', 'a b', 'bakery){id},access_token', 'x'.repeat(31), 'bäckerei'])
      expect(await discovery.byHandle(handle)).toBeNull();
    expect(platform.calls).toEqual([]);
  });

  it.each([
    ['the asking account that is gone', refusal(100, { error_subcode: 33 }), 'account_gone'],
    ['a dead token', refusal(190, { error_subcode: 460 }), 'grant_dead'],
    ['a missing permission', refusal(10), 'scope_lost'],
    ['the limit of the app', refusal(4), 'throttled'],
    ['a refused proof', refusal(100, { message: 'Invalid appsecret_proof' }), 'app_misconfigured'],
    ['a name that is unknown for now', refusal(110, { is_transient: true }), 'transient'],
    ['an answer without the profile', { json: { id: '17841400000000001' } }, 'unknown'],
    [
      'an answer that is too large',
      { json: { business_discovery: { ...found, name: 'x'.repeat(30_000) } } },
      'unknown',
    ],
  ])('does not take %s for an unknown name', async (_what, reply, kind) => {
    platform.answers(reply);
    await expect(discovery.byHandle('bakery')).rejects.toMatchObject({ kind });
  });
});

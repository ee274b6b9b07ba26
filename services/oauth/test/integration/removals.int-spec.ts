import { until } from '@creator-connect/messaging/testing';
import { call, form } from '@creator-connect/platforms/testing';
import { signMetaRequest, signTikTokBody } from '@creator-connect/security/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

/** The platforms name the second, and no id: what happens twice within one is told in the same words. */
describe('a removal of the app and a new consent within moments', () => {
  let oauth: OauthFixture;

  const platforms = [
    ['tiktok', 'tiktok-everyday', 'tiktok', 'authorization.removed'],
    ['instagram', 'creator-one-page', 'facebook', 'deauthorize'],
  ] as const;
  type Name = (typeof platforms)[number][0];

  const state = async (creator: Creator, id: string) => (await creator.authorization(id)).body['state'];
  const revocations = async (id: string) => (await oauth.events('AuthRevoked', id)).length;
  const applied = () =>
    until('every message to be applied', async () => (await oauth.count('reported_ends', 'done_at IS NULL')) === 0);
  /** The person removes the app at the platform; its own message is lost, the test delivers one. */
  const removes = async (persona: string, platform: 'tiktok' | 'facebook', kind: string) => {
    await oauth.sandbox.fault({ platform, kind: 'lost_callback', operation: kind });
    await oauth.sandbox.does(persona, 'remove-app');
  };
  async function personOf(persona: string): Promise<string> {
    const { text } = await call(oauth.sandbox.at(`/control/personas/${persona}`));
    return /"(?:userId|openId)":"([^"]+)"/.exec(text)?.[1] ?? '';
  }
  async function message(platform: Name, persona: string): Promise<() => Promise<number>> {
    const [person, at] = [await personOf(persona), Math.floor(Date.now() / 1000)];
    if (platform === 'instagram') {
      const payload = { algorithm: 'HMAC-SHA256', issued_at: at, user_id: person };
      const body = form([['signed_request', signMetaRequest(payload, oauth.sandbox.metaAppSecret)]]);
      return async () => (await call(`${oauth.publicUrl}/webhooks/instagram/deauthorize`, body)).status;
    }
    const body = JSON.stringify({
      client_key: oauth.sandbox.tiktokKey,
      event: 'authorization.removed',
      create_time: at,
      user_openid: person,
      content: '{"reason":1}',
    });
    const headers = {
      'content-type': 'application/json',
      'tiktok-signature': signTikTokBody(body, oauth.sandbox.tiktokSecret, at),
    };
    return async () => (await call(`${oauth.publicUrl}/webhooks/tiktok`, { method: 'POST', headers, body })).status;
  }

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.forgetPersons());
  afterEach(() => oauth.sandbox.clearFaults());

  it.each(platforms)('%s: a message that comes after the new consent ends nothing', async (...names) => {
    const [platform, persona, site, kind] = names;
    const creator = new Creator(oauth);
    const id = await creator.connect(platform, persona);
    await removes(persona, site, kind);
    const tell = await message(platform, persona);
    expect(await creator.connect(platform, persona, id)).toBe(id);
    expect(await tell()).toBe(200);
    await applied();
    expect([await state(creator, id), await revocations(id)]).toEqual(['live', 0]);
    expect((await oauth.lease(id)).status).toBe(200);
  });

  it.each(platforms)('%s: a second removal is not lost, though the same words were here before', async (...names) => {
    const [platform, persona, site, kind] = names;
    const creator = new Creator(oauth);
    const id = await creator.connect(platform, persona);
    const tell = await message(platform, persona);
    await removes(persona, site, kind);
    expect(await tell()).toBe(200);
    await oauth.event('AuthRevoked', id);
    expect(await creator.connect(platform, persona, id)).toBe(id);
    // First as a mere repetition of what was told already …
    expect(await tell()).toBe(200);
    await applied();
    expect([await state(creator, id), await revocations(id)]).toEqual(['live', 1]);
    // … and now it has happened again.
    await removes(persona, site, kind);
    expect(await tell()).toBe(200);
    const { payload } = await oauth.event('AuthRevoked', id, 2);
    expect(payload).toMatchObject({ by: 'person', cause: 'revoked_by_person' });
    expect(await state(creator, id)).toBe('revoked');
  });

  it('decides nothing while the platform can not be asked, and then rightly', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-everyday');
    const tell = await message('tiktok', 'tiktok-everyday');
    await removes('tiktok-everyday', 'tiktok', 'authorization.removed');
    await oauth.sandbox.fault({ platform: 'tiktok', kind: 'status', status: 503, times: null });
    expect(await tell()).toBe(200);
    const tried = () => oauth.count('reported_ends', 'done_at IS NULL AND last_error IS NOT NULL');
    await until('a look that taught nothing', async () => (await tried()) === 1);
    expect(await state(creator, id)).toBe('live');
    await oauth.sandbox.clearFaults();
    expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({ cause: 'revoked_by_person' });
  });

  it('asks nobody about a consent that is clearly older, and is not heard again about it', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-everyday');
    await oauth.database.query(`UPDATE oauth.grants SET authorized_at = now() - interval '1 day'`);
    const tell = await message('tiktok', 'tiktok-everyday');
    const mark = await oauth.sandbox.mark();
    for (let delivery = 0; delivery < 3; delivery += 1) expect(await tell()).toBe(200);
    await oauth.event('AuthRevoked', id);
    await applied();
    expect(await revocations(id)).toBe(1);
    expect(await oauth.sandbox.callsOf('tiktok-everyday', mark)).toEqual([]);
  });
});

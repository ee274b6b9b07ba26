import { randomBytes } from 'node:crypto';
import { call, consentAt, form } from '@creator-connect/platforms/testing';
import { signHubBody, signMetaRequest, signTikTokBody } from '@creator-connect/security/testing';
import { oauthConfig } from '../../src/oauth.config';
import { startOauth } from '../../src/start-oauth';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe("an app's secret that is being replaced (VK-09)", () => {
  const [oldMeta, oldTikTok, strange] = [1, 2, 3].map(() => randomBytes(16).toString('hex')) as [
    string,
    string,
    string,
  ];
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start({
      META_APP_SECRET_PREVIOUS: oldMeta,
      TIKTOK_CLIENT_SECRET_PREVIOUS: oldTikTok,
    });
  });
  afterAll(() => oauth.stop());

  const now = () => Math.floor(Date.now() / 1000);
  const post = async (path: string, headers: Record<string, string>, body: string) =>
    (await call(`${oauth.publicUrl}/webhooks/${path}`, { method: 'POST', headers, body })).status;
  const deauthorize = (secret: string) => {
    const request = signMetaRequest({ algorithm: 'HMAC-SHA256', issued_at: now(), user_id: '1' }, secret);
    const { headers, body } = form([['signed_request', request]]);
    return post('instagram/deauthorize', headers as Record<string, string>, String(body));
  };
  const change = (secret: string) => {
    const body = JSON.stringify({ object: 'permissions', entry: [{ id: '1', time: now() }] });
    return post('instagram/changes', { 'x-hub-signature-256': signHubBody(body, secret) }, body);
  };
  const removed = (secret: string) => {
    const fields = { client_key: oauth.sandbox.tiktokKey, event: 'authorization.removed', create_time: now() };
    const body = JSON.stringify({ ...fields, user_openid: 'x', content: '{"reason":1}' });
    return post('tiktok', { 'tiktok-signature': signTikTokBody(body, secret) }, body);
  };

  it('refuses no message that is signed with either, and any other', async () => {
    const { metaAppSecret, tiktokSecret } = oauth.sandbox;
    for (const secret of [metaAppSecret, oldMeta]) {
      expect([await deauthorize(secret), await change(secret)]).toEqual([200, 200]);
    }
    for (const secret of [tiktokSecret, oldTikTok]) expect(await removed(secret)).toBe(200);
    for (const wrong of [strange, oldTikTok]) {
      expect([await deauthorize(wrong), await change(wrong)]).toEqual([401, 401]);
    }
    for (const wrong of [strange, oldMeta]) expect(await removed(wrong)).toBe(401);
  });

  it('is replaced between the dialog and the return without harm to who is on the way', async () => {
    const port = new URL(oauth.publicUrl).port;
    const replica = (secrets: NodeJS.ProcessEnv) =>
      startOauth(oauthConfig({ ...oauth.environment, ...secrets, PORT: port }), oauth.clock);
    await oauth.stopReplicas();
    // The platform has the new one already; this process does not know it yet.
    const before = await replica({ META_APP_SECRET: oldMeta, TIKTOK_CLIENT_SECRET: oldTikTok });
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('tiktok');
    const callback = await consentAt(redirectTo, { persona: 'tiktok-busy' });
    await before.close();
    await oauth.startAnother(Number(port));
    await creator.get(callback);
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'DONE' });
  });

  it('speaks to the platforms with the new one alone', async () => {
    const creator = new Creator(oauth);
    await creator.connect('instagram', 'creator-one-page');
    await creator.connect('tiktok', 'tiktok-everyday');
  });
});

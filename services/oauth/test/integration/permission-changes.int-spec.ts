import { until } from '@creator-connect/messaging/testing';
import { call, form } from '@creator-connect/platforms/testing';
import { signHubBody } from '@creator-connect/security/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const settings = '/settings/business-integrations';

describe("Meta's change notices (WH-03, WH-06)", () => {
  let oauth: OauthFixture;

  const state = async (creator: Creator, id: string) => (await creator.authorization(id)).body['state'];
  const notices = () => oauth.count('webhook_inbox', "kind = 'permissions'");
  const applied = () =>
    until('every notice to be applied', async () => (await oauth.count('reported_ends', 'done_at IS NULL')) === 0);
  const deliver = (body: string, signature: string) =>
    call(`${oauth.publicUrl}/webhooks/instagram/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    });
  const subscribe = (query: Record<string, string> | [string, string][]) =>
    call(`${oauth.publicUrl}/webhooks/instagram/changes?${new URLSearchParams(query).toString()}`);
  const challenge = (text: string, token = oauth.sandbox.metaVerifyToken) =>
    subscribe({ 'hub.mode': 'subscribe', 'hub.challenge': text, 'hub.verify_token': token });

  /** At Facebook itself: everything stays ticked but what is named. */
  async function unticks(persona: string, permission: string): Promise<void> {
    const site = oauth.sandbox.site('facebook');
    const login = await call(
      `${site}/login`,
      form([
        ['persona', persona],
        ['next', settings],
      ]),
    );
    const cookie = login.setCookies.map((line) => line.split(';')[0]).join('; ');
    const page = await call(`${site}${settings}`, { headers: { cookie } });
    const ticked = [...page.text.matchAll(/name="(permission|page|instagram)" value="([^"]+)"[^>]* checked/g)]
      .map(([, name, value]): [string, string] => [name!, value!])
      .filter(([, value]) => value !== permission);
    expect(ticked.length).toBeGreaterThan(0);
    const sent = form(ticked);
    await call(`${site}${settings}/edit`, { ...sent, headers: { ...sent.headers, cookie, origin: site } });
  }
  async function personOf(persona: string): Promise<string> {
    const { text } = await call(oauth.sandbox.at(`/control/personas/${persona}`));
    return /"userId":"(\d+)"/.exec(text)?.[1] ?? '';
  }
  const noticeAbout = (person: string) =>
    JSON.stringify({ object: 'permissions', entry: [{ id: person, time: Math.floor(Date.now() / 1000) }] });

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.forgetPersons());
  afterEach(() => oauth.sandbox.clearFaults());

  it('show that a permission was taken back at Facebook, after a look', async () => {
    const creators = [new Creator(oauth), new Creator(oauth)];
    const ids = await Promise.all(creators.map((creator) => creator.connect('instagram', 'creator-small-audience')));
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'duplicate_callback', operation: 'permissions' });
    const before = await notices();
    await unticks('creator-small-audience', 'instagram_manage_insights');
    for (const id of ids) {
      const { payload } = await oauth.event('AuthExpired', id);
      expect(payload).toMatchObject({ cause: 'permission_lost', rule: 'instagram.inspect.scopes' });
    }
    await applied();
    expect(await notices()).toBe(before + 1);
    for (const id of ids) expect(await oauth.events('AuthExpired', id)).toHaveLength(1);
  });

  it('end nothing by themselves: what the platform says on being asked counts', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-one-page');
    const mark = await oauth.sandbox.mark();
    const body = noticeAbout(await personOf('creator-one-page'));
    expect((await deliver(body, signHubBody(body, oauth.sandbox.metaAppSecret))).status).toBe(200);
    await until('a look', async () => (await oauth.sandbox.calls('graph.debug_token', mark)).length > 0);
    await applied();
    expect(await state(creator, id)).toBe('live');
    const looks = (await oauth.sandbox.calls('graph.debug_token', mark)).length;
    expect((await deliver(body, signHubBody(body, oauth.sandbox.metaAppSecret))).status).toBe(200);
    await applied();
    expect((await oauth.sandbox.calls('graph.debug_token', mark)).length).toBe(looks);
  });

  it('are heard only with the right signature over these bytes', async () => {
    const before = await notices();
    const body = noticeAbout('1');
    const good = signHubBody(body, oauth.sandbox.metaAppSecret);
    for (const [text, signature] of [
      [body, ''],
      [body, good.slice(0, -2)],
      [body, signHubBody(body, oauth.sandbox.tiktokSecret)],
      [JSON.stringify(JSON.parse(body), null, 1), good],
    ] as const) {
      const answer = await deliver(text, signature);
      expect([answer.status, answer.text]).toEqual([401, '']);
    }
    expect(await notices()).toBe(before);
    await oauth.sandbox.fault({ platform: 'facebook', kind: 'wrong_signature', operation: 'permissions' });
    const creator = new Creator(oauth);
    const id = await creator.connect('instagram', 'creator-two-pages');
    await unticks('creator-two-pages', 'instagram_manage_insights');
    await until('the answer to the forged one', async () => {
      const { body: seen } = await call(oauth.sandbox.at('/control/callbacks'));
      const last = (seen['callbacks'] as { kind: string; status?: number }[]).at(-1);
      return last?.kind === 'permissions' && last.status === 401;
    });
    expect(await state(creator, id)).toBe('live');
  });

  it('a hundred thousand levels deep do no harm, signed or not, and the next one is taken (WH-01)', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const before = await notices();
    for (const body of [deep, `{"object":"permissions","entry":${deep}}`, `{"object":${deep}}`]) {
      expect((await deliver(body, 'sha256=00')).status).toBe(401);
      // Meta's own signature over nonsense: told that it arrived, or refused; never a failure of ours.
      expect((await deliver(body, signHubBody(body, oauth.sandbox.metaAppSecret))).status).toBeLessThan(500);
    }
    expect(await notices()).toBe(before);
    const good = noticeAbout('1');
    expect((await deliver(good, signHubBody(good, oauth.sandbox.metaAppSecret))).status).toBe(200);
  });

  it('are sent only where the address echoes the challenge to our own token, as inert text', async () => {
    const answer = await challenge('1158201444');
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([
      200,
      '1158201444',
      'text/plain; charset=utf-8',
    ]);
    const markup = await challenge('<script>alert(1)</script>');
    expect([markup.text, markup.headers['content-type'], markup.headers['x-content-type-options']]).toEqual([
      '<script>alert(1)</script>',
      'text/plain; charset=utf-8',
      'nosniff',
    ]);
    const token = oauth.sandbox.metaVerifyToken;
    for (const refused of [
      await challenge('1', 'another'),
      await challenge('1', ''),
      await challenge('1'.repeat(201)),
      await challenge('a\r\nb'),
      await subscribe({ 'hub.mode': 'unsubscribe', 'hub.challenge': '1', 'hub.verify_token': token }),
      await subscribe({ 'hub.mode': 'subscribe', 'hub.verify_token': token }),
    ]) {
      expect([refused.status, refused.text]).toEqual([403, '']);
    }
    const twice = await subscribe([
      ['hub.mode', 'subscribe'],
      ['hub.challenge', '1'],
      ['hub.verify_token', token],
      ['hub.verify_token', token],
    ]);
    expect(twice.status).toBe(400);
  });
});

import { randomUUID } from 'node:crypto';
import { until } from '@creator-connect/messaging/testing';
import { call } from '@creator-connect/platforms/testing';
import { EventSender } from '@creator-connect/security/testing';
import { Client } from 'pg';
import { KeyServer } from './support/key-server';
import { Creator, OauthFixture } from './support/oauth-fixture';

const prefix = 'https://schemas.openid.net/secevent/';

describe("Google's security events (WH-05, WH-06, WH-07)", () => {
  const keys = new KeyServer();
  let oauth: OauthFixture;

  const state = async (creator: Creator, id: string) => (await creator.authorization(id)).body['state'];
  const applied = () =>
    until('every message to be applied', async () => (await oauth.count('reported_ends', 'done_at IS NULL')) === 0);
  const heard = () => oauth.count('webhook_inbox', "kind = 'security_event'");
  const tokensOf = (id: string) =>
    oauth.count('grant_tokens', 'grant_id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)', [id]);
  /** How many connections wait for a lock of this kind. */
  const waiting = async (kind: string) => {
    const text = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                   WHERE d.datname = current_database() AND locktype = $1 AND NOT granted`;
    return (await oauth.database.query(text, [kind])).length;
  };
  const looked = (id: string, outcome: string) =>
    until(`a look that says ${outcome}`, async () => {
      const where = `last_outcome = $2 AND id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)`;
      return (await oauth.count('verifications', where, [id, outcome])) === 1;
    });

  /** As Google would push it; the gateway passes bytes as they are. */
  const push = (token: string) =>
    call(`${oauth.publicUrl}/webhooks/youtube`, {
      method: 'POST',
      headers: { 'content-type': 'application/secevent+jwt', accept: 'application/json' },
      body: token,
    });
  /** What YouTube answers to the token that the collector gets; 404 when it gets none. */
  async function readsWith(id: string): Promise<number> {
    const lease = await oauth.lease(id);
    if (lease.status !== 200) return lease.status;
    const headers = { authorization: `Bearer ${String(lease.body['accessToken'])}` };
    return (await call(oauth.sandbox.at('/google-youtube/youtube/v3/channels?part=id&mine=true'), { headers })).status;
  }
  const claims = (type: string, subject: object, more: object = {}) => ({
    iss: 'https://accounts.google.com/',
    aud: oauth.sandbox.googleId,
    iat: Math.floor(Date.now() / 1000),
    jti: randomUUID(),
    events: { [prefix + type]: { subject } },
    ...more,
  });
  const person = (sub: string) => ({ subject_type: 'iss-sub', iss: 'https://accounts.google.com/', sub });
  async function subOf(persona: string): Promise<string> {
    const { text } = await call(oauth.sandbox.at(`/control/personas/${persona}`));
    return /"sub":"(\d+)"/.exec(text)?.[1] ?? '';
  }

  beforeAll(async () => {
    oauth = await OauthFixture.start({ GOOGLE_CERTS_URL: await keys.start() });
    keys.sandboxKeys = oauth.sandbox.at('/google-oauth/certs');
  });
  afterAll(async () => {
    await oauth.stop();
    await keys.stop();
  });
  beforeEach(() => oauth.forgetPersons());
  afterEach(async () => {
    await oauth.sandbox.clearFaults();
    await oauth.sandbox.settings({ google: { tokenIdentifier: 'hash' } });
  });

  describe('about a token', () => {
    it.each(['hash', 'prefix'])('named by its %s end the authorization', async (tokenIdentifier) => {
      await oauth.sandbox.settings({ google: { tokenIdentifier } });
      const creators = [new Creator(oauth), new Creator(oauth)];
      const ids = await Promise.all(creators.map((creator) => creator.connect('youtube', 'youtube-creator')));
      const mark = await oauth.sandbox.mark();
      await oauth.sandbox.fault({ platform: 'google', kind: 'duplicate_callback', operation: 'token-revoked' });
      await oauth.sandbox.does('youtube-creator', 'remove-app');
      for (const [index, id] of ids.entries()) {
        const { payload } = await oauth.event('AuthRevoked', id);
        expect(payload).toMatchObject({ by: 'person', cause: 'revoked_by_person' });
        expect(await state(creators[index]!, id)).toBe('revoked');
        expect(await tokensOf(id)).toBe(0);
        expect((await oauth.lease(id)).status).toBe(404);
      }
      await applied();
      for (const id of ids) expect(await oauth.events('AuthRevoked', id)).toHaveLength(1);
      expect(await oauth.sandbox.calls('google.oauth.revoke', mark)).toEqual([]);
    });

    it('still find it after a renewal, which brings no new refresh token', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.database.query(
        `UPDATE oauth.grants SET access_expires_at = now() - interval '1 minute' WHERE social_account_id = $1`,
        [id],
      );
      expect((await oauth.lease(id)).status).toBe(200);
      await oauth.sandbox.does('youtube-creator', 'remove-app');
      await oauth.event('AuthRevoked', id);
    });

    it('say nothing about the token of a newer consent', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.sandbox.fault({ platform: 'google', kind: 'reordered_callback', operation: 'token-revoked' });
      await oauth.sandbox.does('youtube-creator', 'remove-app');
      expect(await creator.connect('youtube', 'youtube-creator', id)).toBe(id);
      const before = await heard();
      // The next event lets the one that was held back go, too.
      await oauth.sandbox.does('youtube-creator', 'log-out-everywhere');
      await until('both messages', async () => (await heard()) === before + 2);
      await applied();
      expect(await state(creator, id)).toBe('live');
      expect(await oauth.events('AuthRevoked', id)).toEqual([]);
    });

    it('say nothing about it either when it came between the message and its effect', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.database.query(
        `CREATE FUNCTION oauth.later() RETURNS trigger LANGUAGE plpgsql
           AS $$ BEGIN NEW.due_at := now() + interval '1 hour'; RETURN NEW; END $$;
         CREATE TRIGGER later BEFORE INSERT ON oauth.reported_ends FOR EACH ROW EXECUTE FUNCTION oauth.later()`,
      );
      try {
        await oauth.sandbox.does('youtube-creator', 'remove-app');
        const about = 'grant_id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)';
        await until('the message', async () => (await oauth.count('reported_ends', about, [id])) === 1);
        await creator.connect('youtube', 'youtube-creator', id);
      } finally {
        await oauth.database.query('DROP FUNCTION oauth.later() CASCADE');
        await oauth.database.query('UPDATE oauth.reported_ends SET due_at = now() WHERE done_at IS NULL');
      }
      await applied();
      expect(await state(creator, id)).toBe('live');
      expect(await oauth.events('AuthRevoked', id)).toEqual([]);
    });

    it.each([
      ['before the token is', 'grant_tokens'],
      ['while the token is being', 'consents'],
    ])('are not lost when they come %s stored', async (_when, table) => {
      const creator = new Creator(oauth);
      const blocker = new Client({ connectionString: oauth.database.adminUrl });
      await blocker.connect();
      try {
        await blocker.query(`BEGIN; LOCK TABLE oauth.${table} IN EXCLUSIVE MODE`);
        const connecting = creator.connect('youtube', 'youtube-creator');
        await until('the transaction that stores it', async () => (await waiting('relation')) === 1);
        const before = await heard();
        await oauth.sandbox.does('youtube-creator', 'remove-app');
        await until('the message', async () => (await heard()) > before || (await waiting('advisory')) === 1);
        await blocker.query('COMMIT');
        const id = await connecting;
        expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({ cause: 'revoked_by_person' });
        expect(await tokensOf(id)).toBe(0);
      } finally {
        await blocker.end();
      }
    });
  });

  describe('about an account', () => {
    it('that Google disabled stop its use, and one that enables it again heals it', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.sandbox.does('youtube-creator', 'hijack');
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({
        cause: 'checkpointed',
        rule: 'youtube.account-disabled',
      });
      expect((await oauth.lease(id)).status).toBe(404);
      await oauth.sandbox.does('youtube-creator', 'enable-account');
      expect((await oauth.event('AccountAuthorized', id, 2)).payload).toMatchObject({ grantVersion: 2, first: false });
      expect((await oauth.lease(id)).status).toBe(200);
    });

    it('that is enabled again heals it also when the access token has run out meanwhile, and only if it works', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      for (const [action, heals] of [
        ['expire-access-token', true],
        ['expire-refresh-token', false],
      ] as const) {
        await oauth.sandbox.does('youtube-creator', 'hijack');
        await until('the end', async () => (await state(creator, id)) === 'expired');
        await oauth.sandbox.does('youtube-creator', action);
        const mark = await oauth.sandbox.mark();
        await oauth.sandbox.does('youtube-creator', 'enable-account');
        await until('the renewal', async () => (await oauth.sandbox.calls('google.oauth.refresh', mark)).length > 0);
        await looked(id, heals ? 'alive' : 'ended');
        expect(await state(creator, id)).toBe(heals ? 'live' : 'expired');
        expect(await readsWith(id)).toBe(heals ? 200 : 404);
      }
      expect(await oauth.events('AccountAuthorized', id)).toHaveLength(2);
    });

    it('whose tokens all ended ask the person again: who ended them is not said', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.sandbox.does('youtube-creator', 'revoke-tokens');
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({
        cause: 'session_invalidated',
        rule: 'youtube.tokens-revoked',
      });
    });

    it.each([
      ['account-disabled', 'account_gone'],
      ['account-purged', 'account_gone'],
    ])('%s has the cause %s', async (type, cause) => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      const event = claims(`risc/event-type/${type}`, person(await subOf('youtube-creator')));
      expect((await push(keys.google.sign(event))).status).toBe(202);
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause });
    });

    it.each(['log-out-everywhere', 'change-password'])('%s is a reason to look, and no more', async (action) => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      await oauth.sandbox.does('youtube-creator', action);
      await looked(id, 'alive');
      expect(await state(creator, id)).toBe('live');
      await oauth.sandbox.does('youtube-creator', 'expire-refresh-token');
      await oauth.sandbox.does('youtube-creator', action);
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause: 'refresh_token_dead' });
    });

    it('say nothing about a consent that is younger', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      const subject = person(await subOf('youtube-creator'));
      const old = claims('oauth/event-type/tokens-revoked', subject, { toe: Math.floor(Date.now() / 1000) - 3_600 });
      expect((await push(keys.google.sign(old))).status).toBe(202);
      await applied();
      expect(await state(creator, id)).toBe('live');
    });
  });

  describe('are taken with 202', () => {
    it('once, however often they come', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('youtube', 'youtube-creator');
      const event = claims('oauth/event-type/tokens-revoked', person(await subOf('youtube-creator')));
      const signed = keys.google.sign(event);
      const answers = await Promise.all(Array.from({ length: 5 }, () => push(signed)));
      expect(answers.map((answer) => [answer.status, answer.text])).toEqual(answers.map(() => [202, '']));
      await oauth.event('AuthExpired', id);
      await oauth.database.query(`UPDATE oauth.grants SET authorized_at = now() - interval '1 day'`);
      await creator.connect('youtube', 'youtube-creator', id);
      // Other bytes, the same issuer and id: the same message.
      expect((await push(keys.google.sign({ ...event, iss: 'https://accounts.google.com' }))).status).toBe(202);
      await applied();
      expect(await state(creator, id)).toBe('live');
    });

    it('also when there is nothing to do: a test of the stream, a stranger, a type nobody knows', async () => {
      const before = await heard();
      await oauth.sandbox.does('youtube-creator', 'verify-stream');
      for (const event of [
        claims('risc/event-type/verification', {}),
        claims('risc/event-type/of-another-year', person('1')),
        claims('constructor', person('1')),
        claims('oauth/event-type/tokens-revoked', person('1')),
      ]) {
        expect((await push(keys.google.sign(event))).status).toBe(202);
      }
      expect(await heard()).toBe(before + 1);
    });
  });

  describe('are refused with 400 and the reason (RFC 8935)', () => {
    const attacker = new EventSender();
    const event = (more: object = {}) => claims('oauth/event-type/tokens-revoked', person('1'), more);

    it.each<[string, string, () => string]>([
      ['another audience', 'invalid_audience', () => keys.google.sign(event({ aud: 'another' }))],
      ['another issuer', 'invalid_issuer', () => keys.google.sign(event({ iss: 'https://accounts.example.com' }))],
      ['no signature', 'invalid_request', () => keys.google.unsigned(event())],
      ['a signature keyed with the public key', 'invalid_key', () => keys.google.signedWithPublicKey(event())],
      ['a signature of somebody else', 'authentication_failed', () => attacker.sign(event(), { kid: keys.google.kid })],
      ['a key that Google does not publish', 'invalid_key', () => attacker.sign(event())],
      ['a key of its own inside', 'invalid_key', () => attacker.sign(event(), { jwk: attacker.jwk })],
      ['no subject', 'invalid_request', () => keys.google.sign(claims('oauth/event-type/tokens-revoked', {}))],
      [
        "a subject of another issuer's",
        'invalid_request',
        () => keys.google.sign(claims('oauth/event-type/tokens-revoked', { iss: 'https://idp.example.com', sub: '1' })),
      ],
      ['no token at all', 'invalid_request', () => 'signed_request=a.b'],
    ])('for %s', async (_what, err, token) => {
      // So that an unknown key may be asked for.
      oauth.clock.move(11);
      const before = await heard();
      const answer = await push(token());
      expect([answer.status, answer.headers['content-type'], answer.headers['content-language']]).toEqual([
        400,
        'application/json; charset=utf-8',
        'en',
      ]);
      expect(answer.body).toEqual({ err, description: expect.any(String) as string });
      expect(await heard()).toBe(before);
    });

    it('for a signature that the sandbox forged', async () => {
      const before = await heard();
      await oauth.sandbox.fault({ platform: 'google', kind: 'wrong_signature' });
      await oauth.sandbox.does('youtube-creator', 'log-out-everywhere');
      await until('the answer to the forged one', async () => {
        const { body } = await call(oauth.sandbox.at('/control/callbacks'));
        const last = (body['callbacks'] as { wrongSignature: boolean; status?: number }[]).at(-1);
        return last?.wrongSignature === true && last.status === 400;
      });
      expect(await heard()).toBe(before);
    });

    it('for a key that Google has withdrawn', async () => {
      const retired = new EventSender();
      const signed = retired.sign(event());
      keys.more = [retired];
      oauth.clock.move(11);
      expect((await push(signed)).status).toBe(202);
      keys.more = [];
      oauth.clock.move(601);
      expect((await push(retired.sign(event()))).body).toMatchObject({ err: 'invalid_key' });
    });
  });

  it('come again when the keys can not be fetched: nothing is decided, and nothing accepted', async () => {
    const before = await heard();
    const signed = keys.google.sign(claims('oauth/event-type/tokens-revoked', person('1')));
    keys.down = true;
    oauth.clock.move(601);
    const answer = await push(signed);
    expect([answer.status, answer.body['code']]).toEqual([503, 'oauth.platform_unavailable']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await heard()).toBe(before);
    keys.down = false;
    expect((await push(signed)).status).toBe(202);
    expect(await heard()).toBe(before + 1);
  });

  it('of more than 256 KB are cut off', async () => {
    const fetched = keys.fetched;
    expect((await push('a'.repeat(300 * 1024))).body).toMatchObject({ code: 'request.too_large' });
    expect(keys.fetched).toBe(fetched);
  });
});

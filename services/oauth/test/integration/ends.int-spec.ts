import { createHash } from 'node:crypto';
import { AccountRemoved, CollectedDataDeleted, InfluencerErased, TokenRejected } from '@creator-connect/contracts';
import { tracesOf } from '@creator-connect/persistence/testing';
import { accountDataOf, ownDataOf, signMetaRequest, signTikTokBody } from '@creator-connect/security/testing';
import { call, form } from '@creator-connect/platforms/testing';
import { until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('the end of an authorization', () => {
  let oauth: OauthFixture;

  const check = async (creator: Creator, id: string) =>
    (await creator.post(`/v1/social-accounts/${id}/authorization/verifications`)).body;
  const revoke = (creator: Creator, id: string) => creator.post(`/v1/social-accounts/${id}/authorization/revocations`);
  const state = async (creator: Creator, id: string) => (await creator.authorization(id)).body['state'];
  const reject = (creator: Creator, id: string, grantVersion = 1) =>
    oauth.topics.publish(
      TokenRejected,
      {
        organisationId: creator.organisationId,
        influencerId: creator.influencerId,
        accountId: id,
        platform: 'instagram',
        rule: 'instagram.media.190',
        grantVersion,
        observedAt: new Date().toISOString(),
      },
      'collector',
    );
  const tokensOf = (id: string) =>
    oauth.count('grant_tokens', 'grant_id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1)', [id]);
  const receiptOf = async (creator: Creator, id: string) =>
    (await creator.authorization(id)).body['receipt'] as Record<string, unknown> | null;
  const told = (creator: Creator, id: string) =>
    until('the receipt', async () => {
      const receipt = await receiptOf(creator, id);
      return receipt?.['outcome'] !== 'pending' && receipt;
    });

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.forgetPersons());
  afterEach(() => oauth.sandbox.clearFaults());

  describe('that the platform made', () => {
    it('is verified after a refused token, and says why', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-one-page');
      await oauth.sandbox.does('creator-one-page', 'change-password');
      await reject(creator, id);
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({
        cause: 'password_changed',
        rule: expect.stringContaining('190/460') as string,
        grantVersion: 1,
      });
      const { body } = await creator.authorization(id);
      expect(body).toMatchObject({ state: 'expired', platformAnswer: { code: '190', subcode: '460' } });
      expect((await oauth.lease(id)).status).toBe(404);
      expect(await creator.connect('instagram', 'creator-one-page', id)).toBe(id);
      expect(await state(creator, id)).toBe('live');
    });

    it('is believed about this consent only, and only after asking', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-other-profile');
      await reject(creator, id);
      const looked = () =>
        oauth.count(
          'verifications',
          `id IN (SELECT id FROM oauth.grants WHERE social_account_id = $1) AND last_outcome = 'alive'`,
          [id],
        );
      await until('a look', async () => (await looked()) === 1);
      expect(await state(creator, id)).toBe('live');
      await creator.connect('instagram', 'creator-other-profile', id);
      await oauth.database.query('DELETE FROM oauth.verifications');
      await reject(creator, id, 1);
      await reject(creator, id, 2);
      await until('the look at the newer consent', async () => (await looked()) === 1);
      expect(await oauth.events('AuthExpired', id)).toEqual([]);
    });

    it('is never concluded from a throttled or failing platform', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-small-audience');
      for (const fault of [
        { kind: 'throttle', code: 4 },
        { kind: 'throttle', code: 80002 },
        { kind: 'status', status: 500 },
        { kind: 'status', status: 503 },
        { kind: 'drop_response' },
      ]) {
        await oauth.sandbox.fault({ platform: 'facebook', operation: 'graph.instagram', times: 1, ...fault });
        expect(await check(creator, id)).toEqual({ outcome: 'unknown', state: 'live' });
      }
      // One call answers 190 and the inspection says that all is well: a contradiction proves nothing.
      await oauth.sandbox.fault({
        platform: 'facebook',
        kind: 'token_invalid',
        operation: 'graph.instagram',
        subcode: 460,
      });
      expect(await check(creator, id)).toEqual({ outcome: 'unknown', state: 'live' });
      expect(await check(creator, id)).toEqual({ outcome: 'alive', state: 'live' });
      const [row] = await oauth.database.query<{ tomorrow: boolean; attempts: number }>(
        `SELECT due_at > now() + interval '19 hours' AS tomorrow, attempts FROM oauth.verifications v JOIN oauth.grants g ON g.id = v.id WHERE social_account_id = $1`,
        [id],
      );
      expect(row).toEqual({ tomorrow: true, attempts: 0 });
      expect(await oauth.events('AuthExpired', id)).toEqual([]);
    });

    it.each([
      ['expire-session', 'session_expired'],
      ['log-out-everywhere', 'session_invalidated'],
      ['decline-permission', 'permission_lost'],
      ['end-data-access', 'data_access_expired'],
    ])('after %s has the cause %s', async (action, cause) => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-many-pages');
      await oauth.sandbox.does('creator-many-pages', action);
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'expired' });
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause });
    });

    it('is healed by Check again when the Page is linked again', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-two-pages');
      await oauth.sandbox.does('creator-two-pages', 'unlink-instagram');
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'expired' });
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause: 'page_link_lost' });
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'expired' });
      await oauth.sandbox.does('creator-two-pages', 'relink-instagram');
      expect(await check(creator, id)).toEqual({ outcome: 'alive', state: 'live' });
      expect((await oauth.event('AccountAuthorized', id, 2)).payload).toMatchObject({ grantVersion: 2, first: false });
      expect((await oauth.lease(id)).status).toBe(200);
      expect(await oauth.events('AuthExpired', id)).toHaveLength(1);
    });

    it('is the person’s own when they removed the app, though its message was lost', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-other-profile');
      const sibling = await new Creator(oauth).connect('instagram', 'creator-other-profile');
      await oauth.sandbox.fault({ platform: 'facebook', kind: 'lost_callback', operation: 'deauthorize', times: null });
      await oauth.sandbox.does('creator-other-profile', 'remove-app');
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'revoked' });
      expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({
        by: 'person',
        cause: 'revoked_by_person',
      });
      expect(await tokensOf(id)).toBe(0);
      expect(await receiptOf(creator, id)).toMatchObject({ outcome: 'not_needed' });
      expect((await oauth.event('AuthRevoked', sibling)).payload).toMatchObject({ cause: 'revoked_by_person' });
    });

    it('is not there while the refresh token replaces a refused access token', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('tiktok', 'tiktok-member');
      await oauth.sandbox.does('tiktok-member', 'expire-access-token');
      const checks = await Promise.all(Array.from({ length: 8 }, () => check(creator, id)));
      expect(checks).toEqual(checks.map(() => ({ outcome: 'alive', state: 'live' })));
      await oauth.sandbox.does('tiktok-member', 'expire-access-token');
      await oauth.sandbox.does('tiktok-member', 'expire-refresh-token');
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'expired' });
      expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({ cause: 'refresh_token_dead' });
      // Each use would spend a token that rotates, so an ended grant is not tried with it.
      const mark = await oauth.sandbox.mark();
      expect(await check(creator, id)).toEqual({ outcome: 'ended', state: 'expired' });
      expect(await oauth.sandbox.calls('tiktok.oauth.refresh', mark)).toEqual([]);
    });
  });

  describe('that the person made here', () => {
    it('destroys the tokens at once and tells the platform when it can', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-one-page');
      const mark = await oauth.sandbox.mark();
      await oauth.sandbox.fault({
        platform: 'facebook',
        kind: 'status',
        operation: 'graph.permissions.delete',
        times: 1,
      });
      const answer = await revoke(creator, id);
      expect(answer.body).toMatchObject({
        state: 'revoked',
        cause: 'revoked_by_person',
        receipt: { outcome: 'pending' },
      });
      expect(await tokensOf(id)).toBe(0);
      expect((await oauth.lease(id)).status).toBe(404);
      expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({ by: 'person', grantVersion: 1 });
      await until('a first, failed try', () =>
        oauth
          .count('revocations', `attempts > 0 AND last_error IS NOT NULL AND social_account_id = $1`, [id])
          .then((n) => n === 1),
      );
      expect(await oauth.count('revocations', 'copy IS NOT NULL AND social_account_id = $1', [id])).toBe(1);
      await oauth.database.query('UPDATE oauth.revocations SET due_at = now()');
      expect(await told(creator, id)).toMatchObject({ outcome: 'told', platformToldAt: expect.any(String) as string });
      expect(await oauth.count('revocations', 'copy IS NOT NULL OR copy_key IS NOT NULL')).toBe(0);
      expect((await oauth.sandbox.calls('graph.permissions.delete', mark)).map((one) => one.status)).toEqual([
        503, 200,
      ]);
      expect(await oauth.count('consents', 'withdrawn_at IS NULL AND social_account_id = $1', [id])).toBe(0);
      // Again is no second revocation.
      expect((await revoke(creator, id)).status).toBe(200);
      expect(await oauth.events('AuthRevoked', id)).toHaveLength(1);
    });

    it('leaves the consent at the platform while another authorization rests on it', async () => {
      const [here, elsewhere] = [new Creator(oauth), new Creator(oauth)];
      const [first, second] = [
        await here.connect('instagram', 'creator-two-pages'),
        await elsewhere.connect('instagram', 'creator-two-pages'),
      ];
      const mark = await oauth.sandbox.mark();
      await revoke(here, first);
      expect(await told(here, first)).toMatchObject({ outcome: 'consent_in_use', platformToldAt: null });
      expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
      expect((await oauth.lease(second)).status).toBe(200);
      await revoke(elsewhere, second);
      expect(await told(elsewhere, second)).toMatchObject({ outcome: 'told' });
    });

    it('renews a TikTok token that ended meanwhile, for TikTok wants a living one', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('tiktok', 'tiktok-everyday');
      await oauth.sandbox.does('tiktok-everyday', 'expire-access-token');
      await oauth.database.query(
        `UPDATE oauth.grants SET access_expires_at = now() - interval '1 minute' WHERE social_account_id = $1`,
        [id],
      );
      const mark = await oauth.sandbox.mark();
      await revoke(creator, id);
      expect(await told(creator, id)).toMatchObject({ outcome: 'told' });
      expect(await oauth.sandbox.calls('tiktok.oauth.revoke', mark)).toMatchObject([{ status: 200 }]);
    });

    it('is nobody else’s to make', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-other-profile');
      const org = creator.organisationId;
      const others = [
        [new Creator(oauth), 404],
        [new Creator(oauth, { org }), 404],
        [new Creator(oauth, { kind: 'member', role: 'owner', org }), 403],
      ] as const;
      for (const [other, status] of others) expect((await revoke(other, id)).status).toBe(status);
      const viewer = new Creator(oauth, { kind: 'member', role: 'viewer', org });
      const stranger = new Creator(oauth, { kind: 'member', role: 'owner' });
      expect((await viewer.authorization(id)).status).toBe(200);
      expect((await stranger.authorization(id)).status).toBe(404);
      expect((await stranger.post(`/v1/social-accounts/${id}/authorization/verifications`)).status).toBe(404);
      expect(await state(creator, id)).toBe('live');
    });
  });

  describe('that a platform tells', () => {
    const signed = (personId: string, issuedAt = Math.floor(Date.now() / 1000)) =>
      signMetaRequest(
        { algorithm: 'HMAC-SHA256', issued_at: issuedAt, user_id: personId },
        oauth.sandbox.metaAppSecret,
      );
    const deliver = (door: string, signedRequest: string) =>
      call(`${oauth.publicUrl}/webhooks/instagram/${door}`, form([['signed_request', signedRequest]]));

    it('ends every authorization of the person, without asking the platform to', async () => {
      const creators = [new Creator(oauth), new Creator(oauth)];
      const ids = await Promise.all(creators.map((creator) => creator.connect('instagram', 'creator-small-audience')));
      const mark = await oauth.sandbox.mark();
      await oauth.sandbox.fault({ platform: 'facebook', kind: 'duplicate_callback', operation: 'deauthorize' });
      await oauth.sandbox.does('creator-small-audience', 'remove-app');
      for (const [index, id] of ids.entries()) {
        expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({
          by: 'person',
          cause: 'revoked_by_person',
        });
        expect(await state(creators[index]!, id)).toBe('revoked');
        expect(await tokensOf(id)).toBe(0);
        expect(await oauth.events('AuthRevoked', id)).toHaveLength(1);
        expect(await receiptOf(creators[index]!, id)).toMatchObject({ outcome: 'not_needed', platformToldAt: null });
        expect((await oauth.lease(id)).status).toBe(404);
      }
      expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
    });

    it('has no effect a second time, nor on a newer consent', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-other-profile');
      const personId = await personOf('creator-other-profile');
      const hourAgo = signed(personId, Math.floor(Date.now() / 1000) - 3_600);
      const now = signed(personId);
      expect((await deliver('deauthorize', hourAgo)).status).toBe(200);
      await until('the old message', () => oauth.count('reported_ends', 'done_at IS NULL').then((n) => n === 0));
      expect(await state(creator, id)).toBe('live');
      await oauth.database.query(`UPDATE oauth.grants SET authorized_at = now() - interval '1 day'`);
      for (let delivery = 0; delivery < 3; delivery += 1) expect((await deliver('deauthorize', now)).status).toBe(200);
      await oauth.event('AuthRevoked', id);
      await creator.connect('instagram', 'creator-other-profile', id);
      expect((await deliver('deauthorize', now)).status).toBe(200);
      expect(await state(creator, id)).toBe('live');
      expect(await oauth.events('AuthRevoked', id)).toHaveLength(1);
    });

    it('answers a data deletion with a code, and nobody can tell from it whether anything was held', async () => {
      const request = signed('999000111');
      const [first, again] = [await deliver('data-deletion', request), await deliver('data-deletion', request)];
      expect(first.status).toBe(200);
      expect(again.body).toEqual(first.body);
      const { url, confirmation_code: code } = first.body as { url: string; confirmation_code: string };
      expect(url).toBe(`${oauth.publicUrl}/webhooks/instagram/data-deletion/${code}`);
      const page = await call(url);
      expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.text).toContain('in progress');
      await age(code);
      expect((await call(url)).text).toContain('complete');
      const guess = await call(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`);
      expect(guess.status).toBe(404);
    });

    it('deletes what was collected when the person asks for it, after the app is removed as Meta’s pages have it', async () => {
      const creators = [new Creator(oauth), new Creator(oauth)];
      const ids = await Promise.all(creators.map((creator) => creator.connect('instagram', 'creator-two-pages')));
      await oauth.sandbox.does('creator-two-pages', 'remove-app');
      for (const id of ids) await oauth.event('AuthRevoked', id);
      const request = signed(await personOf('creator-two-pages'));
      const { url, confirmation_code: code } = (await deliver('data-deletion', request)).body as Record<string, string>;
      await deliver('data-deletion', request);
      for (const id of ids) await oauth.event('DataDeletionRequested', id);
      await age(code!);
      expect((await call(url!)).text).toContain('in progress');
      for (const [index, id] of ids.entries()) {
        const { organisationId, influencerId } = creators[index]!;
        const deleted = { organisationId, influencerId, accountId: id, platform: 'instagram' as const, reason: 'test' };
        const deletedAt = new Date().toISOString();
        await oauth.topics.publish(CollectedDataDeleted, { ...deleted, scope: 'all', deletedAt }, 'collector');
      }
      await until('the end', async () => (await call(url!)).text.includes('complete'));
      for (const id of ids) {
        expect(await oauth.events('DataDeletionRequested', id)).toHaveLength(1);
        expect(await oauth.events('AuthRevoked', id)).toHaveLength(1);
      }
    });

    it('is heard only with the right signature, and a wrong one learns nothing', async () => {
      const good = signed('1');
      const [signature, payload] = good.split('.') as [string, string];
      for (const bad of [
        '',
        'x',
        `${payload}.${signature}`,
        `${signature}=.${payload}`,
        signMetaRequest({ algorithm: 'HMAC-SHA256', user_id: '1' }, oauth.sandbox.tiktokSecret),
      ]) {
        const answer = await deliver('deauthorize', bad);
        expect([answer.status, answer.text]).toEqual([401, '']);
      }
      const body = JSON.stringify({
        client_key: oauth.sandbox.tiktokKey,
        event: 'authorization.removed',
        create_time: 1,
        user_openid: 'x',
        content: '{"reason":1}',
      });
      const post = (text: string, header: string) =>
        call(`${oauth.publicUrl}/webhooks/tiktok`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'tiktok-signature': header },
          body: text,
        });
      expect((await post(body, signTikTokBody(body, oauth.sandbox.tiktokSecret))).status).toBe(200);
      const respaced = JSON.stringify(JSON.parse(body), null, 1);
      const foreign = body.replace(oauth.sandbox.tiktokKey, 'another');
      for (const [text, header] of [
        [respaced, signTikTokBody(body, oauth.sandbox.tiktokSecret)],
        [body, signTikTokBody(body, oauth.sandbox.metaAppSecret)],
        [foreign, signTikTokBody(foreign, oauth.sandbox.tiktokSecret)],
        ['{"broken', signTikTokBody('{"broken', oauth.sandbox.tiktokSecret)],
      ] as const) {
        const answer = await post(text, header);
        expect([answer.status, answer.text]).toEqual([401, '']);
      }
    });

    it('tells TikTok’s reasons apart', async () => {
      const creator = new Creator(oauth);
      const removed = await creator.connect('tiktok', 'tiktok-few-videos');
      await oauth.sandbox.does('tiktok-few-videos', 'remove-app');
      expect((await oauth.event('AuthRevoked', removed)).payload).toMatchObject({ by: 'person' });
      const banned = await creator.connect('tiktok', 'tiktok-few-views');
      await oauth.sandbox.does('tiktok-few-views', 'ban-account');
      expect((await oauth.event('AuthExpired', banned)).payload).toMatchObject({ cause: 'account_gone' });
      for (const [persona, action, reason, outcome] of [
        ['tiktok-member', 'delete-account', 2, 'account_gone'],
        ['tiktok-korea', 'change-age', 3, 'account_gone'],
      ] as const) {
        const id = await creator.connect('tiktok', persona);
        await oauth.sandbox.does(persona, action);
        expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({
          cause: outcome,
          rule: `tiktok.authorization_removed.${reason}`,
        });
      }
    });

    /** As if the message had come a while ago. */
    const age = (code: string) =>
      oauth.database.query(
        `UPDATE oauth.webhook_inbox SET received_at = now() - interval '2 minutes' WHERE code_hash = $1`,
        [createHash('sha256').update(code).digest()],
      );

    async function personOf(persona: string): Promise<string> {
      const answer = await call(oauth.sandbox.at(`/control/personas/${persona}`));
      return /"userId":"(\d+)"/.exec(answer.text)?.[1] ?? '';
    }
  });

  describe('that the organisation made', () => {
    it('follows a removed account', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('instagram', 'creator-one-page');
      const { organisationId, influencerId } = creator;
      const data = {
        organisationId,
        influencerId,
        accountId: id,
        platform: 'instagram' as const,
        removedAt: new Date().toISOString(),
      };
      await oauth.topics.publish(AccountRemoved, data, 'accounts');
      expect((await oauth.event('AuthRevoked', id)).payload).toMatchObject({
        by: 'organisation',
        cause: 'revoked_by_organisation',
      });
      expect(await tokensOf(id)).toBe(0);
      expect(await told(creator, id)).toMatchObject({ outcome: 'told' });
    });

    it('gives its person everything that is held, without a token, and nothing of anybody else', async () => {
      const [creator, neighbour] = [new Creator(oauth), new Creator(oauth)];
      const id = await creator.connect('tiktok', 'tiktok-everyday');
      await neighbour.connect('tiktok', 'tiktok-busy');
      const { organisationId, influencerId } = creator;
      const held = await ownDataOf(oauth.door, { organisationId, influencerId });
      expect(held).toMatchObject({
        authorizations: [{ account_id: id, platform: 'tiktok', state: 'live' }],
        consents: [{ account_id: id, withdrawn_at: null }],
        'connect-attempts': [{ status: 'DONE', account_ids: [id] }],
        revocations: [],
      });
      const columns = new Set(Object.values(held).flatMap((rows) => rows.flatMap((row) => Object.keys(row))));
      expect([...columns].filter((name) => /sealed|hash|token$|copy|wrapped/.test(name))).toEqual([]);
      expect(JSON.stringify(held)).not.toContain(neighbour.influencerId);
      const elsewhere = await ownDataOf(oauth.door, { organisationId: neighbour.organisationId, influencerId });
      expect(Object.values(elsewhere).flat()).toEqual([]);
    });

    it('says what ends with an account: its authorization, once, and no other', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('tiktok', 'tiktok-everyday');
      await creator.connect('tiktok', 'tiktok-busy');
      const { organisationId, influencerId } = creator;
      const goes = () => accountDataOf(oauth.door, { organisationId, influencerId, accountId: id });
      expect(await goes()).toEqual({ authorizations: 1 });
      await revoke(creator, id);
      expect(await goes()).toEqual({ authorizations: 0 });
    });

    it('leaves nothing readable of an erased person, and still tells the platform', async () => {
      const creator = new Creator(oauth);
      const id = await creator.connect('tiktok', 'tiktok-everyday');
      await creator.consent('instagram', { persona: 'creator-one-page' });
      const { organisationId, influencerId } = creator;
      const data = { organisationId, influencerId, accountIds: [id], erasedAt: new Date().toISOString() };
      await oauth.topics.publish(InfluencerErased, data, 'accounts');
      await oauth.event('AuthRevoked', id);
      await until('that the erasure is confirmed', async () =>
        (await oauth.events('InfluencerDataErased')).some(({ payload }) => payload['influencerId'] === influencerId),
      );
      expect(await tracesOf(oauth.database, [influencerId, id])).toEqual([]);
      await until('that TikTok was told', () =>
        oauth
          .count('revocations', `influencer_id = $1 AND outcome = 'told' AND copy IS NULL AND person_hash IS NULL`, [
            influencerId,
          ])
          .then((n) => n === 1),
      );
    });
  });
});

import { armFailpoints, clearFailpoints, until } from '@creator-connect/messaging/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('TikTok tokens', () => {
  let oauth: OauthFixture;
  let second: string;

  /** As if the access token had ended: nobody can wait two hours. */
  const endAccess = (socialAccountId: string) =>
    oauth.database.query(
      `UPDATE oauth.grants SET access_expires_at = now() - interval '1 minute' WHERE social_account_id = $1`,
      [socialAccountId],
    );
  const refreshes = (since: number) => oauth.sandbox.calls('tiktok.oauth.refresh', since);
  const reused = async () => (await oauth.sandbox.state())['refreshTokensReused'];
  /** As if the process that holds the lease had died long ago. */
  const endLease = (socialAccountId: string) =>
    oauth.database.query(
      `UPDATE oauth.token_refreshes r SET lease_until = now(), due_at = now() FROM oauth.grants g
        WHERE r.id = g.id AND g.social_account_id = $1`,
      [socialAccountId],
    );
  const tokensOf = (socialAccountId: string) =>
    oauth.database.query<{ field: string; sealed: string }>(
      `SELECT field, sealed FROM oauth.grant_tokens t JOIN oauth.grants g ON g.id = t.grant_id
        WHERE social_account_id = $1 ORDER BY field`,
      [socialAccountId],
    );

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    const app = await oauth.startAnother();
    second = `http://localhost:${oauth.portOf(app)}`;
  });
  afterAll(() => oauth.stop());
  afterEach(async () => {
    clearFailpoints();
    await oauth.sandbox.clearFaults();
  });

  it('connects without a choice, for there is one account', async () => {
    const creator = new Creator(oauth);
    const { transaction } = await creator.consent('tiktok', { persona: 'tiktok-everyday' });
    expect(transaction).toMatchObject({ status: 'DONE', candidates: [] });
    const [id] = transaction['socialAccountIds'] as string[];
    expect((await oauth.event('AccountAuthorized', id!)).payload).toMatchObject({ platform: 'tiktok', first: true });
    expect((await tokensOf(id!)).map((token) => token.field)).toEqual(['access', 'refresh']);
  });

  it('is AUTHENTICATED without the optional permission, and says what is missing', async () => {
    const creator = new Creator(oauth);
    const scopes = ['user.info.basic', 'user.info.stats', 'video.list'];
    const { transaction } = await creator.consent('tiktok', { persona: 'tiktok-busy', scopes });
    const [id] = transaction['socialAccountIds'] as string[];
    const shown = (await creator.authorization(id!)).body;
    expect(shown).toMatchObject({
      socialAccountId: id,
      platform: 'tiktok',
      state: 'live',
      scopes,
      missingScopes: ['user.info.profile'],
      authorizedBy: 'influencer',
      authorizedAt: expect.any(String),
      flow: 'dashboard',
      dataAccessUntil: null,
      renewableUntil: expect.any(String),
      nextEnd: { at: expect.any(String), unknown: false },
      cause: null,
      rule: null,
      platformAnswer: null,
      endedAt: null,
      receipt: null,
    });
    // What the grant yields, and what is missing because of which permission.
    const fields = shown['fields'] as { data: string; collected: boolean; missingPermissions: string[] }[];
    expect(fields.filter(({ collected }) => !collected)).toEqual([
      { data: 'handle_and_biography', collected: false, missingPermissions: ['user.info.profile'] },
    ]);
    expect(fields.filter(({ collected }) => collected).length).toBeGreaterThan(1);
  });

  it('refuses another account where one is expected', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-everyday');
    const { transaction } = await creator.consent('tiktok', { persona: 'tiktok-member' }, id);
    expect(transaction['error']).toMatchObject({ code: 'oauth.other_account', arrivedHandle: 'sandbox.member' });
  });

  it('renews once for twenty needs at two replicas, and rotates', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-few-views');
    const [before, mark] = [await tokensOf(id), await oauth.sandbox.mark()];
    await endAccess(id);
    await oauth.sandbox.fault({
      platform: 'tiktok',
      kind: 'latency',
      operation: 'tiktok.oauth.refresh',
      milliseconds: 300,
    });
    const leases = await Promise.all(
      Array.from({ length: 20 }, (_, index) => oauth.lease(id, index % 2 ? second : oauth.publicUrl)),
    );
    expect(leases.map((lease) => lease.status)).toEqual(leases.map(() => 200));
    expect(new Set(leases.map((lease) => lease.body['accessToken'])).size).toBe(1);
    expect(await refreshes(mark)).toHaveLength(1);
    const after = await tokensOf(id);
    for (const [index, { sealed }] of before.entries()) expect(after[index]!.sealed).not.toBe(sealed);
    await endAccess(id);
    expect((await oauth.lease(id)).status).toBe(200);
    expect(await reused()).toBe(0);
  });

  it('is renewed by the scheduler before anybody needs it', async () => {
    const id = await new Creator(oauth).connect('tiktok', 'tiktok-few-videos');
    const mark = await oauth.sandbox.mark();
    const [{ early }] = (await oauth.database.query<{ early: boolean }>(
      `SELECT r.due_at BETWEEN now() + (g.access_expires_at - now()) * 0.7 AND now() + (g.access_expires_at - now()) * 0.9
              AS early FROM oauth.token_refreshes r JOIN oauth.grants g ON g.id = r.id WHERE social_account_id = $1`,
      [id],
    )) as [{ early: boolean }];
    expect(early).toBe(true);
    await endLease(id);
    await until('the renewal', async () => (await refreshes(mark)).length === 1);
    expect((await oauth.lease(id)).body).toMatchObject({ grantVersion: 1 });
  });

  it('finishes what a dead process had in hand, without asking TikTok again', async () => {
    const id = await new Creator(oauth).connect('tiktok', 'tiktok-korea');
    const mark = await oauth.sandbox.mark();
    await endAccess(id);
    armFailpoints('refresh.before-swap=throw');
    expect((await oauth.lease(id)).status).toBe(500);
    clearFailpoints();
    await endLease(id);
    expect((await oauth.lease(id, second)).status).toBe(200);
    expect(await refreshes(mark)).toHaveLength(1);
    expect(await reused()).toBe(0);
  });

  it('simply sends the token when a process died before it was sent', async () => {
    const id = await new Creator(oauth).connect('tiktok', 'tiktok-member');
    const mark = await oauth.sandbox.mark();
    await endAccess(id);
    armFailpoints('refresh.before-call=throw');
    expect((await oauth.lease(id)).status).toBe(500);
    clearFailpoints();
    expect(await refreshes(mark)).toEqual([]);
    await endLease(id);
    expect((await oauth.lease(id, second)).status).toBe(200);
    expect(await refreshes(mark)).toHaveLength(1);
    expect(await reused()).toBe(0);
    expect(await oauth.events('AuthExpired', id)).toEqual([]);
  });

  it('asks the person when a process died in the middle of the call: a spent token is never shown again', async () => {
    const id = await new Creator(oauth).connect('tiktok', 'tiktok-unsuitable');
    const mark = await oauth.sandbox.mark();
    await endAccess(id);
    armFailpoints('refresh.after-answer=throw');
    expect((await oauth.lease(id)).status).toBe(500);
    clearFailpoints();
    await endLease(id);
    const expired = await oauth.event('AuthExpired', id);
    expect(expired.payload).toMatchObject({ cause: 'refresh_token_dead', rule: 'oauth.refresh_interrupted' });
    expect((await oauth.lease(id)).status).toBe(404);
    expect(await refreshes(mark)).toHaveLength(1);
    expect(await reused()).toBe(0);
    expect(await oauth.events('AuthExpired', id)).toHaveLength(1);
  });

  it('lowers nothing while TikTok is down, then goes on', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-other-country');
    await endAccess(id);
    for (const kind of ['status', 'throttle']) {
      await oauth.sandbox.fault({ platform: 'tiktok', kind, operation: 'tiktok.oauth.refresh' });
      const lease = await oauth.lease(id);
      expect([lease.status, lease.body['code']]).toEqual([503, 'oauth.platform_unavailable']);
      // The pause after a failure holds: the next need does not call at once.
      const mark = await oauth.sandbox.mark();
      expect(Number((await oauth.lease(id)).headers['retry-after'])).toBeGreaterThan(0);
      expect(await refreshes(mark)).toEqual([]);
      expect((await creator.authorization(id)).body).toMatchObject({ state: 'live' });
      await oauth.sandbox.clearFaults();
      await endLease(id);
      await until('the renewal', async () => (await oauth.lease(id)).status === 200);
      await endAccess(id);
    }
    expect(await oauth.events('AuthExpired', id)).toEqual([]);
  });

  it('ends with the refresh token, once, and only then', async () => {
    const creator = new Creator(oauth);
    const id = await creator.connect('tiktok', 'tiktok-under-age');
    await oauth.sandbox.does('tiktok-under-age', 'expire-refresh-token');
    await endAccess(id);
    const leases = await Promise.all(Array.from({ length: 8 }, () => oauth.lease(id)));
    expect(leases.map((lease) => lease.status)).toEqual(leases.map(() => 404));
    expect((await oauth.event('AuthExpired', id)).payload).toMatchObject({
      cause: 'refresh_token_dead',
      rule: expect.stringContaining('tiktok.refresh') as string,
      grantVersion: 1,
    });
    expect(await oauth.events('AuthExpired', id)).toHaveLength(1);
    expect((await creator.authorization(id)).body).toMatchObject({
      state: 'expired',
      cause: 'refresh_token_dead',
      platformAnswer: { code: 'invalid_grant' },
    });
    expect(await creator.connect('tiktok', 'tiktok-under-age', id)).toBe(id);
    expect((await oauth.lease(id)).body).toMatchObject({ grantVersion: 2 });
  });
});

import { consentAt } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const youtube = 'https://www.googleapis.com/auth/youtube.readonly';
const analytics = 'https://www.googleapis.com/auth/yt-analytics.readonly';

describe('YouTube', () => {
  let oauth: OauthFixture;
  const tokensOf = (socialAccountId: string) =>
    oauth.database.query<{ field: string; sealed: string }>(
      `SELECT field, sealed FROM oauth.grant_tokens t JOIN oauth.grants g ON g.id = t.grant_id
        WHERE social_account_id = $1 ORDER BY field`,
      [socialAccountId],
    );

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterEach(() => oauth.sandbox.clearFaults());
  afterAll(() => oauth.stop());

  it('connects the channel of the consent, and keeps the verifier sealed until the exchange and not longer', async () => {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('youtube');
    const [pending] = await oauth.database.query<{ verifier: string }>(
      'SELECT sealed_verifier AS verifier FROM oauth.connect_transactions WHERE id = $1',
      [id],
    );
    expect(pending?.verifier).toEqual(expect.any(String));
    expect(redirectTo).toContain('code_challenge_method=S256');

    const account = await creator.connect('youtube', 'youtube-creator');
    expect((await oauth.event('AccountAuthorized', account)).payload).toMatchObject({ platform: 'youtube' });
    expect((await tokensOf(account)).map((token) => token.field)).toEqual(['access', 'refresh']);
    expect(await oauth.count('connect_transactions', "status = 'DONE' AND sealed_verifier IS NOT NULL")).toBe(0);
  });

  it('makes a challenge of its own for every attempt', async () => {
    const creator = new Creator(oauth);
    const started = [await creator.start('youtube'), await creator.start('youtube')];
    const challenges = started.map(({ redirectTo }) => new URL(redirectTo).searchParams.get('code_challenge'));
    expect(new Set(challenges).size).toBe(2);
  });

  it('fails cleanly when Google knows another challenge than the one of our verifier (OC-05)', async () => {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('youtube');
    const dialog = new URL(redirectTo);
    dialog.searchParams.set('code_challenge', 'A'.repeat(43));
    const returned = await creator.get(await consentAt(dialog.href, { persona: 'youtube-creator' }));
    expect(returned.status).toBe(303);
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({
      status: 'FAILED',
      error: { code: 'oauth.exchange_failed' },
    });
    for (const table of ['grants', 'staged_grants'])
      expect(await oauth.count(table, 'influencer_id = $1', [creator.influencerId])).toBe(0);
  });

  it.each(['aud', 'nonce', 'iss', 'exp', 'signature', 'alg_none', 'alg_hs256', 'missing'])(
    'refuses an ID token with a wrong %s (OC-10)',
    async (claim) => {
      await oauth.sandbox.fault({ platform: 'google', kind: 'wrong_id_token', claim });
      const creator = new Creator(oauth);
      const { transaction } = await creator.consent('youtube', { persona: 'youtube-creator' });
      expect(transaction).toMatchObject({ status: 'FAILED', error: { code: 'oauth.exchange_failed' } });
    },
  );

  it('names the permission that was not ticked', async () => {
    const creator = new Creator(oauth);
    const scopes = ['openid', youtube];
    const { transaction } = await creator.consent('youtube', { persona: 'youtube-no-analytics', scopes });
    expect(transaction).toMatchObject({ status: 'FAILED', error: { missingScopes: [analytics] } });
  });

  it('names a Google account without a channel, and goes on when there is one', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('youtube', { persona: 'youtube-no-channel' });
    expect(transaction).toMatchObject({
      status: 'SETUP_UNFINISHED',
      candidates: [],
      diagnosis: { cause: 'no_channel', code: 'oauth.youtube_no_channel', remedy: 'ask_again', canCheckAgain: true },
    });
    const check = () => creator.post(`/v1/connect-transactions/${id}/checks`);
    expect((await check()).body).toMatchObject({ diagnosis: { cause: 'no_channel' } });
    await oauth.sandbox.does('youtube-no-channel', 'create-channel');
    const { body } = await check();
    expect(body).not.toHaveProperty('diagnosis');
    const [channel] = body['candidates'] as { id: string; eligible: boolean }[];
    const confirmed = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds: [channel?.id] });
    expect(confirmed.body).toMatchObject({ status: 'DONE' });
  });

  it('tells the brand account that has the channel from the account that has none', async () => {
    const creator = new Creator(oauth);
    const trap = await creator.consent('youtube', { persona: 'youtube-brand-account' });
    expect(trap.transaction).toMatchObject({ diagnosis: { cause: 'no_channel' } });
    const right = await creator.consent('youtube', { persona: 'youtube-brand-account', identity: 'brand-721' });
    expect(right.transaction).toMatchObject({ status: 'DONE' });
  });

  it('renews without a new refresh token, and keeps the one it has', async () => {
    const creator = new Creator(oauth);
    const account = await creator.connect('youtube', 'youtube-busy');
    const before = await tokensOf(account);
    await oauth.database.query(
      `UPDATE oauth.grants SET access_expires_at = now() - interval '1 minute' WHERE social_account_id = $1`,
      [account],
    );
    expect((await oauth.lease(account)).status).toBe(200);
    const after = await tokensOf(account);
    expect(after[0]?.sealed).not.toBe(before[0]?.sealed);
    expect(after[1]).toEqual(before[1]);
  });
});

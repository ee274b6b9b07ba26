import { until } from '@creator-connect/messaging/testing';
import { consentAt } from '@creator-connect/platforms/testing';
import { SweepTransactions } from '../../src/connect-transactions/sweep-transactions';
import { Creator, OauthFixture } from './support/oauth-fixture';

describe('an unfinished setup that its person discards', () => {
  let oauth: OauthFixture;
  const discard = (creator: Creator, id: string) => creator.post(`/v1/connect-transactions/${id}/discard`);
  const failures = async (id: string) =>
    (await oauth.events('AuthorizationFailed')).filter(({ payload }) => payload['transactionId'] === id);
  const outcomes = ({ influencerId }: Creator) =>
    oauth.database.query<{ reason: string; outcome: string; copy: string | null }>(
      'SELECT reason, outcome, copy FROM oauth.revocations WHERE influencer_id = $1',
      [influencerId],
    );
  const isWaiting = ({ influencerId }: Creator) =>
    until('the receipt to wait for another attempt', () =>
      oauth.count('revocations', `last_error = 'attempt_open' AND influencer_id = $1`, [influencerId]).then(Boolean),
    );
  const settled = (creator: Creator) =>
    until(
      'the platform to be told',
      async () => {
        const found = await outcomes(creator);
        return found.length > 0 && found.every(({ outcome }) => outcome !== 'pending') && found;
      },
      40_000,
    );

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(() => oauth.forgetPersons());
  afterEach(() => oauth.sandbox.clearFaults());

  it('is over: nothing is kept, the platform is told, an event says so, once', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const mark = await oauth.sandbox.mark();
    const { status, body } = await discard(creator, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'FAILED', candidates: [], error: { code: 'oauth.discarded' } });
    expect(await oauth.count('staged_grants', 'transaction_id = $1', [id])).toBe(0);
    expect(await settled(creator)).toEqual([{ reason: 'discarded', outcome: 'told', copy: null }]);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toMatchObject([{ status: 200 }]);
    expect((await creator.get('/v1/connect-transactions')).body).toEqual({ items: [] });

    const again = await Promise.all([discard(creator, id), discard(creator, id)]);
    expect(again.map((answer) => [answer.status, answer.body])).toEqual([
      [200, body],
      [200, body],
    ]);
    const candidateIds = ['x'];
    expect((await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds })).status).toBe(409);
    expect((await creator.post(`/v1/connect-transactions/${id}/checks`)).status).toBe(409);
    expect(await failures(id)).toHaveLength(1);
    expect((await failures(id))[0]!.payload).toMatchObject({ code: 'oauth.discarded' });
    expect(await outcomes(creator)).toHaveLength(1);
  });

  it('takes no consent away from an account that rests on the same', async () => {
    const creator = new Creator(oauth);
    const account = await creator.connect('instagram', 'creator-two-pages');
    const { id } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    expect((await discard(creator, id)).status).toBe(200);
    expect(await settled(creator)).toMatchObject([{ outcome: 'consent_in_use' }]);
    const checked = await creator.post(`/v1/social-accounts/${account}/authorization/verifications`);
    expect(checked.body).toEqual({ outcome: 'alive', state: 'live' });
  });

  it('takes no consent away from another attempt, in whatever organisation: the platform is told when that has come to nothing', async () => {
    const persona = { persona: 'creator-two-pages' };
    const [one, other] = [new Creator(oauth), new Creator(oauth)];
    const { id } = await one.consent('instagram', persona);
    const kept = await other.consent('instagram', persona);
    const mark = await oauth.sandbox.mark();
    expect((await discard(one, id)).status).toBe(200);
    await isWaiting(one);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
    const checked = await other.post(`/v1/connect-transactions/${kept.id}/checks`);
    expect(checked.body).toMatchObject({ status: 'SETUP_UNFINISHED' });

    expect((await discard(other, kept.id)).status).toBe(200);
    for (const creator of [one, other])
      expect(await settled(creator)).toEqual([{ reason: 'discarded', outcome: 'told', copy: null }]);
  });

  it('waits with the platform while its person comes back from there once more, for nobody knows yet as whom', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const coming = await creator.start('instagram');
    const move = (status: string) =>
      oauth.database.query('UPDATE oauth.connect_transactions SET status = $2 WHERE id = $1', [coming.id, status]);
    await move('EXCHANGING');
    const mark = await oauth.sandbox.mark();
    expect((await discard(creator, id)).status).toBe(200);
    await isWaiting(creator);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
    await move('FAILED');
    expect(await settled(creator)).toMatchObject([{ outcome: 'told' }]);
  });

  it('waits with the platform while another attempt is confirmed, also past the time to choose', async () => {
    const persona = { persona: 'creator-two-pages' };
    const [one, other] = [new Creator(oauth), new Creator(oauth)];
    const { id } = await one.consent('instagram', persona);
    const chosen = await other.consent('instagram', persona);
    await oauth.database.query(
      `UPDATE oauth.connect_transactions SET status = 'CONFIRMING', expires_at = now(), confirm_until = now() + interval '1 minute'
        WHERE id = $1`,
      [chosen.id],
    );
    await oauth.database.query('UPDATE oauth.staged_grants SET expires_at = now() WHERE transaction_id = $1', [
      chosen.id,
    ]);
    await oauth.door.app.get(SweepTransactions).run();
    const mark = await oauth.sandbox.mark();
    expect((await discard(one, id)).status).toBe(200);
    await isWaiting(one);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
    await oauth.database.query(
      `UPDATE oauth.connect_transactions SET status = 'SETUP_UNFINISHED', confirm_until = NULL WHERE id = $1`,
      [chosen.id],
    );
    expect((await discard(other, chosen.id)).status).toBe(200);
    for (const creator of [one, other]) expect(await settled(creator)).toMatchObject([{ outcome: 'told' }]);
  });

  it('goes with those that it replaced, so that none comes up in its place', async () => {
    const creator = new Creator(oauth);
    const first = await creator.consent('instagram', { persona: 'creator-two-pages' });
    const second = await creator.consent('instagram', { persona: 'creator-one-page' });
    const other = await creator.consent('youtube', { persona: 'youtube-no-channel' });
    expect((await discard(creator, second.id)).body).toMatchObject({ error: { code: 'oauth.discarded' } });
    expect((await creator.get('/v1/connect-transactions')).body['items']).toMatchObject([{ id: other.id }]);
    expect(await settled(creator)).toMatchObject([{ outcome: 'told' }, { outcome: 'told' }]);
    expect((await creator.get(`/v1/connect-transactions/${first.id}`)).body).toMatchObject({ status: 'FAILED' });
  });

  it('is discarded although the platform is down, and although the time to finish it is over', async () => {
    const creator = new Creator(oauth);
    await oauth.sandbox.fault({
      platform: 'facebook',
      kind: 'status',
      operation: 'graph.permissions.delete',
      times: 1,
    });
    const { id } = await creator.consent('instagram', { persona: 'creator-one-page' });
    expect((await discard(creator, id)).body).toMatchObject({ status: 'FAILED' });
    await until('a first, failed try', () =>
      oauth.count('revocations', 'last_error IS NOT NULL AND influencer_id = $1', [creator.influencerId]).then(Boolean),
    );
    await oauth.database.query('UPDATE oauth.revocations SET due_at = now()');
    expect(await settled(creator)).toMatchObject([{ outcome: 'told' }]);

    const late = await creator.consent('instagram', { persona: 'creator-other-profile' });
    await oauth.database.query(`UPDATE oauth.connect_transactions SET expires_at = now() WHERE id = $1`, [late.id]);
    expect((await discard(creator, late.id)).body).toMatchObject({ error: { code: 'oauth.discarded' } });
    expect(await oauth.count('staged_grants', 'transaction_id = $1', [late.id])).toBe(0);
    await settled(creator);
  });

  it('of many at once one wins, and none that a confirmation has won', async () => {
    const creator = new Creator(oauth);
    const { id, transaction } = await creator.consent('instagram', { persona: 'creator-one-page' });
    const [candidate] = transaction['candidates'] as { id: string }[];
    const candidateIds = [candidate!.id];
    const [confirmed, ...discarded] = await Promise.all([
      creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds }),
      ...Array.from({ length: 5 }, () => discard(creator, id)),
    ]);
    const { body } = await creator.get(`/v1/connect-transactions/${id}`);
    expect(['DONE', 'FAILED']).toContain(body['status']);
    expect(confirmed!.status).toBe(body['status'] === 'DONE' ? 200 : 409);
    expect(discarded.every(({ status }) => status === (body['status'] === 'DONE' ? 409 : status))).toBe(true);
    const stored = await oauth.count('grants', 'influencer_id = $1', [creator.influencerId]);
    expect(stored).toBe(body['status'] === 'DONE' ? 1 : 0);
    expect(await oauth.count('staged_grants', 'transaction_id = $1', [id])).toBe(0);
    expect((await failures(id)).length).toBe(body['status'] === 'DONE' ? 0 : 1);
    if (body['status'] === 'FAILED') await settled(creator);
  });

  it('may not have come back yet: its return is refused then; and one that is connected is revoked, not discarded', async () => {
    const creator = new Creator(oauth);
    const { id, redirectTo } = await creator.start('instagram');
    expect((await discard(creator, id)).body).toMatchObject({ status: 'FAILED', error: { code: 'oauth.discarded' } });
    const mark = await oauth.sandbox.mark();
    const returned = await creator.get(await consentAt(redirectTo, { persona: 'creator-one-page' }));
    expect(returned.body).toMatchObject({ status: 400, code: 'oauth.state_invalid' });
    expect(await oauth.sandbox.calls('graph.oauth.access_token', mark)).toEqual([]);
    expect(await outcomes(creator)).toEqual([]);

    const done = await creator.consent('tiktok', { persona: 'tiktok-everyday' });
    const refused = await discard(creator, done.id);
    expect([refused.status, refused.body['code']]).toEqual([409, 'oauth.transaction_finished']);
  });

  it('is nobody else’s to discard', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-one-page' });
    const { organisationId: org, influencerId: influencer } = creator;
    const sameInfluencer = new Creator(oauth, { org, influencer, kind: 'link', request: creator.identity.sub });
    for (const other of [new Creator(oauth), new Creator(oauth, { org }), sameInfluencer]) {
      expect((await discard(other, id)).status).toBe(404);
    }
    expect((await discard(new Creator(oauth, { kind: 'member', role: 'owner', org }), id)).status).toBe(403);
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'SETUP_UNFINISHED' });
  });
});

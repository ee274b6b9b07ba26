import { consentAt } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

interface Unfinished {
  id: string;
  platform: string;
  status: string;
}

describe('an attempt that waits for its person', () => {
  let oauth: OauthFixture;
  const unfinished = async (creator: Creator) =>
    (await creator.get('/v1/connect-transactions')).body['items'] as Unfinished[];

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  afterEach(() => oauth.sandbox.clearFaults());

  it('is Setup unfinished, listed for who began it, and survives a restart of everything', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-two-pages' });
    expect(await unfinished(creator)).toMatchObject([{ id, platform: 'instagram', status: 'SETUP_UNFINISHED' }]);
    expect(await unfinished(new Creator(oauth, { org: creator.organisationId }))).toEqual([]);
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'SETUP_UNFINISHED' });
    // Only an attempt: no account, no grant, no event that anybody could take for one.
    expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(0);
    expect(
      (await oauth.events('AccountAuthorized')).filter((one) => one.payload['influencerId'] === creator.influencerId),
    ).toEqual([]);
  });

  it('is finished by nobody else: no renewal, no sweep, nothing that runs by itself', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-one-page' });
    const mark = await oauth.sandbox.mark();
    await creator.connect('instagram', 'creator-two-pages');
    // As if days had passed: all work that can be due is due.
    await oauth.database.query(`UPDATE oauth.verifications SET due_at = now()`);
    await oauth.event('AccountAuthorized', await creator.connect('instagram', 'creator-other-profile'));
    expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'SETUP_UNFINISHED' });
    expect((await oauth.sandbox.callsOf('creator-one-page', mark)).filter((one) => one.status === 200)).toEqual([]);
  });

  it('is replaced in the list by a newer one for the same, and gone once that is done', async () => {
    const creator = new Creator(oauth);
    await creator.consent('instagram', { persona: 'creator-one-page' });
    const second = await creator.consent('instagram', { persona: 'creator-two-pages' });
    expect((await unfinished(creator)).map((one) => one.id)).toEqual([second.id]);
    const [candidate] = second.transaction['candidates'] as { id: string }[];
    await creator.post(`/v1/connect-transactions/${second.id}/confirm`, { candidateIds: [candidate!.id] });
    expect(await unfinished(creator)).toEqual([]);
  });

  it('says that its time is over, and that nothing was stored', async () => {
    const creator = new Creator(oauth);
    const { id } = await creator.consent('instagram', { persona: 'creator-one-page' });
    await oauth.database.query(`UPDATE oauth.connect_transactions SET expires_at = now() WHERE id = $1`, [id]);
    const { body } = await creator.get(`/v1/connect-transactions/${id}`);
    expect(body).toMatchObject({ status: 'FAILED', error: { code: 'oauth.setup_expired' } });
    expect(await unfinished(creator)).toEqual([]);
  });

  it('works in several tabs at once: each attempt with its own cookie, state and account', async () => {
    const creator = new Creator(oauth);
    const personas = ['creator-one-page', 'creator-other-profile', 'creator-small-audience'];
    const started = await Promise.all(personas.map(() => creator.start('instagram')));
    expect(creator.cookies.size).toBe(3);
    const callbacks = await Promise.all(
      started.map(({ redirectTo }, index) => consentAt(redirectTo, { persona: personas[index]! })),
    );
    // Back in another order than they left.
    for (const callback of callbacks.toReversed()) expect((await creator.get(callback)).status).toBe(303);
    const handles = await Promise.all(
      started.map(async ({ id }) => {
        const { body } = await creator.get(`/v1/connect-transactions/${id}`);
        return (body['candidates'] as { handle: string }[]).map((one) => one.handle);
      }),
    );
    expect(new Set(handles.flat()).size).toBe(3);
    expect(creator.cookies.size).toBe(0);
  });

  describe('with several accounts', () => {
    it('connects those that can be, and says of each other one why not', async () => {
      const creator = new Creator(oauth);
      const { id, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
      const candidates = transaction['candidates'] as { id: string; handle: string }[];
      await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', path: `*${candidates[1]!.id}`, times: 5 });
      const candidateIds = candidates.map((one) => one.id);
      const done = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
      expect(done.body).toMatchObject({
        status: 'DONE',
        leftOut: [{ handle: candidates[1]!.handle, code: 'oauth.platform_unavailable' }],
      });
      expect(done.body['socialAccountIds']).toHaveLength(1);
      expect(await oauth.count('grants', 'influencer_id = $1', [creator.influencerId])).toBe(1);
      expect((await creator.get(`/v1/connect-transactions/${id}`)).body['leftOut']).toHaveLength(1);
    });

    it('stays open when none can be', async () => {
      const creator = new Creator(oauth);
      const { id, transaction } = await creator.consent('instagram', { persona: 'creator-two-pages' });
      const candidateIds = (transaction['candidates'] as { id: string }[]).map((one) => one.id);
      await oauth.sandbox.fault({ platform: 'facebook', kind: 'status', operation: 'graph.instagram', times: 9 });
      const refused = await creator.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
      expect(refused.body['code']).toBe('oauth.platform_unavailable');
      expect((await creator.get(`/v1/connect-transactions/${id}`)).body).toMatchObject({ status: 'SETUP_UNFINISHED' });
    });
  });
});

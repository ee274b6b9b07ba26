import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { consentAt } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

const cases = [
  {
    platform: 'instagram',
    asked: '@Sandbox.One.Page',
    persona: 'creator-one-page',
    other: { persona: 'creator-other-profile', handle: 'sandbox.other.profile' },
    revoked: 'graph.permissions.delete',
  },
  {
    platform: 'tiktok',
    asked: '@Sandbox.EveryDay',
    persona: 'tiktok-everyday',
    other: { persona: 'tiktok-busy', handle: 'sandbox.busy' },
    revoked: 'tiktok.oauth.revoke',
  },
] as const;

describe.each(cases)('an account of $platform that is known by its handle alone (AL-04)', (told) => {
  const { platform, asked, persona, other, revoked } = told;
  let oauth: OauthFixture;
  const holder = (proven: boolean) => new Creator(oauth, { kind: 'link', request: newId(), proven });
  const kept = async ({ influencerId }: Creator) => ({
    grants: await oauth.count('grants', 'influencer_id = $1', [influencerId]),
    consents: await oauth.count('consents', 'influencer_id = $1', [influencerId]),
    staged: await oauth.count('staged_grants', 'influencer_id = $1', [influencerId]),
    reserved: oauth.accounts.reservations.filter((one) => one['influencerId'] === influencerId).length,
  });
  /** Not before then does the same person connect anew: a platform ends all that they agreed to. */
  const isTold = ({ influencerId }: Creator) =>
    until(
      'the platform to be told',
      async () => (await oauth.count('revocations', `influencer_id = $1 AND outcome <> 'pending'`, [influencerId])) > 0,
    );
  const nothing = { grants: 0, consents: 0, staged: 0, reserved: 0 };
  /** Everything that leaves the service for others to read. */
  const eventsOf = ({ organisationId }: Creator) =>
    oauth.database.query<{ type: string; payload: Record<string, unknown> }>(
      `SELECT type, payload FROM oauth.outbox WHERE payload ->> 'organisationId' = $1`,
      [organisationId],
    );

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());
  beforeEach(async () => {
    await oauth.forgetPersons();
    oauth.accounts.expectation = { expectedHandle: asked, needsProof: false };
  });

  it.each([
    ['holds the link', false],
    ['proved to be the invited person', true],
  ])('is taken from whoever %s, in whatever case it was typed', async (_who, proven) => {
    const person = holder(proven);
    await person.connect(platform, persona);
    expect(await kept(person)).toEqual({ grants: 1, consents: 1, staged: 0, reserved: 1 });
  });

  it.each([
    ['holds the link', false],
    ['proved to be the invited person', true],
  ])('is taken for no other one of whoever %s: nothing is stored, the platform is told', async (_who, proven) => {
    const person = holder(proven);
    const mark = await oauth.sandbox.mark();
    const { id, transaction } = await person.consent(platform, { persona: other.persona });
    expect(transaction).toMatchObject({
      status: 'FAILED',
      candidates: [],
      canAddAsNew: proven,
      error: { code: 'oauth.other_account', expectedHandle: asked, arrivedHandle: other.handle },
      diagnosis: { facts: { expectedHandle: asked, arrivedHandles: [other.handle] } },
    });
    expect(await kept(person)).toEqual(nothing);
    const receipts = () =>
      oauth.database.query<{ reason: string; outcome: string; copy: string | null }>(
        'SELECT reason, outcome, copy FROM oauth.revocations WHERE influencer_id = $1',
        [person.influencerId],
      );
    await isTold(person);
    expect(await receipts()).toEqual([{ reason: 'other_account', outcome: 'told', copy: null }]);
    expect(await oauth.sandbox.calls(revoked, mark)).toMatchObject([{ status: 200 }]);

    const { organisationId, influencerId } = person;
    const code = 'oauth.other_account';
    const failedAt = expect.any(String);
    const payload = { organisationId, influencerId, transactionId: id, platform, flow: 'link', code, failedAt };
    expect(await eventsOf(person)).toEqual([{ type: 'AuthorizationFailed', payload }]);
  });

  it('is taken for no other one in the dashboard, where it is to be connected again', async () => {
    const creator = new Creator(oauth);
    oauth.accounts.expectation = { expectedHandle: asked, needsProof: true };
    const { transaction } = await creator.consent(platform, { persona: other.persona }, newId());
    expect(transaction).toMatchObject({
      status: 'FAILED',
      canAddAsNew: true,
      error: { expectedHandle: asked, arrivedHandle: other.handle },
    });
    expect(await kept(creator)).toEqual(nothing);
    await isTold(creator);
  });

  it('leaves room for another one, which whoever proved to be the invited person adds as a new account', async () => {
    const wanted = { platform, asNew: true };
    const stranger = await holder(false).post('/v1/connect-transactions', wanted);
    expect([stranger.status, stranger.body['code']]).toEqual([403, 'gateway.proof_needed']);

    const person = holder(true);
    const { id, redirectTo } = (await person.post('/v1/connect-transactions', wanted)).body as Record<string, string>;
    await person.get(await consentAt(redirectTo!, { persona: other.persona }));
    const shown = (await person.get(`/v1/connect-transactions/${id}`)).body;
    if (shown['status'] === 'SETUP_UNFINISHED') {
      const candidateIds = (shown['candidates'] as { id: string }[]).map((candidate) => candidate.id);
      const { body } = await person.post(`/v1/connect-transactions/${id}/confirm`, { candidateIds });
      expect([body['status'], body['code']]).toEqual(['DONE', undefined]);
    }
    expect(await kept(person)).toMatchObject({ grants: 1, staged: 0 });
  });
});

describe('another account than the expected one, while an earlier consent of the same person waits for their choice', () => {
  let oauth: OauthFixture;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
  });
  afterAll(() => oauth.stop());

  it('is refused, and takes nothing back from what waits', async () => {
    const creator = new Creator(oauth);
    const { id: waiting, transaction } = await creator.consent('instagram', { persona: 'creator-other-profile' });
    expect(transaction).toMatchObject({ status: 'SETUP_UNFINISHED' });
    oauth.accounts.expectation = { expectedHandle: '@sandbox.one.page', needsProof: true };
    const refused = await creator.consent('instagram', { persona: 'creator-other-profile' }, newId());
    expect(refused.transaction).toMatchObject({ status: 'FAILED', error: { code: 'oauth.other_account' } });
    const outcome = async () =>
      (
        await oauth.database.query<{ outcome: string; last_error: string | null }>(
          'SELECT outcome, last_error FROM oauth.revocations WHERE influencer_id = $1',
          [creator.influencerId],
        )
      )[0];
    await until('it to be seen that it is awaited', async () => (await outcome())?.last_error === 'attempt_open');
    const mark = await oauth.sandbox.mark();

    const candidateIds = (transaction['candidates'] as { id: string }[]).map((candidate) => candidate.id);
    const { body } = await creator.post(`/v1/connect-transactions/${waiting}/confirm`, { candidateIds });
    expect(body).toMatchObject({ status: 'DONE' });
    await until('the receipt to be closed', async () => (await outcome())?.outcome === 'consent_in_use', 40_000);
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
  });

  it('is taken back once what waited is discarded, which alone is spared by the discard of another one', async () => {
    oauth.accounts.expectation = { expectedHandle: null, needsProof: false };
    const creator = new Creator(oauth);
    const attempt = async () => (await creator.consent('instagram', { persona: 'creator-one-page' }, newId())).id;
    const [first, second] = [await attempt(), await attempt()];
    const receipts = () =>
      oauth.database.query<{ outcome: string }>(
        'SELECT outcome FROM oauth.revocations WHERE influencer_id = $1 ORDER BY id',
        [creator.influencerId],
      );
    const mark = await oauth.sandbox.mark();
    const discard = (id: string) => creator.post(`/v1/connect-transactions/${id}/discard`, {});
    expect((await discard(first)).status).toBe(200);
    await until(
      'the other one to be seen',
      async () =>
        (await oauth.count('revocations', `influencer_id = $1 AND last_error = 'attempt_open'`, [
          creator.influencerId,
        ])) === 1,
    );
    expect(await oauth.sandbox.calls('graph.permissions.delete', mark)).toEqual([]);
    expect((await discard(second)).status).toBe(200);
    await until(
      'both to be told',
      async () => (await receipts()).every(({ outcome }) => outcome === 'told' || outcome === 'not_needed'),
      40_000,
    );
    expect((await oauth.sandbox.calls('graph.permissions.delete', mark)).length).toBeGreaterThan(0);
  });
});

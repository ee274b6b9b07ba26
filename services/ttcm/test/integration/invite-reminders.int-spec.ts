import { AccountStateChanged, InfluencerMerged, newId, pausedCause } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture, type KnownAccount } from './support/fixture';

describe('a creator who has not answered an invitation', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
    await fixture.connect(org);
  });
  afterAll(() => fixture?.stop());

  const anAccount = (handle = 'sandbox.everyday'): KnownAccount => {
    const account = { id: newId(), organisationId: org.id, influencerId: newId(), platform: 'tiktok' as const, handle };
    const known = { ...account, marketplace: 'NON_TTCM' as const };
    fixture.accounts.set(known.id, known);
    return known;
  };
  const send = async (body: object) =>
    String((await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', body)).body['id']);
  const invite = (account: KnownAccount) => send({ socialAccountId: account.id });
  const inviteHandle = (influencerId: string, handle = 'sandbox.everyday') => {
    fixture.influencers.set(influencerId, org.id);
    return send({ influencerId, handle });
  };
  const reminders = async (inviteId: string) =>
    (await fixture.service.published('InviteUnanswered')).filter((event) => event['inviteId'] === inviteId);
  const set = (inviteId: string, change: string) =>
    fixture.service.database.query(`UPDATE ttcm.invites SET ${change} WHERE id = $1`, [inviteId]);
  /** As if the half of the wait were over. */
  const passHalf = (inviteId: string) => set(inviteId, `remind_at = now()`);
  const looks = async (inviteId: string) => {
    const [row] = await fixture.service.database.query<{ lease_epoch: string }>(
      'SELECT lease_epoch FROM ttcm.invites WHERE id = $1',
      [inviteId],
    );
    return Number(row!.lease_epoch);
  };
  /** TikTok was asked about it once more, and whatever followed from the answer is written: the next look has begun. */
  const lookedAt = async (inviteId: string) => {
    const before = await looks(inviteId);
    await until('it is looked at', async () => (await looks(inviteId)) >= before + 2, 20_000);
  };
  const reminded = (inviteId: string) =>
    until('the reminder is told', async () => (await reminders(inviteId)).length > 0, 20_000);
  const handled = (event: Promise<string>) =>
    until('the event is handled', async () => fixture.service.isHandled(await event), 20_000);

  it('is told of once, half-way to the end of the wait, however often the invitation is looked at', async () => {
    const account = anAccount();
    const id = await invite(account);
    const [plan] = await fixture.service.database.query<{ share: number }>(
      `SELECT round((extract(epoch FROM remind_at - created_at) / extract(epoch FROM expires_at - created_at)), 3)::float8
              AS share FROM ttcm.invites WHERE id = $1`,
      [id],
    );
    expect(plan!.share).toBe(0.5);
    await lookedAt(id);
    expect(await reminders(id)).toEqual([]);
    await passHalf(id);
    await reminded(id);
    // As after a crash of whoever looked: the lease is free again, and several look at once.
    for (let again = 0; again < 3; again += 1) {
      await set(id, `due_at = now(), lease_until = NULL`);
      await lookedAt(id);
    }
    const { influencerId } = account;
    expect(await reminders(id)).toEqual([
      expect.objectContaining({ organisationId: org.id, influencerId, accountId: account.id }),
    ]);
  });

  it('is told of by their invitation, where they have no account here', async () => {
    const influencerId = newId();
    const id = await inviteHandle(influencerId);
    await passHalf(id);
    await reminded(id);
    const [event] = await reminders(id);
    expect(event).toMatchObject({ influencerId, expiresAt: expect.any(String) });
    expect(event).not.toHaveProperty('accountId');
  });

  it('and joins before it is time is not told of', async () => {
    const account = anAccount();
    const id = await invite(account);
    await fixture.sandbox.does('tiktok-everyday', 'join-marketplace');
    await passHalf(id);
    const joined = async () =>
      (await fixture.service.published('InviteAccepted')).some((event) => event['inviteId'] === id);
    await until('they have joined', joined, 20_000);
    expect(await reminders(id)).toEqual([]);
  });

  it('and whose invitation is no longer open at TikTok is not told of', async () => {
    const id = await invite(anAccount());
    await fixture.sandbox.does('tiktok-everyday', 'end-invitation');
    await passHalf(id);
    await lookedAt(id);
    expect(await reminders(id)).toEqual([]);
  });

  it('is not told of when the wait is over', async () => {
    const id = await invite(anAccount());
    await set(id, `remind_at = now(), expires_at = now()`);
    const expired = async () =>
      (await fixture.service.published('InviteExpired')).some((event) => event['inviteId'] === id);
    await until('it has ended', expired, 20_000);
    expect(await reminders(id)).toEqual([]);
  });

  it.each([
    ['took the permission back', { from: 'AUTHENTICATED', to: 'NON_AUTH', cause: 'revoked_by_person' }],
    ['paused the account', { from: 'AUTHENTICATED', to: 'AUTHENTICATED', cause: pausedCause, paused: true }],
  ] as const)('and %s is not told of', async (_why, change) => {
    const account = anAccount();
    const id = await invite(account);
    const { organisationId, influencerId } = account;
    await handled(
      fixture.service.publish(AccountStateChanged, {
        organisationId,
        influencerId,
        accountId: account.id,
        platform: 'tiktok',
        marketplace: 'INVITED',
        tracked: false,
        source: null,
        actor: 'person',
        at: new Date().toISOString(),
        ...change,
      }),
    );
    const [row] = await fixture.service.database.query<{ remind_at: Date | null; state: string }>(
      'SELECT remind_at, state FROM ttcm.invites WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ remind_at: null, state: 'INVITED' });
  });

  it('is not told of again by the entry that theirs became part of', async () => {
    const [influencerId, keptInfluencerId] = [newId(), newId()];
    const told = await inviteHandle(influencerId);
    await passHalf(told);
    await reminded(told);
    const kept = await inviteHandle(keptInfluencerId);
    const merged = { organisationId: org.id, influencerId, keptInfluencerId, accountIds: [] };
    await handled(fixture.service.publish(InfluencerMerged, { ...merged, mergedAt: new Date().toISOString() }));
    const rows = await fixture.service.database.query<{ id: string; state: string; remind_at: Date | null }>(
      'SELECT id, state, remind_at FROM ttcm.invites WHERE influencer_id = $1 ORDER BY id',
      [keptInfluencerId],
    );
    expect(rows).toEqual([
      { id: told, state: 'EXPIRED', remind_at: null },
      { id: kept, state: 'INVITED', remind_at: null },
    ]);
  });
});

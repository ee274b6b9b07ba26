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
  const stateChanged = (
    ids: Pick<AccountStateChanged, 'organisationId' | 'influencerId' | 'accountId'>,
    change: Pick<AccountStateChanged, 'from' | 'to' | 'cause' | 'paused'>,
  ) =>
    fixture.service.publish(AccountStateChanged, {
      ...ids,
      platform: 'tiktok',
      marketplace: 'INVITED',
      tracked: false,
      source: null,
      actor: 'person',
      at: new Date().toISOString(),
      ...change,
    });
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
    // In line with how the account's invitation ends, which then can not be heard of before the reminder.
    const keys = await fixture.service.database.query<{ aggregateid: string }>(
      `SELECT DISTINCT aggregateid FROM ttcm.outbox WHERE payload ->> 'inviteId' = $1`,
      [id],
    );
    expect(keys).toEqual([{ aggregateid: account.id }]);
  });

  it('is told of without a change of what is known of the account: that is for answers about it', async () => {
    const account = anAccount();
    const known = async () => {
      const [row] = await fixture.service.database.query<{ state: string; last_answer: string | null }>(
        'SELECT state, last_answer FROM ttcm.memberships WHERE account_id = $1',
        [account.id],
      );
      return row;
    };
    const id = await invite(account);
    await until('the membership is looked at', async () => (await known())?.last_answer === 'INVITED', 20_000);
    // As if a look at the account had found them in between the answer about the invitation and the reminder.
    await fixture.service.database.query(`UPDATE ttcm.memberships SET state = 'TTCM' WHERE account_id = $1`, [
      account.id,
    ]);
    await passHalf(id);
    await reminded(id);
    expect(await known()).toMatchObject({ state: 'TTCM' });
    const changes = await fixture.service.published('MarketplaceStatusChanged');
    expect(changes.filter((event) => event['accountId'] === account.id)).toMatchObject([{ to: 'INVITED' }]);
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
    await handled(stateChanged({ organisationId, influencerId, accountId: account.id }, change));
    const [row] = await fixture.service.database.query<{ remind_at: Date | null; state: string }>(
      'SELECT remind_at, state FROM ttcm.invites WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ remind_at: null, state: 'INVITED' });
  });

  it('by a handle, and takes a permission back or pauses, is not told of', async () => {
    const [mine, theirs] = [newId(), newId()];
    const id = await inviteHandle(mine);
    const another = await inviteHandle(theirs);
    const change = { from: 'AUTHENTICATED', to: 'NON_AUTH', cause: 'revoked_by_person' } as const;
    await handled(stateChanged({ organisationId: org.id, influencerId: mine, accountId: newId() }, change));
    const remindAt = async (inviteId: string) =>
      (
        await fixture.service.database.query<{ remind_at: Date | null }>(
          'SELECT remind_at FROM ttcm.invites WHERE id = $1',
          [inviteId],
        )
      )[0]!.remind_at;
    expect([await remindAt(id), await remindAt(another)]).toEqual([null, expect.any(Date)]);
  });

  it('of an invitation that a person sent late is told of when half of the rest is over, never with the invitation', async () => {
    const account = anAccount('sandbox.invited');
    const id = newId();
    await fixture.service.database.query(
      `INSERT INTO ttcm.invites (id, org_id, influencer_id, account_id, handle, state, created_at, remind_at, expires_at, due_at)
       VALUES ($1, $2, $3, $4, $5, 'BY_HAND', now() - interval '20 days', now() - interval '5 days', now() + interval '10 days', now())`,
      [id, org.id, account.influencerId, account.id, account.handle],
    );
    const state = async () => {
      const [row] = await fixture.service.database.query<{ state: string; days: number }>(
        `SELECT state, round(extract(epoch FROM remind_at - now()) / 86400, 1)::float8 AS days FROM ttcm.invites WHERE id = $1`,
        [id],
      );
      return row!;
    };
    await until('it is found at TikTok', async () => (await state()).state === 'INVITED', 20_000);
    expect((await state()).days).toBe(5);
    await lookedAt(id);
    expect(await reminders(id)).toEqual([]);
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

import { AccountAdded, InfluencerErased, InfluencerMerged, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { tracesOf } from '@creator-connect/persistence/testing';
import { accountDataOf, ownDataOf, type TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture, type KnownAccount } from './support/fixture';

describe('what is held about a creator', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
    await fixture.freshSandbox();
    org = fixture.identities.anOrganisation();
    await fixture.connect(org);
  }, 60_000);
  afterAll(() => fixture?.stop());

  const anAccount = (handle: string): KnownAccount => {
    const account = { id: newId(), organisationId: org.id, influencerId: newId(), platform: 'tiktok' as const, handle };
    const known = { ...account, marketplace: 'NON_TTCM' as const };
    fixture.accounts.set(known.id, known);
    return known;
  };
  const invite = ({ id }: KnownAccount) => fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: id });

  it('is given to them as a whole, and nothing of anybody else', async () => {
    const [account, neighbour] = [anAccount('sandbox.everyday'), anAccount('sandbox.busy')];
    const { body } = await invite(account);
    await invite(neighbour);
    const { organisationId, influencerId } = account;
    const held = await ownDataOf(fixture.door, { organisationId, influencerId });
    expect(held).toEqual({
      invitations: [expect.objectContaining({ id: body['id'], handle: 'sandbox.everyday', state: 'INVITED' })],
      'marketplace-memberships': [expect.objectContaining({ account_id: account.id, state: 'INVITED' })],
    });
    const elsewhere = await ownDataOf(fixture.door, { organisationId: newId(), influencerId });
    expect(Object.values(elsewhere).flat()).toEqual([]);
    // What is open goes with the account that it is about.
    const goes = (accountId: string) => accountDataOf(fixture.door, { organisationId, influencerId, accountId });
    expect(await goes(account.id)).toEqual({ invitations: 1, 'marketplace-memberships': 1 });
    expect(await goes(neighbour.id)).toEqual({ invitations: 0, 'marketplace-memberships': 0 });
  });

  it('goes when they are erased, which is confirmed, and what is told of them late brings nothing back', async () => {
    const account = anAccount('sandbox.korea.eligible');
    await invite(account);
    const { id: accountId, organisationId, influencerId } = account;
    const person = { organisationId, influencerId };
    expect(await tracesOf(fixture.service.database, [influencerId])).toHaveLength(2);
    const at = new Date().toISOString();
    const handled = (event: Promise<string>) =>
      until('the event is handled', async () => fixture.service.isHandled(await event), 20_000);
    await handled(fixture.service.publish(InfluencerErased, { ...person, accountIds: [accountId], erasedAt: at }));
    await handled(
      fixture.service.publish(AccountAdded, {
        ...person,
        accountId,
        platform: 'tiktok',
        platformAccountId: 'late',
        authState: 'NON_AUTH',
        marketplace: 'NON_TTCM',
        addedAt: at,
      }),
    );
    expect(Object.values(await ownDataOf(fixture.door, person)).flat()).toEqual([]);
    expect(await tracesOf(fixture.service.database, [influencerId, accountId])).toEqual([]);
    expect(await fixture.service.published('InfluencerDataErased')).toContainEqual(
      expect.objectContaining({ influencerId, service: 'ttcm' }),
    );
  });

  describe('by two entries of one person', () => {
    const handled = (event: Promise<string>) =>
      until('the event is handled', async () => fixture.service.isHandled(await event), 20_000);
    const merge = (influencerId: string, keptInfluencerId: string) => {
      const data = { organisationId: org.id, influencerId, keptInfluencerId, accountIds: [] };
      return handled(fixture.service.publish(InfluencerMerged, { ...data, mergedAt: new Date().toISOString() }));
    };
    const erase = (influencerId: string) => {
      const data = { organisationId: org.id, influencerId, accountIds: [], erasedAt: new Date().toISOString() };
      return handled(fixture.service.publish(InfluencerErased, data));
    };
    const held = (influencerId: string) => ownDataOf(fixture.door, { organisationId: org.id, influencerId });

    it('is one afterwards: a handle that both were invited by waits once', async () => {
      const account = anAccount('sandbox.everyday');
      await invite(account);
      const kept = newId();
      fixture.influencers.set(kept, org.id);
      const body = { influencerId: kept, handle: 'sandbox.korea.eligible' };
      expect((await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', body)).status).toBe(201);
      // The marketplace takes a handle once; the other entry was invited by it a moment before.
      await fixture.service.database.query(
        `INSERT INTO ttcm.invites (id, org_id, influencer_id, handle, state, expires_at)
         SELECT $3, org_id, $2, upper(handle), state, expires_at FROM ttcm.invites WHERE influencer_id = $1`,
        [kept, account.influencerId, newId()],
      );
      for (let again = 0; again < 2; again += 1) await merge(account.influencerId, kept);
      const { invitations, 'marketplace-memberships': memberships } = await held(kept);
      const states = invitations!.map((one) => `${String(one['handle'])} ${String(one['state'])}`);
      expect(states.toSorted()).toEqual([
        'SANDBOX.KOREA.ELIGIBLE EXPIRED',
        'sandbox.everyday INVITED',
        'sandbox.korea.eligible INVITED',
      ]);
      expect(memberships).toEqual([expect.objectContaining({ account_id: account.id })]);
      await handled(
        fixture.service.publish(AccountAdded, {
          organisationId: org.id,
          influencerId: account.influencerId,
          accountId: newId(),
          platform: 'tiktok',
          platformAccountId: 'late',
          authState: 'NON_AUTH',
          marketplace: 'NON_TTCM',
          addedAt: new Date().toISOString(),
        }),
      );
      expect((await held(kept))['marketplace-memberships']).toHaveLength(2);
      expect(Object.values(await held(account.influencerId)).flat()).toEqual([]);
    });

    it('goes with either, in whatever order the erasure and the merge are heard of', async () => {
      for (const first of ['erased', 'merged']) {
        const [account, kept] = [anAccount('sandbox.everyday'), newId()];
        await invite(account);
        if (first === 'erased') await erase(kept);
        await merge(account.influencerId, kept);
        if (first === 'merged') await erase(kept);
        for (const id of [account.influencerId, kept]) expect(Object.values(await held(id)).flat()).toEqual([]);
      }
    });
  });
});

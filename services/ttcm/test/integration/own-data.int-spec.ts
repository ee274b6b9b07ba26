import { AccountAdded, InfluencerErased, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { tracesOf } from '@creator-connect/persistence/testing';
import { ownDataOf, type TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture, type KnownAccount } from './support/fixture';

describe('what is held about a creator', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
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
});

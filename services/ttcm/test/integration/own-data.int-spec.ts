import { newId } from '@creator-connect/contracts';
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
});

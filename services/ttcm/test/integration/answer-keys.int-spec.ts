import { newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import { answerKeysOf, documentedAccess, membersOf } from '@creator-connect/security/testing';
import { TtcmFixture } from './support/fixture';

describe('what answers of ttcm hold (TE-08)', () => {
  let fixture: TtcmFixture;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
    await fixture.freshSandbox();
  }, 60_000);
  afterAll(() => fixture?.stop());

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const org = fixture.identities.anOrganisation();
    await fixture.connect(org);
    const account = {
      id: newId(),
      organisationId: org.id,
      influencerId: newId(),
      platform: 'tiktok' as const,
      handle: 'sandbox.everyday',
      marketplace: 'NON_TTCM' as const,
    };
    fixture.accounts.set(account.id, account);
    const asOf = new Date().toISOString();
    fixture.facts.set(account.id, { followers: 12_000, postsLast30Days: 9, viewsLast30Days: null, asOf });
    const sent = await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: account.id });
    const invite = `/v1/ttcm-invites/${String(sent.body['id'])}`;
    await fixture.sandbox.does('tiktok-everyday', 'join-marketplace');
    const state = async () => (await fixture.call(org.admin, 'GET', invite)).body['state'];
    await until('the creator has joined', async () => (await state()) === 'ACCEPTED', 20_000);
    const creator: Identity = { kind: 'influencer', sub: newId(), org: org.id, influencer: account.influencerId };

    const { table, undescribed, unshown } = await answerKeysOf(
      'ttcm',
      fixture.door,
      {
        '/v1/ttcm-connection': '/v1/ttcm-connection',
        '/v1/ttcm-eligibility': `/v1/ttcm-eligibility?socialAccountId=${account.id}`,
        '/v1/ttcm-invites': '/v1/ttcm-invites',
        '/v1/ttcm-membership': `/v1/ttcm-membership?socialAccountId=${account.id}`,
        '/v1/ttcm-invites/{id}': invite,
      },
      { ...membersOf(org), creator },
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual([]);
    expect(table).toBe(documentedAccess('answers/ttcm', table));
  });
});

import { AccountStateChanged, MemberJoined, newId } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { answerKeysOf, documentedAccess, membersOf } from '@creator-connect/security/testing';
import { anAccount, becomes } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('what answers of notifications hold (TE-08)', () => {
  let fixture: NotificationsFixture;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const id = await fixture.aSendingOrganisation();
    const [owner, viewer] = [fixture.member(id), fixture.member(id, 'viewer')];
    const org = { id, owner, admin: { ...fixture.member(id), role: 'admin' as const }, viewer };
    const { influencerId, ...account } = anAccount(id);
    fixture.mails.unknown.add(emailOf(influencerId));
    await fixture.consumed(AccountStateChanged, becomes('REAUTH', { ...account, influencerId }));
    await fixture.consumed(MemberJoined, {
      organisationId: id,
      userId: newId(),
      role: 'viewer',
      joinedAt: new Date().toISOString(),
    });
    const kinds = async () => (await fixture.as(owner, 'GET', '/v1/notices')).body['items'];
    await eventually(async () => expect(await kinds()).toHaveLength(3), patienceMs);

    const { table, undescribed, unshown } = await answerKeysOf(
      'notifications',
      fixture.door,
      {
        '/v1/addressees/{influencerId}': `/v1/addressees/${influencerId}`,
        '/v1/digest-setting': '/v1/digest-setting',
        '/v1/messages': '/v1/messages',
        '/v1/messages/request-preview': `/v1/messages/request-preview?influencerId=${influencerId}`,
        '/v1/notice-settings': '/v1/notice-settings',
        '/v1/notices': '/v1/notices',
        '/v1/notices/unread': '/v1/notices/unread',
        '/v1/outbound-email': '/v1/outbound-email',
      },
      membersOf(org),
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual([]);
    expect(table).toBe(documentedAccess('answers/notifications', table));
  });
});

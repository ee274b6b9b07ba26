import {
  AccountStateChanged,
  CreatorInvited,
  InfluencerApproved,
  InviteAccepted,
  InviteSent,
  newId,
  type EventDefinition,
} from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('mails that one event causes', () => {
  let fixture: NotificationsFixture;
  let organisationId: string;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
    organisationId = await fixture.aSendingOrganisation();
  }, 120_000);
  afterAll(() => fixture?.stop());

  const tell = <T extends { organisationId: string }>(event: EventDefinition<T>, data: T) =>
    fixture.consumed(event, data);
  const at = () => new Date().toISOString();
  const invited = (account: Account) => tell(InviteSent, { ...account, inviteId: newId(), sentAt: at() });
  const invitedByHandle = ({ influencerId, organisationId: of }: Account) =>
    tell(CreatorInvited, { organisationId: of, influencerId, inviteId: newId(), sentAt: at() });
  const joined = (account: Account) => tell(InviteAccepted, { ...account, inviteId: newId(), acceptedAt: at() });
  const revoked = (account: Account) => tell(AccountStateChanged, becomes('NON_AUTH', account));
  const approved = ({ influencerId, organisationId: of }: Account) =>
    tell(InfluencerApproved, { organisationId: of, influencerId, approvedAt: at() });

  const statusesOf = async ({ influencerId }: Account) => {
    const rows = await fixture.database.query<{ status: string; failure: string | null }>(
      'SELECT status, failure FROM notifications.messages WHERE influencer_id = $1',
      [influencerId],
    );
    return rows.map(({ status, failure }) => [status, failure]);
  };

  it.each([
    [
      'TikTok’s invitation waits',
      'organisation',
      invited,
      'Bright Agency invited @kim on Instagram to the Marketplace',
      'System Notifications',
    ],
    [
      'TikTok’s invitation waits, of somebody without an account here',
      'organisation',
      invitedByHandle,
      'Bright Agency invited your account to the Marketplace',
      'System Notifications',
    ],
    ['they joined', 'organisation', joined, 'Bright Agency: @kim on Instagram joined the Marketplace', 'a member now'],
    [
      'they took the permission back',
      'organisation',
      revoked,
      '@kim on Instagram is no longer connected with Bright Agency',
      'no longer collects anything',
    ],
    [
      'they were taken in',
      'system',
      approved,
      'Bright Agency added you to its creators',
      'http://localhost:4400/sign-in#fresh-token',
    ],
  ] as const)('say once that %s, from the %s’s sender', async (_what, sender, happens, subject, words) => {
    const account = anAccount(organisationId);
    const event = await happens(account);
    await eventually(async () => expect(await statusesOf(account)).toEqual([['SENT', null]]), patienceMs);
    await fixture.publishAgain(event);
    // As when the group's offsets are set back after the inbox was cleared.
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    expect(await statusesOf(account)).toEqual([['SENT', null]]);
    const [mail, ...more] = fixture.mails.to(emailOf(account.influencerId));
    expect(more).toEqual([]);
    expect(mail!.subject).toBe(subject);
    expect(mail!.text).toContain(words);
    const outbound = `hello-${organisationId}@agency.example`;
    const address = sender === 'system' ? 'system@example.com' : outbound;
    expect(mail!.from?.value).toMatchObject([{ address }]);
    expect(mail!.replyTo?.value).toMatchObject([{ address: outbound }]);
  });

  it('let somebody in by a link of its own, which stands in no table, list or event, and is new when the mail is tried again', async () => {
    const account = anAccount(organisationId);
    const { influencerId } = account;
    await fixture.mails.stop();
    await approved(account);
    const putOff = () =>
      fixture.database.query<{ id: string; last_error: string | null }>(
        'SELECT id, last_error FROM notifications.messages WHERE influencer_id = $1 AND last_error IS NOT NULL',
        [influencerId],
      );
    await eventually(async () => expect(await putOff()).toHaveLength(1), patienceMs);
    const [{ id }] = (await putOff()) as [{ id: string }];
    await fixture.mails.start();
    await fixture.makeDue(id);
    await eventually(async () => expect(await statusesOf(account)).toEqual([['SENT', null]]), patienceMs);

    const asked = fixture.recipients.asked.filter((one) => one.influencerId === influencerId);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    for (const one of asked) expect(one).toMatchObject({ purpose: 'approved', messageId: id });
    const [mail, ...more] = fixture.mails.to(emailOf(influencerId));
    expect(more).toEqual([]);
    const tokens = [...new Set(mail!.text!.match(/fresh-token-\d+/g))];
    expect(tokens).toEqual([`fresh-token-${fixture.recipients.asked.indexOf(asked.at(-1)!) + 1}`]);
    expect(mail!.text).toContain('The link works until 1 May 2030');
    expect(await fixture.tablesWith('fresh-token')).toEqual([]);
    const list = await fixture.as(fixture.member(organisationId), 'GET', `/v1/messages?influencerId=${influencerId}`);
    expect(JSON.stringify(list.body)).toContain(id);
    expect(JSON.stringify(list.body)).not.toContain('fresh-token');
    expect(JSON.stringify(await fixture.published('EmailSent', organisationId))).not.toContain('fresh-token');
  });

  it.each([
    ['invitation', invited],
    ['joining', joined],
  ])(
    'of an organisation without a verified address say nothing of the %s from any other sender',
    async (_what, happens) => {
      const account = anAccount(newId());
      await happens(account);
      await eventually(async () => expect(await statusesOf(account)).toEqual([['FAILED', 'no_sender']]), patienceMs);
      expect(fixture.mails.to(emailOf(account.influencerId))).toEqual([]);
    },
  );

  it.each([
    ['a welcome', approved],
    ['word of a revocation', revoked],
  ])('%s comes from the installation’s sender where the organisation has no address', async (_what, happens) => {
    const account = anAccount(newId());
    await happens(account);
    await eventually(async () => expect(await statusesOf(account)).toEqual([['SENT', null]]), patienceMs);
  });
});

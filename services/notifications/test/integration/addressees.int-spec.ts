import { AccountStateChanged, AuthorizationRequested, InfluencerErased, newId } from '@creator-connect/contracts';
import { tracesOf } from '@creator-connect/persistence/testing';
import { accountDataOf, ownDataOf } from '@creator-connect/security/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { headerOf } from './support/mail-catcher';
import { NotificationsFixture } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

const forms = {
  multipart: {
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  },
  urlencoded: { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' },
};

describe('whom mails are kept from', () => {
  let fixture: NotificationsFixture;
  let organisationId: string;
  let account: Account;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
    organisationId = await fixture.aSendingOrganisation();
  }, 120_000);
  afterAll(() => fixture?.stop());
  beforeEach(() => {
    account = anAccount(organisationId);
  });

  const received = () => fixture.mails.to(emailOf(account.influencerId));
  const lapse = (of = account) => fixture.consumed(AccountStateChanged, becomes('REAUTH', of));
  const askOnPurpose = () =>
    fixture.consumed(AuthorizationRequested, {
      organisationId,
      influencerId: account.influencerId,
      authorizationRequestId: newId(),
      delivery: 'email',
      platforms: ['instagram'],
      requestedAt: new Date().toISOString(),
    });
  const shown = async () =>
    (await fixture.as(fixture.member(organisationId), 'GET', `/v1/addressees/${account.influencerId}`)).body;
  const outcomes = async (of = account) =>
    (await fixture.messages(of.accountId)).map(({ status, failure }) => (failure ? `${status} ${failure}` : status));
  const makeNextDue = async (of = account) => {
    const next = (await fixture.messages(of.accountId)).find(({ status }) => status === 'QUEUED');
    await fixture.makeDue(next!.id);
  };
  const unsubscribeUrl = () => /^<(.*)>$/.exec(headerOf(received()[0]!, 'list-unsubscribe') ?? '')![1]!;

  it('a reminder can be answered and stopped with one click; a confirmation only answered', async () => {
    await lapse();
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await fixture.consumed(AccountStateChanged, becomes('AUTHENTICATED', account, 'REAUTH'));
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    const [reminder, confirmation] = received();
    expect(unsubscribeUrl()).toMatch(/^http:\/\/localhost:4400\/unsubscribe\/[\w-]{43}$/);
    expect(headerOf(reminder!, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(confirmation!, 'list-unsubscribe')).toBeUndefined();
    for (const mail of [reminder, confirmation]) {
      expect(mail!.replyTo?.text).toBe(`hello-${organisationId}@agency.example`);
      expect(headerOf(mail!, 'auto-submitted')).toBe('auto-generated');
    }
    const stored = await fixture.database.query(`SELECT t::text FROM notifications.reminder_stop_tokens t`);
    expect(JSON.stringify(stored)).not.toContain(unsubscribeUrl().split('/').at(-1));
  });

  it.each(Object.entries(forms))(
    'no reminder comes after a %s click; a request on purpose starts anew',
    async (_, form) => {
      await lapse();
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
      expect(await fixture.oneClick(unsubscribeUrl(), form)).toBe(200);
      const { remindersStoppedAt } = await shown();
      expect(remindersStoppedAt).toEqual(expect.any(String));
      expect(await fixture.oneClick(unsubscribeUrl(), form)).toBe(200);
      expect((await shown())['remindersStoppedAt']).toBe(remindersStoppedAt);
      await makeNextDue();
      const another = { ...account, accountId: newId() };
      await lapse(another);
      await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'QUEUED']);
      await fixture.expectStatuses(another.accountId, ['CANCELLED', 'QUEUED', 'QUEUED']);
      expect(await outcomes()).toEqual(['SENT', 'CANCELLED stopped', 'QUEUED']);
      expect(received()).toHaveLength(1);

      await askOnPurpose();
      expect(await shown()).toMatchObject({ remindersStoppedAt: null });
      await makeNextDue();
      await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'SENT']);
    },
  );

  it('stays stopped when an old request is replayed, in this organisation only', async () => {
    const request = await askOnPurpose();
    await lapse();
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const reminder = received().findIndex((mail) => headerOf(mail, 'list-unsubscribe'));
    const url = /<(.*)>/.exec(headerOf(received()[reminder]!, 'list-unsubscribe')!)![1]!;
    await fixture.oneClick(url, forms.urlencoded);
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [request]);
    await fixture.publishAgain(request);
    await fixture.handled(request);
    expect((await shown())['remindersStoppedAt']).toEqual(expect.any(String));
    const elsewhere = { ...account, organisationId: await fixture.aSendingOrganisation(), accountId: newId() };
    await lapse(elsewhere);
    await fixture.expectStatuses(elsewhere.accountId, ['SENT', 'QUEUED', 'QUEUED']);
  });

  it('looking at the address changes nothing, and a made-up one stops nobody', async () => {
    await lapse();
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const { pathname } = new URL(unsubscribeUrl());
    const look = await fixture.anonymous('GET', pathname);
    expect([look.status, look.headers['location']]).toEqual([
      303,
      `http://localhost:4400/stop-reminders#${pathname.split('/').at(-1)}`,
    ]);
    const madeUp = await fixture.anonymous('POST', `/unsubscribe/${'A'.repeat(43)}`);
    expect([madeUp.status, madeUp.body['code']]).toEqual([404, 'notifications.unsubscribe_unusable']);
    expect((await fixture.anonymous('POST', '/unsubscribe/short')).status).toBe(400);
    expect(await shown()).toMatchObject({ remindersStoppedAt: null });
  });

  it('a mailbox that is gone is written to no more, until somebody asks on purpose or the address is another', async () => {
    const address = emailOf(account.influencerId);
    const tries = () => fixture.mails.tried.filter((tried) => tried === address).length;
    fixture.mails.unknown.add(address);
    await lapse();
    await fixture.expectStatuses(account.accountId, ['FAILED', 'QUEUED', 'QUEUED']);
    expect(await shown()).toMatchObject({ bouncedAt: expect.any(String), remindersStoppedAt: null });
    await makeNextDue();
    await fixture.expectStatuses(account.accountId, ['FAILED', 'FAILED', 'QUEUED']);
    expect(await outcomes()).toEqual(['FAILED bounced', 'FAILED bounced', 'QUEUED']);
    expect(tries()).toBe(1);

    fixture.recipients.emails.set(account.influencerId, `new-${address}`);
    await makeNextDue();
    await fixture.expectStatuses(account.accountId, ['FAILED', 'FAILED', 'SENT']);
    fixture.recipients.emails.delete(account.influencerId);
    fixture.mails.unknown.delete(address);
    await askOnPurpose();
    expect(await shown()).toMatchObject({ bouncedAt: null });
    const another = { ...account, accountId: newId() };
    await lapse(another);
    await fixture.expectStatuses(another.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    expect(JSON.stringify(await fixture.database.query('SELECT * FROM notifications.addressees'))).not.toContain(
      address,
    );
  });

  it('a creator is given everything that is held about them, and nothing of anybody else', async () => {
    const neighbour = anAccount(organisationId);
    await lapse();
    await lapse(neighbour);
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await fixture.oneClick(unsubscribeUrl(), forms.urlencoded);
    const { influencerId, accountId } = account;
    const held = await ownDataOf(fixture.door, { organisationId, influencerId });
    expect(held).toMatchObject({
      mails: [{ kind: 'reauth', status: 'SENT', account_ids: [accountId] }, {}, {}],
      incidents: [{ account_id: accountId, closed_at: null }],
      notices: [{ kind: 'reauth' }],
      'mail-wishes': [{ reminders_stopped_at: expect.any(String), bounced_at: null }],
    });
    expect(JSON.stringify(held)).not.toContain(neighbour.accountId);
    const elsewhere = await ownDataOf(fixture.door, { organisationId: newId(), influencerId });
    expect(Object.values(elsewhere).flat()).toEqual([]);
  });

  it('with an account go the reminders that are scheduled, and the incident that is open', async () => {
    await lapse();
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    expect(await accountDataOf(fixture.door, account)).toEqual({ mails: 2, incidents: 1 });
    expect(await accountDataOf(fixture.door, { ...account, accountId: newId() })).toEqual({ mails: 0, incidents: 0 });
  });

  it('an erased influencer leaves nothing behind, and is written to no more', async () => {
    await lapse();
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const url = unsubscribeUrl();
    await fixture.oneClick(url, forms.urlencoded);
    const neighbour = anAccount(organisationId);
    await lapse(neighbour);
    await fixture.expectStatuses(neighbour.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    expect(await fixture.tablesWith(account.influencerId)).toEqual([
      'addressees',
      'incidents',
      'messages',
      'notices',
      'reminder_stop_tokens',
    ]);
    const { influencerId, accountId } = account;
    const erasedAt = new Date().toISOString();
    await fixture.consumed(InfluencerErased, { organisationId, influencerId, accountIds: [accountId], erasedAt });
    expect(await fixture.tablesWith(influencerId)).toEqual(['erased_influencers']);
    expect(await fixture.oneClick(url, forms.urlencoded)).toBe(404);
    expect(received()).toHaveLength(1);
    await fixture.expectStatuses(neighbour.accountId, ['SENT', 'QUEUED', 'QUEUED']);
  });

  it('of an erased influencer, nothing comes back with what is told of them late; the erasure is confirmed', async () => {
    const { influencerId, accountId } = account;
    const erasedAt = new Date().toISOString();
    await fixture.consumed(InfluencerErased, { organisationId, influencerId, accountIds: [accountId], erasedAt });
    await lapse();
    await askOnPurpose();
    expect(await tracesOf(fixture.database, [influencerId, accountId])).toEqual([]);
    expect(await fixture.published('InfluencerDataErased', organisationId)).toContainEqual({
      payload: expect.objectContaining({ influencerId, service: 'notifications' }),
    });
  });

  it('a mail that is refused for its own sake says nothing of the mailbox', async () => {
    fixture.mails.refusals.set(emailOf(account.influencerId), { code: 554, text: 'We do not like it' });
    await lapse();
    await fixture.expectStatuses(account.accountId, ['FAILED', 'QUEUED', 'QUEUED']);
    expect(await outcomes()).toEqual(['FAILED refused', 'QUEUED', 'QUEUED']);
    expect(await shown()).toMatchObject({ bouncedAt: null });
  });
});

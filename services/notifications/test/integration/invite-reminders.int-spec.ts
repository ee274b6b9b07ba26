import {
  AccountRemoved,
  AccountStateChanged,
  InfluencerErased,
  InfluencerMerged,
  InviteAccepted,
  InviteExpired,
  InviteRejected,
  InviteUnanswered,
  newId,
  pausedCause,
} from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const now = () => daysFromNow(0);

describe('the reminder of a marketplace invitation', () => {
  let fixture: NotificationsFixture;
  let organisationId: string;
  let account: Account;
  let inviteId: string;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
    organisationId = await fixture.aSendingOrganisation();
  }, 120_000);
  beforeEach(() => {
    account = anAccount(organisationId);
    inviteId = newId();
  });
  afterAll(() => fixture?.stop());

  const unanswered = (expiresAt = daysFromNow(15)) =>
    fixture.consumed(InviteUnanswered, { ...account, inviteId, expiresAt, observedAt: now() });
  const byHandle = (influencerId = account.influencerId, invitation = inviteId) =>
    fixture.consumed(InviteUnanswered, {
      organisationId,
      influencerId,
      inviteId: invitation,
      expiresAt: daysFromNow(15),
      observedAt: now(),
    });
  const received = ({ influencerId } = account) => fixture.mails.to(emailOf(influencerId));
  const statuses = async () => {
    const rows = await fixture.database.query<{ status: string }>(
      `SELECT status FROM notifications.messages WHERE invite_id = $1 AND kind = 'marketplace-reminder'`,
      [inviteId],
    );
    return rows.map(({ status }) => status);
  };
  const become = (expected: string[]) => eventually(async () => expect(await statuses()).toEqual(expected), patienceMs);
  /** The mail server takes it later: the mail waits. */
  const waits = async (event: () => Promise<string> = unanswered) => {
    fixture.mails.refusals.set(emailOf(account.influencerId), { code: 451, text: 'Later' });
    await event();
    await eventually(() => expect(fixture.mails.tried).toContain(emailOf(account.influencerId)), patienceMs);
    await become(['QUEUED']);
    fixture.mails.refusals.clear();
  };
  const timePasses = async () => {
    await fixture.database.query(
      `UPDATE notifications.messages SET due_at = now(), lease_until = NULL WHERE invite_id = $1 AND status = 'QUEUED'`,
      [inviteId],
    );
  };

  it('is one mail from the organisation that can be unsubscribed from, however often the event arrives', async () => {
    const event = await unanswered();
    await become(['SENT']);
    await fixture.publishAgain(event);
    await unanswered();
    // As when the group's offsets are set back after the inbox was cleared.
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    expect(await statuses()).toEqual(['SENT']);
    const [mail, ...more] = received();
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Reminder by Bright Agency: Marketplace for @kim on Instagram');
    expect(mail!.from?.value).toMatchObject([{ address: `hello-${organisationId}@agency.example` }]);
    expect(mail!.text).toContain('System Notifications');
    const header = mail!.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
    const form = { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' };
    expect(await fixture.oneClick(/<(.*)>/.exec(header)![1]!, form)).toBe(200);
    inviteId = newId();
    await unanswered();
    await become(['CANCELLED']);
    expect(received()).toHaveLength(1);
  });

  it('is written in German, and to somebody without an account here', async () => {
    fixture.recipients.locales.set(account.influencerId, 'de');
    await byHandle();
    await become(['SENT']);
    expect(received()[0]!.subject).toBe('Bright Agency erinnert: Marketplace für dein Konto');
    expect(received()[0]!.text).toContain('Beitreten');
  });

  it.each([
    ['joins', () => fixture.consumed(InviteAccepted, { ...account, inviteId, acceptedAt: now() })],
    [
      'is rejected',
      () =>
        fixture.consumed(InviteRejected, {
          ...account,
          inviteId,
          failedRules: ['rejected_by_tiktok'],
          rejectedAt: now(),
        }),
    ],
    ['was waited for long enough', () => fixture.consumed(InviteExpired, { ...account, inviteId, expiredAt: now() })],
    [
      'has no account here any more',
      () => fixture.consumed(AccountRemoved, { ...account, platform: 'tiktok', removedAt: now() }),
    ],
    ['took the permission back', () => fixture.consumed(AccountStateChanged, becomes('NON_AUTH', account))],
    [
      'paused the account',
      () =>
        fixture.consumed(AccountStateChanged, {
          ...becomes('AUTHENTICATED', account),
          cause: pausedCause,
          paused: true,
        }),
    ],
  ])('that still waits is not sent to somebody who %s', async (_who, happens) => {
    await waits();
    await happens();
    expect(await statuses()).toEqual(['CANCELLED']);
    await timePasses();
    expect(received().filter(({ subject }) => subject?.startsWith('Reminder'))).toEqual([]);
  });

  it.each([
    ['took a permission back', {}],
    ['paused an account', { to: 'AUTHENTICATED', cause: pausedCause, paused: true }],
  ] as const)('of a handle that still waits is not sent to somebody who %s', async (_who, change) => {
    await waits(byHandle);
    await fixture.consumed(AccountStateChanged, { ...becomes('NON_AUTH', account), ...change });
    expect(await statuses()).toEqual(['CANCELLED']);
  });

  it('of a handle that still waits is sent although somebody else took their permission back', async () => {
    await waits(byHandle);
    await fixture.consumed(AccountStateChanged, becomes('NON_AUTH', anAccount(organisationId)));
    expect(await statuses()).toEqual(['QUEUED']);
    await timePasses();
    await become(['SENT']);
  });

  describe('that still waits when its entry becomes part of another one', () => {
    let keptInfluencerId: string;
    const merge = () =>
      fixture.consumed(InfluencerMerged, {
        organisationId,
        influencerId: account.influencerId,
        keptInfluencerId,
        accountIds: [account.accountId],
        mergedAt: now(),
      });

    beforeEach(() => {
      keptInfluencerId = newId();
    });

    it.each([
      ['an account', unanswered],
      ['a handle', byHandle],
    ])('of %s is sent to that', async (_what, event) => {
      await waits(event);
      await merge();
      expect(await statuses()).toEqual(['QUEUED']);
      await timePasses();
      await become(['SENT']);
      expect(fixture.mails.to(emailOf(keptInfluencerId))).toHaveLength(1);
    });

    it('of a handle is not sent when that was reminded already', async () => {
      await waits(byHandle);
      const [theirs, other] = [newId(), inviteId];
      await byHandle(keptInfluencerId, theirs);
      inviteId = theirs;
      await become(['SENT']);
      inviteId = other;
      await merge();
      expect(await statuses()).toEqual(['CANCELLED']);
      await timePasses();
      expect(fixture.mails.to(emailOf(keptInfluencerId))).toHaveLength(1);
    });
  });

  it('that still waits is gone with somebody who is erased, and does not come for them later', async () => {
    await waits();
    const { influencerId } = account;
    await fixture.consumed(InfluencerErased, { organisationId, influencerId, accountIds: [], erasedAt: now() });
    expect(await statuses()).toEqual([]);
    await unanswered();
    expect(await statuses()).toEqual([]);
    expect(received()).toEqual([]);
  });

  it('is not sent to somebody of whom it was heard before that they joined', async () => {
    await fixture.consumed(InviteAccepted, { ...account, inviteId, acceptedAt: now() });
    await unanswered();
    expect(await statuses()).toEqual([]);
  });

  it('that could not be sent in time is not sent after the end', async () => {
    await waits();
    await fixture.database.query('UPDATE notifications.messages SET needed_until = now() WHERE invite_id = $1', [
      inviteId,
    ]);
    await timePasses();
    await become(['CANCELLED']);
    expect(received()).toEqual([]);
  });
});

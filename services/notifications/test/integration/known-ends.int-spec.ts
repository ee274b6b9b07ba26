import {
  AccountAuthorized,
  AccountStateChanged,
  AuthExpiring,
  AuthExtended,
  type EventDefinition,
} from '@creator-connect/contracts';
import { runInContext } from '@creator-connect/observability';
import { eventually } from '@creator-connect/messaging/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

const hourMs = 3_600_000;

describe('an authorization that is known to end soon', () => {
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

  const endsIn = (days: number) => new Date(Date.now() + days * 24 * hourMs + hourMs).toISOString();
  const expiring = (daysLeft: number, endsAt = endsIn(daysLeft), grantVersion = 1) =>
    fixture.consumed(AuthExpiring, { ...account, platform: 'instagram', endsAt, daysLeft, grantVersion });
  const authorized = (grantVersion: number) =>
    fixture.consumed(AccountAuthorized, {
      ...account,
      platform: 'instagram',
      flow: 'link',
      scopes: [],
      missingScopes: [],
      first: false,
      authorizedAt: new Date().toISOString(),
      tokenExpiresAt: null,
      dataAccessExpiresAt: null,
      grantVersion,
    });
  /** What accounts makes of an event of oauth. */
  const inAnswerTo = <T extends { organisationId: string }>(causationId: string, event: EventDefinition<T>, data: T) =>
    runInContext({ correlationId: causationId, causationId }, () => fixture.consumed(event, data));
  const received = () => fixture.mails.to(emailOf(account.influencerId));
  const subjects = () => received().map(({ subject }) => subject);
  const statuses = (expected: string[]) => fixture.expectStatuses(account.accountId, expected, 'expiring');
  const incidents = () =>
    fixture.database.query<{ id: string; phase: string; closed_at: Date | null }>(
      'SELECT id, phase, closed_at FROM notifications.incidents WHERE account_id = $1 ORDER BY opened_at',
      [account.accountId],
    );
  /** As when the group's offsets are set back after the inbox was cleared. */
  const replay = async (...events: string[]) => {
    for (const event of events) {
      await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
      await fixture.publishAgain(event);
      await fixture.handled(event);
    }
  };

  it('opens one incident at 14 days and is mailed at 7, 2 and 0 days', async () => {
    await expiring(14);
    expect(await incidents()).toMatchObject([{ phase: 'expiring', closed_at: null }]);
    await statuses([]);
    await expiring(7);
    await statuses(['SENT']);
    await expiring(2);
    await statuses(['SENT', 'SENT']);
    await expiring(0);
    await statuses(['SENT', 'SENT', 'SENT']);
    expect(subjects()).toEqual(Array.from({ length: 3 }, () => 'Renew @kim on Instagram for Bright Agency'));
    expect(await incidents()).toHaveLength(1);
  });

  it('names the day where the creator lives, and carries a link for the grant that ends', async () => {
    const later = new Date();
    later.setUTCDate(later.getUTCDate() + 7);
    later.setUTCHours(23, 30, 0, 0);
    // Half past midnight in Berlin, or later: the next day.
    const next = new Date(later.getTime() + 2 * hourMs);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(next);
    await expiring(7, later.toISOString(), 4);
    await statuses(['SENT']);
    const [mail] = received();
    expect(mail!.html).toContain(`The permission ends on ${day}; from then on new posts are not counted.`);
    expect(mail!.text).toContain(`ends on ${day}`);
    expect(mail!.text).toContain('http://localhost:4400/a/fresh-link');
    expect(mail!.text).toContain('You get this mail because Bright Agency works with you');
    expect(mail!.text).toContain('The link works until 1 May 2030 at 12:00 (Europe/Berlin).');
    expect(mail!.from?.value).toMatchObject([{ address: `hello-${organisationId}@agency.example` }]);
    expect(fixture.recipients.asked.at(-1)).toEqual({
      organisationId,
      influencerId: account.influencerId,
      purpose: 'expiring',
      accountIds: [account.accountId],
      endingGrantVersion: 4,
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('can be unsubscribed from in the mail program, with one click that no mail about the end follows', async () => {
    await expiring(7);
    await statuses(['SENT']);
    const [mail] = received();
    const header = (name: string) => mail!.headerLines.find(({ key }) => key === name)?.line;
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const url = /<(http:\/\/localhost:4400\/unsubscribe\/[\w-]{43})>/.exec(header('list-unsubscribe') ?? '')?.[1];
    const form = { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' };
    expect(await fixture.oneClick(url!, form)).toBeLessThan(300);
    await expiring(2);
    await statuses(['SENT', 'CANCELLED']);
    expect(received()).toHaveLength(1);
  });

  it('is mailed once a step, though events come twice, and again after all is well', async () => {
    const seven = await expiring(7);
    await statuses(['SENT']);
    const two = await expiring(2);
    await statuses(['SENT', 'SENT']);
    await fixture.publishAgain(two);
    await replay(seven, two);
    const renewed = await authorized(2);
    await replay(seven, two, renewed);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    await statuses(['SENT', 'SENT']);
    expect(received()).toHaveLength(3);
    expect((await incidents()).filter((incident) => incident.closed_at === null)).toEqual([]);
  });

  it('goes on in the same incident when the end has come', async () => {
    await expiring(0);
    await statuses(['SENT']);
    const [before] = await incidents();
    const lapse = await fixture.consumed(AccountStateChanged, becomes('REAUTH', account));
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    // Comes late, from the other topic.
    await expiring(2);
    await statuses(['SENT']);
    expect(await incidents()).toEqual([{ id: before!.id, phase: 'ended', closed_at: null }]);
    await replay(lapse);
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    expect(subjects()[1]).toBe('Reconnect @kim on Instagram for Bright Agency');
    expect(received()[1]!.html).toContain('The permission ended on ');
  });

  it('is over when the creator renews it in time, which is told once', async () => {
    await expiring(7);
    await statuses(['SENT']);
    const renewed = await authorized(2);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    expect(await incidents()).toMatchObject([{ closed_at: expect.any(Date) }]);
    await inAnswerTo(renewed, AccountStateChanged, becomes('AUTHENTICATED', account, 'REAUTH'));
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    expect(subjects()).toEqual([
      'Renew @kim on Instagram for Bright Agency',
      '@kim on Instagram is connected with Bright Agency',
    ]);
  });

  it('is over when the end moves away or the creator takes the permission back', async () => {
    await expiring(14);
    const observedAt = new Date().toISOString();
    await fixture.consumed(AuthExtended, {
      ...account,
      platform: 'instagram',
      endsAt: null,
      observedAt,
      grantVersion: 1,
    });
    expect(await incidents()).toMatchObject([{ closed_at: expect.any(Date) }]);
    await expiring(14);
    await fixture.consumed(AccountStateChanged, becomes('NON_AUTH', account));
    expect(await incidents()).toMatchObject([{ closed_at: expect.any(Date) }, { closed_at: expect.any(Date) }]);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'revoked');
  });

  it('is not mailed when accounts knows that it was renewed meanwhile', async () => {
    fixture.recipients.done.add(account.influencerId);
    await expiring(7);
    await statuses(['CANCELLED']);
    expect(received()).toEqual([]);
  });

  it('is mailed once when the mail server was away for days', async () => {
    await fixture.mails.stop();
    const seven = await expiring(7);
    await eventually(async () => {
      const [message] = await fixture.messages(account.accountId, 'expiring');
      expect(message).toMatchObject({ status: 'QUEUED', last_error: 'notifications.mail_server_down' });
    }, patienceMs);
    await expiring(2);
    await fixture.mails.start();
    await replay(seven);
    const [, latest] = await fixture.messages(account.accountId, 'expiring');
    await fixture.makeDue(latest!.id);
    await statuses(['CANCELLED', 'SENT']);
    expect(received()).toHaveLength(1);
  });
});

import { AccountStateChanged, newId, pausedCause, resumedCause } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { anAccount, becomes, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('a pause by the creator (AL-09)', () => {
  let fixture: NotificationsFixture;
  let account: Account;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());
  beforeEach(() => {
    account = anAccount(newId());
  });

  type State = AccountStateChanged['to'];
  const told = (cause: string, of: Account, at: Date, state: State = 'AUTHENTICATED') => {
    const paused = cause === pausedCause;
    const tracked = !paused && state === 'AUTHENTICATED';
    const change = { ...becomes(state, of, state), cause, actor: 'person', paused, tracked, at: at.toISOString() };
    return fixture.consumed(AccountStateChanged, change as AccountStateChanged);
  };
  const received = () => fixture.mails.to(emailOf(account.influencerId));
  const isSent = async (kind: 'paused' | 'resumed') => {
    const [message] = await fixture.messages(account.accountId, kind);
    await fixture.makeDue(message!.id);
    await fixture.expectStatuses(account.accountId, ['SENT'], kind);
  };

  it('is mailed to them once, however often it is told, by the system where the organisation has no verified address', async () => {
    const event = await told(pausedCause, account, new Date());
    await isSent('paused');
    await fixture.publishAgain(event);
    // As when the group's offsets are set back after the inbox was cleared.
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'paused');
    const [mail, ...more] = received();
    expect(more).toEqual([]);
    expect(mail!.from?.value[0]?.address).toBe('system@example.com');
    expect(mail!.subject).toBe('Paused for Bright Agency: @kim on Instagram');
    expect(mail!.text).toContain('Bright Agency collects nothing there');
    // Neither token nor data: its one address is the public one.
    const addresses = [...String(mail!.html).matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(new Set(addresses)).toEqual(new Set(['http://localhost:4400/sign-in']));
    expect(mail!.text).not.toContain(account.accountId);
  });

  it('of several accounts at once is one mail about all of them, in their language', async () => {
    fixture.recipients.locales.set(account.influencerId, 'de');
    const accounts = [account, { ...account, accountId: newId() }, { ...account, accountId: newId() }];
    const at = new Date();
    for (const one of accounts) await told(pausedCause, one, at);
    await isSent('paused');
    expect(received().map(({ subject }) => subject)).toEqual(['Pausiert für Bright Agency: deine 3 Konten']);
    expect(received()[0]!.text).toContain('Du hast die Erfassung für deine 3 Konten pausiert.');
    // Another press is another pause.
    const later = new Date(at.getTime() + 60_000);
    await told(pausedCause, account, later);
    await eventually(
      async () => expect(await fixture.messages(account.accountId, 'paused')).toHaveLength(2),
      patienceMs,
    );
  });

  it('of an account that is told after the mail of the others has gone out is mailed by itself', async () => {
    const late = { ...account, accountId: newId() };
    const at = new Date();
    await told(pausedCause, account, at);
    await isSent('paused');
    const event = await told(pausedCause, late, at);
    await eventually(async () => expect(await fixture.messages(late.accountId, 'paused')).toHaveLength(1), patienceMs);
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    expect(await fixture.messages(late.accountId, 'paused')).toHaveLength(1);
    expect(await fixture.messages(account.accountId, 'paused')).toHaveLength(1);
  });

  it('is told as over when something is collected again, and not of an account that has lapsed meanwhile', async () => {
    await told(resumedCause, account, new Date(), 'REAUTH');
    expect(await fixture.messages(account.accountId, 'resumed')).toEqual([]);
    const event = await told(resumedCause, account, new Date());
    await fixture.publishAgain(event);
    await isSent('resumed');
    expect(received().filter(({ subject }) => subject?.startsWith('Going on'))).toHaveLength(1);
  });
});

import { AccountRemoved, AccountStateChanged, encodeCursor, InfluencerErased, newId } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { armFailpoints, clearFailpoints } from '@creator-connect/messaging/testing';
import { NoteDelivery } from '../../src/messages/send-due/note-delivery';
import { anAccount, becomes as stateChange, type Account } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('reminders of an account that needs a new authorization', () => {
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
  afterEach(clearFailpoints);

  const becomes = (to: AccountStateChanged['to'], of = account, from: AccountStateChanged['from'] = 'AUTHENTICATED') =>
    fixture.consumed(AccountStateChanged, stateChange(to, of, from));
  const received = ({ influencerId } = account) => fixture.mails.to(emailOf(influencerId));
  const incidents = () =>
    fixture.database.query<{ closed_at: Date | null }>(
      'SELECT closed_at FROM notifications.incidents WHERE account_id = $1',
      [account.accountId],
    );

  it('one incident and one mail, though the event is delivered twice and then replayed', async () => {
    const event = await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await fixture.publishAgain(event);
    await becomes('REAUTH', account, 'REAUTH');
    // As when the group's offsets are set back after the inbox was cleared.
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [event]);
    await fixture.publishAgain(event);
    await fixture.handled(event);
    expect(await incidents()).toEqual([{ closed_at: null }]);
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    expect(received()).toHaveLength(1);
    const sent = await fixture.published('EmailSent', organisationId);
    const [first] = await fixture.messages(account.accountId);
    expect(sent.filter(({ payload }) => payload['messageId'] === first!.id)).toHaveLength(1);
  });

  it('goes out at once, after 3 and after 10 days, then there is silence', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const due = await fixture.database.query<{ days: number }>(
      `SELECT round(extract(epoch FROM due_at - now()) / 86400)::int AS days FROM notifications.messages
        WHERE $1 = ANY(account_ids) AND status = 'QUEUED' ORDER BY due_at`,
      [account.accountId],
    );
    expect(due.map(({ days }) => days)).toEqual([3, 10]);
    for (const { id } of (await fixture.messages(account.accountId)).slice(1)) await fixture.makeDue(id);
    await fixture.expectStatuses(account.accountId, ['SENT', 'SENT', 'SENT']);
    expect(received().map(({ subject }) => subject)).toEqual(
      Array.from({ length: 3 }, () => 'Reconnect @kim on Instagram for Bright Agency'),
    );
  });

  it('repair closes the incident, cancels what waits and says so', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await becomes('AUTHENTICATED', account, 'REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'CANCELLED']);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    expect(await incidents()).toEqual([{ closed_at: expect.any(Date) }]);
  });

  it('a revocation closes the incident and cancels what waits; it is confirmed once, and nobody is reminded (ADR 18)', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const revoked = await becomes('NON_AUTH', account, 'REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'CANCELLED']);
    await fixture.database.query('DELETE FROM notifications.inbox WHERE event_id = $1', [revoked]);
    await fixture.publishAgain(revoked);
    await fixture.handled(revoked);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'revoked');
    expect(await incidents()).toEqual([{ closed_at: expect.any(Date) }]);
    const waiting = await fixture.database.query(
      `SELECT kind FROM notifications.messages WHERE $1 = ANY(account_ids) AND status = 'QUEUED'`,
      [account.accountId],
    );
    expect(waiting).toEqual([]);
    expect(received().map(({ subject }) => subject)).toEqual([
      'Reconnect @kim on Instagram for Bright Agency',
      '@kim on Instagram is no longer connected with Bright Agency',
    ]);
  });

  it('a pause ends all reminders; one of a lapsed account begins anew when it is over', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const same = stateChange('REAUTH', account, 'REAUTH');
    const by = { tracked: false, actor: 'person' } as const;
    await fixture.consumed(AccountStateChanged, { ...same, ...by, paused: true, cause: 'paused_by_person' });
    await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'CANCELLED']);
    expect(await incidents()).toEqual([{ closed_at: expect.any(Date) }]);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'paused');
    await fixture.consumed(AccountStateChanged, { ...same, ...by, paused: false, cause: 'resumed_by_person' });
    await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'CANCELLED', 'SENT', 'QUEUED', 'QUEUED']);
  });

  it('an account that lapses while it is paused is told to nobody', async () => {
    const lapse = { ...stateChange('REAUTH', account, 'AUTHENTICATED'), paused: true };
    await fixture.consumed(AccountStateChanged, lapse);
    expect(await incidents()).toEqual([]);
    expect(await fixture.messages(account.accountId)).toEqual([]);
    expect(await fixture.tablesWith(account.accountId)).toEqual([]);
  });

  it('a removed account is reminded of no more', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    await fixture.consumed(AccountRemoved, { ...account, platform: 'instagram', removedAt: new Date().toISOString() });
    await fixture.expectStatuses(account.accountId, ['SENT', 'CANCELLED', 'CANCELLED']);
    expect(await incidents()).toEqual([{ closed_at: expect.any(Date) }]);
  });

  it('nothing is sent for an organisation without a verified address', async () => {
    account = { ...account, organisationId: newId() };
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['FAILED', 'QUEUED', 'QUEUED']);
    expect((await fixture.messages(account.accountId))[0]!.failure).toBe('no_sender');
    expect(received()).toEqual([]);
  });

  it('a first connection and its end are told once each, by the system where the organisation has no verified address', async () => {
    account = { ...account, organisationId: newId() };
    const connected = await becomes('AUTHENTICATED', account, 'NON_AUTH');
    await fixture.publishAgain(connected);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    const ended = await becomes('NON_AUTH');
    await fixture.publishAgain(ended);
    await fixture.handled(ended);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    await fixture.expectStatuses(account.accountId, ['SENT'], 'revoked');
    expect(received()).toHaveLength(2);
    expect(received().map(({ from }) => from?.value[0]?.address)).toEqual(['system@example.com', 'system@example.com']);
    for (const { text } of received()) expect(text).toContain('Bright Agency');
  });

  it('a mail that the mail server refuses is told, and not tried again', async () => {
    fixture.mails.refusals.set(emailOf(account.influencerId), { code: 554, text: 'We do not like it' });
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['FAILED', 'QUEUED', 'QUEUED']);
    const [message] = await fixture.messages(account.accountId);
    expect(message).toMatchObject({ failure: 'refused', due_at: null });
    expect(await fixture.published('EmailFailed', organisationId)).toContainEqual({
      payload: expect.objectContaining({ messageId: message!.id, reason: 'refused', kind: 'reauth' }),
    });
  });

  it('a process that dies after the mail was taken sends it again with the same Message-ID', async () => {
    armFailpoints('mail.after-accepted=throw:1');
    await becomes('REAUTH');
    await eventually(async () => expect(received()).toHaveLength(1), patienceMs);
    await fixture.expectStatuses(account.accountId, ['SENDING', 'QUEUED', 'QUEUED']);
    await fixture.makeDue((await fixture.messages(account.accountId))[0]!.id);
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const [first, second, ...more] = received();
    expect(second!.messageId).toBe(first!.messageId);
    expect(more).toEqual([]);
  });

  it('a mail that was taken just before a crash is not said to be cancelled by the repair', async () => {
    armFailpoints('mail.after-accepted=throw:1');
    await becomes('REAUTH');
    await eventually(async () => expect(received()).toHaveLength(1), patienceMs);
    await fixture.expectStatuses(account.accountId, ['SENDING', 'QUEUED', 'QUEUED']);
    await becomes('AUTHENTICATED', account, 'REAUTH');
    await fixture.expectStatuses(account.accountId, ['UNCONFIRMED', 'CANCELLED', 'CANCELLED']);
    await fixture.expectStatuses(account.accountId, ['SENT'], 'authenticated');
    expect(received().map(({ subject }) => subject)).toEqual([
      'Reconnect @kim on Instagram for Bright Agency',
      '@kim on Instagram is connected with Bright Agency',
    ]);
    const { body } = await fixture.as(
      fixture.member(organisationId),
      'GET',
      `/v1/messages?influencerId=${account.influencerId}`,
    );
    expect((body['items'] as { status: string }[]).map(({ status }) => status)).toContain('UNCONFIRMED');
  });

  it('say when their link was opened and their request finished, as accounts knows it', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const [sent] = await fixture.messages(account.accountId);
    expect(fixture.recipients.asked.at(-1)).toMatchObject({ messageId: sent!.id });
    const known = {
      messageId: sent!.id,
      authorizationRequestId: newId(),
      openedAt: '2030-04-28T10:00:00.000Z',
      finishedAt: '2030-04-28T10:05:00.000Z',
    };
    fixture.recipients.mailedLinks.set(sent!.id, known);
    const path = `/v1/messages?influencerId=${account.influencerId}`;
    const { body } = await fixture.as(fixture.member(organisationId), 'GET', path);
    const rows = body['items'] as Record<string, unknown>[];
    expect(rows.find(({ id }) => id === sent!.id)).toMatchObject({
      authorizationRequestId: known.authorizationRequestId,
      linkOpenedAt: known.openedAt,
      requestFinishedAt: known.finishedAt,
    });
    expect(rows.filter(({ linkOpenedAt }) => linkOpenedAt !== null)).toHaveLength(1);
  });

  it('are listed page after page, newest first; a cursor that is not ours is refused', async () => {
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const path = `/v1/messages?influencerId=${account.influencerId}`;
    const page = async (query: string) => (await fixture.as(fixture.member(organisationId), 'GET', path + query)).body;
    const ids = (body: Record<string, unknown>) => (body['items'] as { id: string }[]).map(({ id }) => id);
    const all = ids(await page(''));
    const first = await page('&limit=2');
    const second = await page(`&limit=2&cursor=${String(first['nextCursor'])}`);
    expect([...ids(first), ...ids(second)]).toEqual(all);
    expect([all.length, second['nextCursor']]).toEqual([3, null]);
    const forged = encodeCursor(['yesterday', account.accountId]);
    expect(await page(`&cursor=${forged}`)).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('is a plain mail from the organisation, whose name adds no header, link or markup', async () => {
    const before = fixture.recipients.organisationName;
    fixture.recipients.organisationName = 'Bright\r\nBcc: victim@example.com <a href="https://evil.example">x</a>';
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    fixture.recipients.organisationName = before;
    const [mail] = received();
    const html = String(mail!.html);
    const url = 'http://localhost:4400/a/fresh-link';
    expect(mail!.from?.value).toMatchObject([{ address: `hello-${organisationId}@agency.example` }]);
    expect(mail!.subject!.length).toBeLessThanOrEqual(60);
    expect([mail!.bcc, mail!.headers.get('auto-submitted')]).toEqual([undefined, 'auto-generated']);
    expect(mail!.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([url, url]);
    expect(html.replaceAll(/<[^>]*>/g, ' ')).toContain(url);
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(mail!.text).toContain(url);
  });

  it('is written in the language of the influencer, and of the organisation where it is not known', async () => {
    fixture.recipients.locales.set(account.influencerId, 'de-AT');
    await becomes('REAUTH');
    await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    const [mail] = received();
    expect(mail!.subject).toBe('@kim auf Instagram für Bright Agency neu verbinden');
    expect(String(mail!.html)).toMatch(/<html[^>]* lang="de"/);
    expect(mail!.headers.get('content-language')).toBe('de');
    expect(mail!.text).toContain('Der Link gilt bis 1. Mai 2030 um 12:00 (Europe/Berlin).');
    const other = anAccount(organisationId);
    fixture.recipients.locales.set(other.influencerId, 'fr');
    fixture.recipients.organisationLocale = 'de';
    await becomes('REAUTH', other);
    await fixture.expectStatuses(other.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    fixture.recipients.organisationLocale = 'en';
    expect(received(other)[0]!.subject).toBe('@kim auf Instagram für Bright Agency neu verbinden');
  });

  describe('while a mail is being handed over', () => {
    let noted: jest.SpyInstance<Promise<void>>;
    let release: () => void;

    beforeEach(() => {
      noted = jest.spyOn(NoteDelivery.prototype, 'note');
      release = fixture.mails.hold();
    });
    afterEach(() => {
      release();
      noted.mockRestore();
    });

    const handedOver = (times: number) =>
      eventually(() => {
        const address = emailOf(account.influencerId);
        expect(fixture.mails.tried.filter((one) => one === address)).toHaveLength(times);
      }, patienceMs);
    const isNoted = async (times: number) => {
      await eventually(() => expect(noted).toHaveBeenCalledTimes(times), patienceMs);
      await Promise.all(noted.mock.results.map(({ value }) => value as Promise<void>));
    };
    const toldAsSent = async (messageId: string) => {
      const sent = await fixture.published('EmailSent', organisationId);
      return sent.filter(({ payload }) => payload['messageId'] === messageId).length;
    };

    it('another process that takes it over, since its lease has run out, tells of it no second time', async () => {
      await becomes('REAUTH');
      await handedOver(1);
      const [message] = await fixture.messages(account.accountId);
      await fixture.makeDue(message!.id);
      await handedOver(2);
      release();
      await isNoted(2);
      expect(received().map(({ messageId }) => messageId)).toEqual([
        received()[0]!.messageId,
        received()[0]!.messageId,
      ]);
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
      expect(await toldAsSent(message!.id)).toBe(1);
    });

    it('its person is erased: nobody hears of it any more', async () => {
      await becomes('REAUTH');
      await handedOver(1);
      const [message] = await fixture.messages(account.accountId);
      const { influencerId } = account;
      const erased = { organisationId, influencerId, accountIds: [], erasedAt: new Date().toISOString() };
      await fixture.consumed(InfluencerErased, erased);
      release();
      await isNoted(1);
      expect(await toldAsSent(message!.id)).toBe(0);
    });

    it('the database goes away: it is noted when it is back, and the mail does not go again', async () => {
      await becomes('REAUTH');
      await handedOver(1);
      const { query, roles } = fixture.database;
      await query(`ALTER ROLE ${roles.app} CONNECTION LIMIT 0`);
      await query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [roles.app]);
      release();
      await eventually(() => expect(noted).toHaveBeenCalled(), patienceMs);
      await expect(noted.mock.results[0]!.value).rejects.toThrow();
      await query(`ALTER ROLE ${roles.app} CONNECTION LIMIT -1`);
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
      expect(received()).toHaveLength(1);
    });
  });

  describe('while mail can not be handed over', () => {
    const putOff = () =>
      eventually(async () => {
        const [message] = await fixture.messages(account.accountId);
        expect(message).toMatchObject({ last_error: 'notifications.mail_server_down', lease_until: null });
      }, patienceMs);

    it('a mail server that is away gets the mail later', async () => {
      await fixture.mails.stop();
      await becomes('REAUTH');
      await putOff();
      await fixture.mails.start();
      await fixture.makeDue((await fixture.messages(account.accountId))[0]!.id);
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
      expect(received()).toHaveLength(1);
    });

    it('a repair meanwhile cancels the mail that was put off, too', async () => {
      await fixture.mails.stop();
      await becomes('REAUTH');
      await putOff();
      await becomes('AUTHENTICATED', account, 'REAUTH');
      await fixture.mails.start();
      await fixture.expectStatuses(account.accountId, ['CANCELLED', 'CANCELLED', 'CANCELLED']);
    });

    it('a password that the server no longer takes is our fault, not the address', async () => {
      // Connections that are open have proved themselves already.
      await fixture.mails.stop();
      await fixture.mails.start();
      fixture.mails.wrongPassword = true;
      await becomes('REAUTH');
      await putOff();
      fixture.mails.wrongPassword = false;
      await fixture.makeDue((await fixture.messages(account.accountId))[0]!.id);
      await fixture.expectStatuses(account.accountId, ['SENT', 'QUEUED', 'QUEUED']);
    });
  });
});

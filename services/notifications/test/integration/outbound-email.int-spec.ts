import { newId } from '@creator-connect/contracts';
import { ForgetDeliveries } from '../../src/messages/send-now/forget-deliveries';
import { SystemDeliveries } from '../../src/messages/send-now/system-deliveries';
import { NotificationsFixture } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('the outbound address of an organisation', () => {
  let fixture: NotificationsFixture;
  let org: string;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());
  beforeEach(() => {
    org = newId();
  });

  const anAddress = () => `${newId()}@agency.example`;
  const propose = (address: string) => fixture.as(fixture.member(org), 'PUT', '/v1/outbound-email', { address });
  const show = async () => (await fixture.as(fixture.member(org), 'GET', '/v1/outbound-email')).body;

  it('is not set, then pending, then verified, which is published once', async () => {
    const address = anAddress();
    expect(await show()).toEqual({
      status: 'NOT_SET',
      available: ['smtp'],
      address: null,
      via: 'smtp',
      pendingAddress: null,
      pendingStatus: null,
      pendingVia: null,
      confirmationFrom: null,
      verifiedAt: null,
    });
    expect((await propose(address)).body).toMatchObject({ status: 'PENDING', address: null, pendingAddress: address });
    const token = fixture.tokenMailedTo(address);
    expect((await fixture.confirm(token)).status).toBe(200);
    expect(await show()).toMatchObject({ status: 'VERIFIED', address, pendingAddress: null });
    expect((await fixture.confirm(token)).status).toBe(404);
    expect(await fixture.published('OutboundEmailVerified', org)).toHaveLength(1);
  });

  it('stays in use until its successor is verified', async () => {
    const [old, next] = [anAddress(), anAddress()];
    await propose(old);
    await fixture.confirm(fixture.tokenMailedTo(old));
    await propose(next);
    expect(await show()).toMatchObject({ status: 'VERIFIED', address: old, pendingAddress: next });
    await fixture.confirm(fixture.tokenMailedTo(next));
    expect(await show()).toMatchObject({ status: 'VERIFIED', address: next, pendingAddress: null });
  });

  it('a wrong, replaced or expired token is refused alike', async () => {
    const [first, second] = [anAddress(), anAddress()];
    await propose(first);
    await propose(second);
    await fixture.database.query(
      `UPDATE notifications.outbound_identities SET pending_expires_at = now() - interval '1 second' WHERE org_id = $1`,
      [org],
    );
    const tokens = ['A'.repeat(43), fixture.tokenMailedTo(first), fixture.tokenMailedTo(second)];
    for (const token of tokens) {
      const { status, body } = await fixture.confirm(token);
      expect([status, body['code']]).toEqual([404, 'notifications.confirmation_unusable']);
    }
    expect(await show()).toMatchObject({ status: 'FAILED', address: null, pendingAddress: second });
    await propose(second);
    expect(await show()).toMatchObject({ status: 'PENDING', pendingAddress: second, confirmationFrom: 'us' });
    expect(await fixture.published('OutboundEmailVerified', org)).toEqual([]);
  });

  it('SES is refused where the installation has none', async () => {
    const answer = await fixture.as(fixture.member(org), 'PUT', '/v1/outbound-email', {
      address: anAddress(),
      via: 'ses',
    });
    expect([answer.status, answer.body['code']]).toEqual([409, 'notifications.no_ses']);
  });

  it('the confirmation mail names the organisation', async () => {
    const address = anAddress();
    await propose(address);
    const [mail] = fixture.mails.to(address);
    expect(mail!.text).toContain('Bright Agency wants to send mails to its creators from this address.');
    expect(mail!.from?.text).toContain('system@example.com');
  });

  it('a test mail goes from the verified address to itself, once a minute', async () => {
    const test = () => fixture.as(fixture.member(org), 'POST', '/v1/outbound-email/test');
    const address = anAddress();
    expect(await test()).toMatchObject({ status: 409, body: { code: 'notifications.no_verified_address' } });
    await propose(address);
    expect(await test()).toMatchObject({ status: 409 });
    await fixture.confirm(fixture.tokenMailedTo(address));
    expect(await test()).toMatchObject({ status: 202, body: { sentTo: address } });
    expect(fixture.mails.to(address).at(-1)).toMatchObject({
      subject: 'A test mail of Bright Agency',
      from: { value: [{ address, name: 'Bright Agency' }] },
    });
    expect(await test()).toMatchObject({ status: 429, body: { code: 'request.throttled' } });
    expect(fixture.mails.to(address)).toHaveLength(2);
  });

  it('an address that the mail server refuses replaces nothing', async () => {
    const [old, refused] = [anAddress(), anAddress()];
    await propose(old);
    await fixture.confirm(fixture.tokenMailedTo(old));
    fixture.mails.unknown.add(refused);
    expect(await propose(refused)).toMatchObject({ status: 400, body: { code: 'notifications.address_refused' } });
    expect(await show()).toMatchObject({ address: old, pendingAddress: null });
  });

  describe('system mails', () => {
    const base = () => ({ idempotencyKey: newId(), to: `${newId()}@example.com` });
    const url = 'http://localhost:4400/enter#secret';
    const kinds: Record<string, { more: object; shows: string }> = {
      'sign-in-link': { more: { url }, shows: url },
      'password-reset': { more: { url }, shows: url },
      'password-changed': { more: {}, shows: 'was changed' },
      'member-invitation': { more: { url, organisationId: newId() }, shows: 'Bright Agency' },
      'application-continuation': { more: { url, organisationId: newId() }, shows: 'Bright Agency' },
      'access-report': {
        more: { url, organisationId: newId(), month: '2026-09', viewers: 2, people: 31, downloads: 1 },
        shows: '31 creators one by one',
      },
      'new-device': { more: { url, at: '2030-05-01T10:00:00.000Z' }, shows: '1 May 2030 at 10:00 (UTC)' },
      'step-up-code': { more: { code: '123456' }, shows: '123456' },
      'link-code': { more: { code: '123456' }, shows: '123456' },
    };
    const send = (body: object) => fixture.from('gateway', 'POST', '/internal/messages', body);
    const minutesPass = ({ idempotencyKey }: { idempotencyKey: string }, minutes: number) =>
      fixture.database.query(
        `UPDATE notifications.system_deliveries SET at = at - make_interval(mins => $2) WHERE idempotency_key = $1`,
        [idempotencyKey, minutes],
      );

    it.each(Object.entries(kinds))(
      '%s is sent once per key, and its secret is stored nowhere',
      async (kind, { more, shows }) => {
        const request = { ...base(), kind, ...more };
        expect((await send(request)).status).toBe(202);
        expect((await send(request)).status).toBe(202);
        const mails = fixture.mails.to(request.to);
        expect(mails).toHaveLength(1);
        expect(mails[0]!.text).toContain(shows);
        expect(mails[0]!.from?.text).toContain('system@example.com');
        expect((await send({ ...request, idempotencyKey: newId() })).status).toBe(202);
        expect(fixture.mails.to(request.to)).toHaveLength(2);
        const stored = await fixture.database.query('SELECT * FROM notifications.system_deliveries');
        expect(JSON.stringify(stored)).not.toMatch(/secret|123456|@example/);
      },
    );

    it('names the month in the language of whom it is for', async () => {
      const request = { ...base(), kind: 'access-report', url, organisationId: newId(), month: '2026-09' };
      expect((await send({ ...request, locales: ['de'], viewers: 1, people: 0, downloads: 2 })).status).toBe(202);
      expect(fixture.mails.to(request.to)[0]!.subject).toBe('Zugriffe auf Daten deiner Creators im September 2026');
      expect((await send({ ...base(), ...request, viewers: -1 })).status).toBe(400);
    });

    it.each(Object.entries(kinds))(
      '%s speaks as its reader does, else as the organisation, else English',
      async (kind, { more }) => {
        const languageOf = async (change: object) => {
          const request = { ...base(), kind, ...more, ...change };
          expect((await send(request)).status).toBe(202);
          const [mail] = fixture.mails.to(request.to);
          expect(String(mail!.html)).toContain(`lang="${String(mail!.headers.get('content-language'))}"`);
          return mail!.headers.get('content-language');
        };
        expect(await languageOf({ locales: ['fr-FR', 'de-AT', 'en'] })).toBe('de');
        expect(await languageOf({ locales: ['fr'] })).toBe('en');
        fixture.recipients.organisationLocale = 'de';
        expect(await languageOf({ locales: ['fr'], organisationId: newId() })).toBe('de');
        expect(await languageOf({ locales: ['en', 'de'], organisationId: newId() })).toBe('en');
        fixture.recipients.organisationLocale = 'en';
        const nonsense = { ...base(), kind, ...more, locales: ['x'.repeat(9)] };
        expect((await send(nonsense)).status).toBe(400);
      },
    );

    it('tells a creator of a new browser in their own language and time zone', async () => {
      const influencerId = newId();
      fixture.recipients.locales.set(influencerId, 'de');
      const about = { organisationId: newId(), influencerId, url, at: '2030-05-01T10:00:00.000Z' };
      expect((await send({ idempotencyKey: newId(), kind: 'new-device', ...about })).status).toBe(202);
      const [mail] = fixture.mails.to(emailOf(influencerId));
      expect(mail!.subject).toBe('Neue Anmeldung bei deinem Zugang');
      expect(mail!.text).toContain('1. Mai 2030 um 12:00 (Europe/Berlin)');
    });

    it('tells a member of a new browser in their own time zone, where that is known', async () => {
      const request = { ...base(), kind: 'new-device', url, at: '2030-05-01T10:00:00.000Z' };
      expect((await send({ ...request, timeZone: 'Asia/Tokyo' })).status).toBe(202);
      expect(fixture.mails.to(request.to)[0]!.text).toContain('1 May 2030 at 19:00 (Asia/Tokyo)');
      expect((await send({ ...request, ...base(), timeZone: 'Nowhere/Town' })).status).toBe(400);
    });

    it('a failed attempt may be repeated with its key', async () => {
      const request = { ...base(), kind: 'sign-in-link', url };
      await fixture.mails.stop();
      expect((await send(request)).status).toBe(503);
      await fixture.mails.start();
      expect((await send(request)).status).toBe(202);
      expect(fixture.mails.to(request.to)).toHaveLength(1);
    });

    it('one that fails after another has taken over takes nothing from that one', async () => {
      const { idempotencyKey } = base();
      const deliveries = fixture.door.app.get(SystemDeliveries);
      const sent = { providerId: null };
      const noted = jest.fn();
      const once = (send: () => Promise<typeof sent>) =>
        deliveries.once(idempotencyKey, 'sign-in-link', { send, noteSent: noted });
      let finish: (it: typeof sent) => void = () => undefined;
      let second: Promise<void> | undefined;
      const first = once(async () => {
        await minutesPass({ idempotencyKey }, 6);
        await new Promise<void>((begun) => {
          second = once(() => new Promise((resolve) => ((finish = resolve), begun())));
        });
        throw new Error('too late');
      });
      await expect(first).rejects.toThrow('too late');
      const third = jest.fn();
      await expect(once(third)).rejects.toMatchObject({ code: 'request.unavailable' });
      expect(noted).not.toHaveBeenCalled();
      finish(sent);
      await second;
      await once(third);
      expect(third).not.toHaveBeenCalled();
      expect(noted.mock.calls).toEqual([[sent]]);
    });

    it('what was sent long ago is forgotten, what was sent lately is not', async () => {
      const [old, young] = [base(), base()].map((one) => ({ ...one, kind: 'sign-in-link', url }));
      for (const request of [old!, young!]) await send(request);
      await minutesPass(old!, 91 * 24 * 60);
      await fixture.door.app.get(ForgetDeliveries).run();
      const left = await fixture.database.query<{ key: string }>(
        'SELECT idempotency_key AS key FROM notifications.system_deliveries WHERE idempotency_key = ANY($1)',
        [[old!.idempotencyKey, young!.idempotencyKey]],
      );
      expect(left).toEqual([{ key: young!.idempotencyKey }]);
    });

    it('one over which somebody died is not said to be sent: asked for again minutes later, it is', async () => {
      const request = { ...base(), kind: 'sign-in-link', url };
      await fixture.database.query(
        `INSERT INTO notifications.system_deliveries (idempotency_key, kind, status) VALUES ($1, $2, 'SENDING')`,
        [request.idempotencyKey, request.kind],
      );
      const answer = await send(request);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '300']);
      expect(fixture.mails.to(request.to)).toEqual([]);
      await minutesPass(request, 4);
      // A mail server that is slow to every command may still be taking it.
      expect((await send(request)).status).toBe(503);
      await minutesPass(request, 2);
      expect([(await send(request)).status, (await send(request)).status]).toEqual([202, 202]);
      expect(fixture.mails.to(request.to)).toHaveLength(1);
    });

    it('only the gateway may ask', async () => {
      const request = { ...base(), kind: 'sign-in-link', url };
      expect((await fixture.from('oauth', 'POST', '/internal/messages', request)).status).toBe(403);
      expect((await fixture.as(fixture.member(org), 'POST', '/internal/messages', request)).status).toBe(403);
      expect((await fixture.anonymous('POST', '/internal/messages', request)).status).toBe(401);
      expect(fixture.mails.to(request.to)).toEqual([]);
    });

    it('an organisation’s name adds no header, no link and no markup', async () => {
      const request = {
        ...base(),
        kind: 'member-invitation',
        url,
        organisationId: newId(),
      };
      fixture.recipients.organisationName = 'Evil\r\nBcc: victim@example.com <a href="https://evil.example">x</a>';
      expect((await send(request)).status).toBe(202);
      fixture.recipients.organisationName = 'Bright Agency';
      const [mail] = fixture.mails.to(request.to);
      const html = String(mail!.html);
      expect(mail!.bcc).toBeUndefined();
      expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([url, url]);
      expect(html).toMatch(/<html[^>]* lang="en"/);
      // In plain sight, too: the address is also what the link says.
      expect(html.replaceAll(/<[^>]*>/g, ' ')).toContain(url);
      expect(mail!.text).toContain(url);
      expect(mail!.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
      expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail!.subject!.length).toBeLessThanOrEqual(60);
    });
  });
});

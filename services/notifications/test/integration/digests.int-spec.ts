import { newId } from '@creator-connect/contracts';
import { headerOf } from './support/mail-catcher';
import { NotificationsFixture } from './support/notifications-fixture';

const monday = '2030-05-06';
const tuesday = '2030-05-07';
const needing = {
  reauth: 1,
  nonAuth: 11,
  endingSoon: 2,
  accounts: [
    {
      platform: 'instagram' as const,
      handle: 'kim\r\n<b>',
      influencerName: 'Kim',
      authState: 'REAUTH' as const,
      since: '2030-05-05T23:30:00.000Z',
    },
  ],
};

describe('digests of an organisation', () => {
  let fixture: NotificationsFixture;
  let org: string;
  let to: string;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());
  beforeEach(async () => {
    org = await fixture.aSendingOrganisation();
    to = `${newId()}@agency.example`;
    fixture.recipients.attention = needing;
  });

  const member = () => ({
    organisationId: org,
    userId: newId(),
    role: 'admin',
    to,
    locales: ['de'],
    timeZone: 'Europe/Berlin',
  });
  const morning = (of: object, day = monday) => fixture.from('gateway', 'POST', '/internal/digests', { ...of, day });
  const as = (userId: string) => ({ ...fixture.member(org), sub: userId });
  const choose = (userId: string, frequency: string) =>
    fixture.as(as(userId), 'PUT', '/v1/digest-setting', { frequency });
  const chosen = async (userId: string) =>
    (await fixture.as(as(userId), 'GET', '/v1/digest-setting')).body['frequency'];
  const mails = () => fixture.mails.to(to);

  it('name the accounts that need their owner, from the outbound address, in the member’s language and time zone', async () => {
    expect((await morning(member())).status).toBe(204);
    const [mail] = mails();
    expect(mail!.from?.value).toEqual([{ name: 'Bright Agency', address: `hello-${org}@agency.example` }]);
    expect(mail!.subject).toBe('12 Konten warten auf eine Erlaubnis: Bright Agency');
    expect(mail!.text).toContain('@kim  <b> bei Instagram, Kim: Erneuern seit 6. Mai 2030');
    expect(mail!.text).toContain('Und 11 weitere Konten.');
    const html = String(mail!.html);
    expect(html).not.toContain('<b>');
    const address = 'http://localhost:4400/admin/influencers?authState=ATTENTION';
    expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([address, address]);
  });

  it('come once a day, however often the morning is told', async () => {
    const whom = member();
    await Promise.all([morning(whom), morning(whom)]);
    await morning(whom);
    expect(mails()).toHaveLength(1);
    await choose(whom.userId, 'daily');
    await morning(whom, tuesday);
    expect(mails()).toHaveLength(2);
  });

  it('are sent again when the mail server was down, and then once', async () => {
    const whom = member();
    await fixture.mails.stop();
    expect((await morning(whom)).status).toBe(503);
    await fixture.mails.start();
    await morning(whom);
    await morning(whom);
    expect(mails()).toHaveLength(1);
  });

  it('come on Mondays until a member chooses otherwise, and to viewers not at all', async () => {
    const whom = member();
    await morning(whom, tuesday);
    await morning({ ...member(), role: 'viewer' });
    expect(mails()).toEqual([]);
    expect(await chosen(whom.userId)).toBe('weekly');
    await choose(whom.userId, 'off');
    await morning(whom);
    expect(mails()).toEqual([]);
    await choose(whom.userId, 'daily');
    expect(await chosen(whom.userId)).toBe('daily');
    await morning(whom, tuesday);
    expect(mails()).toHaveLength(1);
    expect((await choose(whom.userId, 'hourly')).status).toBe(400);
  });

  it('do not come when no account needs its owner, nor from any address but the organisation’s own', async () => {
    fixture.recipients.attention = { ...needing, reauth: 0, nonAuth: 0, accounts: [] };
    expect((await morning(member())).status).toBe(204);
    fixture.recipients.attention = needing;
    expect((await morning({ ...member(), organisationId: newId() })).status).toBe(204);
    expect(mails()).toEqual([]);
  });

  it('are stopped with one click in the mail program, by a person on a page, and by nobody who only looks', async () => {
    const whom = member();
    await choose(whom.userId, 'daily');
    await morning(whom);
    const [mail] = mails();
    const url = /^<(.*)>$/.exec(headerOf(mail!, 'list-unsubscribe') ?? '')![1]!;
    expect(headerOf(mail!, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const token = new URL(url).pathname.split('/').at(-1)!;
    const seen = await fixture.anonymous('GET', `/unsubscribe/digest/${token}`);
    expect([seen.status, seen.headers['location']]).toEqual([303, `http://localhost:4400/stop-digest#${token}`]);
    expect(await chosen(whom.userId)).toBe('daily');
    const form = { type: 'application/x-www-form-urlencoded', body: 'List-Unsubscribe=One-Click' };
    for (let time = 0; time < 2; time += 1) expect(await fixture.oneClick(url, form)).toBe(200);
    expect(await chosen(whom.userId)).toBe('off');
    await morning(whom, tuesday);
    expect(mails()).toHaveLength(1);
    const foreign = await fixture.anonymous('POST', `/unsubscribe/digest/${'x'.repeat(43)}`);
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'notifications.unsubscribe_unusable']);
    const stored = await fixture.database.query('SELECT * FROM notifications.digest_stop_tokens');
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

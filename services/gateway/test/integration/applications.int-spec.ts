import { newId } from '@creator-connect/contracts';
import { Housekeeping } from '../../src/housekeeping';
import type { Browser } from './support/browser';
import { eventually, GatewayFixture } from './support/gateway-fixture';
import { decodeIdentity } from './support/identity';

const slug = 'bright-agency-abcdefghjk';
const email = 'applicant@example.com';

describe('applications', () => {
  let gateway: GatewayFixture;
  let member: Browser;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      LIMIT_CODES_PER_REQUEST: '4',
      LIMIT_SIGN_IN_LINKS_PER_ACCOUNT: '3',
      LIMIT_APPLICATIONS_PER_SOURCE: '40',
    });
    member = await gateway.signedIn(await gateway.install());
    gateway.services.applicationSlugs.add(slug);
  });
  afterAll(() => gateway.stop());

  const begin = (browser: Browser) => browser.post('/v1/application-session', { slug, timeZone: 'Europe/Berlin' });
  const begun = async (): Promise<Browser> => {
    const browser = gateway.browser();
    expect((await begin(browser)).status).toBe(201);
    return browser;
  };
  const sendCode = (browser: Browser, to: string) =>
    browser.post('/v1/application-session/codes', { email: to }, { 'accept-language': 'de' });
  const codeFor = (to: string) =>
    eventually(() => gateway.services.mails.findLast((mail) => mail['to'] === to)?.['code']);
  const prove = (browser: Browser, to: string, code: string) =>
    browser.post('/v1/application-session/proof', { email: to, code });
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('begin with a press of the button, in a session that speaks for nobody else', async () => {
    const browser = await begun();
    const session = await browser.get('/v1/sessions/current');
    const application = gateway.services.applications.at(-1)!;
    expect(session.body).toMatchObject({
      kind: 'applicant',
      user: null,
      organisation: { id: application.organisationId, influencerId: application.applicationId },
    });
    expect(application).toMatchObject({ slug, timeZone: 'Europe/Berlin' });
    await browser.get('/v1/applications/current');
    const forwarded = gateway.services.forwarded().at(-1)!;
    const { kind, org, influencer, request } = await decodeIdentity(gateway, 'accounts', forwarded);
    expect({ kind, org, influencer, request }).toEqual({
      kind: 'applicant',
      org: application.organisationId,
      influencer: application.applicationId,
      request: undefined,
    });
  });

  it('outlive a restart of the browser, and survive a look at the form by anybody', async () => {
    const browser = gateway.browser();
    expect((await browser.get(`/v1/application-forms/${slug}`)).status).toBe(200);
    expect(gateway.services.forwarded().at(-1)?.headers['cookie']).toBeUndefined();
    const { setCookies } = await begin(browser);
    expect(setCookies).toEqual([
      expect.stringMatching(/^__Host-session=\S+; Max-Age=2592000; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('are not open to members, nor begun for an address that does not work', async () => {
    const refused = await begin(member);
    expect([refused.status, refused.body['code']]).toEqual([403, 'gateway.members_do_not_apply']);
    const unknown = await gateway.browser().post('/v1/application-session', { slug: 'never-was' });
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'accounts.application_link_unusable']);
    expect((await member.get('/v1/sessions/current')).status).toBe(200);
  });

  it('prove a mailbox with a code, in the browser that asked and for the address it was mailed to', async () => {
    const [browser, other] = [await begun(), await begun()];
    expect((await sendCode(browser, email)).status).toBe(202);
    const code = await codeFor(email);
    const mail = gateway.services.mails.findLast((one) => one['to'] === email)!;
    expect(mail['locales']).toEqual(['de']);
    const organisations = gateway.services.applications.slice(-2).map(({ organisationId }) => organisationId);
    expect(organisations).toContain(mail['organisationId']);
    for (const [who, address] of [
      [other, email],
      [browser, 'other@example.com'],
    ] as const)
      expect((await prove(who, address, code)).body['code']).toBe('gateway.code_wrong');
    expect(gateway.services.provenApplicants).toEqual([]);
    expect((await prove(browser, email.toUpperCase(), code)).status).toBe(204);
    expect(gateway.services.provenApplicants).toEqual([expect.objectContaining({ email })]);
    expect((await prove(browser, email, code)).body['code']).toBe('gateway.code_wrong');
  });

  it('void a code after five wrong ones', async () => {
    const browser = await begun();
    const to = `${newId()}@example.com`;
    await sendCode(browser, to);
    const code = await codeFor(to);
    const answers = await Promise.all(Array.from({ length: 5 }, () => prove(browser, to, wrong(code))));
    expect(answers.map(({ body }) => body['code'])).toEqual(Array(5).fill('gateway.code_wrong'));
    expect((await prove(browser, to, code)).body['code']).toBe('gateway.code_spent');
  });

  it('can not be used to flood a mailbox, from however many browsers', async () => {
    const to = `${newId()}@example.com`;
    for (let time = 0; time < 3; time += 1) expect((await sendCode(await begun(), to)).status).toBe(202);
    expect((await sendCode(await begun(), to)).status).toBe(429);
    const one = await begun();
    const sent = [];
    for (let time = 0; time < 5; time += 1) sent.push((await sendCode(one, `${newId()}@example.com`)).status);
    expect(sent).toEqual([202, 202, 202, 202, 429]);
  });

  it('give no session of another kind the right to ask for codes', async () => {
    expect((await sendCode(member, email)).status).toBe(403);
    expect((await sendCode(gateway.browser(), email)).status).toBe(401);
  });

  describe('go on in another browser', () => {
    const proven = async () => {
      const browser = await begun();
      const application = gateway.services.applications.at(-1)!;
      const to = `${newId()}@example.com`;
      gateway.services.provenApplicants.push({ applicationId: application.applicationId, email: to });
      return { browser, application, to };
    };
    const askLink = (browser: Browser) => browser.post('/v1/application-session/links');
    const mailTo = (to: string) => gateway.services.mails.findLast((mail) => mail['to'] === to);
    const tokenFor = (to: string) => new URL(mailTo(to)!['url']!).hash.slice(1);
    const goOn = (browser: Browser, token: string) => browser.post('/v1/application-session/continuations', { token });
    const mailedLink = async () => {
      const begunHere = await proven();
      expect((await askLink(begunHere.browser)).status).toBe(202);
      return { ...begunHere, token: tokenFor(begunHere.to) };
    };

    it('by a link that goes to the proven mailbox and nowhere else, and both browsers speak for the applicant', async () => {
      const { browser, application, to, token } = await mailedLink();
      expect(mailTo(to)).toEqual({
        kind: 'application-continuation',
        to,
        idempotencyKey: expect.any(String),
        url: expect.stringMatching(new RegExp(`^${gateway.publicUrl}/apply#[\\w-]{43}$`)),
        organisationId: application.organisationId,
        locales: ['de'],
      });
      const other = gateway.browser();
      const answer = await goOn(other, token);
      expect(answer.status).toBe(201);
      expect(answer.setCookies).toEqual([expect.stringMatching(/^__Host-session=\S+; Max-Age=2592000; .*HttpOnly/)]);
      for (const one of [browser, other])
        expect((await one.get('/v1/sessions/current')).body).toMatchObject({
          kind: 'applicant',
          organisation: { id: application.organisationId, influencerId: application.applicationId },
        });
      expect(other.cookieHeader).not.toBe(browser.cookieHeader);
    });

    it('not while no mailbox is proven, and no request can name one', async () => {
      const browser = await begun();
      const before = gateway.services.mails.length;
      expect((await askLink(browser)).body['code']).toBe('request.invalid');
      expect(gateway.services.mails).toHaveLength(before);
      const { browser: other, to } = await proven();
      await other.post('/v1/application-session/links', { email: 'attacker@example.com', to: 'attacker@example.com' });
      expect(gateway.services.mails.slice(before).map((mail) => mail['to'])).toEqual([to]);
    });

    it('unharmed by whoever opens the address a hundred times, and then once, though many press at the same moment', async () => {
      const { token } = await mailedLink();
      const scanner = gateway.browser();
      for (let time = 0; time < 50; time += 1) {
        await scanner.get('/apply');
        await scanner.change('HEAD', '/apply');
      }
      const answers = await Promise.all(Array.from({ length: 8 }, () => goOn(gateway.browser(), token)));
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses).toEqual([201, ...Array(7).fill(401)]);
      const spent = await goOn(gateway.browser(), token);
      const madeUp = await goOn(gateway.browser(), 'x'.repeat(43));
      expect(spent.body['code']).toBe('gateway.continuation_unusable');
      expect({ ...madeUp.body, correlationId: '' }).toEqual({ ...spent.body, correlationId: '' });
    });

    it('within a quarter of an hour', async () => {
      const { token } = await mailedLink();
      gateway.clock.forward(15 * 60_000 + 1);
      expect((await goOn(gateway.browser(), token)).status).toBe(401);
    });

    it('no more once the application belongs to another mailbox, or to none', async () => {
      const { application, token } = await mailedLink();
      const key = gateway.services.provenApplicants.find((one) => one['applicationId'] === application.applicationId)!;
      key['email'] = 'another@example.com';
      expect((await goOn(gateway.browser(), token)).body['code']).toBe('gateway.continuation_unusable');
      const second = await mailedLink();
      gateway.services.provenApplicants.length = 0;
      expect((await goOn(gateway.browser(), second.token)).body['code']).toBe('gateway.continuation_unusable');
    });

    it('as nobody else: members are refused, and the link is not spent; whoever else is signed in there is signed out', async () => {
      const { token } = await mailedLink();
      expect((await goOn(member, token)).body['code']).toBe('gateway.members_do_not_apply');
      const other = await begun();
      const before = other.cookieHeader;
      expect((await goOn(other, token)).status).toBe(201);
      const stale = gateway.browser();
      stale.cookies.set('__Host-session', before.split('=')[1]!);
      expect((await stale.get('/v1/sessions/current')).status).toBe(401);
    });

    it('is nothing that a session of another kind may ask for, nor a page of somebody else', async () => {
      expect((await askLink(member)).status).toBe(403);
      expect((await askLink(gateway.browser())).status).toBe(401);
      const { browser, token } = await mailedLink();
      const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await browser.post('/v1/application-session/links', undefined, foreign)).status).toBe(403);
      const planted = await gateway.browser().post('/v1/application-session/continuations', { token }, foreign);
      expect(planted.status).toBe(403);
    });

    it('leaves nothing of the link in the database but hashes, and those for a short time', async () => {
      const { token, to } = await mailedLink();
      const rows = JSON.stringify(await gateway.database.query('SELECT * FROM gateway.application_continuations'));
      for (const secret of [token, to]) expect(rows).not.toContain(secret);
      gateway.clock.forward(60 * 60_000);
      await gateway.get(Housekeeping).run();
      expect(await gateway.database.query('SELECT * FROM gateway.application_continuations')).toEqual([]);
    });
  });

  it('are limited by where they come from', async () => {
    const statuses = [];
    for (let time = 0; time < 40; time += 1) statuses.push((await begin(gateway.browser())).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

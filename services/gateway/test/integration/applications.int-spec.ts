import { newId } from '@creator-connect/contracts';
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
      LIMIT_APPLICATIONS_PER_SOURCE: '12',
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
  const sendCode = (browser: Browser, to: string) => browser.post('/v1/application-session/codes', { email: to });
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

  it('are limited by where they come from', async () => {
    const statuses = [];
    for (let time = 0; time < 12; time += 1) statuses.push((await begin(gateway.browser())).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

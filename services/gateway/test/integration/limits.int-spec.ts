import { call } from './support/browser';
import { GatewayFixture, type Owner } from './support/gateway-fixture';

describe('limits', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE: '5',
      LIMIT_LINK_LOOKUPS_PER_SOURCE: '20',
      LIMIT_REQUESTS_PER_MINUTE: '150',
      LIMIT_ORGANISATION_REQUESTS_PER_MINUTE: '300',
      TRUSTED_PROXY_HOPS: '1',
    });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const guess = (address: string, password = 'a wrong password') =>
    gateway.browser().post('/v1/sessions', { email: owner.email, password }, from(address));

  it('stops guessing at one account from one source, and not the owner elsewhere', async () => {
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push(await guess('198.51.100.1'));
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess('198.51.100.2', owner.password)).status).toBe(201);
  });

  it('is not fooled by addresses that the client writes in front', async () => {
    const forged = (i: number) => guess(`203.0.113.${i}, 198.51.100.3`);
    for (let i = 0; i < 5; i += 1) await forged(i);
    expect((await forged(9)).status).toBe(429);
  });

  it('forgets the wrong tries of who then signs in', async () => {
    for (let i = 0; i < 4; i += 1) await guess('198.51.100.4');
    expect((await guess('198.51.100.4', owner.password)).status).toBe(201);
    expect((await guess('198.51.100.4')).status).toBe(401);
  });

  it('stops searching for links', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 30; i += 1) {
      const cookie = `__Host-link=${String(i).padStart(43, 'x')}`;
      const headers = { cookie, ...from('198.51.100.5') };
      statuses.add((await call(gateway.base, 'GET', '/v1/link-session', { headers })).status);
    }
    expect(statuses).toEqual(new Set([404, 429]));
  });

  it('shows a page to whom has to wait before a page, in their language, and a problem document to programs', async () => {
    const headers = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de-AT,en;q=0.5', ...from('198.51.100.7') };
    const ask = (language = headers['accept-language']) =>
      call(gateway.base, 'GET', '/sign-in?for=admin', { headers: { ...headers, 'accept-language': language } });
    let page = await ask();
    for (let i = 0; i < 400 && page.status !== 429; i += 1) page = await ask();
    expect([page.status, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    const seconds = Number(page.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toMatch(/Versuch es in (\d+ Sekunden?|ein paar Sekunden) noch einmal\./);
    expect(page.text).toContain('<a class="button" href="">Noch einmal versuchen</a>');
    expect((await ask('fr, en;q=0.5')).text).toContain('<h1>One moment, please</h1>');
    const policy = String(page.headers['content-security-policy']);
    const nonce = /<style nonce="([\w-]+)">/.exec(page.text)![1]!;
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(page.text.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}">`]);
    for (const rule of [`frame-ancestors 'none'`, `object-src 'none'`, `base-uri 'none'`])
      expect(policy).toContain(rule);
    expect(page.text).not.toMatch(/ style=| on\w+=/);
    const program = await call(gateway.base, 'GET', '/sign-in', { headers: from('198.51.100.7') });
    expect([program.status, program.body['code']]).toEqual([429, 'request.throttled']);
  });

  it('holds the limit on requests over several gateways', async () => {
    const other = gateway.base;
    const stopFirst = await gateway.startAnother();
    let letThrough = 0;
    for (let round = 0; round < 6; round += 1) {
      const asked = Array.from({ length: 50 }, (_, i) =>
        call(i % 2 === 0 ? other : gateway.base, 'GET', '/v1/influencers', { headers: from('198.51.100.6') }),
      );
      letThrough += (await Promise.all(asked)).filter(({ status }) => status === 401).length;
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    await stopFirst();
    expect(letThrough).toBeGreaterThanOrEqual(100);
    expect(letThrough).toBeLessThan(220);
  });

  it('takes what its guests ask from a share of their own: the members are served (TE-10)', async () => {
    const members = await gateway.signedIn(owner);
    const guests = await gateway.influencer('flooding@example.com', {
      organisationId: owner.organisationId,
      influencerId: crypto.randomUUID(),
    });
    const answers = await Promise.all(Array.from({ length: 60 }, () => guests.get('/v1/social-accounts')));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect((await members.get('/v1/social-accounts')).status).toBe(200);
  });

  it('refuses an organisation that floods and says how long to wait, while others are served (TE-10)', async () => {
    const flooding = await gateway.signedIn(owner);
    const elsewhere = { organisationId: crypto.randomUUID(), influencerId: crypto.randomUUID() };
    const quiet = await gateway.influencer('quiet@example.com', elsewhere);
    const asked = Array.from({ length: 100 }, () => flooding.get('/v1/social-accounts'));
    const served = Array.from({ length: 5 }, () => quiet.get('/v1/social-accounts'));
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual(served.map(() => 200));
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 429);
    // Of 300 a minute, two seconds' share at once, of which the test before took a little, and what the time brings.
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(8);
    expect(refused.length).toBeGreaterThan(50);
    for (const { headers, body } of refused) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body['code']).toBe('request.throttled');
    }
  });

  it('keeps neither addresses nor e-mail addresses in its counts', async () => {
    const rows = await gateway.database.query<{ key: string }>('SELECT key FROM gateway.rate_limits');
    expect(rows.length).toBeGreaterThan(3);
    for (const { key } of rows) expect(key).toMatch(/^\w+:[\w-]{43}$/);
  });
});

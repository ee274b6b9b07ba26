import { documentedAccess, addressOf, observedAccess, type Knocked } from '@creator-connect/security/testing';
import { routingTable } from '../../src/routing/routing-table';
import type { Browser } from './support/browser';
import { eventually, GatewayFixture, password, type Owner } from './support/gateway-fixture';

type Method = Parameters<Browser['knock']>[0];

/** A way to come in anew: some addresses end the session that calls them. */
class Caller {
  private browser: Browser | undefined;

  constructor(private readonly enter: () => Promise<Browser>) {}

  async knock(method: Method, path: string): Promise<number> {
    this.browser ??= await this.enter();
    const status = await this.browser.knock(method, path);
    if (method !== 'GET') this.browser = undefined;
    return status;
  }
}

describe('who may call the gateway (TE-07)', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      LIMIT_CODES_PER_REQUEST: '1000',
      LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE: '1000',
    });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  async function memberOf(role: string): Promise<Caller> {
    const person = { email: `${role}@example.com`, password: password() };
    const inviting = await gateway.signedIn(owner);
    await inviting.post('/v1/member-invitations', { email: person.email, role });
    const mail = gateway.services.mails.findLast((one) => one['to'] === person.email)!;
    const token = new URL(mail['url']!).hash.slice(1);
    await gateway
      .browser()
      .post('/v1/member-invitations/acceptances', { token, name: role, password: person.password });
    return new Caller(() => gateway.signedIn(person));
  }

  async function apiKey(): Promise<Caller> {
    const { body } = await (
      await gateway.signedIn(owner)
    ).post('/v1/api-keys', {
      name: 'All that a key may do',
      scopes: ['influencers:read', 'accounts:read', 'events:read'],
    });
    const browser = gateway.browser();
    browser.standing = { authorization: `Bearer ${String(body['key'])}` };
    return new Caller(async () => browser);
  }

  async function openedLink(): Promise<Browser> {
    const browser = gateway.browser();
    const { token, link } = gateway.link();
    await browser.get(`/a/${token}`);
    await browser.get('/v1/link-session');
    await browser.post('/v1/link-session');
    await eventually(() => gateway.services.mails.find((mail) => mail['influencerId'] === link.influencerId));
    return browser;
  }

  it('is as docs/access says, address by address', async () => {
    let creators = 0;
    const callers: [string, Caller][] = [
      ['nobody', new Caller(async () => gateway.browser())],
      ['viewer', await memberOf('viewer')],
      ['admin', await memberOf('admin')],
      ['owner', new Caller(() => gateway.signedIn(owner))],
      [
        'creator',
        new Caller(() =>
          gateway.influencer(`creator-${(creators += 1)}@example.com`, {
            organisationId: owner.organisationId,
            influencerId: crypto.randomUUID(),
          }),
        ),
      ],
      ['link', new Caller(openedLink)],
      ['key', await apiKey()],
    ];
    const routes = routingTable.flatMap(({ pattern, methods, to }) =>
      (to === 'gateway' ? methods : methods.slice(0, 1))
        .filter((method) => method !== 'HEAD')
        .map((method): Knocked => ({ method, path: pattern })),
    );
    const table = await observedAccess('the gateway', routes, callers, async ({ method, path }, caller) => {
      const status = await caller.knock(method as Method, addressOf(path) || '/');
      return status !== 401 && status !== 403;
    });
    expect(table).toBe(documentedAccess('gateway', table));
  }, 180_000);
});

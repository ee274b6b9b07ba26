import { ModulesContainer } from '@nestjs/core';
import { declaredRoutes } from '@creator-connect/security';
import {
  documentedAccess,
  isRefusal,
  addressOf,
  observedAccess,
  type Knocked,
} from '@creator-connect/security/testing';
import { RouteMatcher } from '../../src/routing/match-route';
import { routingTable } from '../../src/routing/routing-table';
import type { Browser } from './support/browser';
import { GatewayFixture, password, type Owner } from './support/gateway-fixture';

type Method = Parameters<Browser['knock']>[0];

/** Where a handler judges who asks, it does so after the body: one that passes. */
const bodies: Record<string, object> = {
  'POST /v1/api-keys': { name: 'Reports', scopes: ['influencers:read'], expiresInDays: 1 },
  'POST /v1/member-invitations': { email: 'somebody@example.com', role: 'viewer' },
  'PATCH /v1/members/:userId': { role: 'viewer' },
  'PATCH /v1/users/current': { name: 'Somebody' },
  'PUT /v1/users/current/password': { password: 'not the one', newPassword: 'neither is this one' },
  'POST /v1/second-factor/confirmation': { code: '000000' },
  'POST /v1/sessions/current/organisation': { organisationId: '0198a000-0000-7000-8000-00000000000a' },
  'POST /v1/sessions/current/step-up': { password: 'not the one' },
  'POST /v1/operations/organisations': { name: 'Another Agency', ownerEmail: 'somebody@example.com' },
  'PUT /v1/operations/organisations/:id/owner-invitation': { ownerEmail: 'somebody@example.com' },
  'POST /v1/own-data/exports': {},
  'POST /v1/link-session/proof': { code: '000000' },
  'POST /v1/application-session': { slug: 'never-was' },
  'POST /v1/application-session/codes': { email: 'somebody@example.com' },
  'POST /v1/application-session/continuations': { token: 'never-was' },
  'POST /v1/application-session/proof': { email: 'somebody@example.com', code: '000000' },
};

/** A way to come in anew: some addresses end the session that calls them. */
class Caller {
  private browser: Browser | undefined;

  constructor(private readonly enter: () => Promise<Browser>) {}

  async isLetIn(method: Method, path: string, body?: object): Promise<boolean> {
    this.browser ??= await this.enter();
    const { status, code } = await this.browser.knock(method, path, body);
    if (method !== 'GET') this.browser = undefined;
    return !isRefusal(status, code);
  }
}

describe('who may call the gateway (TE-07)', () => {
  let gateway: GatewayFixture;
  let owner: Owner;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({
      LIMIT_CODES_PER_REQUEST: '1000',
      LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE: '1000',
      LIMIT_SIGN_IN_PER_ACCOUNT: '1000',
      LIMIT_APPLICATIONS_PER_SOURCE: '1000',
    });
    owner = await gateway.install();
  });
  afterAll(() => gateway.stop());

  async function memberOf(role: string): Promise<Caller> {
    const person = { email: `one-${role}@example.com`, password: password(), name: role };
    await gateway.joins(await gateway.signedIn(owner), person, role);
    return new Caller(() => gateway.signedIn(person));
  }

  async function apiKey(): Promise<Caller> {
    const { body } = await (
      await gateway.signedIn(owner)
    ).post('/v1/api-keys', {
      name: 'All that a key may do',
      scopes: ['influencers:read', 'accounts:read', 'events:read'],
      expiresInDays: 1,
    });
    const browser = gateway.browser();
    browser.standing = { authorization: `Bearer ${String(body['key'])}` };
    return new Caller(async () => browser);
  }

  it('has a handler for each address of its own, and no handler without an address', () => {
    const matcher = new RouteMatcher();
    const handled = declaredRoutes(gateway.get(ModulesContainer)).map(({ method, path }) => `${method} ${path}`);
    const unreachable = handled.filter((route) => {
      const [method, path] = route.split(' ') as [Method, string];
      const match = matcher.match(addressOf(path) || '/');
      return match?.to !== 'gateway' || !match.methods.includes(method as (typeof match.methods)[number]);
    });
    expect(unreachable).toEqual([]);
    const own = routingTable.filter(({ to, pattern }) => to === 'gateway' && !pattern.endsWith('/*'));
    const addresses = own.flatMap(({ methods, pattern }) => methods.map((method) => `${method} ${pattern}`));
    expect(addresses.filter((route) => !route.startsWith('HEAD ') && !handled.includes(route))).toEqual([]);
  });

  it('is as docs/access says, address by address', async () => {
    let creators = 0;
    const callers: [string, Caller][] = [
      ['nobody', new Caller(async () => gateway.browser())],
      ['viewer', await memberOf('viewer')],
      ['admin', await memberOf('admin')],
      ['owner', await memberOf('owner')],
      ['operator', new Caller(() => gateway.signedIn(owner))],
      [
        'creator',
        new Caller(() =>
          gateway.influencer(`creator-${(creators += 1)}@example.com`, {
            organisationId: owner.organisationId,
            influencerId: crypto.randomUUID(),
          }),
        ),
      ],
      ['link', new Caller(() => gateway.openedLink())],
      ['applicant', new Caller(() => gateway.applicant())],
      ['key', await apiKey()],
    ];
    const routes = routingTable.flatMap(({ pattern, methods, to }) =>
      (to === 'gateway' ? methods : methods.slice(0, 1))
        .filter((method) => method !== 'HEAD')
        .map((method): Knocked => ({ method, path: pattern })),
    );
    const table = await observedAccess('the gateway', routes, callers, ({ method, path }, caller) =>
      caller.isLetIn(method as Method, addressOf(path) || '/', bodies[`${method} ${path}`]),
    );
    expect(table).toBe(documentedAccess('gateway', table));
  }, 180_000);
});

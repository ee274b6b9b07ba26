import { randomUUID } from 'node:crypto';
import { answerKeys, documentedAccess, type OpenApi } from '@creator-connect/security/testing';
import type { Browser } from './support/browser';
import { GatewayFixture, password, type Owner } from './support/gateway-fixture';

/** As a service gives it to the gateway, which leaves out what may be about a person. */
const parked = {
  id: randomUUID(),
  consumer: 'accounts.facts',
  source: '/services/oauth',
  eventId: 'e-1',
  eventType: 'AccountAuthorized',
  topic: 'oauth.authorization.v1',
  partition: 3,
  offset: '17',
  key: randomUUID(),
  status: 'parked',
  errorClass: 'SchemaFailure',
  errorMessage: 'scopes: expected array',
  attempts: 1,
  firstAt: '2026-11-30T08:00:00.000Z',
  lastAt: '2026-11-30T08:00:00.000Z',
  resolvedBy: null,
  headers: { ce_subject: 'somebody@example.com' },
  value: 'somebody@example.com',
};
const gauge = (name: string, labels: Record<string, string>) => ({ name, values: [{ value: 1, labels }] });
const metrics = [
  gauge('outbox_unpublished', { service: 'accounts' }),
  gauge('outbox_age_seconds', { service: 'accounts' }),
  gauge('consumer_lag', { group: 'accounts.facts', topic: 'oauth.authorization.v1' }),
  gauge('dead_letters', { service: 'accounts', status: 'parked' }),
  gauge('vault_wrapped_keys', { key_id: 'k1', active: 'true' }),
  gauge('platform_allowance_used_percent', { api: 'meta', bucket: 'calls' }),
];

describe('what answers of the gateway itself hold (TE-08)', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  const person = { influencerId: randomUUID(), accountId: randomUUID() };

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    gateway.services.deadLetters.set('accounts', [parked]);
    owner = await gateway.install();
    gateway.services.answer = ({ url }, response) => {
      const bodies: Record<string, unknown> = {
        '/metrics': metrics,
        '/health/ready': { status: 'ready', checks: { database: 'up' } },
        '/v1/own-data': {
          organisation: { id: owner.organisationId, name: 'North Agency' },
          since: new Date(Date.now() - 86_400_000).toISOString(),
          accountIds: [person.accountId],
          campaigns: [],
        },
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(bodies[url] ?? {}));
    };
  });
  afterAll(() => gateway.stop());

  async function memberOf(role: string): Promise<Browser> {
    const member = { email: `one-${role}@example.com`, password: password(), name: role };
    await gateway.joins(await gateway.signedIn(owner), member, role);
    return gateway.signedIn(member);
  }

  it('is as docs/access says, and the description of the interface knows every key', async () => {
    const first = await gateway.signedIn(owner);
    const made = await first.post('/v1/api-keys', { name: 'Reports', scopes: ['influencers:read'], expiresInDays: 1 });
    const key = gateway.browser();
    const bearer = { authorization: `Bearer ${String(made.body['key'])}` };
    await first.post('/v1/operations/organisations', { name: 'Waiting', ownerEmail: 'owner-to-be@example.com' });
    await first.post('/v1/member-invitations', { email: 'open@example.com', role: 'viewer' });
    const viewer = await memberOf('viewer');
    await viewer.get(`/v1/influencers/${person.influencerId}`);
    const creator = { organisationId: owner.organisationId, influencerId: person.influencerId };
    const item = { platform: 'instagram', socialAccountId: null, handle: null, done: false };

    const today = new Date().toISOString().slice(0, 10);
    const document = (await gateway.browser().get('/docs/openapi.json')).body as unknown as OpenApi;
    const { table, undescribed, unshown } = await answerKeys(
      'the gateway',
      document,
      {
        '/v1/access-report': `/v1/access-report?from=${today}&to=${today}`,
        '/v1/access-report/file': '/v1/access-report/file',
        '/v1/api-keys': '/v1/api-keys',
        '/v1/link-session': '/v1/link-session',
        '/v1/member-invitations': '/v1/member-invitations',
        '/v1/members': '/v1/members',
        '/v1/operations': '/v1/operations',
        '/v1/operations/organisations': '/v1/operations/organisations',
        '/v1/operations/{service}/dead-letters': '/v1/operations/accounts/dead-letters',
        '/v1/own-data/views': '/v1/own-data/views',
        '/v1/second-factor': '/v1/second-factor',
        '/v1/sessions/current': '/v1/sessions/current',
        '/v1/users/current/sessions': '/v1/users/current/sessions',
      },
      [
        ['nobody', gateway.browser()],
        ['viewer', viewer],
        ['admin', await memberOf('admin')],
        ['owner', await memberOf('owner')],
        ['operator', first],
        ['key', key],
        ['creator', await gateway.influencer('creator@example.com', creator)],
        ['link', await gateway.openedLink({ items: [item] })],
        ['applicant', await gateway.applicant()],
      ],
      async (caller, address) => {
        const { status, headers, text } = await caller.get(address, caller === key ? bearer : {});
        return { status, type: String(headers['content-type'] ?? ''), text };
      },
    );
    expect(undescribed).toEqual([]);
    expect(unshown).toEqual([]);
    expect(table).toBe(documentedAccess('answers/gateway', table));
  }, 60_000);
});

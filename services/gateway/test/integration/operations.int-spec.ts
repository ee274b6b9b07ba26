import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeIdentity } from './support/identity';
import type { Browser } from './support/browser';
import { eventually, GatewayFixture, password, type Owner } from './support/gateway-fixture';
import type { SeenRequest } from './support/fake-services';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');
const key = '0198a000-0000-7000-8000-00000000000b';
const letter = {
  id: '0198a000-0000-7000-8000-00000000000a',
  consumer: 'accounts.facts',
  source: '/services/oauth',
  eventId: 'e-1',
  eventType: 'AccountAuthorized',
  topic: 'oauth.authorization.v1',
  partition: 3,
  offset: '17',
  key,
  status: 'parked',
  errorClass: 'SchemaFailure',
  errorMessage: 'scopes: expected array',
  attempts: 1,
  firstAt: '2026-11-30T08:00:00.000Z',
  lastAt: '2026-11-30T08:00:00.000Z',
  resolvedBy: null,
  headers: { ce_subject: 'kim@example.com' },
  value: 'kim@example.com',
};
const gauge = (name: string, ...values: { value: number; labels: Record<string, string> }[]) => ({ name, values });
const metrics: Record<string, unknown[]> = {
  accounts: [
    gauge('outbox_unpublished', { value: 4, labels: { service: 'accounts' } }),
    gauge('outbox_age_seconds', { value: 12.5, labels: { service: 'accounts' } }),
    gauge('consumer_lag', { value: 7, labels: { group: 'accounts.facts', topic: 'oauth.authorization.v1' } }),
    gauge(
      'dead_letters',
      { value: 1, labels: { service: 'accounts', status: 'parked' } },
      { value: 2, labels: { service: 'accounts', status: 'blocked' } },
    ),
  ],
  oauth: [
    gauge(
      'vault_wrapped_keys',
      { value: 3, labels: { key_id: 'k1', active: 'false' } },
      { value: 9, labels: { key_id: 'k2', active: 'true' } },
    ),
  ],
  collector: [gauge('platform_allowance_used_percent', { value: 81, labels: { api: 'meta', bucket: 'calls' } })],
};

describe('what operators see and do', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let operator: Browser;
  const second = { email: 'second@example.com', password: password(), name: 'Two' };

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ SANDBOX_URL: 'http://localhost:4406' });
    gateway.services.deadLetters.set('accounts', [letter, { ...letter, key: 'kim@example.com', eventType: 'kim k' }]);
    gateway.services.answer = ({ service, url }: SeenRequest, response) => {
      const sick = service === 'ttcm' && url === '/health/ready';
      const health = { status: sick ? 'not_ready' : 'ready', checks: { database: sick ? 'down' : 'up', kafka: 'up' } };
      response.writeHead(sick ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(url === '/metrics' ? (metrics[service] ?? []) : health));
    };
    owner = await gateway.install();
    operator = await gateway.signedIn(owner);
  });
  afterAll(() => gateway.stop());

  async function secondOwner(): Promise<Browser> {
    await gateway.joins(operator, second, 'owner');
    return gateway.signedIn(second);
  }

  it('shows health, events on their way, allowances and the keys of the vault', async () => {
    const { status, body } = await operator.get('/v1/operations');
    expect(status).toBe(200);
    const services = body['services'] as { name: string }[];
    const of = (name: string) => services.find((one) => one.name === name);
    expect(of('accounts')).toEqual({
      name: 'accounts',
      status: 'ready',
      checks: [
        { name: 'database', state: 'up' },
        { name: 'kafka', state: 'up' },
      ],
      outbox: { unpublished: 4, ageSeconds: 12.5 },
      lag: [{ group: 'accounts.facts', topic: 'oauth.authorization.v1', records: 7 }],
      deadLetters: { parked: 1, blocked: 2, replayed: 0, discarded: 0 },
    });
    expect(of('ttcm')).toMatchObject({ status: 'not_ready', checks: [{ name: 'database', state: 'down' }, {}] });
    expect(of('gateway')).toMatchObject({
      checks: expect.arrayContaining([{ name: 'database', state: 'up' }]),
      outbox: null,
    });
    expect(body).toMatchObject({
      allowances: [{ service: 'collector', api: 'meta', bucket: 'calls', usedPercent: 81 }],
      keys: [
        { id: 'k1', active: false, wraps: 3 },
        { id: 'k2', active: true, wraps: 9 },
      ],
      sandboxUrl: 'http://localhost:4406',
    });
  });

  it('shows parked messages with their cause, and nothing of the message itself', async () => {
    const { body, text } = await operator.get('/v1/operations/accounts/dead-letters?status=parked');
    expect(body['items']).toEqual([
      {
        id: letter.id,
        consumer: 'accounts.facts',
        eventType: 'AccountAuthorized',
        topic: 'oauth.authorization.v1',
        partition: 3,
        offset: '17',
        about: key,
        status: 'parked',
        errorClass: 'SchemaFailure',
        errorMessage: 'scopes: expected array',
        attempts: 1,
        firstAt: letter.firstAt,
        lastAt: letter.lastAt,
        resolvedBy: null,
      },
      expect.objectContaining({ about: null, eventType: null }),
    ]);
    expect(text).not.toContain('kim');
  });

  it('decides as the operator: the service is told who, and hears of no organisation', async () => {
    const answer = await operator.post(`/v1/operations/accounts/dead-letters/${letter.id}/replays`);
    expect([answer.status, answer.body]).toEqual([200, { replayed: 2, stoppedAt: null }]);
    await operator.post(`/v1/operations/accounts/dead-letters/${letter.id}/discards`);
    expect(gateway.services.decisions).toEqual([
      { service: 'accounts', url: `/internal/dead-letters/${letter.id}/replays` },
      { service: 'accounts', url: `/internal/dead-letters/${letter.id}/discards` },
    ]);
    const asked = gateway.services.seen.findLast(({ url }) => url.endsWith('/discards'))!;
    const identity = await decodeIdentity(gateway, 'accounts', asked);
    expect(identity).toMatchObject({ kind: 'operator', sub: owner.userId });
    expect(identity).not.toHaveProperty('org');
  });

  it('is a thing of the installation: another owner of the organisation is refused', async () => {
    const other = await secondOwner();
    const seen = await other.get('/v1/sessions/current');
    expect(seen.body['operator']).toBe(false);
    expect((await operator.get('/v1/sessions/current')).body['operator']).toBe(true);
    expect((await other.get('/v1/operations')).status).toBe(403);
    expect((await other.get('/v1/operations/accounts/dead-letters')).status).toBe(403);
    const before = gateway.services.decisions.length;
    const tried = await other.post(`/v1/operations/accounts/dead-letters/${letter.id}/replays`);
    expect([tried.status, tried.body['code']]).toEqual([403, 'request.forbidden']);
    expect(gateway.services.decisions).toHaveLength(before);
  });

  it('is given and taken at the command line, and counts at once', async () => {
    const connect = async (...args: string[]) =>
      promisify(execFile)(process.execPath, [cli, 'operators', ...args, '--database', gateway.database.appUrl]);
    const other = await gateway.signedIn(second);
    await connect('add', second.email);
    expect((await connect('list')).stdout.split('\n').filter(Boolean)).toEqual([owner.email, second.email]);
    await eventually(async () => ((await other.get('/v1/operations')).status === 200 ? true : undefined));
    await connect('remove', second.email);
    await eventually(async () => ((await other.get('/v1/operations')).status === 403 ? true : undefined));
    await expect(connect('add', 'nobody@example.com')).rejects.toMatchObject({
      stderr: expect.stringContaining('Nobody with this address'),
    });
  });

  it('knows no other service, and no other id', async () => {
    expect((await operator.get('/v1/operations/gateway/dead-letters')).status).toBe(400);
    expect((await operator.post('/v1/operations/accounts/dead-letters/x%2Fy/replays')).status).not.toBe(200);
    expect((await operator.get('/v1/operations/accounts/dead-letters?status=any')).status).toBe(400);
  });

  it('needs a fresh proof for a decision, not for a look', async () => {
    gateway.clock.forward(6 * 60_000);
    expect((await operator.get('/v1/operations')).status).toBe(200);
    const tried = await operator.post(`/v1/operations/accounts/dead-letters/${letter.id}/discards`);
    expect([tried.status, tried.body['code']]).toEqual([401, 'request.step_up_needed']);
  });
});

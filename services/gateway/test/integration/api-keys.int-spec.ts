import { call, type Browser } from './support/browser';
import { eventually, GatewayFixture, type Owner } from './support/gateway-fixture';
import { decodeIdentity } from './support/identity';

describe('API keys', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let browser: Browser;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    browser = await gateway.signedIn(owner);
  });
  afterAll(() => gateway.stop());

  const make = async (scopes = ['influencers:read'], expiresInDays = 30) => {
    const answer = await browser.post('/v1/api-keys', { name: 'reports', scopes, expiresInDays });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; key: string };
  };
  const withKey = (key: string, path = '/v1/influencers', method: 'GET' | 'POST' = 'GET') =>
    call(gateway.base, method, path, { headers: { authorization: `Bearer ${key}` } });

  it('shows a key once, keeps its hash, and lets the service judge its scopes', async () => {
    const { key, id } = await make();
    expect(key).toMatch(/^cck_[A-Za-z0-9_-]{43}$/);
    expect((await withKey(key)).status).toBe(200);
    const identity = await decodeIdentity(gateway, 'accounts', gateway.services.forwarded().at(-1)!);
    expect(identity).toMatchObject({
      kind: 'api_key',
      sub: id,
      org: owner.organisationId,
      scopes: ['influencers:read'],
    });
    expect(JSON.stringify((await browser.get('/v1/api-keys')).body)).not.toContain(key);
    expect(JSON.stringify(await gateway.database.query('SELECT * FROM gateway.api_keys'))).not.toContain(key.slice(10));
  });

  it('needs no token of a page: no browser sends the header by itself', async () => {
    const { key } = await make(['influencers:write']);
    const seen = gateway.services.forwarded().length;
    expect((await withKey(key, '/v1/influencers', 'POST')).status).toBe(200);
    expect(gateway.services.forwarded()).toHaveLength(seen + 1);
    expect(gateway.services.forwarded().at(-1)!.headers['authorization']).toBeUndefined();
  });

  it('refuses a key in the address, in whatever spelling', async () => {
    const { key } = await make();
    for (const path of [
      `/v1/influencers?key=${key}`,
      `/v1/influencers?a=%63ck_${key.slice(4)}`,
      `/v1/influencers/${key}`,
    ]) {
      const answer = await call(gateway.base, 'GET', path);
      expect([answer.status, answer.body['code']]).toEqual([400, 'gateway.key_in_query']);
    }
  });

  it('refuses unknown keys and other schemes instead of looking at the cookie', async () => {
    for (const authorization of [`Bearer cck_${'x'.repeat(43)}`, 'Bearer x', 'Basic eDp5', 'Bearer']) {
      const answer = await browser.get('/v1/influencers', { authorization });
      expect([authorization, answer.status]).toEqual([authorization, 401]);
    }
  });

  it('is dead on its revocation, also for another gateway that just used it', async () => {
    const { key, id } = await make();
    expect((await withKey(key)).status).toBe(200);
    expect((await browser.change('DELETE', `/v1/api-keys/${id}`)).status).toBe(204);
    expect((await withKey(key)).status).toBe(401);

    const other = await make();
    expect((await withKey(other.key)).status).toBe(200);
    await gateway.database.query('UPDATE gateway.api_keys SET revoked_at = now() WHERE id = $1', [other.id]);
    await eventually(async () => ((await withKey(other.key)).status === 401 ? true : undefined));
  });

  it('works two at a time for rotation, shows its last use, and lists by pages', async () => {
    const first = await make();
    const second = await make();
    expect((await withKey(first.key)).status).toBe(200);
    expect((await withKey(second.key)).status).toBe(200);
    const page = await browser.get('/v1/api-keys?limit=1');
    expect(page.body['items']).toHaveLength(1);
    const rest = await browser.get(`/v1/api-keys?limit=100&cursor=${String(page.body['nextCursor'])}`);
    const items = rest.body['items'] as { id: string; lastUsedAt: string | null }[];
    expect(items.find((item) => item.id === second.id)?.lastUsedAt).toEqual(expect.any(String));
    expect(rest.body['nextCursor']).toBeNull();
  });

  it.each([
    { name: 'x', scopes: ['api-keys:write'], expiresInDays: 1 },
    { name: 'x', scopes: ['everything'], expiresInDays: 1 },
    { name: 'x', scopes: [], expiresInDays: 1 },
    { name: 'x', scopes: ['influencers:read'], expiresInDays: 400 },
    { name: 'x', scopes: ['influencers:read'], expiresInDays: '7' },
    {
      name: 'x',
      scopes: ['influencers:read'],
      expiresInDays: 1,
      organisationId: '018f0000-0000-7000-8000-000000000000',
    },
  ])('refuses to make %j', async (request) => {
    expect((await browser.post('/v1/api-keys', request)).body['code']).toBe('request.invalid');
  });

  it('is for members who may manage keys, and of their organisation', async () => {
    const { key, id } = await make();
    expect((await withKey(key, '/v1/api-keys')).status).toBe(403);
    const creator = await gateway.influencer('creator@example.com', {
      organisationId: owner.organisationId,
      influencerId: crypto.randomUUID(),
    });
    expect((await creator.get('/v1/api-keys')).status).toBe(403);

    const elsewhere = { organisationId: crypto.randomUUID(), name: 'South', role: 'owner' };
    const memberships = gateway.services.memberships.get(owner.userId)!;
    gateway.services.memberships.set(owner.userId, [elsewhere]);
    const stranger = await gateway.signedInAgain({ ...owner, organisationId: elsewhere.organisationId });
    expect((await stranger.get('/v1/api-keys')).body['items']).toEqual([]);
    expect((await stranger.change('DELETE', `/v1/api-keys/${id}`)).status).toBe(404);
    gateway.services.memberships.set(owner.userId, memberships);
    expect((await withKey(key)).status).toBe(200);
    browser = await gateway.signedInAgain(owner);
  });

  it('ends by itself', async () => {
    const { key } = await make(['influencers:read'], 1);
    gateway.clock.forward(24 * 3_600_000);
    expect((await withKey(key)).status).toBe(401);
  });

  it('are behind the wall of their organisation (TE-02)', async () => {
    expect(await gateway.database.runtimeRoleBreaches()).toEqual([]);
  });
});

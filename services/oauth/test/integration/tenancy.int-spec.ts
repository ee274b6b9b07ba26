import { newId } from '@creator-connect/contracts';
import { permissions, type Identity } from '@creator-connect/security';
import { accessTable, documentedAccess } from '@creator-connect/security/testing';
import { call, json } from '@creator-connect/platforms/testing';
import { Creator, OauthFixture } from './support/oauth-fixture';

type Things = Record<'transaction' | 'account', string>;
type Method = 'GET' | 'POST';

const neutral = (text: string) => text.replaceAll(/"correlationId":"[^"]*"/g, '');

describe('one organisation never sees another (TE-01, TE-06)', () => {
  let oauth: OauthFixture;
  let ours: Creator;
  let own: Things;
  let foreign: Things;

  beforeAll(async () => {
    oauth = await OauthFixture.start();
    ours = new Creator(oauth);
    own = await furnish(ours);
    foreign = await furnish(new Creator(oauth));
  }, 120_000);
  afterAll(() => oauth?.stop());

  async function furnish(creator: Creator): Promise<Things> {
    const account = await creator.connect('tiktok', 'tiktok-everyday');
    await oauth.forgetPersons();
    const { id: transaction } = await creator.start('tiktok', account);
    return { account, transaction };
  }

  /** Every public route with an id. A new route has to be added, or the next test fails. */
  const routes: Record<string, { id: keyof Things; body?: object; ok: readonly number[]; last?: true }> = {
    'GET /v1/connect-transactions/{id}': { id: 'transaction', ok: [200] },
    'POST /v1/connect-transactions/{id}/confirm': { id: 'transaction', body: { candidateIds: ['x'] }, ok: [409] },
    'POST /v1/connect-transactions/{id}/checks': { id: 'transaction', ok: [409] },
    'POST /v1/connect-transactions/{id}/discard': { id: 'transaction', ok: [200], last: true },
    'GET /v1/social-accounts/{id}/authorization': { id: 'account', ok: [200] },
    'POST /v1/social-accounts/{id}/authorization/verifications': { id: 'account', ok: [200, 201, 202] },
    'POST /v1/social-accounts/{id}/authorization/revocations': { id: 'account', ok: [200, 201, 202], last: true },
  };
  const ask = async (identity: Identity | undefined, route: string, id: string, body?: object) => {
    const [method, path] = route.split(' ') as [Method, string];
    const init = method === 'POST' ? json(body ?? {}) : { method };
    const headers = { ...init.headers, ...(identity && (await oauth.signed(identity))) };
    return call(oauth.address(path.replace('{id}', id)), { ...init, headers });
  };
  const dump = async () => {
    const rows: unknown[] = [];
    rows.push(await oauth.database.query('SELECT id, type, payload FROM oauth.outbox ORDER BY 1'));
    for (const table of ['grants', 'grant_tokens', 'connect_transactions', 'revocations'])
      rows.push(await oauth.database.query(`SELECT * FROM oauth.${table} ORDER BY 1::text, 2::text`));
    return JSON.stringify(rows);
  };

  it('the list of routes is complete', async () => {
    const described = await oauth.openApiRoutes();
    expect(described.length).toBeGreaterThan(6);
    expect(described.filter((route) => / \/v1\/.*\{/.test(route)).toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it.each(Object.entries(routes))('%s answers a foreign id as one that never was', async (route, { id, body }) => {
    const before = await dump();
    const refused = await ask(ours.identity, route, foreign[id], body);
    const unknown = await ask(ours.identity, route, newId(), body);
    expect(refused.status).toBe(404);
    expect(neutral(refused.text)).toBe(neutral(unknown.text));
    expect(await dump()).toBe(before);
  });

  it.each(Object.entries(routes))(
    '%s is closed without an identity and without its permission',
    async (route, { id, body }) => {
      expect((await ask(undefined, route, own[id], body)).status).toBe(401);
      const nobody: Identity = { kind: 'api_key', sub: newId(), org: ours.organisationId, scopes: [] };
      expect((await ask(nobody, route, own[id], body)).status).toBe(403);
      const scopes = permissions.filter((permission) => permission !== 'authorization:read');
      if (route.includes('connect-transactions')) {
        const key: Identity = { ...nobody, scopes: [...scopes] };
        expect((await ask(key, route, own[id], body)).status).toBe(403);
      }
      const service: Identity = { kind: 'service', sub: 'collector' };
      expect((await ask(service, route, own[id], body)).status).toBe(403);
    },
  );

  it('internal routes are closed to people, and to services that they are not for', async () => {
    const internal = (await oauth.openApiRoutes()).filter((route) => route.includes(' /internal/'));
    expect(internal.length).toBeGreaterThan(2);
    const owner: Identity = { kind: 'member', role: 'owner', sub: newId(), org: ours.organisationId };
    for (const route of internal) {
      const path = route.replaceAll(/\{\w+\}/g, newId());
      expect([route, (await ask(owner, path, '')).status]).toEqual([route, 403]);
      expect([route, (await ask(undefined, path, '')).status]).toEqual([route, 401]);
    }
  });

  it('another creator of the same organisation is a stranger, too', async () => {
    const neighbour: Identity = { ...ours.identity, sub: newId(), influencer: newId() };
    for (const [route, { id, body }] of Object.entries(routes))
      expect([route, (await ask(neighbour, route, own[id], body)).status]).toEqual([route, 404]);
  });

  it('an attempt and a revocation belong to the creator: no member makes them in their place (AL-09)', async () => {
    const admin: Identity = { kind: 'member', role: 'owner', sub: newId(), org: ours.organisationId };
    for (const route of ['POST /v1/connect-transactions/{id}/confirm', 'POST /v1/connect-transactions/{id}/checks'])
      expect([route, (await ask(admin, route, own.transaction, routes[route]!.body)).status]).toEqual([route, 403]);
    const revocation = 'POST /v1/social-accounts/{id}/authorization/revocations';
    expect((await ask(admin, revocation, own.account)).status).toBe(403);
    const started = await call(oauth.address('/v1/connect-transactions'), {
      ...json({ platform: 'tiktok' }),
      headers: { ...json({}).headers, ...(await oauth.signed(admin)) },
    });
    expect(started.status).toBe(403);
  });

  it('opens its routes to those whom docs/access names, and to nobody else (TE-07)', async () => {
    const table = await accessTable('oauth', oauth.door, oauth.strangers());
    expect(table).toBe(documentedAccess('oauth', table));
  });

  it('routes work for their own creator', async () => {
    const inOrder = Object.entries(routes).toSorted(([, a], [, b]) => Number(a.last ?? 0) - Number(b.last ?? 0));
    for (const [route, { id, body, ok }] of inOrder) {
      const { status } = await ask(ours.identity, route, own[id], body);
      expect([route, ok.includes(status) ? ok : status]).toEqual([route, ok]);
    }
  });
});

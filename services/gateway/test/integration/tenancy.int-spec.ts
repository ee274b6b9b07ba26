import { ModulesContainer } from '@nestjs/core';
import { declaredRoutes } from '@creator-connect/security';
import { addressOf } from '@creator-connect/security/testing';
import type { Browser } from './support/browser';
import { GatewayFixture, password, type Owner } from './support/gateway-fixture';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe('one organisation is nothing to another at the gateway (TE-06)', () => {
  let gateway: GatewayFixture;
  let owner: Owner;
  let ours: Browser;
  let theirs: Browser;
  let key: string;
  /** What there is in the other organisation. */
  const foreign = { organisation: '', user: '', session: '', invitation: '', key: '' };

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    owner = await gateway.install();
    ours = await gateway.signedIn(owner);
    const person = { email: 'owner@south.example', name: 'Owner of South', password: password() };
    const south = { name: 'South Agency', ownerEmail: person.email };
    foreign.organisation = String((await ours.post('/v1/operations/organisations', south)).body['id']);
    const mail = gateway.services.mails.findLast((one) => one['to'] === person.email)!;
    const token = new URL(mail['url']!).hash.slice(1);
    theirs = gateway.browser();
    await theirs.post('/v1/member-invitations/acceptances', { token, name: person.name, password: person.password });
    const session = await theirs.get('/v1/sessions/current');
    foreign.user = (session.body['user'] as { id: string }).id;
    const sessions = (await theirs.get('/v1/users/current/sessions')).body['items'] as { id: string }[];
    foreign.session = sessions[0]!.id;
    const invited = { email: 'invited@south.example', role: 'viewer' };
    foreign.invitation = String((await theirs.post('/v1/member-invitations', invited)).body['id']);
    const made = await theirs.post('/v1/api-keys', { name: 'South', scopes: ['influencers:read'], expiresInDays: 1 });
    foreign.key = String(made.body['id']);
    key = String(made.body['key']);
    for (const [what, id] of Object.entries(foreign))
      expect([what, id]).toEqual([what, expect.stringMatching(/^[\w-]{36}$/)]);
  });
  afterAll(() => gateway.stop());

  /** Every route with an id in its address, and whose that is. A new one has to be added, or the last test fails. */
  const rows: Record<string, { of: keyof typeof foreign; body?: object }> = {
    'PATCH /v1/members/:userId': { of: 'user', body: { role: 'viewer' } },
    'DELETE /v1/members/:userId': { of: 'user' },
    'DELETE /v1/users/current/sessions/:id': { of: 'session' },
    'DELETE /v1/member-invitations/:id': { of: 'invitation' },
    'DELETE /v1/api-keys/:id': { of: 'key' },
  };
  /** Of the installation: for operators, who are of no organisation there. */
  const ofOperators: Record<string, { of?: keyof typeof foreign; body?: object }> = {
    'PUT /v1/operations/organisations/:id/owner-invitation': {
      of: 'organisation',
      body: { ownerEmail: 'somebody@example.com' },
    },
    'GET /v1/operations/:service/dead-letters': {},
    'POST /v1/operations/:service/dead-letters/:id/replays': {},
    'POST /v1/operations/:service/dead-letters/:id/discards': {},
  };
  /** Whoever has the secret in it has what it opens (AL-06). */
  const bySecret = ['GET /a/:token'];

  const ask = async (browser: Browser, method: Method, path: string, body?: object) => {
    const { status, body: answer } = await browser.change(method, path, body);
    return { status, ...answer, correlationId: '' };
  };
  const parts = (route: string) => route.split(' ') as [Method, string];
  const nothingChanged = async () => {
    expect((await theirs.get('/v1/sessions/current')).body).toMatchObject({
      user: { id: foreign.user },
      organisation: { id: foreign.organisation, role: 'owner' },
    });
    expect((await theirs.get('/v1/member-invitations')).body['items']).toMatchObject([{ id: foreign.invitation }]);
    const withKey = await gateway.browser().get('/v1/influencers', { authorization: `Bearer ${key}` });
    expect(withKey.status).toBe(200);
  };

  it.each(Object.entries(rows))('%s answers a foreign id as one that never was', async (route, { of, body }) => {
    const [method, path] = parts(route);
    const at = (id: string) => ask(ours, method, path.replace(/:\w+/, id), body);
    expect(await at(foreign[of])).toEqual({ ...(await at(crypto.randomUUID())), status: 404 });
    await nothingChanged();
  });

  it('a session moves to no foreign organisation, as to none that never was', async () => {
    const move = (organisationId: string) => ask(ours, 'POST', '/v1/sessions/current/organisation', { organisationId });
    const refused = await move(foreign.organisation);
    expect(refused).toEqual(await move(crypto.randomUUID()));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect((await ours.get('/v1/sessions/current')).body['organisation']).toMatchObject({ id: owner.organisationId });
  });

  it.each(Object.entries(ofOperators))(
    '%s tells nothing to an owner who runs nothing here',
    async (route, { body }) => {
      const [method, path] = parts(route);
      const at = (id: string) => ask(theirs, method, path.replace(':service', 'accounts').replace(':id', id), body);
      const known = await at(owner.organisationId);
      expect(known).toEqual(await at(crypto.randomUUID()));
      expect([403, 404]).toContain(known.status);
    },
  );

  it('lists hold nothing of the other', async () => {
    for (const path of ['/v1/members', '/v1/member-invitations', '/v1/api-keys', '/v1/users/current/sessions']) {
      const { status, text } = await ours.get(path);
      expect([path, status]).toEqual([path, 200]);
      for (const id of Object.values(foreign)) expect([path, text]).toEqual([path, expect.not.stringContaining(id)]);
    }
  });

  it('has a row above for every route with an id', () => {
    const own = declaredRoutes(gateway.get(ModulesContainer)).filter(({ path }) => addressOf(path) !== path);
    const declared = own.map(({ method, path }) => `${method} ${path}`);
    expect(declared.toSorted()).toEqual([...Object.keys(rows), ...Object.keys(ofOperators), ...bySecret].toSorted());
  });
});

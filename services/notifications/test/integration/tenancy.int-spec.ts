import { AccountStateChanged, newId } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { accessTable, documentedAccess } from '@creator-connect/security/testing';
import { Client } from 'pg';
import { becomes } from './support/about-account';
import { type Method, NotificationsFixture } from './support/notifications-fixture';

describe('one organisation never sees the mails of another', () => {
  let fixture: NotificationsFixture;
  let ours: string;
  let theirs: string;
  const people = { ours: newId(), theirs: newId() };

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
    [ours, theirs] = [await fixture.aSendingOrganisation(), await fixture.aSendingOrganisation()];
    await needsReauthorization(ours, people.ours);
    await needsReauthorization(theirs, people.theirs);
  }, 120_000);
  afterAll(() => fixture?.stop());

  const needsReauthorization = (organisationId: string, influencerId: string) =>
    fixture.consumed(AccountStateChanged, becomes('REAUTH', { organisationId, influencerId, accountId: newId() }));

  /** Every public route. A new one has to be added, or the next test fails. */
  const routes: Record<string, { body?: object; query?: string; writes?: boolean; isPublic?: boolean }> = {
    'GET /v1/messages': {},
    'GET /v1/messages/request-preview': { query: `?influencerId=${newId()}`, writes: true },
    'GET /v1/addressees/{influencerId}': {},
    'DELETE /v1/addressees/{influencerId}/complaint': { writes: true },
    'GET /v1/notices': {},
    'GET /v1/notices/unread': {},
    'PUT /v1/notices/{id}/read': {},
    'DELETE /v1/notices/{id}/read': {},
    'POST /v1/notices/read': { body: { upTo: newId() } },
    'GET /v1/digest-setting': {},
    'PUT /v1/digest-setting': { body: { frequency: 'daily' } },
    'GET /v1/notice-settings': {},
    'PUT /v1/notice-settings/{kind}': { body: { enabled: false } },
    'GET /v1/outbound-email': {},
    'PUT /v1/outbound-email': { body: { address: 'new@agency.example' }, writes: true },
    'POST /v1/outbound-email/test': { writes: true },
    'POST /v1/outbound-email/confirmations': { body: { token: 'A'.repeat(43) }, isPublic: true },
  };
  const guarded = Object.entries(routes).filter(([, { isPublic }]) => !isPublic);
  const parts = (route: string) => route.replace(/\{\w+\}/, newId()).split(' ') as [Method, string];

  it('the list of routes is complete', async () => {
    const { body } = await fixture.from('gateway', 'GET', '/internal/openapi.json');
    const described = Object.entries(body['paths'] as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.filter((route) => route.includes(' /v1/')).sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(guarded)('%s is refused without an identity, and below its role', async (route, access) => {
    const { body, writes, query = '' } = access;
    const [method, path] = parts(route);
    const url = `${path}${query}`;
    expect((await fixture.anonymous(method, url, body)).status).toBe(401);
    const nobody: Identity = { kind: 'api_key', sub: newId(), org: ours, scopes: [] };
    expect((await fixture.as(nobody, method, url, body)).status).toBe(403);
    if (writes) expect((await fixture.as(fixture.member(ours, 'viewer'), method, url, body)).status).toBe(403);
  });

  it('a foreign influencer has no mails, as one that never was', async () => {
    const mailsOf = async (influencerId: string) =>
      (await fixture.as(fixture.member(ours), 'GET', `/v1/messages?influencerId=${influencerId}`)).body;
    expect((await mailsOf(people.ours))['items']).toHaveLength(3);
    expect(await mailsOf(people.theirs)).toEqual(await mailsOf(newId()));
    const all = await fixture.as(fixture.member(ours), 'GET', '/v1/messages');
    expect(all.body['items']).toHaveLength(3);
    expect(JSON.stringify(all.body)).not.toContain(people.theirs);
  });

  describe('a foreign id answers as one that never was, and nothing changes (TE-06)', () => {
    const by = async (org: string, route: string, id: string, body?: object) => {
      const [method, path] = route.replace(/\{\w+\}/, id).split(' ') as [Method, string];
      const answer = await fixture.as(fixture.member(org), method, path, body);
      // The id that was asked for may stand in the answer.
      const text = JSON.stringify({ ...answer.body, correlationId: '' }).replaceAll(id, 'the id');
      return { status: answer.status, body: JSON.parse(text) as Record<string, unknown> };
    };
    const noticeOf = async (org: string) => {
      const { body } = await fixture.as(fixture.member(org), 'GET', '/v1/notices');
      return (body['items'] as { id: string }[])[0]!.id;
    };
    const addressees = () =>
      fixture.database.query(`SELECT t::text FROM notifications.addressees t ORDER BY influencer_id`);

    beforeAll(async () => {
      // What their influencer is known for: a mailbox that is gone, a wish and a complaint.
      await fixture.database.query(
        `INSERT INTO notifications.addressees (org_id, influencer_id, reminders_stopped_at, bounced_at, bounced_address,
           complained_at, complained_address) VALUES ($1, $2, now(), now(), '\\x00', now(), '\\x00')`,
        [theirs, people.theirs],
      );
    });

    it.each(['GET /v1/addressees/{influencerId}', 'DELETE /v1/addressees/{influencerId}/complaint'])(
      '%s',
      async (route) => {
        const before = await addressees();
        const foreign = await by(ours, route, people.theirs);
        expect(foreign).toEqual(await by(ours, route, newId()));
        expect(foreign.body).toMatchObject({ remindersStoppedAt: null, bouncedAt: null, complainedAt: null });
        expect(await addressees()).toEqual(before);
        const own = await by(theirs, 'GET /v1/addressees/{influencerId}', people.theirs);
        expect(own.body).toMatchObject({ bouncedAt: expect.any(String), complainedAt: expect.any(String) });
      },
    );

    it.each(['PUT /v1/notices/{id}/read', 'DELETE /v1/notices/{id}/read', 'POST /v1/notices/read'])(
      '%s',
      async (route) => {
        const ask = (id: string) => by(ours, route, id, route.startsWith('POST') ? { upTo: id } : undefined);
        const foreign = await ask(await noticeOf(theirs));
        expect(foreign).toEqual({ ...(await ask(newId())), status: 404 });
        expect((await ask(await noticeOf(ours))).status).toBe(204);
        expect(
          await fixture.database.query('SELECT 1 FROM notifications.notice_reads WHERE org_id = $1', [theirs]),
        ).toEqual([]);
      },
    );

    it('GET /v1/messages/request-preview', async () => {
      // Accounts knows the one in another organisation, and the other nowhere.
      const unknown = newId();
      fixture.recipients.homes.set(people.theirs, theirs).set(unknown, newId());
      const preview = (org: string, id: string) => by(org, `GET /v1/messages/request-preview?influencerId=${id}`, id);
      expect(await preview(ours, people.theirs)).toEqual({ ...(await preview(ours, unknown)), status: 404 });
      expect((await preview(theirs, people.theirs)).status).toBe(200);
      fixture.recipients.homes.clear();
    });

    it('is tried above at every route with an id', () => {
      const withId = Object.keys(routes).filter((route) => /\{(?!kind)/.test(route));
      expect(withId).toEqual([
        'GET /v1/addressees/{influencerId}',
        'DELETE /v1/addressees/{influencerId}/complaint',
        'PUT /v1/notices/{id}/read',
        'DELETE /v1/notices/{id}/read',
      ]);
    });
  });

  it('opens its routes to those whom docs/access names, and to nobody else (TE-07)', async () => {
    const table = await accessTable('notifications', fixture.door, fixture.strangers());
    expect(table).toBe(documentedAccess('notifications', table));
  });

  it('each has its own outbound address', async () => {
    const shown = async (org: string) => (await fixture.as(fixture.member(org), 'GET', '/v1/outbound-email')).body;
    expect((await shown(ours))['address']).toBe(`hello-${ours}@agency.example`);
    expect((await shown(theirs))['address']).toBe(`hello-${theirs}@agency.example`);
  });

  describe('in the database', () => {
    const asRuntime = async (connectionString: string, work: (client: Client) => Promise<void>) => {
      const client = new Client({ connectionString });
      await client.connect();
      try {
        await work(client);
      } finally {
        await client.end();
      }
    };

    it('every table of an organisation is behind its wall', async () => {
      expect(await fixture.database.tenancyFaults()).toEqual([]);
    });

    it('the runtime role sees nothing without a context and can change no definition', async () => {
      expect(await fixture.database.runtimeRoleBreaches()).toEqual([]);
    });

    it('a row can not be moved to another organisation', () =>
      asRuntime(fixture.database.appUrl, async (client) => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.org_id', $1, true)`, [ours]);
        const move = client.query('UPDATE notifications.messages SET org_id = $1', [theirs]);
        await expect(move).rejects.toThrow(/row-level security/);
      }));

    it('the router reads identifiers only', () =>
      asRuntime(fixture.database.routerUrl, async (client) => {
        const { rows } = await client.query<{ org_id: string }>('SELECT id, org_id FROM notifications.messages');
        expect(new Set(rows.map((row) => row.org_id))).toEqual(new Set([ours, theirs]));
        const address = client.query('SELECT address FROM notifications.outbound_identities');
        await expect(address).rejects.toThrow(/permission denied/);
      }));

    it('the migrations go down and up again', async () => {
      expect(await fixture.database.migrationFaults()).toEqual([]);
    });
  });
});

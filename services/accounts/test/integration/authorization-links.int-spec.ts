import { setTimeout as sleep } from 'node:timers/promises';
import { newId, OutboundEmailVerified, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { randomToken, type Identity } from '@creator-connect/security';
import { AuthorizationRequestRepository } from '../../src/authorization-requests/persistence/authorization-request.repository';
import { Housekeeping } from '../../src/housekeeping/housekeeping';
import { eventually } from '@creator-connect/messaging/testing';
import { AccountsFixture, tokenHashOf, tokenOf, type Organisation } from './support/accounts-fixture';

interface Request {
  id: string;
  status: string;
  closedAt: string | null;
  links: { delivery: string; messageId: string | null; openedAt: string | null; endedAt: string | null }[];
  items: { platform: Platform; socialAccountId: string | null; handle: string | null; done: boolean }[];
}
interface Resolution {
  authorizationRequestId: string;
  organisationId: string;
  organisationName: string;
  influencerId: string;
  needsProof: boolean;
  items: Request['items'];
}
interface Recipient {
  email: string;
  organisationName: string;
  accounts: { id: string | null; platform: Platform; handle: string | null }[];
  link: { url: string; expiresAt: string } | null;
}

describe('authorization requests and links', () => {
  let fixture: AccountsFixture;
  let org: Organisation;
  let influencerId: string;

  beforeAll(async () => {
    fixture = await AccountsFixture.start({ LINKS_PER_DAY: '3' });
  }, 60_000);
  beforeEach(async () => {
    org = await fixture.anOrganisation();
    influencerId = await fixture.anInfluencer(org, 'creator-two-pages@example.com');
  });
  afterAll(() => fixture?.stop());

  const ask = async (platforms: object[] = [{ platform: 'instagram' }]) =>
    (await fixture.as(org.admin).post<Request>('/v1/authorization-requests', { influencerId, platforms })).body;
  const link = (authorizationRequestId: string, delivery = 'copy') =>
    fixture.as(org.admin).post<{ url: string | null }>('/v1/authorization-links', { authorizationRequestId, delivery });
  const copied = async (requestId: string) => tokenOf((await link(requestId)).body.url!);
  const resolve = (token: string) =>
    fixture.from('gateway').post<Resolution>('/internal/link-resolutions', { tokenHash: tokenHashOf(token) });
  const request = async (id: string) =>
    (await fixture.as(org.viewer).get<Request>(`/v1/authorization-requests/${id}`)).body;
  const authorize = (accountId: string, grantVersion = 1, platform: Platform = 'instagram') =>
    fixture.authorized(org, influencerId, accountId, platform, { grantVersion });
  const lapse = (accountId: string) =>
    fixture.database.query(`UPDATE accounts.social_accounts SET auth_state = 'REAUTH' WHERE id = $1`, [accountId]);
  const holder = (requestId: string): Identity => ({
    kind: 'link',
    sub: newId(),
    org: org.id,
    influencer: influencerId,
    request: requestId,
    proven: false,
  });

  it('a copied link is shown once, stored as a hash, and resolves to what it asks for (AL-01)', async () => {
    const { id } = await ask([{ platform: 'instagram', handle: '@creator.two' }]);
    const token = await copied(id);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await resolve(token)).body).toMatchObject({
      authorizationRequestId: id,
      organisationId: org.id,
      organisationName: org.name,
      influencerId,
      needsProof: true,
      items: [{ platform: 'instagram', socialAccountId: null, handle: '@creator.two', done: false }],
    });
    const tables = ['authorization_links', 'authorization_requests', 'outbox'];
    for (const table of tables) {
      const rows = await fixture.database.query<{ text: string }>(`SELECT t::text AS text FROM accounts.${table} t`);
      expect(rows.filter((row) => row.text.includes(token))).toEqual([]);
    }
  });

  it('lives for seven days where nothing else is set, in whichever answer one reads it, and no copy of it longer (AL-05)', async () => {
    const asked = Date.now();
    const { id } = await ask();
    const { body } = await fixture.as(org.admin).post<{ url: string; expiresAt: string }>('/v1/authorization-links', {
      authorizationRequestId: id,
      delivery: 'copy',
    });
    const days = (Date.parse(body.expiresAt) - asked) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(7);
    expect(days).toBeLessThan(7 + 1 / 24);
    expect((await resolve(tokenOf(body.url))).body).toMatchObject({ expiresAt: body.expiresAt });
    expect((await fixture.as(org.viewer).get(`/v1/authorization-requests/${id}`)).body).toMatchObject({
      expiresAt: body.expiresAt,
    });
    expect((await link(id)).body).toMatchObject({ expiresAt: body.expiresAt });

    const until = async (age: string) => {
      await fixture.database.query(
        `UPDATE accounts.authorization_requests SET expires_at = expires_at - $2::interval WHERE id = $1`,
        [id, age],
      );
      return (await resolve(tokenOf(body.url))).status;
    };
    expect([await until('6 days 23 hours'), await until('1 hour')]).toEqual([200, 404]);
  });

  it('looking at a link any number of times changes nothing (AL-02)', async () => {
    const token = await copied((await ask()).id);
    const before = await fixture.database.query('SELECT * FROM accounts.authorization_links');
    const first = await resolve(token);
    for (let time = 0; time < 20; time += 1) expect((await resolve(token)).body).toEqual(first.body);
    expect(await fixture.database.query('SELECT * FROM accounts.authorization_links')).toEqual(before);
  });

  describe('what became of a link', () => {
    const open = (token: string) =>
      fixture.from('gateway').post('/internal/link-openings', { tokenHash: tokenHashOf(token) });
    const mailed = async (messageId: string, question = {}) => {
      const about = {
        organisationId: org.id,
        influencerId,
        purpose: 'authorization-request',
        accountIds: [],
        messageId,
      };
      const door = fixture.from('notifications');
      const { link: minted } = (await door.post<Recipient>('/internal/message-recipients', { ...about, ...question }))
        .body;
      return minted && tokenOf(minted.url);
    };
    const ofMails = async (messageIds: string[], organisationId = org.id) =>
      (
        await fixture
          .from('notifications')
          .post<{ items: object[] }>('/internal/mailed-links', { organisationId, messageIds })
      ).body.items;

    it('is known for each: who was handed a copy began, who got the mail did not', async () => {
      const { id } = await ask();
      const copy = await copied(id);
      const messageId = newId();
      await mailed(messageId);
      const first = async () => (await request(id)).links;
      expect(await first()).toMatchObject([
        { delivery: 'copy', messageId: null, openedAt: null, endedAt: null },
        { delivery: 'email', messageId, openedAt: null, endedAt: null },
      ]);
      expect((await open(copy)).status).toBe(204);
      const opened = await first();
      expect(opened).toMatchObject([{ openedAt: expect.any(String) as string }, { openedAt: null }]);
      await open(copy);
      expect(await first()).toEqual(opened);
      expect(await ofMails([messageId])).toEqual([
        { messageId, authorizationRequestId: id, openedAt: null, finishedAt: null },
      ]);
    });

    it('ends with its request, and says when that had nothing left to do', async () => {
      const { id } = await ask();
      const messageId = newId();
      await open((await mailed(messageId))!);
      await authorize(await fixture.aReservation(org, influencerId));
      const { status, closedAt, links } = await request(id);
      expect([status, closedAt]).toEqual(['finished', expect.any(String)]);
      expect(links).toMatchObject([{ endedAt: expect.any(String) as string }]);
      expect(await ofMails([messageId])).toMatchObject([
        { openedAt: expect.any(String) as string, finishedAt: closedAt },
      ]);
    });

    it('stays as it was when somebody comes with one that ended, or with none of ours', async () => {
      const { id } = await ask();
      const copy = await copied(id);
      await fixture.as(org.admin).post(`/v1/authorization-requests/${id}/withdrawal`);
      for (const token of [copy, randomToken()]) expect((await open(token)).status).toBe(204);
      expect((await request(id)).links).toMatchObject([{ openedAt: null }]);
    });

    it('is a matter of the organisation: neither its holder nor another organisation reads it', async () => {
      const { id } = await ask();
      const messageId = newId();
      await open((await mailed(messageId))!);
      const door = fixture.as(holder(id));
      for (const path of ['current', id])
        expect((await door.get<Request>(`/v1/authorization-requests/${path}`)).body.links).toEqual([]);
      const stranger = await fixture.anOrganisation('Stranger');
      expect(await ofMails([messageId], stranger.id)).toEqual([]);
    });

    it('a mail that was asked for is about its own request, whatever was asked for later', async () => {
      const [first, second] = [await ask(), await ask([{ platform: 'tiktok' }])];
      const asked = (await mailed(newId(), { authorizationRequestId: first.id }))!;
      expect((await resolve(asked)).body.authorizationRequestId).toBe(first.id);
      await fixture.as(org.admin).post(`/v1/authorization-requests/${first.id}/withdrawal`);
      expect(await mailed(newId(), { authorizationRequestId: first.id })).toBeNull();
      expect((await resolve((await mailed(newId()))!)).body.authorizationRequestId).toBe(second.id);
    });
  });

  it('unknown, malformed, expired, withdrawn and finished links can not be told apart (AL-05, AL-06)', async () => {
    const expired = await ask([{ platform: 'tiktok' }]);
    const [withdrawn, finished] = [await ask(), await ask()];
    const tokens = [
      randomToken(),
      await copied(expired.id),
      await copied(withdrawn.id),
      await copied(finished.id),
    ] as const;
    await fixture.database.query(
      `UPDATE accounts.authorization_requests SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [expired.id],
    );
    await fixture.as(org.admin).post(`/v1/authorization-requests/${withdrawn.id}/withdrawal`);
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    expect((await request(finished.id)).status).toBe('finished');
    expect((await request(expired.id)).status).toBe('expired');

    const answers = await Promise.all(tokens.map((token) => resolve(token)));
    const neutral = ({ status, headers, bytes }: (typeof answers)[number]) => {
      const { date: _, 'x-correlation-id': correlationId, ...rest } = headers;
      return [status, rest, bytes.toString('utf8').replaceAll(String(correlationId), '')];
    };
    expect(answers[0]!.status).toBe(404);
    for (const answer of answers) expect(neutral(answer)).toEqual(neutral(answers[0]!));
  });

  it('several links of a request live side by side and end together when it is finished', async () => {
    const { id } = await ask();
    const tokens = [await copied(id), await copied(id)];
    for (const token of tokens) expect((await resolve(token)).status).toBe(200);
    await authorize(await fixture.aReservation(org, influencerId, { authorizationRequestId: id }));
    expect(await request(id)).toMatchObject({ status: 'finished', items: [{ done: true }] });
    for (const token of tokens) expect((await resolve(token)).status).toBe(404);
    expect((await link(id)).body).toMatchObject({ code: 'accounts.request_closed' });
  });

  it('a request with two accounts is finished by the second, even when both come at once', async () => {
    const { id } = await ask([{ platform: 'instagram' }, { platform: 'tiktok' }]);
    const instagram = await fixture.aReservation(org, influencerId);
    const tiktok = await fixture.aReservation(org, influencerId, { platform: 'tiktok' });
    const unitOfWork = fixture.app.get(UnitOfWork);
    const requests = fixture.app.get(AuthorizationRequestRepository);
    const fulfil = (account: string, platform: Platform, hold: Promise<unknown>) =>
      unitOfWork.tenant(org.id, async (tx) => {
        await requests.fulfil(tx, { id: account, influencerId, platform, handle: 'creator.two' });
        await hold;
      });
    const both = [fulfil(instagram, 'instagram', sleep(150)), fulfil(tiktok, 'tiktok', sleep(150))];
    await Promise.all(both);
    expect((await request(id)).status).toBe('finished');
  });

  it('one account fulfils one item of a request, that with its handle first', async () => {
    const { id } = await ask([{ platform: 'instagram' }, { platform: 'instagram', handle: '@Creator.Two' }]);
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    await authorize(account, 2);
    expect((await request(id)).items.map((item) => item.done)).toEqual([false, true]);
  });

  it('of somebody without any account needs a platform, and says so', async () => {
    const { status, body } = await fixture.as(org.admin).post('/v1/authorization-requests', { influencerId });
    expect([status, body]).toEqual([409, expect.objectContaining({ code: 'accounts.no_account_to_ask_for' })]);
  });

  it('needs no proof to repair a known account, and asks for it by itself (AL-03)', async () => {
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    expect((await fixture.as(org.admin).post('/v1/authorization-requests', { influencerId })).body).toMatchObject({
      code: 'accounts.nothing_to_authorize',
    });
    await lapse(account);
    const { id, items } = await ask([]);
    expect(items).toEqual([{ platform: 'instagram', socialAccountId: account, handle: 'creator.two', done: false }]);
    expect((await resolve(await copied(id))).body.needsProof).toBe(false);
  });

  it('the check before the platform opens names the account that must come back', async () => {
    const platformAccountId = newId();
    const account = await fixture.aReservation(org, influencerId, { platformAccountId });
    await authorize(account);
    await lapse(account);
    const { id } = await ask([{ platform: 'tiktok', handle: 'creator.two' }]);
    const check = (question: object) =>
      fixture.from('oauth').post('/internal/connect-checks', {
        organisationId: org.id,
        influencerId,
        authorizationRequestId: id,
        socialAccountId: null,
        ...question,
      });
    expect((await check({ platform: 'instagram', socialAccountId: account })).body).toEqual({
      expectedPlatformAccountId: platformAccountId,
      expectedHandle: 'creator.two',
      needsProof: false,
    });
    expect((await check({ platform: 'tiktok' })).body).toEqual({
      expectedPlatformAccountId: null,
      expectedHandle: 'creator.two',
      needsProof: true,
    });
    expect((await check({ platform: 'youtube' })).status).toBe(404);
    expect((await check({ platform: 'tiktok', socialAccountId: account })).status).toBe(404);
    const other = await fixture.anInfluencer(org);
    expect((await check({ platform: 'tiktok', influencerId: other })).body).toMatchObject({
      code: 'accounts.request_closed',
    });
    await fixture.as(org.admin).post(`/v1/authorization-requests/${id}/withdrawal`);
    expect((await check({ platform: 'tiktok' })).body).toMatchObject({ code: 'accounts.request_closed' });
  });

  it('the holder of a link reads what it asks for, and nothing else', async () => {
    const [own, other] = [await ask(), await ask()];
    const door = fixture.as(holder(own.id));
    expect((await door.get('/v1/authorization-requests/current')).body).toMatchObject({ id: own.id });
    expect((await door.get(`/v1/authorization-requests/${other.id}`)).status).toBe(404);
    expect((await door.get('/v1/social-accounts')).status).toBe(403);
    expect((await door.get('/v1/influencers')).status).toBe(403);
    expect((await fixture.as(org.admin).get('/v1/authorization-requests/current')).status).toBe(404);
  });

  it('mailing needs the verified address of the organisation, and tells notifications without a link', async () => {
    const { id } = await ask();
    expect((await link(id, 'email')).body).toMatchObject({ code: 'accounts.no_outbound_email' });
    const verified = { organisationId: org.id, verifiedAt: new Date().toISOString() };
    await fixture.handled(await fixture.publish(OutboundEmailVerified, verified));
    const answer = await link(id, 'email');
    expect([answer.status, answer.body.url]).toEqual([201, null]);
    const [event] = await fixture.published('AuthorizationRequested', influencerId);
    expect(event!.data).toMatchObject({ delivery: 'email', authorizationRequestId: id, platforms: ['instagram'] });
    expect((await fixture.as(org.viewer).get('/v1/organisations/current')).body).toMatchObject({
      outboundEmailVerified: true,
    });
  });

  it('an organisation has a quota of links a day, mails of the system do not count (AL-09)', async () => {
    const { id } = await ask();
    for (let time = 0; time < 3; time += 1) expect((await link(id)).status).toBe(201);
    const refused = await link(id);
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'accounts.link_quota_used' }]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const about = { organisationId: org.id, influencerId, purpose: 'authorization-request', accountIds: [] };
    expect((await fixture.from('notifications').post('/internal/message-recipients', about)).status).toBe(200);
    const elsewhere = await fixture.anOrganisation('Elsewhere');
    const theirs = await fixture.anInfluencer(elsewhere);
    const door = fixture.as(elsewhere.admin);
    const request = { influencerId: theirs, platforms: [{ platform: 'tiktok' }] };
    const other = (await door.post<Request>('/v1/authorization-requests', request)).body;
    const body = { authorizationRequestId: other.id, delivery: 'copy' };
    expect((await door.post('/v1/authorization-links', body)).status).toBe(201);
  });

  it('a mail can be looked at before anything is asked for: no request, no link, no quota', async () => {
    const about = { organisationId: org.id, influencerId, purpose: 'authorization-request', accountIds: [] };
    const { link: shown } = (
      await fixture.from('notifications').post<Recipient>('/internal/message-recipients', { ...about, preview: true })
    ).body;
    expect(shown!.url).toMatch(/\/a\/…$/);
    expect(Date.parse(shown!.expiresAt)).toBeGreaterThan(Date.now());
    const written = await fixture.database.query(
      `SELECT id FROM accounts.authorization_requests WHERE influencer_id = $1
       UNION ALL SELECT org_id FROM accounts.link_quotas WHERE org_id = $2`,
      [influencerId, org.id],
    );
    expect(written).toEqual([]);
  });

  it('a mail names what it asks for, known here or not; a look at it names what needs its owner now', async () => {
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    await lapse(account);
    const lapsed = { id: account, platform: 'instagram', handle: 'creator.two' };
    const about = { organisationId: org.id, influencerId, purpose: 'authorization-request', accountIds: [] };
    const named = async (question: object) =>
      (await fixture.from('notifications').post<Recipient>('/internal/message-recipients', { ...about, ...question }))
        .body.accounts;
    expect(await named({ preview: true })).toEqual([lapsed]);
    const { id } = await ask([{ platform: 'tiktok', handle: '@creator.two' }, { platform: 'youtube' }]);
    expect(await named({ authorizationRequestId: id })).toEqual([
      lapsed,
      { id: null, platform: 'tiktok', handle: '@creator.two' },
      { id: null, platform: 'youtube', handle: null },
    ]);
    await authorize(account, 2);
    expect(await named({ authorizationRequestId: id })).toHaveLength(2);
    expect(await named({ purpose: 'approved' })).toEqual([]);
  });

  it('a reminder finds the address and a fresh link at the moment of sending, and reuses the open request', async () => {
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    const about = { organisationId: org.id, influencerId, purpose: 'reauth', accountIds: [account] };
    const recipient = async (change = {}) =>
      (await fixture.from('notifications').post<Recipient>('/internal/message-recipients', { ...about, ...change }))
        .body;
    expect((await recipient()).link).toBeNull();

    await lapse(account);
    const [first, second] = [await recipient(), await recipient()];
    expect(first).toMatchObject({
      email: 'creator-two-pages@example.com',
      organisationName: org.name,
      accounts: [{ id: account, handle: 'creator.two' }],
    });
    expect(first.link!.url).not.toBe(second.link!.url);
    const [one, two] = [await resolve(tokenOf(first.link!.url)), await resolve(tokenOf(second.link!.url))];
    expect(one.body).toMatchObject({ needsProof: false, items: [{ socialAccountId: account }] });
    expect(two.body.authorizationRequestId).toBe(one.body.authorizationRequestId);
    expect((await recipient({ purpose: 'code' })).link).toBeNull();
    const stranger = await fixture.anOrganisation('Stranger');
    expect(await recipient({ organisationId: stranger.id })).toMatchObject({ code: 'accounts.not_found' });
  });

  it('a mail about a coming end carries a link for the account as long as it lives on that grant', async () => {
    const account = await fixture.aReservation(org, influencerId);
    await authorize(account);
    const about = { organisationId: org.id, influencerId, purpose: 'expiring', accountIds: [account] };
    const linkFor = async (endingGrantVersion: number) =>
      (
        await fixture
          .from('notifications')
          .post<Recipient>('/internal/message-recipients', { ...about, endingGrantVersion })
      ).body.link;
    const token = tokenOf((await linkFor(1))!.url);
    const resolved = (await resolve(token)).body;
    expect(resolved).toMatchObject({ needsProof: false, items: [{ socialAccountId: account, done: false }] });
    await authorize(account, 2);
    expect((await request(resolved.authorizationRequestId)).status).toBe('finished');
    expect((await resolve(token)).status).toBe(404);
    expect(await linkFor(1)).toBeNull();
    await lapse(account);
    expect(await linkFor(2)).toBeNull();
  });

  it('a new link is mailed to an address with an open request, and the answer tells nothing', async () => {
    const { id } = await ask();
    const renew = (email: string) => fixture.from('gateway').post('/internal/link-renewals', { email });
    const [known, unknown] = [await renew('Creator-Two-Pages@example.com'), await renew('nobody@example.com')];
    expect([known.status, known.bytes.length]).toEqual([unknown.status, unknown.bytes.length]);
    const [event] = await fixture.published('AuthorizationRequested', influencerId);
    expect(event!.data).toMatchObject({ authorizationRequestId: id, delivery: 'email' });
  });

  it('housekeeping ends requests whose time is over', async () => {
    const { id } = await ask();
    await copied(id);
    await fixture.database.query(
      `UPDATE accounts.authorization_requests SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [id],
    );
    await fixture.app.get(Housekeeping).run();
    await eventually(async () => {
      const [row] = await fixture.database.query<{ status: string; live: string }>(
        `SELECT status, (SELECT count(*) FROM accounts.authorization_links l
                          WHERE l.authorization_request_id = r.id AND ended_at IS NULL) AS live
           FROM accounts.authorization_requests r WHERE id = $1`,
        [id],
      );
      expect(row).toEqual({ status: 'expired', live: '0' });
    });
  });
});

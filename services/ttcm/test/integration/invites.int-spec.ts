import { encodeCursor, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import type { Identity } from '@creator-connect/security';
import { accessTable, documentedAccess, type TestOrganisation } from '@creator-connect/security/testing';
import { TtcmFixture, type KnownAccount } from './support/fixture';

describe('invitations to the Creator Marketplace', () => {
  let fixture: TtcmFixture;
  let org: TestOrganisation;

  beforeAll(async () => {
    fixture = await TtcmFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(async () => {
    await fixture.freshSandbox();
    await fixture.connect(org);
  });
  afterAll(() => fixture?.stop());

  const anAccount = (handle: string, change: Partial<KnownAccount> = {}): KnownAccount => {
    const account = { id: newId(), organisationId: org.id, influencerId: newId(), platform: 'tiktok' as const, handle };
    const known = { ...account, marketplace: 'NON_TTCM' as const, ...change };
    fixture.accounts.set(known.id, known);
    return known;
  };
  const invite = ({ id }: KnownAccount) => fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: id });
  const stateOf = async (id: string) => (await fixture.call(org.admin, 'GET', `/v1/ttcm-invites/${id}`)).body['state'];
  const published = async (type: string, { id }: KnownAccount) =>
    (await fixture.service.published(type)).filter((event) => event['accountId'] === id);

  it('are sent, wait at TikTok, and become membership when the creator joins', async () => {
    const account = anAccount('sandbox.everyday');
    const sent = await invite(account);
    expect([sent.status, sent.body['state']]).toEqual([201, 'INVITED']);
    expect(await published('InviteSent', account)).toHaveLength(1);
    await fixture.sandbox.does('tiktok-everyday', 'join-marketplace');
    await until('the creator has joined', async () => (await stateOf(String(sent.body['id']))) === 'ACCEPTED', 20_000);
    expect(await published('InviteAccepted', account)).toHaveLength(1);
    const membership = await published('MarketplaceStatusChanged', account);
    expect(membership.map((event) => event['to'])).toEqual(['INVITED', 'TTCM']);
  });

  it('are listed page after page, newest first; a cursor that is not ours is refused', async () => {
    const other = fixture.identities.anOrganisation();
    await fixture.connect(other);
    const sent: unknown[] = [];
    for (const handle of ['sandbox.everyday', 'sandbox.busy', 'sandbox.korea.eligible']) {
      const { id } = anAccount(handle, { organisationId: other.id });
      const { body } = await fixture.call(other.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: id });
      sent.unshift(body['id']);
    }
    const page = async (query: string) => (await fixture.call(other.viewer, 'GET', `/v1/ttcm-invites${query}`)).body;
    const first = await page('?limit=2');
    const second = await page(`?limit=2&cursor=${String(first['nextCursor'])}`);
    const ids = [first, second].flatMap((body) => (body['items'] as { id: string }[]).map(({ id }) => id));
    expect([ids, second['nextCursor']]).toEqual([sent, null]);
    const forged = encodeCursor(['yesterday', newId()]);
    expect(await page(`?cursor=${forged}`)).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('are refused before anything is sent when a rule is known to fail; unknown rules do not block', async () => {
    const small = anAccount('sandbox.everyday');
    const asOf = new Date().toISOString();
    fixture.facts.set(small.id, { followers: 9_999, postsLast30Days: 2, viewsLast30Days: null, asOf });
    const before = await fixture.calls('ttcm.invite');
    const refused = await invite(small);
    expect([refused.status, refused.body['code']]).toEqual([409, 'ttcm.ineligible']);
    expect(refused.body['failedRules']).toEqual(['minimum_followers', 'recent_posts']);
    const rules = refused.body['rules'] as { rule: string; outcome: string }[];
    expect(rules.find(({ rule }) => rule === 'recent_views')).toMatchObject({ outcome: 'unknown' });
    expect(await fixture.calls('ttcm.invite')).toBe(before);

    const stale = anAccount('sandbox.everyday');
    const dayAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();
    fixture.facts.set(stale.id, { followers: 5, postsLast30Days: 0, viewsLast30Days: 0, asOf: dayAgo });
    const check = await fixture.call(org.viewer, 'GET', `/v1/ttcm-eligibility?socialAccountId=${stale.id}`);
    expect(check.body['mayBeInvited']).toBe(true);
    expect((await invite(stale)).status).toBe(201);
  });

  it.each([
    ['sandbox.too.small', ['minimum_followers', 'recent_posts', 'recent_views']],
    ['sandbox.business.account', ['personal_account']],
    ['sandbox.under.age', ['minimum_age']],
    ['sandbox.other.country', ['supported_country']],
    ['sandbox.korea', ['minimum_followers']],
    ['sandbox.few.videos', ['recent_posts']],
    ['sandbox.few.views', ['recent_views']],
    ['sandbox.unsuitable', ['suitable_content']],
  ])('that TikTok rejects name each rule: %s', async (handle, failedRules) => {
    const account = anAccount(handle);
    const answer = await invite(account);
    expect([answer.status, answer.body['code']]).toEqual([409, 'ttcm.rejected_by_tiktok']);
    expect((answer.body['failedRules'] as string[]).toSorted()).toEqual(failedRules.toSorted());
    const [rejected] = await published('InviteRejected', account);
    expect((rejected!['failedRules'] as string[]).toSorted()).toEqual(failedRules.toSorted());
    expect(await published('InviteSent', account)).toEqual([]);
  });

  it('are made once, also by eight at the same moment', async () => {
    const account = anAccount('sandbox.everyday');
    const before = await fixture.calls('ttcm.invite');
    const answers = await Promise.all(Array.from({ length: 8 }, () => invite(account)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(others.map(({ body }) => body['code']))).toEqual(new Set(['ttcm.already_invited']));
    expect((await fixture.calls('ttcm.invite')) - before).toBe(1);
    expect(await published('InviteSent', account)).toHaveLength(1);
  });

  it('whose answer was lost are found by asking, without a second invitation', async () => {
    const account = anAccount('sandbox.everyday');
    await fixture.sandbox.fault({ platform: 'ttcm', operation: 'ttcm.invite', kind: 'drop_response' });
    const before = await fixture.calls('ttcm.invite');
    const answer = await invite(account);
    expect([answer.status, answer.body['code']]).toEqual([503, 'ttcm.unavailable']);
    await until('the poll has found it', async () => (await published('InviteSent', account)).length === 1, 20_000);
    expect((await fixture.calls('ttcm.invite')) - before).toBe(1);
    expect((await invite(account)).body['code']).toBe('ttcm.already_invited');
  });

  it('that never arrived may be sent again at once', async () => {
    const account = anAccount('sandbox.everyday');
    await fixture.sandbox.fault({ platform: 'ttcm', operation: 'ttcm.invite', kind: 'throttle' });
    expect((await invite(account)).status).toBe(503);
    expect((await invite(account)).status).toBe(201);
  });

  it('of members, of other platforms and of strangers are refused', async () => {
    const member = await invite(anAccount('sandbox.member', { marketplace: 'TTCM' }));
    expect([member.status, member.body['code']]).toEqual([409, 'ttcm.already_member']);
    const insta = await invite(anAccount('x', { platform: 'instagram', marketplace: null }));
    expect(insta.body['code']).toBe('ttcm.not_tiktok');
    const foreign = await invite(anAccount('sandbox.everyday', { organisationId: newId() }));
    const unknown = await fixture.call(org.admin, 'POST', '/v1/ttcm-invites', { socialAccountId: newId() });
    expect([foreign.status, foreign.body['code']]).toEqual([404, unknown.body['code']]);
  });

  it('whose handle TikTok no longer knows end as rejected, and may be sent again', async () => {
    const account = anAccount('sandbox.everyday');
    const { body } = await invite(account);
    await fixture.sandbox.does('tiktok-everyday', 'rename', { handle: 'sandbox.renamed' });
    await until('the rejection is noticed', async () => (await stateOf(String(body['id']))) === 'REJECTED', 20_000);
    expect(await published('InviteRejected', account)).toMatchObject([
      { inviteId: body['id'], failedRules: ['rejected_by_tiktok'] },
    ]);
    const membership = await published('MarketplaceStatusChanged', account);
    expect(membership.map((event) => event['to'])).toEqual(['INVITED', 'NON_TTCM']);
    const { body: shown } = await fixture.call(org.admin, 'GET', `/v1/ttcm-invites/${String(body['id'])}`);
    expect(shown).toMatchObject({ failedRules: ['rejected_by_tiktok'], decidedAt: expect.any(String) });
    fixture.accounts.set(account.id, { ...account, handle: 'sandbox.renamed' });
    expect((await invite(account)).status).toBe(201);
  });

  it('end by themselves when nobody joins', async () => {
    const account = anAccount('sandbox.everyday');
    const { body } = await invite(account);
    await fixture.service.database.query(`UPDATE ttcm.invites SET expires_at = now() WHERE id = $1`, [body['id']]);
    await until('the invitation has ended', async () => (await stateOf(String(body['id']))) === 'EXPIRED', 20_000);
    expect(await published('InviteExpired', account)).toHaveLength(1);
  });

  describe('between organisations (TE-01, TE-02, TE-06)', () => {
    it('a foreign invitation answers as one that never was; every route with an id is here', async () => {
      const { body } = await invite(anAccount('sandbox.everyday'));
      const other = fixture.identities.anOrganisation();
      const routes = await fixture.service.publicRoutes(await fixture.identities.headers(org.owner, 'ttcm'));
      expect(routes.filter((route) => route.includes('{'))).toEqual(['GET /v1/ttcm-invites/{id}']);
      const foreign = await fixture.call(other.owner, 'GET', `/v1/ttcm-invites/${String(body['id'])}`);
      const unknown = await fixture.call(other.owner, 'GET', `/v1/ttcm-invites/${newId()}`);
      const neutral = ({ status, body: answer }: typeof foreign) => ({ status, ...answer, correlationId: '' });
      expect(neutral(foreign)).toEqual({ ...neutral(unknown), status: 404 });
      expect((await fixture.call(other.owner, 'GET', '/v1/ttcm-invites')).body).toEqual({
        items: [],
        nextCursor: null,
      });
    });

    it('a creator sees what is their own, and nothing of another creator of the same organisation', async () => {
      const [own, others] = [anAccount('sandbox.everyday'), anAccount('sandbox.korea.eligible')];
      const ids = await Promise.all([own, others].map(async (one) => String((await invite(one)).body['id'])));
      for (const kind of ['influencer', 'link'] as const) {
        const creator: Identity = { kind, sub: newId(), org: org.id, influencer: own.influencerId };
        const see = async (url: string) => (await fixture.call(creator, 'GET', url)).status;
        const { items } = (await fixture.call(creator, 'GET', '/v1/ttcm-invites')).body as { items: { id: string }[] };
        expect(items.map(({ id }) => id)).toEqual([ids[0]]);
        const asked = `/v1/ttcm-invites?influencerId=${others.influencerId}`;
        expect((await fixture.call(creator, 'GET', asked)).body['items']).toHaveLength(1);
        expect(await see(`/v1/ttcm-invites/${ids[0]!}`)).toBe(200);
        expect(await see(`/v1/ttcm-invites/${ids[1]!}`)).toBe(404);
        expect(await see(`/v1/ttcm-eligibility?socialAccountId=${own.id}`)).toBe(200);
        expect(await see(`/v1/ttcm-eligibility?socialAccountId=${others.id}`)).toBe(404);
        expect(await see(`/v1/ttcm-membership?socialAccountId=${own.id}`)).toBe(200);
        expect(await see(`/v1/ttcm-membership?socialAccountId=${others.id}`)).toBe(404);
      }
    });

    it('opens its routes to those whom docs/access names, and to nobody else (TE-07)', async () => {
      const table = await accessTable('ttcm', fixture.door, org);
      expect(table).toBe(documentedAccess('ttcm', table));
    });

    it.each(['eligibility', 'membership'])(
      'the %s of a foreign account is as unknown as of one that never was',
      async (what) => {
        const account = anAccount('sandbox.everyday');
        const ask = (as: Identity, id: string) => fixture.call(as, 'GET', `/v1/ttcm-${what}?socialAccountId=${id}`);
        expect((await ask(org.viewer, account.id)).status).toBe(200);
        const other = fixture.identities.anOrganisation();
        const neutral = ({ status, body }: Awaited<ReturnType<typeof ask>>) => ({ status, ...body, correlationId: '' });
        const foreign = neutral(await ask(other.owner, account.id));
        expect(foreign).toEqual({ ...neutral(await ask(other.owner, newId())), status: 404 });
      },
    );

    it('nothing opens without an identity or below its role', async () => {
      const body = { socialAccountId: anAccount('sandbox.everyday').id };
      expect((await fixture.service.call('POST', '/v1/ttcm-invites', {}, body)).status).toBe(401);
      for (const identity of [org.viewer, org.nobody])
        expect((await fixture.call(identity, 'POST', '/v1/ttcm-invites', body)).status).toBe(403);
      for (const url of ['/v1/ttcm-invites', `/v1/ttcm-invites/${newId()}`, '/v1/ttcm-eligibility?socialAccountId=x'])
        expect((await fixture.call(org.nobody, 'GET', url)).status).toBe(403);
    });

    it('every table is behind its wall, and the runtime role changes no definition', async () => {
      const { database } = fixture.service;
      expect(await database.tenancyFaults()).toEqual([]);
      expect(await database.runtimeRoleBreaches()).toEqual([]);
    });

    it('the migrations go down and up again', async () => {
      expect(await fixture.service.database.migrationFaults()).toEqual([]);
    });
  });
});
